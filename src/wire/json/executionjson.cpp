#include "wire/json/executionjson.h"

#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

Result<WorkflowExecution> executionFromJson(const QJsonValue &value)
{
    Reader reader(value, u"execution"_s);
    WorkflowExecution out;
    out.id = ExecutionId(reader.requiredId("id"_L1));
    out.workflowId = WorkflowId(reader.string("workflow_id"_L1));
    out.status = OpenEnum<ExecutionStatus>::fromWire(reader.requiredString("status"_L1));
    out.triggerSource = reader.string("trigger_source"_L1);
    out.input = reader.object("input_data"_L1);
    out.stepOutputs = reader.object("step_outputs"_L1);
    out.usage = executionUsageFrom(reader);
    out.startedAt = reader.time("started_at"_L1);
    out.completedAt = reader.time("completed_at"_L1);
    out.durationSeconds = durationSecondsFrom(reader);
    out.error = reader.string("error"_L1);
    out.currentStepId = reader.string("current_step_id"_L1);
    out.failedStepId = reader.string("failed_step_id"_L1);
    out.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

Result<StepExecution> stepExecutionFromJson(const QJsonValue &value)
{
    Reader reader(value, u"step execution"_s);
    StepExecution out;
    out.id = StepExecutionId(reader.requiredId("id"_L1));
    out.stepId = reader.string("step_id"_L1);
    out.status = OpenEnum<StepStatus>::fromWire(reader.requiredString("status"_L1));
    out.output = reader.json().contains("output_data"_L1) ? reader.value("output_data"_L1) : QJsonValue();
    out.usage = executionUsageFrom(reader);
    out.startedAt = reader.time("started_at"_L1);
    out.completedAt = reader.time("completed_at"_L1);
    out.durationSeconds = durationSecondsFrom(reader);
    out.error = reader.string("error"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

ExecutionUsage executionUsageFrom(const Reader &reader)
{
    ExecutionUsage out;
    out.requests = reader.bigInteger("usage_requests"_L1);
    out.inputTokens = reader.bigInteger("usage_input_tokens"_L1);
    out.outputTokens = reader.bigInteger("usage_output_tokens"_L1);
    out.toolCalls = reader.bigInteger("usage_tool_calls"_L1);
    out.costDollars = reader.number("estimated_cost_dollars"_L1);
    return out;
}

std::optional<double> durationSecondsFrom(const Reader &reader)
{
    const QJsonValue value = reader.value("duration_seconds"_L1);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace desk::wire
