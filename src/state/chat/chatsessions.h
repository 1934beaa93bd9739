#pragma once

#include "state/chat/chatsession.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace desk {

class ConversationCache;

// Keeps the sessions of the open workspace alive while other conversations are shown, so that a turn goes on where it belongs.
// Finished sessions beyond the newest few are let go; one that is busy never is.
class ChatSessions : public QObject
{
    Q_OBJECT
public:
    // A null journal keeps nothing on disk.
    ChatSessions(ApiClient &api, Workspace &workspace, ConversationStore &conversations, TurnJournal *journal = nullptr,
                 QObject *parent = nullptr);

    void setCache(ConversationCache *cache) { m_cache = cache; } // for sessions that begin from now on; null: none

    // Goes on with everything the journal's account has open: what waits is sent, what was being answered is watched again. Conversations
    // that no server has yet come back into the list.
    void recover();
    void reconnectNow(); // after a sleep or a change of network: whoever waits before the next try does it at once (D-03)
    // Never let go as long as the viewer, a page, shows it; null: it shows none.
    void setShown(const QObject *viewer, ChatSession *session);

    // Owned by this object, valid until the workspace changes; ask again after cleared().
    [[nodiscard]] ChatSession *session(const ConversationId &id);    // opens (loads) it at first use
    [[nodiscard]] ChatSession *newSession();                         // for a conversation that does not exist yet
    [[nodiscard]] ChatSession *ownSession();                         // as newSession(), but one that nobody else shows
    [[nodiscard]] ChatSession *find(const ConversationId &id) const; // nullptr: not open; unlike session() it changes nothing
    [[nodiscard]] int busyCount() const;
    [[nodiscard]] QList<ConversationId> busyConversations() const; // an empty id: one that the server has not named yet
    void forget(const ConversationId &id);                         // deleted: ends its stream
    void clear();

Q_SIGNALS:
    void cleared();
    void busyCountChanged(int count);
    void turnEnded(const desk::ConversationId &id, bool success);
    void prompted(const desk::ConversationId &id, const desk::Prompt &prompt); // the agent asks, and waits for the person
    void agentAsked(const desk::ConversationId &id);                           // which agent is to answer
    void conversationIdChanged(const desk::ConversationId &id, const desk::ConversationId &before); // of whichever session
    void notKept(const desk::Error &error);                                                         // the disk does not take what is shown

private:
    ChatSession *create();
    void trim();

    ApiClient &m_api;
    Workspace &m_workspace;
    ConversationStore &m_conversations;
    TurnJournal *m_journal;
    ConversationCache *m_cache = nullptr;
    QHash<const QObject *, QPointer<ChatSession>> m_shown; // by viewer
    bool m_mustRecover = false;                            // the database could not be read
    QList<ChatSession *> m_sessions;                       // least recently used first
};

} // namespace desk
