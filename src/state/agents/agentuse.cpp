#include "state/agents/agentuse.h"

#include "auth/authmanager.h"
#include "state/agents/agentstore.h"
#include "state/conversations/conversationstore.h"
#include "state/definitions/definitionmarks.h"
#include "state/runstore.h"
#include "state/workspace.h"

namespace desk {

AgentUse::AgentUse(const Sources &sources, DefinitionMarks &marks, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_marks(marks)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&sources.agents, &AgentStore::agentsChanged, &m_soon, soon);
    connect(&sources.runs, &RunStore::runsChanged, &m_soon, soon);
    connect(&sources.conversations, &ConversationStore::conversationsChanged, &m_soon, soon);
    connect(&marks, &DefinitionMarks::changed, &m_soon, [this](const QString &id) {
        if (id.isEmpty()) // they were read
            m_soon.start();
    });
    connect(&m_soon, &QTimer::timeout, this, &AgentUse::note);
}

AgentId AgentUse::idOf(const QString &nameOrId) const
{
    if (m_sources.agents.find(AgentId(nameOrId)))
        return AgentId(nameOrId);
    const Agent *named = m_sources.agents.findByName(nameOrId);
    return named ? named->id : AgentId();
}

QHash<AgentId, QDateTime> AgentUse::seen() const
{
    QHash<AgentId, QDateTime> last;
    const auto take = [this, &last](const QString &agent, const QDateTime &at) {
        const AgentId id = agent.isEmpty() ? AgentId() : idOf(agent);
        if (!id.isEmpty() && at.isValid() && !(last.value(id) > at))
            last.insert(id, at);
    };
    const AuthManager *session = m_sources.workspace.session();
    const QString self = session ? session->person().id : QString();
    for (const Run &run : m_sources.runs.runs()) {
        if (self.isEmpty() || run.createdBy.isEmpty() || run.createdBy.value() == self)
            take(run.agentId.isEmpty() ? run.agentName : run.agentId.value(), run.createdAt);
    }
    for (const Conversation &conversation : m_sources.conversations.conversations())
        take(conversation.agentId.value(), conversation.createdAt); // a change may be another title
    return last;
}

void AgentUse::note()
{
    if (!m_marks.isLoaded())
        return;
    const QHash<AgentId, QDateTime> last = seen();
    for (auto use = last.cbegin(); use != last.cend(); ++use) {
        const QDateTime known = m_marks.marks().value(use.key().value()).usedAt;
        if (!known.isValid() || known < use.value())
            m_marks.setUsed(use.key().value(), use.value());
    }
}

} // namespace desk
