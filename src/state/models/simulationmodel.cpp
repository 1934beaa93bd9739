#include "state/models/simulationmodel.h"

#include "wire/workflow/workflowreference.h"

namespace desk {

namespace {

constexpr qsizetype shownOutput = 120; // characters

} // namespace

void SimulationModel::setSimulation(const WorkflowSimulation &simulation)
{
    beginResetModel();
    m_simulation = simulation;
    endResetModel();
}

QString SimulationModel::stateText(SimulatedStep::State state)
{
    switch (state) {
    case SimulatedStep::State::Computed:
        return tr("Worked out");
    case SimulatedStep::State::Sample:
        return tr("Sample");
    case SimulatedStep::State::NoSample:
        return tr("No sample");
    case SimulatedStep::State::Skipped:
        return tr("Left out");
    case SimulatedStep::State::Failed:
        return tr("Would fail");
    case SimulatedStep::State::Waiting:
        return tr("Would wait for a person");
    }
    return {};
}

int SimulationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_simulation.steps.size());
}

int SimulationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SimulationModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return text(m_simulation.steps.at(index.row()), index.column());
}

QString SimulationModel::text(const SimulatedStep &step, int column)
{
    switch (column) {
    case StepColumn:
        return step.iteration < 0 ? step.id : tr("%1 (round %L2)", "step").arg(step.id).arg(step.iteration + 1);
    case StateColumn:
        return stateText(step.state);
    default:
        break;
    }
    if (!step.problem.isEmpty())
        return step.problem;
    if (!step.next.isEmpty())
        return tr("goes on with %1", "a step").arg(step.next);
    return step.output.isUndefined() ? QString() : wire::workflowText(step.output).left(shownOutput).simplified();
}

QVariant SimulationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case StateColumn:
        return tr("How it is known");
    default:
        return tr("What it would give");
    }
}

} // namespace desk
