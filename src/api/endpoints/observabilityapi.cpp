#include "api/endpoints/observabilityapi.h"

#include "wire/json/observabilityjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<AgentMetrics> *ObservabilityApi::metrics(const QString &agent, int windowHours)
{
    return get<AgentMetrics>(path(u"/evals/observability/agent/%1/metrics"_s, agent), wire::agentMetricsFromJson,
                             Query().number("window_hours"_L1, windowHours));
}

ApiCall<QList<AgentTrace>> *ObservabilityApi::traces(const QString &agent, int limit)
{
    return get<QList<AgentTrace>>(path(u"/evals/observability/agent/%1/traces"_s, agent), wire::agentTracesFromJson,
                                  Query().number("limit"_L1, limit));
}

ApiCall<RoutingAccuracy> *ObservabilityApi::routingAccuracy(int days)
{
    return get<RoutingAccuracy>(u"/evals/observability/routing/accuracy"_s, wire::routingAccuracyFromJson, Query().number("days"_L1, days));
}

ApiCall<QualityAlerts> *ObservabilityApi::qualityAlerts(const QualityAlertFilter &filter)
{
    return get<QualityAlerts>(u"/evals/observability/quality-alerts"_s, wire::qualityAlertsFromJson,
                              Query()
                                  .text("threshold"_L1, QString::number(filter.threshold))
                                  .text("agent_id"_L1, filter.agent)
                                  .number("days"_L1, filter.days)
                                  .number("limit"_L1, filter.limit));
}

} // namespace desk
