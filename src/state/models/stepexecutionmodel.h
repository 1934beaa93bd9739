#pragma once

#include "state/executions/executionrecord.h"
#include "state/models/diffmodel.h"

#include <QAbstractTableModel>

#include <optional>

namespace desk {

// One run through a step as a row says it.
struct StepExecutionRow {
    StepExecution step;
    QString title;                       // of the step in the definition, else its id
    int round = 1;                       // which run through it
    bool isRepeated = false;             // there are more than one
    std::optional<ExecutionUsage> usage; // its own

    bool operator==(const StepExecutionRow &) const = default;
};

// The steps of one execution in the order they began (WF-21), as a table.
class StepExecutionModel : public DiffModel<QAbstractTableModel, StepExecutionRow>
{
    Q_OBJECT
public:
    enum Column { StatusColumn, StepColumn, DurationColumn, TokensColumn, CostColumn, ColumnCount };
    enum Roles { StepIdRole = Qt::UserRole + 1, StatusRole, StatusTextRole };

    using DiffModel::DiffModel;

    void setRecord(const ExecutionRecord &record); // the narrowest signals
    [[nodiscard]] bool hasTokens() const;          // of one at least
    [[nodiscard]] bool hasCost() const;
    [[nodiscard]] const QList<StepExecutionRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const StepExecutionRow &row, int column);

    QList<StepExecutionRow> m_rows;
};

} // namespace desk
