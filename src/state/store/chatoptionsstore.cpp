#include "state/store/chatoptionsstore.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/store/storethread.h"
#include "wire/json/chatoptionsjson.h"

#include <QDateTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString defaultsKey() // no server's id, and no provisional one
{
    return u"*"_s;
}

// Never null: SQL's NULL is no key.
QString keyOf(const ConversationId &conversation)
{
    return conversation.isEmpty() ? u""_s : conversation.value();
}

using Rows = QHash<QString, ChatOptions>;

Rows readAll(Database &database, const QString &account)
{
    Rows all;
    Statement rows(database, "SELECT conversation, options FROM chat_options WHERE account = ?");
    rows.bind(account);
    while (rows.next()) {
        if (const Result<ChatOptions> options = wire::chatOptionsFromJson(rows.json(1).toObject()))
            all.insert(rows.text(0), *options);
    }
    return all;
}

void writeOne(Database &database, const QString &account, const QString &key, const std::optional<ChatOptions> &options)
{
    if (!options) {
        Statement(database, "DELETE FROM chat_options WHERE account = ? AND conversation = ?").bind(account, key).run();
        return;
    }
    Statement(database, "INSERT INTO chat_options VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET options = excluded.options, "
                        "updated_ms = excluded.updated_ms")
        .bind(account, key, compact(wire::toJson(*options)), QDateTime::currentMSecsSinceEpoch())
        .run();
}

} // namespace

ChatOptionsStore::ChatOptionsStore(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::opened, this, &ChatOptionsStore::onOpened);
}

void ChatOptionsStore::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load();
}

void ChatOptionsStore::open(const QString &account)
{
    if (account == m_account && m_isLoaded)
        return;
    m_account = account.isNull() ? u""_s : account;
    m_options.clear();
    m_changed.clear();
    m_isLoaded = false;
    Q_EMIT changed();
    load();
}

void ChatOptionsStore::rename(const QString &account)
{
    m_account = account;
    m_isLoaded = false; // what is set meanwhile is newer
    load();
}

void ChatOptionsStore::forget(const QString &account)
{
    if (account != m_account)
        return;
    m_options.clear();
    Q_EMIT changed();
}

void ChatOptionsStore::load()
{
    m_store.run(
        this, [account = m_account](Database &database) { return readAll(database, account); },
        [this, account = m_account](const Result<Rows> &rows) {
            if (account != m_account)
                return;
            if (rows) {
                for (auto it = rows->cbegin(); it != rows->cend(); ++it) {
                    if (!m_changed.contains(it.key()))
                        m_options.insert(it.key(), it.value());
                }
            }
            m_changed.clear();
            m_mustLoadAgain = !rows;
            m_isLoaded = true;
            Q_EMIT changed();
        });
}

ChatOptions ChatOptionsStore::options(const ConversationId &conversation) const
{
    const auto own = m_options.constFind(keyOf(conversation));
    return own == m_options.constEnd() ? defaults() : *own;
}

bool ChatOptionsStore::hasOwn(const ConversationId &conversation) const
{
    return m_options.contains(keyOf(conversation));
}

void ChatOptionsStore::set(const ConversationId &conversation, const ChatOptions &options)
{
    if (hasOwn(conversation) && m_options.value(keyOf(conversation)) == options)
        return;
    m_options.insert(keyOf(conversation), options);
    write(keyOf(conversation));
    Q_EMIT changed();
}

void ChatOptionsStore::reset(const ConversationId &conversation)
{
    if (m_options.remove(keyOf(conversation)) == 0)
        return;
    write(keyOf(conversation));
    Q_EMIT changed();
}

void ChatOptionsStore::move(const ConversationId &from, const ConversationId &to)
{
    const auto moved = m_options.constFind(keyOf(from));
    if (moved == m_options.constEnd() || from == to)
        return;
    const ChatOptions options = *moved;
    m_options.remove(keyOf(from));
    m_options.insert(keyOf(to), options);
    write(keyOf(to)); // first: whatever happens between, they are somewhere
    write(keyOf(from));
    Q_EMIT changed();
}

ChatOptions ChatOptionsStore::defaults() const
{
    return m_options.value(defaultsKey());
}

void ChatOptionsStore::setDefaults(const ChatOptions &options)
{
    if (options == ChatOptions())
        m_options.remove(defaultsKey());
    else
        m_options.insert(defaultsKey(), options);
    write(defaultsKey());
    Q_EMIT changed();
}

void ChatOptionsStore::write(const QString &key)
{
    if (!m_isLoaded)
        m_changed.insert(key);
    const auto there = m_options.constFind(key);
    const std::optional<ChatOptions> options = there == m_options.constEnd() ? std::nullopt : std::optional(*there);
    m_store.run(
        this, [account = m_account, key, options](Database &database) { writeOne(database, account, key, options); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
}

} // namespace desk
