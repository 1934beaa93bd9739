#pragma once

#include "state/workflows/workflowsimulation.h"

#include <QAbstractTableModel>

namespace desk {

// The steps that a workflow would go through, in their order (D-64).
class SimulationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StepColumn, StateColumn, OutputColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSimulation(const WorkflowSimulation &simulation);
    [[nodiscard]] const WorkflowSimulation &simulation() const { return m_simulation; }
    [[nodiscard]] static QString stateText(SimulatedStep::State state);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const SimulatedStep &step, int column);

    WorkflowSimulation m_simulation;
};

} // namespace desk
