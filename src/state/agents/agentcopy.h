#pragma once

#include "domain/agent.h"

namespace desk {

// A new agent like this one, for its maker alone: what to start from where an agent cannot be changed (AG-46). `takenNames` are those of
// all agents there are.
[[nodiscard]] Agent agentCopy(const Agent &agent, const QStringList &takenNames);

} // namespace desk
