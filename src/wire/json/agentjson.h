#pragma once

#include "domain/agent.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Agent> agentFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Agent &agent); // raw overlaid with the typed fields

} // namespace desk::wire
