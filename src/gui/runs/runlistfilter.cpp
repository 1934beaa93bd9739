#include "gui/runs/runlistfilter.h"

#include "gui/runs/runlook.h"
#include "state/models/runmodel.h"

#include <QTextDocument>

namespace desk {

RunListFilter::RunListFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RunModel::SortRole);
}

void RunListFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateRowsFilter();
}

void RunListFilter::setGroup(Group group)
{
    m_group = group;
    invalidateRowsFilter();
}

QVariant RunListFilter::data(const QModelIndex &index, int role) const
{
    const bool knowledge = role == Qt::AccessibleDescriptionRole || role == Qt::ToolTipRole;
    if (!knowledge || !index.isValid())
        return QSortFilterProxyModel::data(index, role);
    if (index.column() != RunModel::StatusColumn) // a cut-off question is shown whole
        return role == Qt::ToolTipRole
                   ? QVariant(Qt::convertFromPlainText(index.data(Qt::DisplayRole).toString().left(400), Qt::WhiteSpaceNormal))
                   : QVariant();
    const RunStatus status(static_cast<RunStatus::Value>(index.data(RunModel::StatusRole).toInt()));
    return RunLook::knowledgeText(static_cast<Knowledge>(index.data(RunModel::KnowledgeRole).toInt()), status.isTerminal());
}

bool RunListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex prompt = sourceModel()->index(row, RunModel::PromptColumn, parent);
    if (!matchesGroup(prompt.data(RunModel::StatusRole).toInt()))
        return false;
    return m_text.isEmpty() || prompt.data().toString().contains(m_text, Qt::CaseInsensitive) ||
           prompt.siblingAtColumn(RunModel::AgentColumn).data().toString().contains(m_text, Qt::CaseInsensitive);
}

bool RunListFilter::matchesGroup(int status) const
{
    const RunStatus::Value value = static_cast<RunStatus::Value>(status);
    switch (m_group) {
    case Group::All:
        return true;
    case Group::Active:
        return value == RunStatus::Pending || value == RunStatus::Running;
    case Group::Succeeded:
        return RunStatus(value).isSuccess();
    case Group::Failed:
        return value == RunStatus::Failed || value == RunStatus::Timeout;
    case Group::Stopped:
        return value == RunStatus::Cancelled;
    }
    return true;
}

} // namespace desk
