#include "gui/models/llmlistfilter.h"

#include "state/models/llmlistmodel.h"

#include <algorithm>

namespace desk {

void LlmListFilter::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool LlmListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const QString name = index.data(LlmListModel::NameRole).toString();
    const QString summary = index.data(LlmListModel::SummaryRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive) || summary.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace desk
