#include "state/models/executionlistmodel.h"

#include "state/executions/executionstore.h"
#include "state/models/executionwords.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestTip = 600; // a tip guesses what it is given: as markup it is only what was escaped

} // namespace

ExecutionListModel::ExecutionListModel(ExecutionStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &ExecutionStore::executionsChanged, this, &ExecutionListModel::update);
    update();
}

int ExecutionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExecutionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExecutionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WorkflowExecution &execution = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(execution, index.column());
    case Qt::ToolTipRole:
        return execution.error.isEmpty() ? QString() : u"<p>"_s + execution.error.left(longestTip).toHtmlEscaped() + u"</p>"_s;
    case Qt::TextAlignmentRole:
        return index.column() >= DurationColumn ? QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case IdRole:
        return execution.id.value();
    case StatusRole:
        return static_cast<int>(execution.status.value());
    case StatusTextRole:
        return ExecutionWords::status(execution.status);
    default:
        return {};
    }
}

QString ExecutionListModel::text(const WorkflowExecution &execution, int column)
{
    switch (column) {
    case StatusColumn:
        return ExecutionWords::status(execution.status);
    case StartedColumn:
        return ExecutionWords::time(execution.startedAt.isValid() ? execution.startedAt : execution.createdAt);
    case DurationColumn:
        return ExecutionWords::duration(ExecutionWords::seconds(execution.durationSeconds, execution.startedAt, execution.completedAt));
    case TokensColumn:
        return ExecutionWords::tokens(execution.usage);
    case CostColumn:
        return ExecutionWords::cost(execution.usage);
    default:
        return {};
    }
}

QVariant ExecutionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == CostColumn)
        return tr("Estimated by the server");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn:
        return tr("Status");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    case TokensColumn:
        return tr("Tokens");
    case CostColumn:
        return tr("Cost");
    default:
        return {};
    }
}

ExecutionId ExecutionListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()).id : ExecutionId();
}

QModelIndex ExecutionListModel::indexOf(const ExecutionId &id) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return index(static_cast<int>(row), 0);
    }
    return {};
}

void ExecutionListModel::update()
{
    applyRows(
        m_rows, m_store.executions(), [](const WorkflowExecution &one) { return one.id; },
        [](const WorkflowExecution &a, const WorkflowExecution &b) { return a == b; });
}

} // namespace desk
