#pragma once

#include "api/endpoints/chapter.h"
#include "domain/task.h"
#include "domain/taskexecution.h"
#include "domain/tasknotification.h"

#include <QJsonObject>

namespace desk {

// What is left Unknown does not filter.
struct TaskFilter {
    OpenEnum<TaskStatus> status;
    OpenEnum<TriggerType> trigger;
};

struct TaskRunOptions {
    QJsonObject inputOverride;
    bool skipsNotification = false; // the team server notifies nevertheless
};

// Contract 3.13.
class TasksApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<Page<Task>> *list(const TaskFilter &filter, qsizetype offset, qsizetype limit);
    [[nodiscard]] ApiCall<Task> *get(const TaskId &id);
    // The answer alone holds the webhook's secret. The team server fails (500) for TriggerType::OneTime.
    [[nodiscard]] ApiCall<Task> *create(const Task &task);
    // Sends what changed; trigger type and scopes cannot. The team server fails (500) for a changed run_at.
    [[nodiscard]] ApiCall<Task> *update(const Task &before, const Task &after);
    [[nodiscard]] ApiCall<void> *remove(const TaskId &id);
    [[nodiscard]] ApiCall<Task> *pause(const TaskId &id);
    [[nodiscard]] ApiCall<Task> *resume(const TaskId &id);
    [[nodiscard]] ApiCall<Task> *refreshToken(const TaskId &id);
    // An agent's task answers when it has ended, up to 600 s later, a workflow's at once. A failure is a status, not an error.
    [[nodiscard]] ApiCall<TaskStarted> *run(const TaskId &id, const TaskRunOptions &options = {});

    [[nodiscard]] ApiCall<Page<TaskExecution>> *executions(const TaskId &id, qsizetype offset, qsizetype limit);
    [[nodiscard]] ApiCall<TaskExecution> *execution(const TaskId &id, const TaskExecutionId &execution);
    [[nodiscard]] ApiCall<TaskExecution> *stopExecution(const TaskId &id, const TaskExecutionId &execution); // 400 once it has ended
    [[nodiscard]] ApiCall<void> *removeExecution(const TaskId &id, const TaskExecutionId &execution);        // 400 while it runs

    [[nodiscard]] ApiCall<TaskInsights> *insights(const TaskId &id, qsizetype limit);
    [[nodiscard]] ApiCall<Page<TaskNotification>> *notifications(const TaskId &id, qsizetype offset, qsizetype limit);
};

} // namespace desk
