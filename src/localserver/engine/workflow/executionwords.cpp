#include "localserver/engine/workflow/executionwords.h"

#include "localserver/store/values.h"
#include "wire/json/reader.h"
#include "wire/workflow/workflowreference.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype mostOutputBytes = 10'000; // contract 4.3: more of it is shortened in events
constexpr qsizetype mostTextChars = 2000;
constexpr qsizetype mostItems = 5;
constexpr qsizetype mostMembers = 10;
constexpr qsizetype mostMemberChars = 200;

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(wire::formatTime(time)) : QJsonValue();
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue secondsJson(const std::optional<double> &seconds)
{
    return seconds ? QJsonValue(*seconds) : QJsonValue();
}

wire::ServerEvent event(const QByteArray &type, const QJsonObject &data)
{
    return {type, compact(data), {}};
}

void insertUsage(QJsonObject &object, const ExecutionUsage &usage)
{
    object.insert("usage_requests"_L1, usage.requests);
    object.insert("usage_input_tokens"_L1, usage.inputTokens);
    object.insert("usage_output_tokens"_L1, usage.outputTokens);
    object.insert("usage_tool_calls"_L1, usage.toolCalls);
    object.insert("estimated_cost_dollars"_L1, usage.costDollars);
}

// Results that are no objects are wrapped (contract 3.5).
QJsonValue outputData(const StepRecord &record)
{
    const QJsonValue &output = record.step.output;
    if (!record.isDone() || record.step.status == StepStatus::Skipped)
        return {};
    return output.isObject() ? output : QJsonValue(QJsonObject{{"result"_L1, output}});
}

QString noteFor(qsizetype all)
{
    return u"… (%1)"_s.arg(all);
}

QJsonValue shortenedMember(const QString &key, const QJsonValue &value, QJsonObject &around)
{
    if (value.isString())
        return value.toString().size() > mostTextChars ? QString(value.toString().left(mostTextChars) + u'…') : value.toString();
    const QJsonArray items = value.toArray();
    if (items.size() <= mostItems && !wire::isLargerThan(value, mostTextChars))
        return value;
    if (value.isArray()) {
        QJsonArray out;
        for (qsizetype i = 0; i < qMin(mostItems, items.size()); ++i)
            out.append(wire::isLargerThan(items.at(i), mostTextChars) ? QJsonValue() : QJsonValue(items.at(i)));
        around.insert(u"_%1_note"_s.arg(key), noteFor(items.size()));
        return out;
    }
    QJsonObject out;
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end() && out.size() < mostMembers; ++it)
        out.insert(it.key().left(mostMemberChars), wire::workflowText(it.value()).left(mostMemberChars));
    around.insert(u"_%1_note"_s.arg(key), noteFor(members.size()));
    return out;
}

QJsonValue shortened(const QJsonValue &output)
{
    if (!output.isObject() || compact(output).size() <= mostOutputBytes)
        return output;
    QJsonObject out{{"_truncated"_L1, true}};
    const QJsonObject members = output.toObject();
    for (auto it = members.begin(); it != members.end() && out.size() < 4 * mostMembers; ++it)
        out.insert(it.key().left(mostMemberChars), shortenedMember(it.key().left(mostMemberChars), it.value(), out));
    return out;
}

// An object or null: whole at first, shortened when more than half of the budget is used, and of the last only that it was left out.
QJsonValue within(const QJsonValue &data, qsizetype &budget)
{
    if (budget <= 0 && data.isObject())
        return QJsonObject{{"_truncated"_L1, true}};
    const qsizetype size = compact(data).size();
    const QJsonValue out = budget - size < mostAnswerBytes / 2 ? shortened(data) : data;
    budget -= qMin(size, compact(out).size());
    return out;
}

QJsonObject completedOutputs(const QList<StepRecord> &steps)
{
    QJsonObject out;
    for (const StepRecord &record : steps) {
        if (record.isTopLevel() && record.step.status == StepStatus::Completed)
            out.insert(record.step.stepId, record.step.output);
    }
    return out;
}

} // namespace

bool hasStepOutputs(const QList<StepRecord> &steps)
{
    return !completedOutputs(steps).isEmpty();
}

QJsonObject stepOutputsOf(const QList<StepRecord> &steps, qsizetype &budget)
{
    const QJsonObject whole = completedOutputs(steps);
    const qsizetype size = compact(whole).size();
    if (size <= budget) {
        budget -= size;
        return whole;
    }
    QJsonObject out{{"_truncated"_L1, true}};
    for (auto it = whole.begin(); it != whole.end() && budget > 0; ++it) {
        out.insert(it.key(), wire::isLargerThan(it.value(), mostOutputBytes) ? shortenedMember(it.key(), it.value(), out) : it.value());
        budget -= compact(QJsonValue(out.value(it.key()))).size();
    }
    return out;
}

QList<QJsonObject> askedIn(const QList<StepRecord> &steps)
{
    QList<QJsonObject> out;
    for (const StepRecord &record : steps) {
        if (!record.waiting.isEmpty() && record.step.status == StepStatus::Running)
            out.append(record.waiting);
    }
    return out;
}

bool onlyWaits(const QList<StepRecord> &steps)
{
    const auto isPassive = [](const StepRecord &step) {
        const bool isAsked = !step.waiting.isEmpty() && !step.waiting.contains("in_turn"_L1);
        return step.step.status != StepStatus::Running || step.holdsOthers || isAsked;
    };
    return !askedIn(steps).isEmpty() && std::all_of(steps.begin(), steps.end(), isPassive);
}

QJsonObject executionJson(const ExecutionRecord &record, const QList<StepRecord> &steps)
{
    qsizetype budget = mostAnswerBytes;
    return executionJson(record, steps, budget);
}

QJsonObject executionJson(const ExecutionRecord &record, const QList<StepRecord> &steps, qsizetype &budget)
{
    const WorkflowExecution &execution = record.execution;
    QJsonArray asked;
    for (const QJsonObject &question : askedIn(steps))
        asked.append(question);
    QJsonObject out{{"id"_L1, execution.id.value()},
                    {"workflow_id"_L1, execution.workflowId.value()},
                    {"status"_L1, execution.status.wire()},
                    {"trigger_source"_L1, execution.triggerSource},
                    {"input_data"_L1, execution.input},
                    {"step_outputs"_L1, stepOutputsOf(steps, budget)},
                    {"started_at"_L1, timeJson(execution.startedAt)},
                    {"completed_at"_L1, timeJson(execution.completedAt)},
                    {"duration_seconds"_L1, secondsJson(execution.durationSeconds)},
                    {"error"_L1, textJson(execution.error)},
                    {"error_type"_L1, textJson(record.errorType)},
                    {"created_by"_L1, u"local"_s},
                    {"created_at"_L1, timeJson(execution.createdAt)},
                    {"current_step_id"_L1, textJson(execution.currentStepId)},
                    {"failed_step_id"_L1, textJson(execution.failedStepId)},
                    {"guardrails"_L1, record.guardrails},
                    {"approval"_L1, asked.isEmpty() ? QJsonValue() : asked.first()},
                    {"approvals"_L1, asked}};
    insertUsage(out, execution.usage);
    return out;
}

QJsonObject stepJson(const StepRecord &record, qsizetype &budget)
{
    const StepExecution &step = record.step;
    QJsonObject out{{"id"_L1, step.id.value()},
                    {"step_id"_L1, step.stepId},
                    {"status"_L1, step.status.wire()},
                    {"path"_L1, record.key},
                    {"input_data"_L1, within(record.input, budget)},
                    {"output_data"_L1, within(outputData(record), budget)},
                    {"started_at"_L1, timeJson(step.startedAt)},
                    {"completed_at"_L1, timeJson(step.completedAt)},
                    {"duration_seconds"_L1, secondsJson(step.durationSeconds)},
                    {"error"_L1, textJson(step.error)}};
    insertUsage(out, step.usage);
    return out;
}

wire::ServerEvent statusEvent(const ExecutionRecord &record, const QList<StepRecord> &steps)
{
    const QList<QJsonObject> asked = askedIn(steps);
    QJsonObject data{{"status"_L1, record.execution.status.wire()},
                     {"execution_id"_L1, record.execution.id.value()},
                     {"workflow_id"_L1, record.execution.workflowId.value()},
                     {"current_step_id"_L1, textJson(record.execution.currentStepId)},
                     {"timestamp"_L1, wire::formatTime(now())}};
    if (!asked.isEmpty())
        data.insert("approval"_L1, asked.constFirst());
    return event("status", data);
}

wire::ServerEvent stepStartedEvent(const StepRecord &record)
{
    return event("step_start", {{"step_id"_L1, record.step.stepId},
                                {"step_index"_L1, record.index},
                                {"step_execution_id"_L1, record.step.id.value()},
                                {"total_steps"_L1, record.index + 1},
                                {"status"_L1, u"running"_s},
                                {"timestamp"_L1, wire::formatTime(now())}});
}

wire::ServerEvent stepEndedEvent(const StepRecord &record)
{
    const StepExecution &step = record.step;
    QJsonObject data{{"step_id"_L1, step.stepId},
                     {"step_index"_L1, record.index},
                     {"step_execution_id"_L1, step.id.value()},
                     {"status"_L1, step.status.wire()},
                     {"duration_seconds"_L1, secondsJson(step.durationSeconds)},
                     {"output_data"_L1, shortened(outputData(record))},
                     {"error"_L1, textJson(step.error)},
                     {"timestamp"_L1, wire::formatTime(now())}};
    insertUsage(data, step.usage);
    return event(step.status == StepStatus::Failed ? "step_failed" : "step_complete", data);
}

wire::ServerEvent outputEvent(const ExecutionRecord &record, const QList<StepRecord> &steps)
{
    qsizetype budget = mostAnswerBytes;
    QJsonObject data{{"step_outputs"_L1, stepOutputsOf(steps, budget)},
                     {"duration_seconds"_L1, secondsJson(record.execution.durationSeconds)}};
    insertUsage(data, record.execution.usage);
    return event("output", data);
}

wire::ServerEvent completeEvent(const ExecutionRecord &record)
{
    return event("complete", {{"status"_L1, record.execution.status.wire()},
                              {"execution_id"_L1, record.execution.id.value()},
                              {"duration_seconds"_L1, secondsJson(record.execution.durationSeconds)},
                              {"error"_L1, textJson(record.execution.error)},
                              {"timestamp"_L1, wire::formatTime(now())}});
}

} // namespace desk::server
