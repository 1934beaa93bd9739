#pragma once

#include "domain/insight.h"
#include "state/cache/cachetable.h"
#include "state/store/storethread.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace desk {

class ConversationStore;
class InsightTable;

// Copies of one account's conversations and messages on this computer, for cold starts, times without a connection, and search (D-05,
// CH-03). Filled from what passes by and by CacheFiller. Nobody waits for it: what it does not take is left out, and the log says so.
// Calls are carried out in their order, in the store's thread; answers come in the GUI thread, where this lives, never after context is
// gone and never for another account than it was asked for.
class ConversationCache : public QObject
{
    Q_OBJECT
public:
    explicit ConversationCache(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account); // AuthManager::account(): whose copies every call below means
    [[nodiscard]] const QString &account() const { return m_account; }
    // Keeps what the store gets from the server, forgets what is deleted there, and gives the store what is kept while it has nothing.
    void follow(ConversationStore &store);

    void putConversations(const QList<Conversation> &conversations);
    void putMessages(const Conversation &conversation, const QList<Message> &messages, const MessagePlaces &places);
    void putFileText(const FileId &file, const QString &text);       // words of a file that goes with a message
    void putInsights(const QList<Insight> &insights, qint64 readMs); // see InsightTable
    void removeInsights(const QList<InsightId> &insights);
    void removeInsightsReadBefore(qint64 readMs);
    void remove(const ConversationId &conversation);
    void removeMessages(const ConversationId &conversation, const QList<MessageId> &messages); // the server has deleted them
    void tidy(); // after much was put: the pieces of the index become one, which is smaller and faster; a piece at a time
    // What the database refuses to remove is tried again while this lives, unless something is put for the account meanwhile. Other
    // removals need no such care: they come again with the next reading of what the server has.
    void removeAccount(const QString &account, QObject *context = nullptr, std::function<void(const Result<> &outcome)> done = {});

    // The newest of them; none when there are none, or the database refused.
    void load(const ConversationId &conversation, qsizetype count, QObject *context, std::function<void(const SavedMessages &)> done);
    void loadConversations(QObject *context, std::function<void(const QList<Conversation> &)> done);

    // Any other job on the tables of the account; done() gets nothing when the database refused it.
    template <typename Work, typename Done>
    void run(QObject *context, Work work, Done done)
    {
        m_store.run(
            context,
            [work = std::move(work), account = m_account](Database &database) {
                CacheTable table(database, account);
                return work(table);
            },
            [this, account = m_account, done = std::move(done)](const auto &outcome) {
                if (!outcome)
                    note(outcome.error());
                else if (account == m_account)
                    done(*outcome);
            });
    }

Q_SIGNALS:
    void accountChanged();
    void messagesAdded();                         // there is more to be found
    void removed(const desk::ConversationId &id); // by remove(): nothing of it is kept

private:
    void note(const Error &error);
    void change(std::function<void(CacheTable &table)> work);
    void changeInsights(std::function<void(InsightTable &table)> work);
    void purge(bool isFirst);
    void tryAgain();

    StoreThread &m_store;
    QString m_account = QLatin1String("");
    ConversationStore *m_conversations = nullptr;
    QStringList m_toRemove; // accounts of which the database has not said yet that they are gone
    QTimer m_purgeAgain;
    int m_errorWaitMs;        // until then, after an error; grows until the database takes it
    bool m_purgeAnew = false; // the one that was refused had just begun
    bool m_hasFailed = false;
};

} // namespace desk
