#include "wire/json/executionjson.h"

#include "wire/json/reader.h"
#include "wire/json/waitingstepjson.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(formatTime(time)) : QJsonValue();
}

template <typename Thing>
void insertCommon(QJsonObject &out, const Thing &thing)
{
    out.insert("usage_requests"_L1, thing.usage.requests);
    out.insert("usage_input_tokens"_L1, thing.usage.inputTokens);
    out.insert("usage_output_tokens"_L1, thing.usage.outputTokens);
    out.insert("usage_tool_calls"_L1, thing.usage.toolCalls);
    out.insert("estimated_cost_dollars"_L1, thing.usage.costDollars);
    out.insert("started_at"_L1, timeOrNull(thing.startedAt));
    out.insert("completed_at"_L1, timeOrNull(thing.completedAt));
    out.insert("duration_seconds"_L1, thing.durationSeconds ? QJsonValue(*thing.durationSeconds) : QJsonValue());
}

} // namespace

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
    out.waiting = waitingStepsFrom(reader);
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
    out.input = reader.json().contains("input_data"_L1) ? reader.value("input_data"_L1) : QJsonValue();
    out.usage = executionUsageFrom(reader);
    out.startedAt = reader.time("started_at"_L1);
    out.completedAt = reader.time("completed_at"_L1);
    out.durationSeconds = durationSecondsFrom(reader);
    out.error = reader.string("error"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

QJsonObject toJson(const WorkflowExecution &execution)
{
    QJsonObject out{{"id"_L1, execution.id.value()},
                    {"workflow_id"_L1, execution.workflowId.value()},
                    {"status"_L1, execution.status.wire()},
                    {"trigger_source"_L1, execution.triggerSource},
                    {"input_data"_L1, execution.input},
                    {"step_outputs"_L1, execution.stepOutputs},
                    {"error"_L1, textOrNull(execution.error)},
                    {"current_step_id"_L1, textOrNull(execution.currentStepId)},
                    {"failed_step_id"_L1, textOrNull(execution.failedStepId)},
                    {"created_at"_L1, timeOrNull(execution.createdAt)}};
    insertCommon(out, execution);
    insertWaiting(out, execution.waiting);
    return out;
}

QJsonObject toJson(const StepExecution &step)
{
    QJsonObject out{{"id"_L1, step.id.value()},    {"step_id"_L1, step.stepId},     {"status"_L1, step.status.wire()},
                    {"input_data"_L1, step.input}, {"output_data"_L1, step.output}, {"error"_L1, textOrNull(step.error)}};
    insertCommon(out, step);
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
