#pragma once

#include "domain/execution.h"
#include "state/models/diffmodel.h"

#include <QAbstractTableModel>

namespace desk {

class ExecutionStore;

// The executions of the workflow that is looked at, newest first (WF-26).
class ExecutionListModel : public DiffModel<QAbstractTableModel, WorkflowExecution>
{
    Q_OBJECT
public:
    enum Column { StatusColumn, StartedColumn, DurationColumn, TokensColumn, CostColumn, ColumnCount };
    enum Roles { IdRole = Qt::UserRole + 1, StatusRole, StatusTextRole };

    explicit ExecutionListModel(ExecutionStore &store, QObject *parent = nullptr); // store outlives it

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] ExecutionId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const ExecutionId &id) const;

private:
    void update();
    [[nodiscard]] static QString text(const WorkflowExecution &execution, int column);

    ExecutionStore &m_store;
    QList<WorkflowExecution> m_rows;
};

} // namespace desk
