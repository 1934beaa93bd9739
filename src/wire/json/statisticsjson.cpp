#include "wire/json/statisticsjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// Snake case in the rows, camel case around them (contract 6.2 #15).
Result<ModelUsage> modelUsageFromJson(const QJsonValue &value)
{
    Reader reader(value, u"usage"_s);
    ModelUsage usage;
    usage.model = reader.requiredString("model"_L1);
    usage.requests = optionalBigInteger(reader, "requests"_L1);
    usage.inputTokens = optionalBigInteger(reader, "input_tokens"_L1);
    usage.outputTokens = optionalBigInteger(reader, "output_tokens"_L1);
    usage.totalTokens = optionalBigInteger(reader, "total_tokens"_L1);
    usage.spend = optionalNumber(reader, "spend"_L1);
    usage.averageLatencyMs = optionalNumber(reader, "avg_latency_ms"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return usage;
}

} // namespace

Result<UsageStatistics> usageStatisticsFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Result<QList<ModelUsage>> models = listFromJson<ModelUsage>(reader.value("models"_L1), modelUsageFromJson);
    if (!models)
        return Unexpected{models.error()};
    UsageStatistics out;
    out.models = *std::move(models);
    out.tokensToday = optionalBigInteger(reader, "tokensToday"_L1);
    out.totalRequests = optionalBigInteger(reader, "totalRequests"_L1);
    out.totalInputTokens = optionalBigInteger(reader, "totalInputTokens"_L1);
    out.totalOutputTokens = optionalBigInteger(reader, "totalOutputTokens"_L1);
    out.totalSpend = optionalNumber(reader, "totalSpend"_L1);
    out.totalToolCalls = optionalBigInteger(reader, "totalToolCalls"_L1);
    return out;
}

Result<SystemStatistics> systemStatisticsFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"system"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    SystemStatistics out;
    out.agents = optionalBigInteger(reader, "totalAgents"_L1);
    out.conversations = optionalBigInteger(reader, "totalConversations"_L1);
    out.workflows = optionalBigInteger(reader, "totalWorkflows"_L1);
    out.workflowExecutions = optionalBigInteger(reader, "totalWorkflowExecutions"_L1);
    out.activeUsers = optionalBigInteger(reader, "activeUsers"_L1);
    return out;
}

} // namespace desk::wire
