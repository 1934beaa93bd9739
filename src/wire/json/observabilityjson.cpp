#include "wire/json/observabilityjson.h"

#include "wire/json/optionals.h"
#include "wire/json/runjson.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

Result<AgentTrace> traceFromJson(const QJsonValue &value)
{
    Reader reader(value, u"trace"_s);
    AgentTrace trace;
    trace.runId = RunId(reader.requiredId("run_id"_L1));
    trace.status = RunStatus::fromWire(reader.string("status"_L1));
    trace.inputPreview = reader.string("input_preview"_L1);
    trace.outputPreview = reader.string("output_preview"_L1);
    const QJsonArray events = reader.array("events"_L1);
    for (const QJsonValue event : events)
        trace.events.append(runEventFromJson(event.toObject()));
    trace.createdAt = reader.time("created_at"_L1);
    trace.updatedAt = reader.time("updated_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return trace;
}

Result<QualityAlert> alertFromJson(const QJsonValue &value)
{
    Reader reader(value, u"alert"_s);
    QualityAlert alert;
    alert.id = ScoreId(reader.requiredId("id"_L1));
    alert.agent = reader.string("agent_id"_L1);
    alert.score = optionalNumber(reader, "score"_L1);
    alert.details = reader.object("details"_L1);
    alert.conversationId = ConversationId(reader.string("conversation_id"_L1));
    alert.messageId = MessageId(reader.string("message_id"_L1));
    alert.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return alert;
}

} // namespace

Result<AgentMetrics> agentMetricsFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"metrics"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    const Reader runs(reader.value("runs"_L1));
    const Reader quality(reader.value("quality"_L1));
    AgentMetrics metrics;
    metrics.agent = reader.string("agent_id"_L1);
    metrics.windowHours = optionalInteger(reader, "window_hours"_L1);
    metrics.totalRuns = optionalInteger(runs, "total"_L1);
    metrics.successfulRuns = optionalInteger(runs, "successful"_L1);
    metrics.successRate = optionalNumber(runs, "success_rate"_L1);
    metrics.averageScore = optionalNumber(quality, "avg_score"_L1);
    metrics.sampleCount = optionalInteger(quality, "sample_count"_L1);
    return metrics;
}

Result<QList<AgentTrace>> agentTracesFromJson(const QJsonValue &value)
{
    return listFromJson<AgentTrace>(Reader(value).value("traces"_L1), traceFromJson);
}

Result<RoutingAccuracy> routingAccuracyFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"routing"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    const Reader figures(reader.value("routing_accuracy"_L1));
    RoutingAccuracy accuracy;
    accuracy.days = optionalInteger(reader, "days"_L1);
    accuracy.averageScore = optionalNumber(figures, "avg_score"_L1);
    accuracy.totalScored = optionalInteger(figures, "total_scored"_L1);
    accuracy.passed = optionalInteger(figures, "passed"_L1);
    accuracy.passRate = optionalNumber(figures, "pass_rate"_L1);
    const QJsonObject distribution = reader.object("agent_distribution"_L1);
    for (auto it = distribution.begin(); it != distribution.end(); ++it) {
        if (it.value().isDouble())
            accuracy.agentDistribution.insert(it.key(), it.value().toInt());
    }
    return accuracy;
}

Result<QualityAlerts> qualityAlertsFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Result<QList<QualityAlert>> list = listFromJson<QualityAlert>(reader.value("alerts"_L1), alertFromJson);
    if (!list)
        return Unexpected{list.error()};
    QualityAlerts alerts;
    alerts.threshold = optionalNumber(reader, "threshold"_L1);
    alerts.agent = reader.string("agent_id"_L1);
    alerts.days = optionalInteger(reader, "days"_L1);
    alerts.total = optionalInteger(reader, "total_alerts"_L1);
    alerts.alerts = *std::move(list);
    return alerts;
}

} // namespace desk::wire
