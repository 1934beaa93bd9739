#include "state/store/draftstore.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/store/storethread.h"
#include "wire/json/reader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int idleMs = 1000;
constexpr int latestMs = 5000;
constexpr int againMs = 5000; // after the disk refused

QByteArray extras(const Draft &draft)
{
    return compact(
        QJsonObject{{u"agents"_s, QJsonArray::fromStringList(draft.agents)}, {u"files"_s, QJsonArray::fromStringList(draft.files)}});
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        list.append(text.toString());
    return list;
}

// Never null: SQL's NULL is no key.
QString key(const ConversationId &conversation)
{
    return conversation.isEmpty() ? u""_s : conversation.value();
}

using Entry = std::pair<ConversationId, Draft>;

QList<Entry> readAll(Database &database, const QString &account)
{
    QList<Entry> entries;
    Statement rows(database, "SELECT conversation, text, caret, extras FROM drafts WHERE account = ?");
    rows.bind(account);
    while (rows.next()) {
        const QJsonObject more = rows.json(3).toObject();
        entries.append({ConversationId(rows.text(0)),
                        {rows.text(1), static_cast<int>(rows.integer(2)), texts(more.value("agents"_L1)), texts(more.value("files"_L1))}});
    }
    return entries;
}

// What was written before it was known what there is stands behind it: nothing that was written is written over.
Draft behind(const Draft &there, Draft draft)
{
    if (!there.text.isEmpty() && !draft.text.endsWith(there.text)) {
        const qsizetype before = draft.text.size();
        draft.text = there.text.endsWith(draft.text) ? there.text : there.text + u"\n\n"_s + draft.text;
        draft.caret += static_cast<int>(draft.text.size() - before);
    }
    if (draft.files.isEmpty())
        draft.files = there.files;
    return draft;
}

void writeAll(Database &database, const QString &account, const QList<Entry> &entries)
{
    Transaction transaction(database);
    for (const auto &[conversation, draft] : entries) {
        if (draft.isEmpty()) {
            Statement(database, "DELETE FROM drafts WHERE account = ? AND conversation = ?").bind(account, key(conversation)).run();
            continue;
        }
        Statement(database, "INSERT INTO drafts VALUES(?,?,?,?,?,?) ON CONFLICT DO UPDATE SET text = excluded.text, "
                            "caret = excluded.caret, extras = excluded.extras, updated_ms = excluded.updated_ms")
            .bind(account, key(conversation), draft.text.isNull() ? u""_s : draft.text, draft.caret, extras(draft),
                  QDateTime::currentMSecsSinceEpoch())
            .run();
    }
    transaction.commit();
}

} // namespace

DraftStore::DraftStore(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    show(find({}));
    m_idle.setSingleShot(true);
    m_latest.setSingleShot(true);
    m_loadAgain.setSingleShot(true);
    connect(&m_loadAgain, &QTimer::timeout, this, [this] {
        if (m_mustLoadAgain)
            load();
    });
    connect(&m_idle, &QTimer::timeout, this, qOverload<>(&DraftStore::write));
    connect(&m_latest, &QTimer::timeout, this, qOverload<>(&DraftStore::write));
    connect(&store, &StoreThread::opened, this, &DraftStore::onOpened);
}

void DraftStore::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load(); // then without what its log held
    const bool isAgain = std::exchange(m_wasOpened, true);
    const bool hasLost = report.outcome == StoreReport::Outcome::Lost || report.outcome == StoreReport::Outcome::Restored ||
                         report.outcome == StoreReport::Outcome::Salvaged || (isAgain && report.outcome == StoreReport::Outcome::Made);
    if (!m_isLoaded || !hasLost)
        return;
    // It was taken away or broke under our hands: what is in memory is newer than what came back.
    for (const Kept &kept : std::as_const(m_kept)) {
        for (auto it = kept->drafts.cbegin(); it != kept->drafts.cend(); ++it)
            kept->dirty.insert(it.key(), ++m_change);
    }
    write();
}

DraftStore::~DraftStore()
{
    write();
}

// An account that was open before may still have drafts that the disk has not taken: they are newer than its rows.
DraftStore::Kept DraftStore::find(const QString &account) const
{
    const auto isIt = [&account](const Kept &kept) { return kept->account == account; };
    const auto found = std::find_if(m_kept.cbegin(), m_kept.cend(), isIt);
    if (found != m_kept.cend())
        return *found;
    Kept made = std::make_shared<AccountDrafts>();
    made->account = account.isNull() ? u""_s : account;
    return made;
}

void DraftStore::show(const Kept &kept)
{
    m_now = kept;
    if (!m_kept.contains(kept))
        m_kept.append(kept);
    dropSaved();
}

void DraftStore::dropSaved()
{
    m_kept.removeIf([this](const Kept &kept) { return kept != m_now && kept->isSaved(); });
}

bool DraftStore::isSaved() const
{
    return std::all_of(m_kept.cbegin(), m_kept.cend(), [](const Kept &kept) { return kept->isSaved(); });
}

void DraftStore::open(const QString &account)
{
    if (account == m_now->account && m_isLoaded)
        return;
    write();
    show(find(account));
    m_isLoaded = false;
    Q_EMIT accountChanged();
    load();
}

void DraftStore::rename(const QString &account)
{
    const Kept there = find(account);
    if (there != m_now) { // what was typed without a name is the newer
        for (auto it = there->dirty.cbegin(); it != there->dirty.cend(); ++it) {
            if (m_now->drafts.contains(it.key()) || m_now->dirty.contains(it.key()))
                continue;
            if (const auto draft = there->drafts.constFind(it.key()); draft != there->drafts.cend())
                m_now->drafts.insert(it.key(), *draft);
            m_now->dirty.insert(it.key(), it.value());
        }
        m_kept.removeOne(there);
        m_now->account = account;
    }
    load();
}

void DraftStore::load()
{
    m_store.run(
        this, [account = m_now->account](Database &database) { return readAll(database, account); },
        [this, kept = m_now](const Result<QList<Entry>> &entries) { onLoaded(kept, entries); });
}

void DraftStore::onLoaded(const Kept &kept, const Result<QList<Entry>> &entries)
{
    if (entries) {
        for (const auto &[conversation, draft] : *entries) {
            if (!kept->dirty.contains(conversation))
                kept->drafts.insert(conversation, draft);
        }
    }
    takeEarly(*kept);
    if (kept != m_now)
        return dropSaved();
    m_mustLoadAgain = !entries;
    if (!entries && entries.error().detail.startsWith("io_error"_L1)) // perhaps for a moment, and nobody opens it again
        m_loadAgain.start(againMs);
    if (std::exchange(m_isLoaded, true) && !entries)
        return;
    Q_EMIT loaded();
}

void DraftStore::takeEarly(AccountDrafts &kept)
{
    const auto early = std::exchange(kept.early, {});
    for (auto it = early.cbegin(); it != early.cend(); ++it) {
        const Draft there = kept.drafts.value(it.key());
        const Draft draft = behind(there, *it);
        if (draft == there || draft.isEmpty())
            continue;
        kept.drafts.insert(it.key(), draft);
        kept.dirty.insert(it.key(), ++m_change);
        m_idle.start(idleMs);
    }
}

Draft DraftStore::draft(const ConversationId &conversation) const
{
    const auto early = m_now->early.constFind(conversation);
    return early == m_now->early.cend() ? m_now->drafts.value(conversation) : *early;
}

void DraftStore::set(const ConversationId &conversation, const Draft &draft)
{
    if (!m_isLoaded) {
        m_now->early.insert(conversation, draft);
        return;
    }
    if (m_now->drafts.value(conversation) == draft)
        return;
    if (draft.isEmpty())
        m_now->drafts.remove(conversation);
    else
        m_now->drafts.insert(conversation, draft);
    m_now->dirty.insert(conversation, ++m_change);
    m_idle.start(idleMs);
    if (!m_latest.isActive())
        m_latest.start(latestMs);
}

void DraftStore::move(const ConversationId &from, const ConversationId &to)
{
    Draft moved = draft(from);
    set(from, {});
    if (moved.isEmpty())
        return;
    if (const Draft there = draft(to); !there.text.isEmpty() && there.text != moved.text) // nothing written is written over
        moved.text = there.text + u"\n\n"_s + moved.text;
    set(to, moved);
}

void DraftStore::forget(const QString &account)
{
    const Kept kept = find(account);
    kept->drafts.clear();
    kept->dirty.clear();
    kept->early.clear();
    kept->hasFailed = false;
    dropSaved();
}

void DraftStore::flush()
{
    write();
}

void DraftStore::write()
{
    m_idle.stop();
    m_latest.stop();
    for (const Kept &kept : std::as_const(m_kept)) {
        if (!kept->dirty.isEmpty())
            write(kept);
        if (!kept->early.isEmpty())
            writeEarly(*kept);
    }
}

// The program may end before the drafts have been read.
void DraftStore::writeEarly(const AccountDrafts &kept)
{
    m_store.run(
        this,
        [account = kept.account, early = kept.early](Database &database) {
            QHash<ConversationId, Draft> there;
            const QList<Entry> rows = readAll(database, account);
            for (const auto &[conversation, draft] : rows)
                there.insert(conversation, draft);
            QList<Entry> entries;
            for (auto it = early.cbegin(); it != early.cend(); ++it)
                entries.append({it.key(), behind(there.value(it.key()), *it)});
            writeAll(database, account, entries);
        },
        [](const Result<> &) {}); // what was refused is still here, and written again when it is known what there is
}

void DraftStore::write(const Kept &kept)
{
    const Changes written = std::exchange(kept->dirty, {});
    QList<Entry> entries;
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        entries.append({it.key(), kept->drafts.value(it.key())});
    ++kept->writing;
    m_store.run(
        this, [account = kept->account, entries](Database &database) { writeAll(database, account, entries); },
        [this, kept, written](const Result<> &outcome) {
            --kept->writing;
            onWritten(kept, written, outcome ? std::nullopt : std::optional(outcome.error()));
        });
}

void DraftStore::onWritten(const Kept &kept, const Changes &written, const std::optional<Error> &error)
{
    if (!m_kept.contains(kept))
        return; // forgotten
    kept->hasFailed = error.has_value();
    if (!error) {
        dropSaved();
        if (std::any_of(m_kept.cbegin(), m_kept.cend(), [](const Kept &other) { return other->hasFailed; }))
            return;
        m_hasFailed = false;
        Q_EMIT saved();
        return;
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        if (!kept->dirty.contains(it.key()))
            kept->dirty.insert(it.key(), it.value());
    }
    if (!m_idle.isActive())
        m_idle.start(againMs);
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT notKept(*error);
}

} // namespace desk
