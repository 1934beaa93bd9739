#include "state/definitions/definitiondrafts.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/definitions/keptsecrets.h"
#include "state/store/storethread.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int soonMs = 250;
constexpr int againMs = 5000;

using Times = QHash<QString, qint64>; // by id

// Never null: SQL's NULL is no key.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString word(DefinitionKind kind)
{
    return notNull(OpenEnum<DefinitionKind>(kind).wire());
}

void write(Database &database, const DefinitionPlace &place, const std::optional<DefinitionDraft> &draft)
{
    if (!draft) {
        Statement(database, "DELETE FROM definition_drafts WHERE account = ? AND kind = ? AND definition = ?")
            .bind(place.account, word(place.key.kind), notNull(place.key.id))
            .run();
        return;
    }
    Statement(database, "INSERT OR REPLACE INTO definition_drafts(account, kind, definition, base, mine, updated_ms) VALUES(?,?,?,?,?,?)")
        .bind(place.account, word(place.key.kind), notNull(place.key.id), compact(draft->base), compact(draft->mine), toMs(draft->at))
        .run();
}

std::optional<DefinitionDraft> read(Database &database, const DefinitionPlace &place)
{
    Statement row(database, "SELECT base, mine, updated_ms FROM definition_drafts WHERE account = ? AND kind = ? AND definition = ?");
    row.bind(place.account, word(place.key.kind), notNull(place.key.id));
    if (!row.next())
        return {};
    return DefinitionDraft{place.key, row.json(0).toObject(), row.json(1).toObject(), fromMs(row.integer(2))};
}

Times readTimes(Database &database, const QString &account, DefinitionKind kind)
{
    Times times;
    Statement rows(database, "SELECT definition, updated_ms FROM definition_drafts WHERE account = ? AND kind = ?");
    rows.bind(account, word(kind));
    while (rows.next())
        times.insert(rows.text(0), rows.integer(1));
    return times;
}

QList<DefinitionKey> latestFirst(const Times &times, DefinitionKind kind)
{
    QList<std::pair<qint64, QString>> order;
    for (auto it = times.cbegin(); it != times.cend(); ++it)
        order.append({-it.value(), it.key()});
    std::sort(order.begin(), order.end());
    QList<DefinitionKey> keys;
    for (const auto &entry : std::as_const(order))
        keys.append({kind, entry.second});
    return keys;
}

} // namespace

DefinitionDrafts::DefinitionDrafts(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_soon.setSingleShot(true);
    m_again.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DefinitionDrafts::onTimer);
    connect(&m_again, &QTimer::timeout, this, &DefinitionDrafts::onTimer);
}

DefinitionDrafts::~DefinitionDrafts()
{
    flush();
}

void DefinitionDrafts::open(const QString &account)
{
    flush();
    m_account = notNull(account);
}

void DefinitionDrafts::forget(const QString &account)
{
    m_waiting.forget(notNull(account));
}

void DefinitionDrafts::put(const DefinitionDraft &draft)
{
    DefinitionDraft kept = draft;
    kept.mine = withoutServerSecrets(draft.mine, draft.base);
    kept.base = withoutServerSecrets(draft.base);
    if (!kept.at.isValid())
        kept.at = QDateTime::currentDateTimeUtc();
    change(kept.key, kept);
}

void DefinitionDrafts::remove(const DefinitionKey &key)
{
    change(key, std::nullopt);
}

void DefinitionDrafts::change(const DefinitionKey &key, const std::optional<DefinitionDraft> &draft)
{
    m_waiting.put({m_account, key}, draft);
    if (!m_soon.isActive())
        m_soon.start(soonMs);
}

// A slow disk gets the next write when it is done with the last, and then the newest words of each.
void DefinitionDrafts::onTimer()
{
    if (m_writes == 0)
        flush();
}

void DefinitionDrafts::flush()
{
    m_soon.stop();
    const Waiting::Batch batch = m_waiting.take();
    if (batch.isEmpty())
        return;
    ++m_writes;
    m_store.run(
        this,
        [batch](Database &database) {
            Transaction transaction(database);
            for (auto it = batch.cbegin(); it != batch.cend(); ++it)
                write(database, it.key(), it->second);
            transaction.commit();
        },
        [this, batch](const Result<> &outcome) { onWritten(batch, outcome); });
}

void DefinitionDrafts::onWritten(const Waiting::Batch &batch, const Result<> &outcome)
{
    --m_writes;
    m_waiting.end(batch, outcome.has_value());
    if (!outcome) {
        m_again.start(againMs);
        if (!std::exchange(m_hasFailed, true))
            Q_EMIT notKept(outcome.error());
        return;
    }
    m_hasFailed = false;
    if (m_waiting.isEmpty())
        Q_EMIT saved();
    else if (m_writes == 0 && !m_soon.isActive())
        m_soon.start(soonMs); // changed while the disk was busy
}

void DefinitionDrafts::find(const DefinitionKey &key, QObject *context, Found done)
{
    const DefinitionPlace place{m_account, key};
    const std::optional<DefinitionDraft> *found = m_waiting.find(place);
    const bool isHere = found != nullptr;
    m_store.run(
        context, [place](Database &database) { return read(database, place); },
        [done = std::move(done), isHere, here = isHere ? *found : std::nullopt](const Result<std::optional<DefinitionDraft>> &there) {
            done(isHere ? Result<std::optional<DefinitionDraft>>(here) : there);
        });
}

void DefinitionDrafts::keys(DefinitionKind kind, QObject *context, Keys done)
{
    QHash<QString, std::optional<qint64>> here; // nothing: removed
    m_waiting.each(m_account, kind, [&here](const QString &id, const std::optional<DefinitionDraft> &draft) {
        here.insert(id, draft ? std::optional(toMs(draft->at)) : std::nullopt);
    });
    m_store.run(
        context, [kind, account = m_account](Database &database) { return readTimes(database, account, kind); },
        [done = std::move(done), kind, here](const Result<Times> &there) {
            if (!there && here.isEmpty()) {
                done(Unexpected{there.error()});
                return;
            }
            Times times = there ? *there : Times();
            for (auto it = here.cbegin(); it != here.cend(); ++it) {
                if (*it)
                    times.insert(it.key(), **it);
                else
                    times.remove(it.key());
            }
            done(latestFirst(times, kind));
        });
}

} // namespace desk
