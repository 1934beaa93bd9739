#pragma once

#include "domain/taskexecution.h"
#include "state/watch/watchloop.h"
#include "wire/json/taskstreamjson.h"

#include <optional>

namespace desk {

class ApiClient;

// Follows one execution of a task (WatchLoop) by GET /streams/task-executions/{id} and GET /tasks/{task}/executions/{id}. The steps of
// a workflow's task are those of its workflow execution (TaskExecution::runId, contract 6.2 #17): an ExecutionWatcher follows them. An
// agent's task has often ended before anybody can watch it; then one answer is all there is (contract 4.4).
class TaskExecutionWatcher : public WatchLoop
{
    Q_OBJECT
public:
    TaskExecutionWatcher(ApiClient &api, const TaskId &task, const TaskExecutionId &id, bool truthful, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<TaskExecution> &execution() const { return m_execution; } // none before the first answer

Q_SIGNALS:
    void executionReceived(const desk::TaskExecution &execution); // only when something differs

private:
    void fetchTruth() override;
    void takeEvents(const QList<wire::ServerEvent> &events) override;
    void takeTruth(const TaskExecution &execution);
    void apply(const wire::TaskStatusUpdate &update);
    void apply(const wire::TaskStepUpdate &update);
    void apply(const wire::TaskOutputUpdate &update);
    void apply(const wire::TaskExecutionEnded &update);

    ApiClient &m_api;
    TaskId m_task;
    TaskExecutionId m_id;
    std::optional<TaskExecution> m_execution;
};

} // namespace desk
