#pragma once

#include "domain/agent.h"
#include "state/agents/agentremark.h"
#include "state/agents/agentsurroundings.h"

namespace desk {

// The part of agentRemarks() that is about tools and scopes. "data:read" of a tool and "data.read" of a token are one scope (contract 3.3),
// and "data.*" covers both. Pure.

// In the order of Agent::tools; `item` is the place there.
[[nodiscard]] QList<AgentRemark> toolRemarks(const Agent &agent, const AgentSurroundings &known);
// Scopes that no tool needs, in their order. Says nothing of an agent with tools whose needs are not known, or with workflows.
[[nodiscard]] QList<AgentRemark> scopeRemarks(const Agent &agent, const AgentSurroundings &known);
// Tools of the server that the instructions name, by whole words, and the agent does not have. A name that may be a word of the
// language, without "_", counts between backticks alone. Empty where a tool server may bring them along.
[[nodiscard]] QStringList toolsNamedButLacking(const Agent &agent, const AgentSurroundings &known);

} // namespace desk
