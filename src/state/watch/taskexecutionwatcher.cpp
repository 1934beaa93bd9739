#include "state/watch/taskexecutionwatcher.h"

#include "api/apiclient.h"
#include "api/endpoints/streamsapi.h"
#include "api/endpoints/tasksapi.h"
#include "api/transport.h"

#include <type_traits>

namespace desk {

namespace {

bool mayBecome(const OpenEnum<TaskExecutionStatus> &from, const OpenEnum<TaskExecutionStatus> &to)
{
    return from == to || canBecome(from, to);
}

} // namespace

TaskExecutionWatcher::TaskExecutionWatcher(ApiClient &api, const TaskId &task, const TaskExecutionId &id, bool truthful, QObject *parent)
    : WatchLoop(api.transport().hub(), StreamsApi::taskExecutionPath(id), truthful, parent)
    , m_api(api)
    , m_task(task)
    , m_id(id)
{
}

void TaskExecutionWatcher::fetchTruth()
{
    m_api.tasks().execution(m_task, m_id)->then(this, [this](const Result<TaskExecution> &execution) {
        if (!execution) {
            truthFailed(execution.error());
            return;
        }
        takeTruth(*execution);
        truthArrived(isTerminal(execution->status));
    });
}

void TaskExecutionWatcher::takeTruth(const TaskExecution &execution)
{
    if (m_execution && (!mayBecome(m_execution->status, execution.status) || *m_execution == execution))
        return;
    m_execution = execution;
    Q_EMIT executionReceived(execution);
}

void TaskExecutionWatcher::takeEvents(const QList<wire::ServerEvent> &events)
{
    const std::optional<TaskExecution> before = m_execution;
    for (const wire::ServerEvent &event : events) {
        std::visit(
            [this](const auto &update) {
                using Update = std::decay_t<decltype(update)>;
                if constexpr (std::is_same_v<Update, std::monostate> || std::is_same_v<Update, wire::TaskStreamError>)
                    lookAgain(); // the end of the stream is not the end of the execution
                else
                    apply(update);
            },
            wire::taskExecutionUpdateFrom(event));
    }
    if (m_execution != before)
        Q_EMIT executionReceived(*m_execution);
}

void TaskExecutionWatcher::apply(const wire::TaskStatusUpdate &update)
{
    if (!mayBecome(m_execution->status, update.status))
        return;
    m_execution->status = update.status;
    if (isTerminal(update.status))
        endTold();
}

void TaskExecutionWatcher::apply(const wire::TaskStepUpdate &)
{
    if (m_execution->runId.isEmpty())
        lookAgain(); // it runs a workflow whose execution we do not know yet
}

void TaskExecutionWatcher::apply(const wire::TaskOutputUpdate &update)
{
    m_execution->outputSummary = update.summary;
    m_execution->output = update.output;
    m_execution->durationSeconds = update.durationSeconds;
}

void TaskExecutionWatcher::apply(const wire::TaskExecutionEnded &update)
{
    endTold();
    if (!mayBecome(m_execution->status, update.status))
        return;
    m_execution->status = update.status;
    m_execution->durationSeconds = update.durationSeconds;
    m_execution->error = update.error;
}

} // namespace desk
