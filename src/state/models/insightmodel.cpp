#include "state/models/insightmodel.h"

#include "state/insights/insighttexts.h"

#include <QDate>

#include <utility>

namespace desk {

namespace {

constexpr qsizetype comparisons = 250'000; // that a step by step change may cost; beyond, rows are exchanged at once

bool sameId(const InsightRow &a, const InsightRow &b)
{
    return a.insight.id == b.insight.id;
}

} // namespace

InsightModel::InsightModel(InsightStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_rows(store.rows())
{
    connect(&store, &InsightStore::insightsChanged, this, &InsightModel::update);
    connect(&store, &InsightStore::insightChanged, this, &InsightModel::updateRow);
}

int InsightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant InsightModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InsightRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.insight.id.value();
    case Qt::DisplayRole:
    case ContentRole:
        return row.insight.content;
    case CategoryRole:
        return row.insight.category.wire();
    case CategoryTitleRole:
        return InsightTexts::title(row.insight.category);
    case MatchRole:
        return row.match;
    case CreatedRole:
        return row.insight.createdOn;
    case ConversationRole:
        return row.insight.conversationId.value();
    case PendingRole:
        return row.pending;
    case NewRole:
        return row.isNew;
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "kind of an insight: its text").arg(InsightTexts::title(row.insight.category), row.insight.content);
    default:
        return {};
    }
}

QHash<int, QByteArray> InsightModel::roleNames() const
{
    return {{IdRole, "id"},       {ContentRole, "content"}, {CategoryRole, "category"},         {CategoryTitleRole, "categoryTitle"},
            {MatchRole, "match"}, {CreatedRole, "created"}, {ConversationRole, "conversation"}, {PendingRole, "pending"},
            {NewRole, "new"}};
}

const InsightRow *InsightModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex InsightModel::indexOf(const InsightId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).insight.id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

void InsightModel::update()
{
    const QList<InsightRow> &next = m_store.rows();
    qsizetype start = 0;
    while (start < m_rows.size() && start < next.size() && sameId(m_rows.at(start), next.at(start)))
        ++start;
    qsizetype oldEnd = m_rows.size();
    qsizetype newEnd = next.size();
    while (oldEnd > start && newEnd > start && sameId(m_rows.at(oldEnd - 1), next.at(newEnd - 1))) {
        --oldEnd;
        --newEnd;
    }
    const QList<InsightRow> middle = next.sliced(start, newEnd - start);
    if ((oldEnd - start) * middle.size() > comparisons)
        replaceMiddle(start, oldEnd, middle);
    else
        diffMiddle(start, oldEnd, middle);
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (m_rows.at(i) == next.at(i))
            continue;
        m_rows[i] = next.at(i);
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

void InsightModel::replaceMiddle(qsizetype start, qsizetype oldEnd, const QList<InsightRow> &next)
{
    if (oldEnd > start) {
        beginRemoveRows({}, static_cast<int>(start), static_cast<int>(oldEnd - 1));
        m_rows.remove(start, oldEnd - start);
        endRemoveRows();
    }
    if (next.isEmpty())
        return;
    beginInsertRows({}, static_cast<int>(start), static_cast<int>(start + next.size() - 1));
    m_rows = m_rows.first(start) + next + m_rows.sliced(start);
    endInsertRows();
}

void InsightModel::diffMiddle(qsizetype start, qsizetype oldEnd, const QList<InsightRow> &next)
{
    QList<InsightRow> middle = m_rows.sliced(start, oldEnd - start);
    if (middle.isEmpty() || next.isEmpty()) {
        replaceMiddle(start, oldEnd, next);
        return;
    }
    const auto at = [start](qsizetype row) { return static_cast<int>(start + row); };
    applyListDiff(
        middle, next, [](const InsightRow &row) { return row.insight.id; }, [](const InsightRow &, const InsightRow &) { return true; },
        [this, &middle, at](int row) {
            beginRemoveRows({}, at(row), at(row));
            middle.removeAt(row);
            m_rows.removeAt(at(row));
            endRemoveRows();
        },
        [this, &middle, at](int row, const InsightRow &item) {
            beginInsertRows({}, at(row), at(row));
            middle.insert(row, item);
            m_rows.insert(at(row), item);
            endInsertRows();
        },
        [this, &middle, at](int from, int to) {
            beginMoveRows({}, at(from), at(from), {}, at(to));
            middle.move(from, to);
            m_rows.move(at(from), at(to));
            endMoveRows();
        },
        [](int) {});
}

void InsightModel::updateRow(const InsightId &id)
{
    const QModelIndex changed = indexOf(id);
    const InsightRow *row = m_store.find(id);
    if (!changed.isValid() || !row)
        return;
    const InsightRow before = std::exchange(m_rows[changed.row()], *row);
    QList<int> roles;
    if (before.insight.content != row->insight.content)
        roles << Qt::DisplayRole << ContentRole << Qt::AccessibleTextRole;
    if (before.insight.category != row->insight.category)
        roles << CategoryRole << CategoryTitleRole << Qt::AccessibleTextRole;
    if (before.pending != row->pending)
        roles << PendingRole;
    if (!roles.isEmpty())
        Q_EMIT dataChanged(changed, changed, roles);
}

} // namespace desk
