#include "state/prompts/promptstore.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/store/storethread.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Never null: the columns do not take it.
QString kept(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QList<SavedPrompt> readAll(Database &database)
{
    QList<SavedPrompt> prompts;
    Statement rows(database, "SELECT id, title, text, folder, tags, used, created_ms, updated_ms FROM prompts");
    while (rows.next()) {
        SavedPrompt prompt{rows.text(0),
                           rows.text(1),
                           rows.text(2),
                           rows.text(3),
                           {},
                           static_cast<int>(rows.integer(5)),
                           fromMs(rows.integer(6)),
                           fromMs(rows.integer(7))};
        const QJsonArray tags = rows.json(4).toArray();
        for (const QJsonValue &tag : tags)
            prompt.tags.append(tag.toString());
        prompts.append(prompt);
    }
    return prompts;
}

void writeAll(Database &database, const QList<SavedPrompt> &prompts)
{
    Transaction transaction(database);
    for (const SavedPrompt &prompt : prompts) {
        Statement(database, "INSERT INTO prompts VALUES(?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET title = excluded.title, "
                            "text = excluded.text, folder = excluded.folder, tags = excluded.tags, used = excluded.used, "
                            "updated_ms = excluded.updated_ms")
            .bind(prompt.id, kept(prompt.title), kept(prompt.text), kept(prompt.folder), compact(QJsonArray::fromStringList(prompt.tags)),
                  prompt.used, toMs(prompt.createdAt), toMs(prompt.updatedAt))
            .run();
    }
    transaction.commit();
}

// To the millisecond, as it is kept.
QDateTime now()
{
    return fromMs(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

PromptStore::PromptStore(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::opened, this, &PromptStore::onOpened);
    load();
}

void PromptStore::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load();
}

void PromptStore::load()
{
    m_store.run(
        this, [](Database &database) { return readAll(database); },
        [this](const Result<QList<SavedPrompt>> &prompts) {
            if (prompts) {
                for (const SavedPrompt &prompt : *prompts) {
                    if (find(prompt.id) == nullptr) // what was written meanwhile is newer
                        m_prompts.append(prompt);
                }
            }
            m_mustLoadAgain = !prompts;
            m_isLoaded = true;
            sort();
            Q_EMIT changed();
        });
}

void PromptStore::sort()
{
    std::sort(m_prompts.begin(), m_prompts.end(), [](const SavedPrompt &a, const SavedPrompt &b) {
        const int byFolder = QString::localeAwareCompare(a.folder, b.folder);
        return byFolder != 0 ? byFolder < 0 : QString::localeAwareCompare(a.title, b.title) < 0;
    });
}

const SavedPrompt *PromptStore::find(const QString &id) const
{
    const auto found = std::find_if(m_prompts.cbegin(), m_prompts.cend(), [&id](const SavedPrompt &prompt) { return prompt.id == id; });
    return found == m_prompts.cend() ? nullptr : &*found;
}

QStringList PromptStore::folders() const
{
    QStringList folders;
    for (const SavedPrompt &prompt : m_prompts) {
        if (!prompt.folder.isEmpty() && !folders.contains(prompt.folder))
            folders.append(prompt.folder);
    }
    return folders;
}

QStringList PromptStore::tags() const
{
    QStringList tags;
    for (const SavedPrompt &prompt : m_prompts)
        tags += prompt.tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

QString PromptStore::add(SavedPrompt prompt)
{
    prompt = normalized(prompt);
    prompt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    prompt.used = 0;
    prompt.createdAt = prompt.updatedAt = now();
    put(prompt);
    return prompt.id;
}

void PromptStore::update(const SavedPrompt &edited)
{
    const SavedPrompt prompt = normalized(edited);
    const SavedPrompt *before = find(prompt.id);
    if (before == nullptr || before->hasSameContent(prompt))
        return;
    SavedPrompt changed = *before;
    changed.title = prompt.title;
    changed.text = prompt.text;
    changed.folder = prompt.folder;
    changed.tags = prompt.tags;
    changed.updatedAt = now();
    put(changed);
}

std::optional<SavedPrompt> PromptStore::remove(const QString &id)
{
    const SavedPrompt *found = find(id);
    if (found == nullptr)
        return std::nullopt;
    const SavedPrompt removed = *found;
    m_prompts.removeIf([&removed](const SavedPrompt &prompt) { return prompt.id == removed.id; });
    m_store.run(
        this, [key = removed.id](Database &database) { Statement(database, "DELETE FROM prompts WHERE id = ?").bind(key).run(); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
    Q_EMIT changed();
    return removed;
}

void PromptStore::restore(const SavedPrompt &prompt)
{
    if (find(prompt.id) == nullptr)
        put(prompt);
}

void PromptStore::noteUse(const QString &id)
{
    const SavedPrompt *found = find(id);
    if (found == nullptr)
        return;
    SavedPrompt used = *found;
    ++used.used;
    put(used);
}

int PromptStore::take(const QList<SavedPrompt> &prompts)
{
    QList<SavedPrompt> fresh;
    const auto isThere = [&](const SavedPrompt &prompt) {
        const auto same = [&prompt](const SavedPrompt &other) { return other.hasSameContent(prompt); };
        return std::any_of(m_prompts.cbegin(), m_prompts.cend(), same) || std::any_of(fresh.cbegin(), fresh.cend(), same);
    };
    for (SavedPrompt prompt : prompts) {
        if (isThere(prompt))
            continue;
        prompt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        prompt.used = 0;
        prompt.createdAt = prompt.updatedAt = now();
        fresh.append(prompt);
    }
    if (fresh.isEmpty())
        return 0;
    m_prompts += fresh;
    write(fresh);
    sort();
    Q_EMIT changed();
    return static_cast<int>(fresh.size());
}

void PromptStore::put(const SavedPrompt &prompt)
{
    m_prompts.removeIf([&prompt](const SavedPrompt &other) { return other.id == prompt.id; });
    m_prompts.append(prompt);
    write({prompt});
    sort();
    Q_EMIT changed();
}

void PromptStore::write(const QList<SavedPrompt> &prompts)
{
    m_store.run(
        this, [prompts](Database &database) { writeAll(database, prompts); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
}

} // namespace desk
