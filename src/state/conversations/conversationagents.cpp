#include "state/conversations/conversationagents.h"

#include "state/agents/agentstore.h"
#include "state/chat/chatsessions.h"
#include "state/store/conversationmarks.h"

namespace desk {

ConversationAgents::ConversationAgents(ChatSessions &sessions, const AgentStore &agents, ConversationMarks &marks, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_agents(agents)
    , m_marks(marks)
{
    connect(&sessions, &ChatSessions::turnEnded, this, &ConversationAgents::note);
}

void ConversationAgents::note(const ConversationId &id)
{
    ChatSession *session = m_sessions.find(id);
    int row = session ? session->transcript().rowCount() - 1 : -1;
    while (row >= 0 && session->transcript().messageAt(row).role != Role::Assistant) // questions may wait behind it
        --row;
    if (row < 0)
        return;
    const Message &answer = session->transcript().messageAt(row);
    QStringList said = answer.routing ? answer.routing->agents : QStringList();
    said.append(answer.agent);
    QStringList known;
    for (const QString &word : std::as_const(said)) {
        const Agent *agent = m_agents.findByName(word);
        if (!agent)
            agent = m_agents.find(AgentId(word));
        if (agent)
            known << agent->name << agent->id.value();
    }
    m_marks.noteAgents(id, known);
}

} // namespace desk
