#include "state/chat/chatsessions.h"

#include "state/conversations/conversationstore.h"
#include "state/store/turnjournal.h"

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype maxIdleSessions = 8;

} // namespace

ChatSessions::ChatSessions(ApiClient &api, Workspace &workspace, ConversationStore &conversations, TurnJournal *journal, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_conversations(conversations)
    , m_journal(journal)
{
    connect(&conversations, &ConversationStore::removed, this, [this](const ConversationId &id) {
        forget(id);
        if (m_journal)
            m_journal->removeConversation(id);
    });
    if (m_journal)
        connect(m_journal, &TurnJournal::opened, this, [this] {
            if (m_mustRecover)
                recover();
        });
}

void ChatSessions::recover()
{
    if (!m_journal)
        return;
    m_journal->loadOpen(this, [this, account = m_journal->account()](const Result<QList<TurnRecord>> &turns) {
        if (account != m_journal->account())
            return;
        m_mustRecover = !turns;
        if (!turns)
            return;
        for (const TurnRecord &turn : *turns) {
            if (isProvisional(turn.conversation) && !m_conversations.find(turn.conversation)) {
                Conversation waiting;
                waiting.id = turn.conversation;
                waiting.title = provisionalTitle(turn.request.text);
                waiting.createdAt = turn.createdAt;
                waiting.updatedAt = turn.createdAt;
                m_conversations.upsert(waiting);
            }
            if (isOpen(turn.state))
                (void)session(turn.conversation);
        }
    });
    m_journal->loadRemovals(this, [this, account = m_journal->account()](const Result<QList<ConversationId>> &conversations) {
        if (account != m_journal->account() || !conversations)
            return;
        for (const ConversationId &id : *conversations)
            (void)session(id);
    });
}

void ChatSessions::reconnectNow()
{
    const QList<ChatSession *> sessions = m_sessions;
    for (ChatSession *session : sessions)
        session->reconnectNow();
}

ChatSession *ChatSessions::session(const ConversationId &id)
{
    for (qsizetype i = 0; i < m_sessions.size(); ++i) {
        if (m_sessions.at(i)->conversationId() == id) {
            m_sessions.move(i, m_sessions.size() - 1);
            return m_sessions.last();
        }
    }
    ChatSession *session = create();
    session->open(id);
    return session;
}

ChatSession *ChatSessions::newSession()
{
    // An unused new conversation is offered again instead of piling up.
    for (ChatSession *session : std::as_const(m_sessions)) {
        if (session->conversationId().isEmpty() && !session->isBusy() && session->transcript().rowCount() == 0)
            return session;
    }
    return create();
}

ChatSession *ChatSessions::ownSession()
{
    ChatSession *session = create();
    m_sessions.move(m_sessions.size() - 1, 0); // let go before one that the window shows
    return session;
}

ChatSession *ChatSessions::find(const ConversationId &id) const
{
    const auto session =
        std::find_if(m_sessions.cbegin(), m_sessions.cend(), [&id](const ChatSession *s) { return s->conversationId() == id; });
    return session == m_sessions.cend() ? nullptr : *session;
}

QList<ConversationId> ChatSessions::busyConversations() const
{
    QList<ConversationId> ids;
    for (const ChatSession *session : m_sessions) {
        if (session->isBusy())
            ids.append(session->conversationId());
    }
    return ids;
}

int ChatSessions::busyCount() const
{
    return static_cast<int>(std::count_if(m_sessions.cbegin(), m_sessions.cend(), [](const ChatSession *s) { return s->isBusy(); }));
}

void ChatSessions::forget(const ConversationId &id)
{
    for (qsizetype i = m_sessions.size() - 1; i >= 0; --i) {
        if (m_sessions.at(i)->conversationId() == id)
            m_sessions.takeAt(i)->deleteLater();
    }
    Q_EMIT busyCountChanged(busyCount());
}

void ChatSessions::clear()
{
    for (ChatSession *session : std::as_const(m_sessions))
        session->deleteLater();
    m_sessions.clear();
    Q_EMIT cleared();
    Q_EMIT busyCountChanged(0);
}

ChatSession *ChatSessions::create()
{
    trim();
    auto *session = new ChatSession(m_api, m_workspace, m_conversations, m_journal, this);
    session->setCache(m_cache);
    m_sessions.append(session);
    connect(session, &ChatSession::stateChanged, this, [this] { Q_EMIT busyCountChanged(busyCount()); });
    connect(session, &ChatSession::notKept, this, &ChatSessions::notKept);
    connect(session, &ChatSession::conversationIdChanged, this, &ChatSessions::conversationIdChanged);
    connect(session, &ChatSession::prompted, this,
            [this, session](const Prompt &prompt) { Q_EMIT prompted(session->conversationId(), prompt); });
    connect(session, &ChatSession::agentAsked, this, [this, session] { Q_EMIT agentAsked(session->conversationId()); });
    connect(session, &ChatSession::turnEnded, this,
            [this, session](bool success) { Q_EMIT turnEnded(session->conversationId(), success); });
    return session;
}

void ChatSessions::setShown(const QObject *viewer, ChatSession *session)
{
    if (session)
        m_shown.insert(viewer, session);
    else
        m_shown.remove(viewer);
}

void ChatSessions::trim()
{
    const auto isShown = [this](const ChatSession *session) {
        return std::any_of(m_shown.cbegin(), m_shown.cend(), [session](const auto &shown) { return shown == session; });
    };
    for (qsizetype i = 0; i < m_sessions.size() && m_sessions.size() >= maxIdleSessions;) {
        const ChatSession *session = m_sessions.at(i);
        if (!session->canBeLetGo() || isShown(session))
            ++i;
        else
            m_sessions.takeAt(i)->deleteLater();
    }
}

} // namespace desk
