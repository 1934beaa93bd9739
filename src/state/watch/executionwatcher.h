#pragma once

#include "domain/execution.h"
#include "state/watch/watchloop.h"
#include "wire/json/executionstream.h"

#include <optional>

namespace desk {

class ApiClient;

// Follows one execution of a workflow (WatchLoop) by GET /streams/executions/{id}, and by GET of the execution and its steps: the team
// server's stream is right about the status and the end but never tells that a step it has shown running has ended (contract 4.3).
// Steps stand in the order of their start, one for each time round a loop. One that only the stream has told of so far has no id yet.
// Status and steps go on only, except that the last truth of an execution that has ended is taken as it is. Waiting for a person is
// not the end, and neither is a stop while a step is still at work: it may complete the execution (contract 3.5).
class ExecutionWatcher : public WatchLoop
{
    Q_OBJECT
public:
    ExecutionWatcher(ApiClient &api, const ExecutionId &id, bool truthful, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<WorkflowExecution> &execution() const { return m_execution; } // none before the first answer
    [[nodiscard]] const QList<StepExecution> &steps() const { return m_steps; }

Q_SIGNALS:
    // Only when something differs; of one answer the steps come first, so that nothing ended is shown with a step at work.
    void stepsChanged(const QList<desk::StepExecution> &steps);
    void executionReceived(const desk::WorkflowExecution &execution);

private:
    void fetchTruth() override;
    void fetchSteps(const WorkflowExecution &execution);
    void takeEvents(const QList<wire::ServerEvent> &events) override;
    void takeTruth(const WorkflowExecution &execution, const QList<StepExecution> &steps);
    [[nodiscard]] QList<StepExecution> merged(QList<StepExecution> steps) const;
    void apply(const wire::ExecutionStatusUpdate &update);
    void apply(const wire::StepStarted &update);
    void apply(const wire::StepEnded &update);
    void apply(const wire::ExecutionOutputUpdate &update);
    void apply(const wire::ExecutionEnded &update);
    StepExecution *stepAt(int index, const QString &stepId);

    ApiClient &m_api;
    ExecutionId m_id;
    std::optional<WorkflowExecution> m_execution;
    QList<StepExecution> m_steps;
};

} // namespace desk
