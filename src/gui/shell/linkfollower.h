#pragma once

#include "domain/desklink.h"

#include <QObject>

#include <optional>

namespace desk {

class AgentStore;
class WorkflowStore;
class Workspace;

// Keeps a link that came from outside until the workspace knows what it may lead to. A later link takes the place of one that waits.
class LinkFollower : public QObject
{
    Q_OBJECT
public:
    LinkFollower(Workspace &workspace, const AgentStore &agents, const WorkflowStore &workflows, QObject *parent = nullptr);

    void open(const DeskLink &link);

Q_SIGNALS:
    void reached(const desk::DeskLink &link); // now; maybe inside open()

private:
    void follow();

    const Workspace &m_workspace;
    const AgentStore &m_agents;
    const WorkflowStore &m_workflows;
    std::optional<DeskLink> m_link; // not followed yet
};

} // namespace desk
