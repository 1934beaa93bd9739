#include "state/definitions/definitionmarks.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/definitions/keptsecrets.h"
#include "state/store/storethread.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int againMs = 5000;

// Never null: SQL's NULL is no key.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString word(DefinitionKind kind)
{
    return notNull(OpenEnum<DefinitionKind>(kind).wire());
}

// Null, and so SQL's NULL, where nothing was set.
QString number(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : QString();
}

} // namespace

QHash<QString, DefinitionMark> DefinitionMarks::readAll(Database &database, const QString &account, DefinitionKind kind)
{
    QHash<QString, DefinitionMark> marks;
    Statement rows(database, "SELECT definition, favourite, used_ms, hidden FROM definition_marks WHERE account = ? AND kind = ?");
    rows.bind(account, word(kind));
    while (rows.next()) {
        const qint64 usedMs = rows.integer(2);
        marks.insert(rows.text(0), {rows.integer(1) != 0, usedMs > 0 ? fromMs(usedMs) : QDateTime(),
                                    rows.bytes(3).isEmpty() ? QJsonObject() : rows.json(3).toObject()});
    }
    return marks;
}

void DefinitionMarks::writeOne(Database &database, const DefinitionPlace &place, const Change &change)
{
    const QString kind = word(place.key.kind);
    const QString id = notNull(place.key.id);
    const QString favourite = number(change.favourite ? std::optional<qint64>(*change.favourite ? 1 : 0) : std::nullopt);
    const QString used = number(change.usedMs);
    const QString hidden = !change.hidden ? QString() : change.hidden->isEmpty() ? u""_s : QString::fromUtf8(compact(*change.hidden));
    Statement(database, "INSERT OR IGNORE INTO definition_marks(account, kind, definition, favourite, used_ms, hidden) "
                        "VALUES(?,?,?,0,0,'')")
        .bind(place.account, kind, id)
        .run();
    Statement(database, "UPDATE definition_marks SET favourite = coalesce(?, favourite), used_ms = coalesce(?, used_ms), "
                        "hidden = coalesce(?, hidden) WHERE account = ? AND kind = ? AND definition = ?")
        .bind(favourite, used, hidden, place.account, kind, id)
        .run();
    Statement(database, "DELETE FROM definition_marks WHERE account = ? AND kind = ? AND definition = ? AND favourite = 0 AND "
                        "used_ms = 0 AND hidden = ''")
        .bind(place.account, kind, id)
        .run();
}

DefinitionMarks::DefinitionMarks(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DefinitionMarks::tryAgain);
    connect(&store, &StoreThread::opened, this, &DefinitionMarks::onOpened);
}

// From a disk that took nothing it was read without what the log held.
void DefinitionMarks::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load();
}

void DefinitionMarks::tryAgain()
{
    if (std::exchange(m_mustLoadAgain, false))
        load();
    write();
}

void DefinitionMarks::open(const QString &account, DefinitionKind kind)
{
    m_account = notNull(account);
    m_kind = kind;
    m_marks.clear();
    m_isLoaded = false;
    Q_EMIT changed({});
    load();
}

void DefinitionMarks::forget(const QString &account)
{
    m_waiting.forget(notNull(account));
}

void DefinitionMarks::load()
{
    m_store.run(
        this, [account = m_account, kind = m_kind](Database &database) { return readAll(database, account, kind); },
        [this, generation = ++m_generation](const Result<QHash<QString, DefinitionMark>> &marks) {
            if (generation != m_generation)
                return;
            if (marks) {
                onLoaded(*marks);
                return;
            }
            m_mustLoadAgain = true;
            m_again.start(againMs);
        });
}

// What was set since it was read, or before, is newer than the rows.
void DefinitionMarks::onLoaded(const QHash<QString, DefinitionMark> &marks)
{
    m_marks = marks;
    m_waiting.each(m_account, m_kind, [this](const QString &id, const Change &change) { apply(id, change); });
    m_isLoaded = true;
    Q_EMIT changed({});
}

void DefinitionMarks::setFavourite(const QString &id, bool favourite)
{
    change(id, {favourite, {}, {}});
}

void DefinitionMarks::setUsed(const QString &id, const QDateTime &at)
{
    change(id, {{}, at.isValid() ? toMs(at) : 0, {}});
}

void DefinitionMarks::hide(const QString &id, const QJsonObject &json)
{
    change(id, {{}, {}, withoutServerSecrets(json)});
}

void DefinitionMarks::unhide(const QString &id)
{
    change(id, {{}, {}, QJsonObject()});
}

void DefinitionMarks::apply(const QString &id, const Change &change)
{
    DefinitionMark mark = m_marks.value(id);
    if (change.favourite)
        mark.favourite = *change.favourite;
    if (change.usedMs)
        mark.usedAt = *change.usedMs > 0 ? fromMs(*change.usedMs) : QDateTime();
    if (change.hidden)
        mark.hidden = *change.hidden;
    if (mark == DefinitionMark())
        m_marks.remove(id);
    else
        m_marks.insert(id, mark);
}

void DefinitionMarks::change(const QString &id, const Change &change)
{
    const DefinitionPlace place{m_account, {m_kind, id}};
    const Change *before = m_waiting.find(place);
    Change all = before != nullptr ? *before : Change();
    if (change.favourite)
        all.favourite = change.favourite;
    if (change.usedMs)
        all.usedMs = change.usedMs;
    if (change.hidden)
        all.hidden = change.hidden;
    m_waiting.put(place, all);
    apply(id, change);
    write();
    Q_EMIT changed(id);
}

void DefinitionMarks::write()
{
    const Waiting::Batch batch = m_waiting.take();
    if (batch.isEmpty())
        return;
    m_store.run(
        this,
        [batch](Database &database) {
            Transaction transaction(database);
            for (auto it = batch.cbegin(); it != batch.cend(); ++it)
                writeOne(database, it.key(), it->second);
            transaction.commit();
        },
        [this, batch](const Result<> &outcome) { onWritten(batch, outcome); });
}

void DefinitionMarks::onWritten(const Waiting::Batch &batch, const Result<> &outcome)
{
    m_waiting.end(batch, outcome.has_value());
    if (outcome) {
        m_hasFailed = false;
        return;
    }
    m_again.start(againMs);
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT notKept(outcome.error());
}

} // namespace desk
