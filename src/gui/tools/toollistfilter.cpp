#include "gui/tools/toollistfilter.h"

#include "state/models/toollistmodel.h"

#include <algorithm>

namespace desk {

ToolListFilter::ToolListFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void ToolListFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void ToolListFilter::setGroup(Group group)
{
    m_group = group;
    invalidateRowsFilter();
}

bool ToolListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!matchesGroup(index))
        return false;
    const QStringList texts{index.data(ToolListModel::NameRole).toString(), index.data(ToolListModel::DescriptionRole).toString(),
                            index.data(ToolListModel::EntrypointRole).toString()};
    return std::all_of(m_words.cbegin(), m_words.cend(), [&texts](const QString &word) {
        return std::any_of(texts.cbegin(), texts.cend(), [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

bool ToolListFilter::matchesGroup(const QModelIndex &index) const
{
    const bool isActive = index.data(ToolListModel::ActiveRole).toBool();
    const auto category = static_cast<ToolCategory>(index.data(ToolListModel::CategoryRole).toInt());
    switch (m_group) {
    case Group::All:
        return true;
    case Group::Active:
        return isActive;
    case Group::Inactive:
        return !isActive;
    case Group::Builtin:
        return category == ToolCategory::Builtin;
    case Group::Custom:
        return category == ToolCategory::Custom;
    case Group::Mcp:
        return category == ToolCategory::Mcp;
    }
    return true;
}

} // namespace desk
