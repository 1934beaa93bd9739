#include "state/models/conversationlistmodel.h"

#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/previewtext.h"
#include "state/store/conversationmarks.h"

#include <QLocale>

#include <utility>

namespace desk {

namespace {

const QList<int> markRoles{ConversationListModel::PinnedRole, ConversationListModel::ArchivedRole, ConversationListModel::UnreadRole,
                           ConversationListModel::TagsRole, Qt::AccessibleTextRole};

} // namespace

ConversationListModel::ConversationListModel(ConversationStore &store, ConversationMarks *marks, ChatSessions *sessions, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
    , m_marks(marks)
    , m_sessions(sessions)
{
    connect(&store, &ConversationStore::conversationsChanged, this, &ConversationListModel::update);
    if (m_marks)
        connect(m_marks, &ConversationMarks::changed, this, &ConversationListModel::onMarked);
    if (m_sessions) {
        connect(m_sessions, &ChatSessions::busyCountChanged, this, &ConversationListModel::onBusy);
        connect(m_sessions, &ChatSessions::conversationIdChanged, this, &ConversationListModel::onBusy);
    }
    update();
}

void ConversationListModel::setPerson(const UserId &id)
{
    if (std::exchange(m_person, id) != id && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {SharedRole, Qt::AccessibleTextRole});
}

bool ConversationListModel::isSomebodyElses(const Conversation &row) const
{
    const QString owner = row.raw.value(QLatin1String("user_id")).toString();
    return !m_person.isEmpty() && !owner.isEmpty() && owner != m_person.value();
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
        return preview(row);
    case UpdatedRole:
        return row.updatedAt;
    case RunningRole:
        return isRunning(row);
    case PinnedRole:
        return m_marks && m_marks->mark(row.id).pinned;
    case ArchivedRole:
        return m_marks && m_marks->mark(row.id).archived;
    case UnreadRole:
        return m_marks && m_marks->isUnread(row);
    case TagsRole:
        return m_marks ? m_marks->mark(row.id).tags : QStringList();
    case PrivateRole:
        return row.isPrivate.value_or(false);
    case SharedRole:
        return isSomebodyElses(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    default:
        return {};
    }
}

QString ConversationListModel::preview(const Conversation &row) const
{
    auto known = m_previews.constFind(row.id);
    if (known == m_previews.cend() || known->second != row.lastMessage)
        known = m_previews.insert(row.id, {previewText(row.lastMessage), row.lastMessage});
    return known->first;
}

bool ConversationListModel::isRunning(const Conversation &row) const
{
    return !row.activeRun.isEmpty() || m_busy.contains(row.id);
}

QString ConversationListModel::spoken(const Conversation &row) const
{
    const QString when = QLocale().toString(row.updatedAt.toLocalTime(), QLocale::ShortFormat);
    QString text = isRunning(row) ? tr("%1, an answer is being written").arg(row.title) : tr("%1, last changed %2").arg(row.title, when);
    const auto add = [&text](const QString &fact) { text = tr("%1, %2", "what is said of a conversation, one fact more").arg(text, fact); };
    if (m_marks && m_marks->isUnread(row))
        add(tr("unread"));
    const ConversationMark mark = m_marks ? m_marks->mark(row.id) : ConversationMark();
    if (mark.pinned)
        add(tr("pinned"));
    if (row.isPrivate.value_or(false))
        add(tr("private"));
    if (isSomebodyElses(row))
        add(tr("shared with you"));
    for (const QString &tag : mark.tags)
        add(tr("tag %1").arg(tag));
    return text;
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{IdRole, "id"},           {TitleRole, "title"},     {PreviewRole, "preview"},   {UpdatedRole, "updated"},
            {RunningRole, "running"}, {PinnedRole, "pinned"},   {ArchivedRole, "archived"}, {UnreadRole, "unread"},
            {TagsRole, "tags"},       {PrivateRole, "private"}, {SharedRole, "shared"}};
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
    const auto known = m_index.constFind(id);
    const bool holds = known != m_index.cend() && *known < m_rows.size() && m_rows.at(*known).id == id;
    if (!holds && (m_index.size() != m_rows.size() || known != m_index.cend())) {
        m_index.clear();
        m_index.reserve(m_rows.size());
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            m_index.insert(m_rows.at(i).id, static_cast<int>(i));
    }
    const auto row = m_index.constFind(id);
    return row == m_index.cend() ? QModelIndex() : index(*row);
}

void ConversationListModel::update()
{
    QList<Conversation> next = m_store.conversations();
    if (m_previews.size() > 2 * next.size()) // of those that are gone
        m_previews.clear();
    m_hidden.clear();
    const QList<ConversationId> deleted = m_marks ? m_marks->deleted() : QList<ConversationId>();
    if (!deleted.isEmpty()) {
        m_hidden = QSet<ConversationId>(deleted.cbegin(), deleted.cend());
        next.removeIf([this](const Conversation &c) { return m_hidden.contains(c.id); });
    }
    m_index.clear();
    applyRows(
        m_rows, next, [](const Conversation &c) { return c.id; },
        [](const Conversation &a, const Conversation &b) {
            return a.title == b.title && a.lastMessage == b.lastMessage && a.updatedAt == b.updatedAt && a.activeRun == b.activeRun &&
                   a.isPrivate == b.isPrivate && a.source == b.source && a.agentId == b.agentId;
        });
    m_index.clear();
    Q_EMIT settled();
}

void ConversationListModel::onMarked(const QList<ConversationId> &ids)
{
    const QList<ConversationId> deleted = m_marks->deleted();
    if (QSet<ConversationId>(deleted.cbegin(), deleted.cend()) != m_hidden)
        update();
    if (ids.isEmpty() && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), markRoles);
    for (const ConversationId &id : ids)
        changed(id, markRoles);
    Q_EMIT settled();
}

void ConversationListModel::onBusy()
{
    const QList<ConversationId> ids = m_sessions->busyConversations();
    const QSet<ConversationId> before = std::exchange(m_busy, QSet<ConversationId>(ids.cbegin(), ids.cend()));
    for (const ConversationId &id : (before - m_busy) + (m_busy - before))
        changed(id, {RunningRole, Qt::AccessibleTextRole});
}

void ConversationListModel::changed(const ConversationId &id, const QList<int> &roles)
{
    const QModelIndex row = indexOf(id);
    if (row.isValid())
        Q_EMIT dataChanged(row, row, roles);
}

} // namespace desk
