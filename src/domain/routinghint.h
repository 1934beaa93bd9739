#pragma once

#include "domain/chatevent.h"

#include <optional>

namespace desk {

// The decision once `thought` was heard too. The team server's agentic endpoint sends no routing_decision: its thoughts tell how sure it
// is and which agent it took (contract 4.6; CH-65, CH-66). Below 0.7 it is in doubt, and answers all the same. A confidence the server
// decided with stays; of several agents that were asked for, those not taken become alternatives. `known` as it is where the thought tells
// nothing. Pure.
[[nodiscard]] std::optional<RoutingDecision> routingAfter(std::optional<RoutingDecision> known, const Thought &thought);

} // namespace desk
