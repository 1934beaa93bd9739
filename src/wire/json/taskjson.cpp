#include "wire/json/taskjson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"
#include "wire/json/taskconfigjson.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QJsonValue orNull(const QString &id)
{
    return id.isEmpty() ? QJsonValue() : QJsonValue(id);
}

// What to merge into `before` to make it `after`.
QJsonObject changedKeys(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject out;
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (before.value(member.key()) != member.value())
            out.insert(member.key(), member.value());
    }
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (!after.contains(member.key()))
            out.insert(member.key(), QJsonValue());
    }
    return out;
}

QJsonObject changedNotifications(const NotificationConfig &before, const NotificationConfig &after)
{
    const QJsonObject whole = toJson(after);
    QJsonObject out = changedKeys(toJson(before), whole);
    if (out.isEmpty())
        return out;
    for (const QLatin1StringView key : {"enabled"_L1, "channels"_L1, "channel"_L1, "recipient"_L1}) {
        if (whole.contains(key))
            out.insert(key, whole.value(key));
    }
    return out;
}

// Keeps a configuration as the server wrote it unless its meaning changed.
template <typename Config>
void overlay(Overlay &out, const QJsonObject &raw, QLatin1StringView key, const Config &config, Config (*decode)(const QJsonValue &))
{
    const QJsonObject json = toJson(config);
    if (!raw.contains(key) || toJson(decode(raw.value(key))) != json)
        out.value(key, json);
}

QStringList scopesFor(const Task &task)
{
    if (!task.scopes.isEmpty())
        return task.scopes;
    return task.workflowId.isEmpty() ? QStringList{u"agent.execute"_s} : QStringList{u"agent.execute"_s, u"workflow.execute"_s};
}

void readTrigger(const Reader &reader, Task &task)
{
    task.triggerType = OpenEnum<TriggerType>::fromWire(reader.string("trigger_type"_L1));
    task.trigger = triggerConfigFromJson(reader.value("trigger_config"_L1));
    task.scopes = reader.strings("delegation_scopes"_L1);
    task.delegationExpiresAt = reader.time("delegation_expires_at"_L1);
    task.webhookSecret = reader.string("webhook_secret"_L1);
    task.webhookUrl = reader.string("webhook_url"_L1);
}

void readHistory(const Reader &reader, Task &task)
{
    task.lastRunAt = reader.time("last_run_at"_L1);
    task.lastRunId = reader.string("last_run_id"_L1);
    task.nextRunAt = reader.time("next_run_at"_L1);
    task.runCount = reader.integer("run_count"_L1);
    task.errorCount = reader.integer("error_count"_L1);
    task.lastError = reader.string("last_error"_L1);
    task.createdAt = reader.time("created_at"_L1);
    task.updatedAt = reader.time("updated_at"_L1);
}

} // namespace

Result<Task> taskFromJson(const QJsonValue &value)
{
    Reader reader(value, u"task"_s);
    Task task;
    task.id = TaskId(reader.requiredId("id"_L1));
    task.name = reader.string("name"_L1);
    task.description = reader.string("description"_L1);
    task.userId = UserId(reader.string("user_id"_L1));
    task.agentId = AgentId(reader.string("agent_id"_L1));
    task.workflowId = WorkflowId(reader.string("workflow_id"_L1));
    task.prompt = reader.string("prompt"_L1);
    task.notifications = notificationConfigFromJson(reader.value("notification_config"_L1));
    task.insights = insightsConfigFromJson(reader.value("insights_config"_L1));
    task.outputSaving = outputSavingConfigFromJson(reader.value("output_saving_config"_L1));
    task.input = reader.object("input_config"_L1);
    task.status = OpenEnum<TaskStatus>::fromWire(reader.string("status"_L1));
    readTrigger(reader, task);
    readHistory(reader, task);
    task.raw = reader.json();
    task.raw.remove("webhook_secret"_L1); // raw is kept and shown; a secret is neither (contract 6.4 #41)
    if (reader.failed())
        return Unexpected{reader.error()};
    return task;
}

QJsonObject toJson(const Task &task)
{
    Overlay out(task.raw);
    out.id("id"_L1, task.id.value());
    out.string("name"_L1, task.name);
    out.optional("description"_L1, task.description);
    out.known("user_id"_L1, task.userId.value());
    out.optional("agent_id"_L1, task.agentId.value());
    out.optional("workflow_id"_L1, task.workflowId.value());
    out.string("prompt"_L1, task.prompt);
    out.string("trigger_type"_L1, task.triggerType.wire());
    overlay(out, task.raw, "trigger_config"_L1, task.trigger, triggerConfigFromJson);
    overlay(out, task.raw, "notification_config"_L1, task.notifications, notificationConfigFromJson);
    overlay(out, task.raw, "insights_config"_L1, task.insights, insightsConfigFromJson);
    overlay(out, task.raw, "output_saving_config"_L1, task.outputSaving, outputSavingConfigFromJson);
    out.value("input_config"_L1, task.input);
    out.value("delegation_scopes"_L1, QJsonArray::fromStringList(task.scopes));
    out.time("delegation_expires_at"_L1, task.delegationExpiresAt);
    out.string("status"_L1, task.status.wire());
    out.known("webhook_url"_L1, task.webhookUrl);
    out.time("last_run_at"_L1, task.lastRunAt);
    out.known("last_run_id"_L1, task.lastRunId);
    out.time("next_run_at"_L1, task.nextRunAt);
    out.integer("run_count"_L1, task.runCount);
    out.integer("error_count"_L1, task.errorCount);
    out.known("last_error"_L1, task.lastError);
    out.time("created_at"_L1, task.createdAt);
    out.time("updated_at"_L1, task.updatedAt);
    return out.json();
}

QJsonObject taskCreateJson(const Task &task)
{
    QJsonObject out{{u"name"_s, task.name},
                    {u"prompt"_s, task.prompt},
                    {u"trigger_type"_s, task.triggerType.wire()},
                    {u"trigger_config"_s, toJson(task.trigger)},
                    {u"notification_config"_s, toJson(task.notifications)},
                    {u"insights_config"_s, toJson(task.insights)},
                    {u"output_saving_config"_s, toJson(task.outputSaving)},
                    {u"input_config"_s, task.input},
                    {u"scopes"_s, QJsonArray::fromStringList(scopesFor(task))}};
    if (!task.description.isEmpty())
        out.insert("description"_L1, task.description);
    if (task.workflowId.isEmpty())
        out.insert("agent_id"_L1, task.agentId.value());
    else
        out.insert("workflow_id"_L1, task.workflowId.value());
    return out;
}

QJsonObject taskChanges(const Task &before, const Task &after)
{
    QJsonObject out;
    const auto text = [&out](QLatin1StringView key, const QString &from, const QString &to) {
        if (from != to)
            out.insert(key, to);
    };
    const auto config = [&out](QLatin1StringView key, const QJsonObject &changes) {
        if (!changes.isEmpty())
            out.insert(key, changes);
    };
    text("name"_L1, before.name, after.name);
    text("description"_L1, before.description, after.description);
    text("prompt"_L1, before.prompt, after.prompt);
    text("status"_L1, before.status.wire(), after.status.wire());
    if (before.agentId != after.agentId)
        out.insert("agent_id"_L1, orNull(after.agentId.value()));
    if (before.workflowId != after.workflowId)
        out.insert("workflow_id"_L1, orNull(after.workflowId.value()));
    config("trigger_config"_L1, changedKeys(toJson(before.trigger), toJson(after.trigger)));
    config("notification_config"_L1, changedNotifications(before.notifications, after.notifications));
    config("insights_config"_L1, changedKeys(toJson(before.insights), toJson(after.insights)));
    config("output_saving_config"_L1, changedKeys(toJson(before.outputSaving), toJson(after.outputSaving)));
    config("input_config"_L1, changedKeys(before.input, after.input));
    return out;
}

} // namespace desk::wire
