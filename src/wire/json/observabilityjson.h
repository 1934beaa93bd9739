#pragma once

#include "domain/observability.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<AgentMetrics> agentMetricsFromJson(const QJsonValue &value);
[[nodiscard]] Result<QList<AgentTrace>> agentTracesFromJson(const QJsonValue &value); // {agent_id, traces: […]}
[[nodiscard]] Result<RoutingAccuracy> routingAccuracyFromJson(const QJsonValue &value);
[[nodiscard]] Result<QualityAlerts> qualityAlertsFromJson(const QJsonValue &value);

} // namespace desk::wire
