#include "state/cache/conversationcache.h"

#include "domain/log.h"
#include "state/cache/insighttable.h"
#include "state/conversations/conversationstore.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int listedAtStart = 2000;
constexpr int purgeAgainMs = 1000;    // a search is over by then, or nearly
constexpr int longestWaitMs = 60'000; // after errors

} // namespace

ConversationCache::ConversationCache(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_errorWaitMs(purgeAgainMs)
{
    m_purgeAgain.setSingleShot(true);
    connect(&m_purgeAgain, &QTimer::timeout, this, &ConversationCache::tryAgain);
}

void ConversationCache::open(const QString &account)
{
    const QString next = account.isNull() ? u""_s : account;
    if (next == m_account)
        return;
    m_account = next;
    Q_EMIT accountChanged();
    if (m_conversations)
        loadConversations(m_conversations, [store = m_conversations](const QList<Conversation> &saved) { store->showSaved(saved); });
}

void ConversationCache::follow(ConversationStore &store)
{
    m_conversations = &store;
    connect(&store, &ConversationStore::listed, this, &ConversationCache::putConversations);
    connect(&store, &ConversationStore::removed, this, &ConversationCache::remove);
}

void ConversationCache::note(const Error &error)
{
    if (!std::exchange(m_hasFailed, true))
        qCWarning(logState) << "copies of conversations are not kept:" << error.detail;
}

void ConversationCache::change(std::function<void(CacheTable &table)> work)
{
    m_store.run(
        this,
        [work = std::move(work), account = m_account](Database &database) {
            CacheTable table(database, account);
            work(table);
        },
        [this](const Result<> &outcome) {
            if (!outcome)
                note(outcome.error());
        });
}

void ConversationCache::putConversations(const QList<Conversation> &conversations)
{
    m_toRemove.removeOne(m_account);
    change([conversations](CacheTable &table) { table.putConversations(conversations); });
}

void ConversationCache::putMessages(const Conversation &conversation, const QList<Message> &messages, const MessagePlaces &places)
{
    m_toRemove.removeOne(m_account);
    run(
        this, [conversation, messages, places](CacheTable &table) { return table.putMessages(conversation, messages, places); },
        [this](int added) {
            if (added > 0)
                Q_EMIT messagesAdded();
        });
}

void ConversationCache::putFileText(const FileId &file, const QString &text)
{
    m_toRemove.removeOne(m_account);
    change([file, text](CacheTable &table) { table.putFileText(file, text); });
}

void ConversationCache::changeInsights(std::function<void(InsightTable &table)> work)
{
    m_store.run(
        this,
        [work = std::move(work), account = m_account](Database &database) {
            InsightTable table(database, account);
            work(table);
        },
        [this](const Result<> &outcome) {
            if (!outcome)
                note(outcome.error());
        });
}

void ConversationCache::putInsights(const QList<Insight> &insights, qint64 readMs)
{
    m_toRemove.removeOne(m_account);
    changeInsights([insights, readMs](InsightTable &table) { table.put(insights, readMs); });
}

void ConversationCache::removeInsights(const QList<InsightId> &insights)
{
    changeInsights([insights](InsightTable &table) { table.remove(insights); });
    purge(true);
}

void ConversationCache::removeInsightsReadBefore(qint64 readMs)
{
    changeInsights([readMs](InsightTable &table) { table.removeReadBefore(readMs); });
    purge(true);
}

void ConversationCache::remove(const ConversationId &conversation)
{
    change([conversation](CacheTable &table) { table.remove(conversation); });
    purge(true);
    Q_EMIT removed(conversation);
}

void ConversationCache::removeMessages(const ConversationId &conversation, const QList<MessageId> &messages)
{
    change([conversation, messages](CacheTable &table) { table.removeMessages(conversation, messages); });
    purge(true);
}

void ConversationCache::removeAccount(const QString &account, QObject *context, std::function<void(const Result<> &outcome)> done)
{
    const QString name = account.isNull() ? u""_s : account;
    m_toRemove.removeOne(name);
    m_toRemove.append(name);
    m_store.run(
        context ? context : this, [name](Database &database) { CacheTable(database, name).removeAccount(); },
        [this, name, done = std::move(done)](const Result<> &outcome) {
            if (outcome)
                m_toRemove.removeOne(name);
            else
                note(outcome.error());
            if (done)
                done(outcome);
        });
    purge(true);
}

void ConversationCache::tidy()
{
    purge(true);
}

// A piece at a time, so that what is asked meanwhile does not wait for all of it. What the database refuses is tried again from here:
// nobody else asks for it.
void ConversationCache::purge(bool isFirst)
{
    m_store.run(
        this, [isFirst](Database &database) { return CacheTable(database, u""_s).purge(isFirst); },
        [this, isFirst](const Result<CacheTable::Purge> &purged) {
            if (purged && *purged == CacheTable::Purge::Part) {
                purge(false);
                return;
            }
            if (!purged) {
                note(purged.error());
                m_purgeAnew = m_purgeAnew || isFirst;
            }
            if (!purged || !m_toRemove.isEmpty()) {
                m_purgeAgain.start(m_errorWaitMs);
                m_errorWaitMs = std::min(2 * m_errorWaitMs, longestWaitMs);
                return;
            }
            m_errorWaitMs = purgeAgainMs;
            if (*purged == CacheTable::Purge::LogIsRead)
                m_purgeAgain.start(purgeAgainMs);
        });
}

void ConversationCache::tryAgain()
{
    const bool isFirst = std::exchange(m_purgeAnew, false);
    const QStringList accounts = m_toRemove;
    for (const QString &account : accounts)
        removeAccount(account);
    if (accounts.isEmpty())
        purge(isFirst);
}

void ConversationCache::load(const ConversationId &conversation, qsizetype count, QObject *context,
                             std::function<void(const SavedMessages &)> done)
{
    m_store.run(
        context,
        [conversation, count, account = m_account](Database &database) {
            return CacheTable(database, account).newest(conversation, count);
        },
        [this, done = std::move(done)](const Result<SavedMessages> &saved) {
            if (!saved)
                note(saved.error());
            done(saved ? *saved : SavedMessages());
        });
}

void ConversationCache::loadConversations(QObject *context, std::function<void(const QList<Conversation> &)> done)
{
    run(
        context, [](CacheTable &table) { return table.conversations(listedAtStart); }, std::move(done));
}

} // namespace desk
