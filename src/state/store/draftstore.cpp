#include "state/store/draftstore.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/store/storethread.h"
#include "wire/json/reader.h"

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
    m_idle.setSingleShot(true);
    m_latest.setSingleShot(true);
    m_loadAgain.setSingleShot(true);
    connect(&m_loadAgain, &QTimer::timeout, this, [this] {
        if (m_mustLoadAgain)
            load();
    });
    connect(&m_idle, &QTimer::timeout, this, &DraftStore::write);
    connect(&m_latest, &QTimer::timeout, this, &DraftStore::write);
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
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it)
        m_dirty.insert(it.key(), ++m_change);
    write();
}

DraftStore::~DraftStore()
{
    write();
}

void DraftStore::open(const QString &account)
{
    if (account == m_account && m_isLoaded)
        return;
    write();
    m_account = account.isNull() ? u""_s : account;
    m_drafts.clear();
    m_dirty.clear();
    m_isLoaded = false;
    Q_EMIT accountChanged();
    load();
}

void DraftStore::rename(const QString &account)
{
    m_account = account;
    load();
}

void DraftStore::load()
{
    m_store.run(
        this, [account = m_account](Database &database) { return readAll(database, account); },
        [this, account = m_account](const Result<QList<Entry>> &entries) {
            if (account != m_account)
                return;
            if (entries) {
                for (const auto &[conversation, draft] : *entries) {
                    if (!m_dirty.contains(conversation))
                        m_drafts.insert(conversation, draft);
                }
            }
            m_mustLoadAgain = !entries;
            if (!entries && entries.error().detail.startsWith("io_error"_L1)) // perhaps for a moment, and nobody opens it again
                m_loadAgain.start(againMs);
            if (std::exchange(m_isLoaded, true) && !entries)
                return;
            Q_EMIT loaded();
        });
}

Draft DraftStore::draft(const ConversationId &conversation) const
{
    return m_drafts.value(conversation);
}

void DraftStore::set(const ConversationId &conversation, const Draft &draft)
{
    if (m_drafts.value(conversation) == draft)
        return;
    if (draft.isEmpty())
        m_drafts.remove(conversation);
    else
        m_drafts.insert(conversation, draft);
    m_dirty.insert(conversation, ++m_change);
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
    if (account != m_account)
        return;
    m_drafts.clear();
    m_dirty.clear();
    m_idle.stop();
    m_latest.stop();
}

void DraftStore::flush()
{
    write();
}

void DraftStore::write()
{
    m_idle.stop();
    m_latest.stop();
    if (m_dirty.isEmpty())
        return;
    QList<Entry> entries;
    for (auto it = m_dirty.cbegin(); it != m_dirty.cend(); ++it)
        entries.append({it.key(), m_drafts.value(it.key())});
    const QHash<ConversationId, quint64> written = std::exchange(m_dirty, {});
    ++m_writing;
    m_store.run(
        this, [account = m_account, entries](Database &database) { writeAll(database, account, entries); },
        [this, account = m_account, written](const Result<> &outcome) {
            --m_writing;
            onWritten(account == m_account ? written : QHash<ConversationId, quint64>(),
                      outcome ? std::nullopt : std::optional(outcome.error()));
        });
}

void DraftStore::onWritten(const QHash<ConversationId, quint64> &written, const std::optional<Error> &error)
{
    if (!error) {
        m_hasFailed = false;
        Q_EMIT saved();
        return;
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        if (!m_dirty.contains(it.key()))
            m_dirty.insert(it.key(), it.value());
    }
    if (!m_dirty.isEmpty() && !m_idle.isActive())
        m_idle.start(againMs);
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT notKept(*error);
}

} // namespace desk
