#include "state/models/conversationlistmodel.h"

#include "state/conversationstore.h"

#include <QLocale>

namespace desk {

ConversationListModel::ConversationListModel(ConversationStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &ConversationStore::conversationsChanged, this, &ConversationListModel::update);
    update();
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Conversation &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.id.value();
    case Qt::DisplayRole:
    case Qt::EditRole:
    case TitleRole:
        return row.title;
    case PreviewRole:
        return row.lastMessage;
    case UpdatedRole:
        return row.updatedAt;
    case RunningRole:
        return !row.activeRun.isEmpty();
    case Qt::AccessibleTextRole: {
        const QString when = QLocale().toString(row.updatedAt.toLocalTime(), QLocale::ShortFormat);
        return row.activeRun.isEmpty() ? tr("%1, last changed %2").arg(row.title, when)
                                       : tr("%1, an answer is being written").arg(row.title);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{IdRole, "id"}, {TitleRole, "title"}, {PreviewRole, "preview"}, {UpdatedRole, "updated"}, {RunningRole, "running"}};
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_store.canLoadMore();
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_store.loadMore();
}

ConversationId ConversationListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()).id : ConversationId();
}

QModelIndex ConversationListModel::indexOf(const ConversationId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

void ConversationListModel::update()
{
    applyRows(
        m_rows, m_store.conversations(), [](const Conversation &c) { return c.id; },
        [](const Conversation &a, const Conversation &b) {
            return a.title == b.title && a.lastMessage == b.lastMessage && a.updatedAt == b.updatedAt && a.activeRun == b.activeRun;
        });
}

} // namespace desk
