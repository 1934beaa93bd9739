#include "gui/widgets/listfilter.h"

#include <algorithm>

namespace desk {

ListFilter::ListFilter(QList<int> roles, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_roles(std::move(roles))
{
}

void ListFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool ListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return std::all_of(m_words.cbegin(), m_words.cend(), [this, &index](const QString &word) {
        return std::any_of(m_roles.cbegin(), m_roles.cend(),
                           [&index, &word](int role) { return index.data(role).toString().contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace desk
