#pragma once

#include "domain/ids.h"

#include <QObject>

namespace desk {

class AgentStore;
class ChatSessions;
class ConversationMarks;

// Notes with each turn that ends which agent answered in its conversation, so that it is found by it also where the server says nothing of
// that (CH-08, CA-22). By name and by id, as far as the agent list knows it; what is no agent is not noted. Lives in the GUI thread; all
// three outlive it.
class ConversationAgents : public QObject
{
    Q_OBJECT
public:
    ConversationAgents(ChatSessions &sessions, const AgentStore &agents, ConversationMarks &marks, QObject *parent = nullptr);

private:
    void note(const ConversationId &id);

    ChatSessions &m_sessions;
    const AgentStore &m_agents;
    ConversationMarks &m_marks;
};

} // namespace desk
