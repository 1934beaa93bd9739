#include "domain/routinghint.h"

#include <utility>

namespace desk {

namespace {

constexpr double inDoubt = 0.7; // below it

} // namespace

std::optional<RoutingDecision> routingAfter(std::optional<RoutingDecision> known, const Thought &thought)
{
    if (thought.confidence <= 0 && thought.agent.isEmpty())
        return known;
    RoutingDecision decision = std::move(known).value_or(RoutingDecision());
    if (decision.confidence <= 0 && thought.confidence > 0) {
        decision.confidence = thought.confidence;
        if (!decision.needsDisambiguation && thought.confidence < inDoubt)
            decision.needsDisambiguation = decision.isTaken = true;
    }
    if (!thought.agent.isEmpty()) {
        for (const QString &asked : std::as_const(decision.agents)) {
            if (asked != thought.agent && !decision.alternatives.contains(asked))
                decision.alternatives.append(asked);
        }
        decision.alternatives.removeAll(thought.agent);
        decision.agents = QStringList{thought.agent};
    }
    return decision;
}

} // namespace desk
