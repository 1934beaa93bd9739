#pragma once

#include <QJsonObject>

#include <optional>

namespace desk {

// The limits of a workflow's execution (contract 5.6); a limit that is not set does not hold. One that is exceeded fails the execution.
// Limits this client does not know stay in `raw`.
struct Guardrails {
    std::optional<qint64> requestLimit;     // agent steps
    std::optional<qint64> totalTokensLimit; // estimated from characters
    std::optional<qint64> toolCallsLimit;
    std::optional<double> maxCostDollars; // a flat estimate for each agent step
    std::optional<qint64> timeoutSeconds; // the team server stores but does not enforce it
    QJsonObject raw;
};

} // namespace desk
