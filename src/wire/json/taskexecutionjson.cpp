#include "wire/json/taskexecutionjson.h"

#include "wire/json/insightjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// Missing is null, as in the domain.
QJsonValue freeValue(const Reader &reader, QLatin1StringView key)
{
    return reader.json().contains(key) ? reader.value(key) : QJsonValue();
}

QString textOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

} // namespace

Result<TaskExecution> taskExecutionFromJson(const QJsonValue &value)
{
    Reader reader(value, u"task execution"_s);
    TaskExecution execution;
    execution.id = TaskExecutionId(reader.requiredId("id"_L1));
    execution.taskId = TaskId(reader.string("task_id"_L1));
    execution.runId = reader.string("run_id"_L1);
    execution.source = OpenEnum<TriggerSource>::fromWire(reader.string("trigger_source"_L1));
    execution.status = OpenEnum<TaskExecutionStatus>::fromWire(reader.requiredString("status"_L1));
    execution.input = freeValue(reader, "input_data"_L1);
    execution.output = freeValue(reader, "output_data"_L1);
    execution.outputSummary = reader.string("output_summary"_L1);
    execution.notificationSent = reader.boolean("notification_sent"_L1);
    execution.notificationError = reader.string("notification_error"_L1);
    execution.startedAt = reader.time("started_at"_L1);
    execution.completedAt = reader.time("completed_at"_L1);
    if (reader.value("duration_seconds"_L1).isDouble())
        execution.durationSeconds = reader.number("duration_seconds"_L1);
    execution.error = textOf(reader.value("error"_L1));
    execution.createdAt = reader.time("created_at"_L1);
    execution.updatedAt = reader.time("updated_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return execution;
}

Result<TaskStarted> taskStartedFromJson(const QJsonValue &value)
{
    Reader reader(value, u"task start"_s);
    TaskStarted started;
    started.executionId = TaskExecutionId(reader.requiredId("execution_id"_L1));
    started.taskId = TaskId(reader.string("task_id"_L1));
    started.runId = reader.string("run_id"_L1);
    started.status = OpenEnum<TaskExecutionStatus>::fromWire(reader.requiredString("status"_L1));
    started.message = reader.string("message"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return started;
}

Result<TaskNotification> taskNotificationFromJson(const QJsonValue &value)
{
    Reader reader(value, u"notification"_s);
    TaskNotification out;
    out.id = reader.requiredId("id"_L1);
    out.executionId = TaskExecutionId(reader.string("execution_id"_L1));
    out.channel = OpenEnum<NotificationChannel>::fromWire(reader.string("channel"_L1));
    out.recipient = reader.string("recipient"_L1);
    out.subject = reader.string("subject"_L1);
    out.status = OpenEnum<NotificationStatus>::fromWire(reader.string("status"_L1));
    out.messageId = reader.string("message_id"_L1);
    out.sentAt = reader.time("sent_at"_L1);
    out.deliveredAt = reader.time("delivered_at"_L1);
    out.readAt = reader.time("read_at"_L1);
    out.error = textOf(reader.value("error"_L1));
    out.retryCount = reader.integer("retry_count"_L1);
    out.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return out;
}

Result<TaskInsights> taskInsightsFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"task insights"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    if (!reader.value("insights"_L1).isArray())
        return Unexpected{notAList()};
    TaskInsights out;
    const QJsonArray insights = reader.array("insights"_L1);
    for (const QJsonValue item : insights) {
        if (Result<Insight> insight = insightFromJson(item))
            out.insights.append(*std::move(insight));
    }
    out.errorText = textOf(reader.value("error"_L1));
    return out;
}

} // namespace desk::wire
