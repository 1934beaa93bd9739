#include "state/models/searchmodel.h"

#include "state/cache/messagesearch.h"

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
    if (hit.message.isEmpty())
        return tr("Title of the conversation");
    switch (hit.part) {
    case SearchText::Part::Thoughts:
        return tr("In the thoughts");
    case SearchText::Part::Tool:
        return tr("Tool: %1").arg(hit.partName);
    case SearchText::Part::File:
        return tr("Attached file");
    case SearchText::Part::Source:
        return tr("Source: %1").arg(hit.partName);
    default:
        break;
    }
    if (hit.role == Role::User)
        return tr("You");
    return hit.agent.isEmpty() ? tr("Answer") : hit.agent;
}

QString SearchModel::sentenceOf(const SearchHit &hit)
{
    return tr("%1, %2, %3: %4", "conversation, time, who or where, words")
        .arg(hit.title, QLocale().toString(hit.at.toLocalTime(), QLocale::ShortFormat), whereOf(hit), hit.snippet);
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.title.simplified();
    case Qt::AccessibleTextRole:
        return sentenceOf(hit);
    case SnippetRole:
        return hit.snippet;
    case WhereRole:
        return whereOf(hit).simplified();
    case TimeRole:
        return hit.at;
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
