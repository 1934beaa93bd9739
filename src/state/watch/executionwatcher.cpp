#include "state/watch/executionwatcher.h"

#include "api/apiclient.h"
#include "api/endpoints/executionsapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/transport.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace desk {

namespace {

bool mayBecome(const OpenEnum<ExecutionStatus> &from, const OpenEnum<ExecutionStatus> &to)
{
    return from == to || canBecome(from, to);
}

bool isAtWork(const StepExecution &step)
{
    return !isTerminal(step.status);
}

bool isOver(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    const bool mayStillComplete = execution.status == ExecutionStatus::Stopped && std::any_of(steps.cbegin(), steps.cend(), isAtWork);
    return isTerminal(execution.status) && !mayStillComplete;
}

} // namespace

ExecutionWatcher::ExecutionWatcher(ApiClient &api, const ExecutionId &id, bool truthful, QObject *parent)
    : WatchLoop(api.transport().hub(), StreamsApi::executionPath(id), truthful, parent)
    , m_api(api)
    , m_id(id)
{
}

void ExecutionWatcher::fetchTruth()
{
    m_api.executions().get(m_id)->then(this, [this](const Result<WorkflowExecution> &execution) {
        if (execution)
            fetchSteps(*execution);
        else
            truthFailed(execution.error());
    });
}

// One after the other: asked at the same time, the steps might be older than the end of the execution.
void ExecutionWatcher::fetchSteps(const WorkflowExecution &execution)
{
    m_api.executions().steps(m_id)->then(this, [this, execution](const Result<QList<StepExecution>> &steps) {
        if (!steps) {
            truthFailed(steps.error());
            return;
        }
        takeTruth(execution, *steps);
        truthArrived(desk::isOver(execution, *steps));
    });
}

void ExecutionWatcher::takeTruth(const WorkflowExecution &execution, const QList<StepExecution> &steps)
{
    if (m_execution && !mayBecome(m_execution->status, execution.status))
        return; // older than what the stream has told
    QList<StepExecution> nextSteps = desk::isOver(execution, steps) ? steps : merged(steps);
    if (std::exchange(m_steps, std::move(nextSteps)) != m_steps)
        Q_EMIT stepsChanged(m_steps);
    WorkflowExecution next = execution;
    if (m_execution && next.currentStepId.isEmpty() && !isTerminal(next.status))
        next.currentStepId = m_execution->currentStepId; // some servers tell it in the stream only
    if (m_execution == next)
        return;
    m_execution = next;
    Q_EMIT executionReceived(*m_execution);
}

// The answer may have been on its way while the stream told of an end or of another start.
QList<StepExecution> ExecutionWatcher::merged(QList<StepExecution> steps) const
{
    for (qsizetype i = 0; i < std::min(steps.size(), m_steps.size()); ++i) {
        const StepExecution &known = m_steps.at(i);
        StepExecution &step = steps[i];
        const bool isSame = known.id.isEmpty() ? known.stepId == step.stepId : known.id == step.id;
        if (isSame && isTerminal(known.status) && isAtWork(step)) {
            const StepExecutionId id = std::exchange(step, known).id;
            step.id = id;
        }
    }
    for (qsizetype i = steps.size(); i < m_steps.size() && m_steps.at(i).id.isEmpty(); ++i)
        steps.append(m_steps.at(i));
    return steps;
}

void ExecutionWatcher::takeEvents(const QList<wire::ServerEvent> &events)
{
    const QList<StepExecution> stepsBefore = m_steps;
    const std::optional<WorkflowExecution> before = m_execution;
    for (const wire::ServerEvent &event : events) {
        std::visit(
            [this](const auto &update) {
                using Update = std::decay_t<decltype(update)>;
                if constexpr (std::is_same_v<Update, std::monostate> || std::is_same_v<Update, wire::ExecutionStreamError>)
                    lookAgain(); // the end of the stream is not the end of the execution
                else
                    apply(update);
            },
            wire::executionUpdateFrom(event));
    }
    if (m_steps != stepsBefore)
        Q_EMIT stepsChanged(m_steps);
    if (m_execution != before)
        Q_EMIT executionReceived(*m_execution);
}

void ExecutionWatcher::apply(const wire::ExecutionStatusUpdate &update)
{
    if (!mayBecome(m_execution->status, update.status))
        return;
    m_execution->status = update.status;
    m_execution->currentStepId = update.currentStepId;
    if (isTerminal(update.status))
        endTold();
}

// step_index counts the steps in the order of their start, as GET lists them. Null: the step has no row yet, or not that one.
StepExecution *ExecutionWatcher::stepAt(int index, const QString &stepId)
{
    if (index < 0 || index > m_steps.size() || (index < m_steps.size() && m_steps.at(index).stepId != stepId)) {
        lookAgain();
        return nullptr;
    }
    if (index == m_steps.size()) {
        StepExecution step;
        step.stepId = stepId;
        step.status = StepStatus::Running;
        m_steps.append(step);
    }
    return &m_steps[index];
}

void ExecutionWatcher::apply(const wire::StepStarted &update)
{
    StepExecution *step = stepAt(update.index, update.stepId);
    if (!step || isTerminal(step->status))
        return;
    step->status = StepStatus::Running;
    if (!step->startedAt.isValid())
        step->startedAt = update.timestamp;
}

void ExecutionWatcher::apply(const wire::StepEnded &update)
{
    StepExecution *step = stepAt(update.index, update.stepId);
    if (!step || isTerminal(step->status))
        return;
    step->status = update.status;
    step->output = update.output;
    step->durationSeconds = update.durationSeconds;
    step->error = update.error;
    step->usage = update.usage;
    step->completedAt = update.timestamp;
    if (update.isOutputShortened)
        lookAgain();
}

void ExecutionWatcher::apply(const wire::ExecutionOutputUpdate &update)
{
    m_execution->stepOutputs = update.stepOutputs;
    m_execution->usage = update.usage;
    m_execution->durationSeconds = update.durationSeconds;
}

void ExecutionWatcher::apply(const wire::ExecutionEnded &update)
{
    endTold();
    if (!mayBecome(m_execution->status, update.status))
        return;
    m_execution->status = update.status;
    m_execution->durationSeconds = update.durationSeconds;
    m_execution->error = update.error;
    m_execution->completedAt = update.timestamp;
}

} // namespace desk
