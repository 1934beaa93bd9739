#include "state/models/searchmodel.h"

#include "state/cache/messagesearch.h"
#include "state/insights/insighttexts.h"

#include <QLocale>

namespace desk {

SearchModel::SearchModel(MessageSearch &search, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
{
    connect(&search, &MessageSearch::found, this, &SearchModel::add);
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(SnippetRole, "snippet");
    names.insert(WhereRole, "where");
    names.insert(TimeRole, "time");
    return names;
}

QString SearchModel::whereOf(const SearchHit &hit)
{
    if (!hit.insight.isEmpty())
        return tr("Insight: %1", "its kind").arg(InsightTexts::title(hit.category));
    if (hit.message.isEmpty())
        return tr("Title of the conversation");
    switch (hit.part) {
    case SearchText::Part::Thoughts:
        return tr("In the thoughts");
    case SearchText::Part::Tool:
        return tr("Tool: %1").arg(hit.partName);
    case SearchText::Part::File:
        return tr("File: %1").arg(hit.partName);
    case SearchText::Part::Source:
        return tr("Source: %1").arg(hit.partName);
    default:
        break;
    }
    if (hit.role == Role::User)
        return tr("Question");
    return hit.agent.isEmpty() ? tr("Answer") : tr("Answer: %1", "the agent").arg(hit.agent);
}

QString SearchModel::titleOf(const SearchHit &hit)
{
    return hit.title.isEmpty() && !hit.insight.isEmpty() ? tr("What the server remembers") : hit.title;
}

// Insights have a day alone, or not even that.
QString SearchModel::timeOf(const SearchHit &hit)
{
    const QLocale locale;
    if (!hit.at.isValid())
        return tr("no date");
    return hit.insight.isEmpty() ? locale.toString(hit.at.toLocalTime(), QLocale::ShortFormat)
                                 : locale.toString(hit.at.date(), QLocale::ShortFormat);
}

QString SearchModel::sentenceOf(const SearchHit &hit)
{
    return tr("%1, %2, %3: %4", "conversation, time, who or where, words").arg(titleOf(hit), timeOf(hit), whereOf(hit), hit.snippet);
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(hit).simplified();
    case Qt::AccessibleTextRole:
        return sentenceOf(hit);
    case SnippetRole:
        return hit.snippet;
    case WhereRole:
        return whereOf(hit).simplified();
    case TimeRole:
        return timeOf(hit);
    default:
        return {};
    }
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_hits.isEmpty() && m_search.hasMore() && !m_search.isRunning();
}

void SearchModel::fetchMore(const QModelIndex & /*parent*/)
{
    m_search.more();
}

void SearchModel::clear()
{
    if (m_hits.isEmpty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_hits.clear();
    endRemoveRows();
}

void SearchModel::add(const QList<SearchHit> &hits)
{
    if (hits.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(hits.size()) - 1);
    m_hits += hits;
    endInsertRows();
}

} // namespace desk
