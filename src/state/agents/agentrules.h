#pragma once

#include "domain/agent.h"
#include "state/agents/agentremark.h"
#include "state/agents/agentsurroundings.h"

namespace desk {

// What the server would refuse in an agent, and what had better be looked at, each beside its field (FR-016, AG-40, AG-44, AG-47, D-65): in
// the order of the fields, faults and advice mixed. The server has the last word; what it does not send for an agent that exists
// (its name) is not looked at. Linear in the size of the agent and of what is known. Pure; any thread.
[[nodiscard]] QList<AgentRemark> agentRemarks(const Agent &agent, const AgentSurroundings &known);

} // namespace desk
