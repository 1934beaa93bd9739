#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/store/branchrecord.h"
#include "state/store/storethread.h"
#include "state/store/turnrecord.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace desk {

// The turns of one account on disk: the messages that wait to be sent, the events of the streams under way, and the answers as they
// were seen. Whoever shows something waits for `done` first, so that nothing was ever shown that a crash could take back (D-01).
// Everything is written in the order of the calls. `done` runs in the GUI thread, never after context is gone; an error is of kind
// Storage and means that the step is not on disk, while later ones may be. Lives in the GUI thread.
class TurnJournal : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<> &outcome)>;
    using Turns = std::function<void(const Result<QList<TurnRecord>> &turns)>;

    explicit TurnJournal(StoreThread &store, QObject *parent = nullptr);

Q_SIGNALS:
    void opened(); // the database, again if it was before: what was not taken then may be now

public:
    void open(const QString &account); // AuthManager::account(): whose turns every call below means
    [[nodiscard]] const QString &account() const { return m_account; }

    // A new question, or one that the disk did not take before; a later step may have written it meanwhile. The draft it was made of goes
    // in the same transaction (DATA-05), if it still says the same: that of draftOf, empty for a new chat's. So does the turn it replaces,
    // if it is one that is asked again. And so do the places of the turns in a conversation with versions. behind: ids of turns that wait
    // and come after this one, in order.
    void begin(const TurnRecord &turn, const ConversationId &draftOf, const QString &replaces, QObject *context, Done done,
               const QList<BranchRecord> &branches = {}, const QStringList &behind = {});
    void append(const TurnRecord &turn, const QList<wire::ServerEvent> &events, QObject *context, Done done);
    // Everything but request, events and order. With an answer: the turn ended, its events are folded into it, and kept as its trace.
    void update(const TurnRecord &turn, QObject *context, Done done);
    void startOver(const QString &turn); // its events come again from the first
    void forget(const QString &turn);
    // Runs when everything that was given before is done.
    void settle(QObject *context, std::function<void()> done);

    void load(const ConversationId &conversation, QObject *context, Turns turns); // with their events, oldest first
    // What a turn's events were, or are so far, as an event stream within the bounds of TraceTable; empty: none are kept.
    void loadTrace(const QString &turn, QObject *context, std::function<void(const Result<QByteArray> &stream)> done);
    // Without events: what is open, and what was never taken into a conversation of the server.
    void loadOpen(QObject *context, Turns turns);
    void loadConversations(QObject *context, std::function<void(const Result<QList<ConversationId>> &)> conversations); // with any turn
    void loadShape(const ConversationId &conversation, QObject *context, std::function<void(const Result<ConversationShape> &)> shape);
    void putBranches(const ConversationId &conversation, const QList<BranchRecord> &branches, QObject *context, Done done);
    void putRemoval(const ConversationId &conversation, const RemovalRecord &removal, QObject *context, Done done);
    void dropRemoval(const QString &removal);
    // What a removal leaves, in one transaction with its end: turns that are gone, and what continued them.
    struct Removed {
        QString turn;   // empty: not of this journal
        QString node;   // in the tree of versions
        QString parent; // what it continued
    };
    void finishRemoval(const ConversationId &conversation, const RemovalRecord &removal, const QList<Removed> &turns);
    // Conversations in which something is still to be deleted.
    void loadRemovals(QObject *context, std::function<void(const Result<QList<ConversationId>> &)> conversations);
    void move(const ConversationId &from, const ConversationId &to); // a new conversation got its id, and has taken it
    // The new chat `by`, a provisional id, is the conversation, or will be: from now on no other is taken for it (HTTP-08). Forgotten with
    // the program, when the conversations of this account's turns say the same.
    void take(const ConversationId &conversation, const ConversationId &by) { m_taken.insert(conversation, by); }
    [[nodiscard]] bool isTaken(const ConversationId &conversation, const ConversationId &by) const; // by another one
    void removeConversation(const ConversationId &conversation);
    void adopt(const QString &from, const QString &to);                      // turns and drafts of an account that has got its name
    void removeAccount(const QString &account, QObject *context, Done done); // with its drafts

private:
    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QHash<ConversationId, ConversationId> m_taken;
};

} // namespace desk
