#include "state/agents/agentfigures.h"

namespace desk {

AgentFigures::AgentFigures(ApiClient &api, Workspace &workspace, RunStore &seen, QObject *parent)
    : QObject(parent)
    , m_runs(api, workspace, seen)
    , m_scoring(api, workspace)
{
}

} // namespace desk
