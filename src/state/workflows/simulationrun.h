#pragma once

#include "state/workflows/workflowsimulation.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

namespace desk {

// One going through of simulatedWorkflow().
class SimulationRun
{
public:
    SimulationRun(const SimulationSample &sample, WorkflowDialect dialect)
        : m_sample(sample)
        , m_dialect(dialect)
    {
    }

    [[nodiscard]] WorkflowSimulation through(const QJsonObject &definition);

private:
    using State = SimulatedStep::State;
    using End = WorkflowSimulation::End;

    // All give false when nothing follows; m_result says why. `context` is what references see.
    bool outermost(const QJsonArray &steps, QJsonObject *context);
    bool list(const QJsonArray &steps, const StepPath &container, int iteration, QJsonObject *context, QJsonObject *outputs);
    bool one(const QJsonObject &step, const StepPath &path, int iteration, QJsonObject *context);
    bool work(const QJsonObject &step, qsizetype at, const QJsonObject &context);
    bool answered(qsizetype at);
    bool condition(const QJsonObject &step, qsizetype at, const QJsonObject &context);
    bool human(const QJsonObject &step, qsizetype at, const QJsonObject &context);
    bool parallel(const QJsonObject &step, qsizetype at, const QJsonObject &context);
    bool loop(const QJsonObject &step, qsizetype at, const QJsonObject &context);
    bool iterations(const QJsonObject &step, qsizetype at, const QJsonArray &items, const QJsonObject &context);
    bool localOnly(const QJsonObject &step, qsizetype at, const QJsonObject &context);

    bool setInput(qsizetype at, const QJsonValue &raw, const QJsonObject &context); // false: too large
    bool setOutput(qsizetype at, const QJsonValue &output);
    bool fail(qsizetype at, const QString &problem);
    bool stop(End end, const QString &problem);
    bool pays(const QJsonValue &value, int depth = 0);
    [[nodiscard]] bool isTeam() const { return m_dialect == WorkflowDialect::Team; }
    SimulatedStep &step(qsizetype at) { return m_result.steps[at]; }

    const SimulationSample &m_sample;
    const WorkflowDialect m_dialect;
    WorkflowSimulation m_result;
    qint64 m_budget = WorkflowSimulation::mostSize;
};

} // namespace desk
