#include "state/models/workflowlistmodel.h"

#include "state/workflowstore.h"

#include <algorithm>

namespace desk {

WorkflowListModel::WorkflowListModel(WorkflowStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &WorkflowStore::workflowsChanged, this, &WorkflowListModel::update);
    update();
}

int WorkflowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant WorkflowListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Workflow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.id.value();
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case DescriptionRole:
        return row.description;
    case StepCountRole:
        return static_cast<int>(row.steps.size());
    case Qt::AccessibleTextRole:
        return tr("%1, %n step(s)", "workflow name", static_cast<int>(row.steps.size())).arg(row.name);
    default:
        return {};
    }
}

QHash<int, QByteArray> WorkflowListModel::roleNames() const
{
    return {{IdRole, "id"}, {NameRole, "name"}, {DescriptionRole, "description"}, {StepCountRole, "stepCount"}};
}

const Workflow *WorkflowListModel::workflowAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

void WorkflowListModel::update()
{
    QList<Workflow> next = m_store.workflows();
    std::stable_sort(next.begin(), next.end(), [](const Workflow &a, const Workflow &b) {
        return a.name.toCaseFolded().localeAwareCompare(b.name.toCaseFolded()) < 0;
    });
    applyRows(
        m_rows, next, [](const Workflow &w) { return w.id; },
        [](const Workflow &a, const Workflow &b) { return a.version == b.version && a.name == b.name && a.raw == b.raw; });
}

} // namespace desk
