#include "gui/shell/linkfollower.h"

#include "state/agents/agentstore.h"
#include "state/workflowstore.h"
#include "state/workspace.h"

namespace desk {

LinkFollower::LinkFollower(Workspace &workspace, const AgentStore &agents, const WorkflowStore &workflows, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_agents(agents)
    , m_workflows(workflows)
{
    connect(&workspace, &Workspace::ready, this, &LinkFollower::follow);
    connect(&agents, &AgentStore::agentsChanged, this, &LinkFollower::follow);
    connect(&workflows, &WorkflowStore::workflowsChanged, this, &LinkFollower::follow);
}

void LinkFollower::open(const DeskLink &link)
{
    m_link = link;
    follow();
}

void LinkFollower::follow()
{
    if (!m_link || m_workspace.state() != Workspace::State::Ready)
        return;
    if (m_link->kind == DeskLink::Kind::Agent && !m_agents.isLoaded())
        return; // asked again when they are
    if (m_link->kind == DeskLink::Kind::Workflow && !m_workflows.isLoaded())
        return;
    const DeskLink link = *m_link;
    m_link.reset();
    Q_EMIT reached(link);
}

} // namespace desk
