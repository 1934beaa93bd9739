#include "api/endpoints/tasksapi.h"

#include "wire/json/taskexecutionjson.h"
#include "wire/json/taskjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<Page<Task>> *TasksApi::list(const TaskFilter &filter, qsizetype offset, qsizetype limit)
{
    Query query;
    query.page(offset, limit).text("status"_L1, filter.status.wire()).text("trigger_type"_L1, filter.trigger.wire());
    return Chapter::get<Page<Task>>(u"/tasks"_s, pageIn<Task>("tasks"_L1, wire::taskFromJson, offset, limit), query);
}

ApiCall<Task> *TasksApi::get(const TaskId &id)
{
    return Chapter::get<Task>(path(u"/tasks/%1"_s, id.value()), wire::taskFromJson);
}

ApiCall<Task> *TasksApi::create(const Task &task)
{
    return write<Task>("POST", u"/tasks"_s, wire::taskCreateJson(task), wire::taskFromJson);
}

ApiCall<Task> *TasksApi::update(const Task &before, const Task &after)
{
    return write<Task>("PATCH", path(u"/tasks/%1"_s, before.id.value()), wire::taskChanges(before, after), wire::taskFromJson);
}

ApiCall<void> *TasksApi::remove(const TaskId &id)
{
    return Chapter::remove(path(u"/tasks/%1"_s, id.value()));
}

ApiCall<Task> *TasksApi::pause(const TaskId &id)
{
    return write<Task>("POST", path(u"/tasks/%1/pause"_s, id.value()), {}, wire::taskFromJson);
}

ApiCall<Task> *TasksApi::resume(const TaskId &id)
{
    return write<Task>("POST", path(u"/tasks/%1/resume"_s, id.value()), {}, wire::taskFromJson);
}

ApiCall<Task> *TasksApi::refreshToken(const TaskId &id)
{
    return write<Task>("POST", path(u"/tasks/%1/refresh-token"_s, id.value()), {}, wire::taskFromJson);
}

ApiCall<TaskStarted> *TasksApi::run(const TaskId &id, const TaskRunOptions &options)
{
    QJsonObject body;
    if (!options.inputOverride.isEmpty())
        body.insert("input_override"_L1, options.inputOverride);
    if (options.skipsNotification)
        body.insert("skip_notification"_L1, true);
    return send<TaskStarted>({.verb = "POST",
                              .path = path(u"/tasks/%1/run"_s, id.value()),
                              .body = compact(body),
                              .patience = Patience::blocking(),
                              .mayRepeat = false},
                             wire::taskStartedFromJson);
}

ApiCall<Page<TaskExecution>> *TasksApi::executions(const TaskId &id, qsizetype offset, qsizetype limit)
{
    return Chapter::get<Page<TaskExecution>>(path(u"/tasks/%1/executions"_s, id.value()),
                                             pageOf<TaskExecution>(wire::taskExecutionFromJson, offset, limit),
                                             Query().page(offset, limit));
}

ApiCall<TaskExecution> *TasksApi::execution(const TaskId &id, const TaskExecutionId &execution)
{
    return Chapter::get<TaskExecution>(path(u"/tasks/%1/executions/%2"_s, id.value(), execution.value()), wire::taskExecutionFromJson);
}

ApiCall<TaskExecution> *TasksApi::stopExecution(const TaskId &id, const TaskExecutionId &execution)
{
    return write<TaskExecution>("POST", path(u"/tasks/%1/executions/%2/stop"_s, id.value(), execution.value()), {},
                                wire::taskExecutionFromJson);
}

ApiCall<void> *TasksApi::removeExecution(const TaskId &id, const TaskExecutionId &execution)
{
    return Chapter::remove(path(u"/tasks/%1/executions/%2"_s, id.value(), execution.value()));
}

ApiCall<TaskInsights> *TasksApi::insights(const TaskId &id, qsizetype limit)
{
    return Chapter::get<TaskInsights>(path(u"/tasks/%1/insights"_s, id.value()), wire::taskInsightsFromJson,
                                      Query().number("limit"_L1, limit));
}

ApiCall<Page<TaskNotification>> *TasksApi::notifications(const TaskId &id, qsizetype offset, qsizetype limit)
{
    // "count" is the size of the page, not a total (contract 1.6).
    return Chapter::get<Page<TaskNotification>>(path(u"/tasks/%1/notifications"_s, id.value()),
                                                pageIn<TaskNotification>("notifications"_L1, wire::taskNotificationFromJson, offset, limit),
                                                Query().page(offset, limit));
}

} // namespace desk
