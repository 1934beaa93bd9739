#pragma once

#include "state/agents/agentruns.h"
#include "state/agents/agentscoring.h"

namespace desk {

// What there is to tell of the agent that is looked at beside its definition: each half loads by itself.
class AgentFigures : public QObject
{
    Q_OBJECT
public:
    AgentFigures(ApiClient &api, Workspace &workspace, RunStore &seen, QObject *parent = nullptr); // all of them outlive it

    [[nodiscard]] AgentRuns &runs() { return m_runs; }
    [[nodiscard]] AgentScoring &scoring() { return m_scoring; }

private:
    AgentRuns m_runs;
    AgentScoring m_scoring;
};

} // namespace desk
