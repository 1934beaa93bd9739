#include "state/models/conversationgroupmodel.h"

#include "state/models/conversationlistmodel.h"
#include "state/store/conversationmarks.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace desk {

namespace {

constexpr int clockMs = 30'000;
constexpr qsizetype mostSteps = 100; // more changes at once are merged in one go

} // namespace

ConversationGroupModel::ConversationGroupModel(ConversationListModel &source, Now now, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_now(now ? std::move(now) : Now([] { return QDateTime::currentDateTime(); }))
    , m_groups(m_now().toLocalTime().date())
{
    connect(&source, &ConversationListModel::settled, this, &ConversationGroupModel::sync);
    connect(&source, &QAbstractItemModel::dataChanged, this, &ConversationGroupModel::onDataChanged);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_clock, &QTimer::timeout, this, &ConversationGroupModel::regroup);
    m_clock.start(clockMs);
    sync();
}

int ConversationGroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ConversationGroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (entry.id.isEmpty())
        return headerData(entry, role);
    if (role == HeaderRole)
        return false;
    if (role == Qt::AccessibleDescriptionRole)
        return m_groups.title(entry.key.group);
    return m_source.indexOf(entry.id).data(role);
}

QVariant ConversationGroupModel::headerData(const Entry &entry, int role) const
{
    const int count = m_counts.value(entry.key.group);
    const bool closes = entry.key.group == ConversationGroups::archived;
    switch (role) {
    case Qt::DisplayRole:
        return m_groups.title(entry.key.group);
    case HeaderRole:
        return true;
    case CountRole:
        return count;
    case OpenRole:
        return closes ? QVariant(m_filter.archivedShown) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString title = m_groups.title(entry.key.group);
        if (!closes)
            return tr("%1, group of %n conversations", nullptr, count).arg(title);
        return m_filter.archivedShown ? tr("%1, group of %n conversations, open", nullptr, count).arg(title)
                                      : tr("%1, group of %n conversations, closed", nullptr, count).arg(title);
    }
    default:
        return {};
    }
}

Qt::ItemFlags ConversationGroupModel::flags(const QModelIndex &index) const
{
    if (!isHeader(index))
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemFlags();
    // The arrow keys pass over what is not enabled.
    const bool closes = m_entries.at(index.row()).key.group == ConversationGroups::archived;
    return closes ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QHash<int, QByteArray> ConversationGroupModel::roleNames() const
{
    QHash<int, QByteArray> names = m_source.roleNames();
    names.insert(HeaderRole, "header");
    names.insert(CountRole, "count");
    names.insert(OpenRole, "open");
    return names;
}

bool ConversationGroupModel::canFetchMore(const QModelIndex &parent) const
{
    return m_source.canFetchMore(parent);
}

void ConversationGroupModel::fetchMore(const QModelIndex &parent)
{
    m_source.fetchMore(parent);
}

bool ConversationGroupModel::isHeader(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_entries.size() && m_entries.at(index.row()).id.isEmpty();
}

ConversationId ConversationGroupModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_entries.size() ? m_entries.at(index.row()).id : ConversationId();
}

QModelIndex ConversationGroupModel::indexOf(const ConversationId &id) const
{
    const auto key = m_keys.constFind(id);
    if (key == m_keys.cend() || !isOpen(key->group))
        return {};
    const qsizetype row = position({*key, id});
    return row < m_entries.size() && m_entries.at(row).id == id ? index(static_cast<int>(row)) : QModelIndex(); // it may be going
}

int ConversationGroupModel::shownCount() const
{
    int count = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        count += isOpen(it.key()) ? *it : 0;
    return count;
}

// ------------------------------------------------------------------------------------------------ where a row belongs

bool ConversationGroupModel::isOpen(int group) const
{
    return group != ConversationGroups::archived || m_filter.archivedShown;
}

bool ConversationGroupModel::isLess(const Entry &a, const Entry &b)
{
    if (a.key.group != b.key.group)
        return a.key.group < b.key.group;
    if (a.id.isEmpty() || b.id.isEmpty())
        return a.id.isEmpty() && !b.id.isEmpty();
    return a.key.time != b.key.time ? a.key.time > b.key.time : a.id < b.id;
}

qsizetype ConversationGroupModel::position(const Entry &entry) const
{
    return std::lower_bound(m_entries.cbegin(), m_entries.cend(), entry, isLess) - m_entries.cbegin();
}

ConversationGroupModel::Key ConversationGroupModel::keyOf(const Conversation &row) const
{
    const QDateTime when = row.updatedAt.isValid() ? row.updatedAt : row.createdAt;
    const qint64 ms = when.isValid() ? when.toMSecsSinceEpoch() : 0;
    const ConversationMarks *marks = m_source.marks();
    const ConversationMark mark = marks ? marks->mark(row.id) : ConversationMark();
    if (mark.archived)
        return {ConversationGroups::archived, ms};
    return {mark.pinned ? ConversationGroups::pinned : m_groups.groupOf(ms), ms};
}

bool ConversationGroupModel::accepts(const Conversation &row) const
{
    const ConversationMarks *marks = m_source.marks();
    // One that was unread stays while it is being read.
    if (m_filter.unreadOnly && !m_keys.contains(row.id) && !(marks && marks->isUnread(row)))
        return false;
    if (!m_filter.tag.isEmpty() && !(marks && marks->mark(row.id).tags.contains(m_filter.tag)))
        return false;
    const bool isBy = row.agentId.value() == m_filter.agent || (marks && marks->mark(row.id).agents.contains(m_filter.agent));
    return (m_filter.agent.isEmpty() || isBy) && (m_filter.source.isEmpty() || row.source == m_filter.source);
}

// ------------------------------------------------------------------------------------------------ following the source

void ConversationGroupModel::sync()
{
    Keys keys;
    keys.reserve(m_source.rowCount());
    QList<ConversationId> different;
    for (const Conversation &row : m_source.rows()) {
        if (!accepts(row))
            continue;
        const Key key = keyOf(row);
        keys.insert(row.id, key);
        const auto known = m_keys.constFind(row.id);
        if (known == m_keys.cend() || !(*known == key))
            different.append(row.id);
    }
    for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it) {
        if (!keys.contains(it.key()))
            different.append(it.key());
    }
    if (different.size() > mostSteps)
        return rebuild(keys);
    for (const ConversationId &id : std::as_const(different)) {
        const auto key = keys.constFind(id);
        place(id, key == keys.cend() ? std::nullopt : std::optional(*key));
    }
}

void ConversationGroupModel::place(const ConversationId &id, const std::optional<Key> &next)
{
    const auto known = m_keys.constFind(id);
    const std::optional<Key> before = known == m_keys.cend() ? std::nullopt : std::optional(*known);
    if (next && m_counts[next->group]++ == 0)
        addHeader(next->group);
    const bool leaves = before && isOpen(before->group);
    const bool enters = next && isOpen(next->group);
    if (leaves && enters)
        changePlace(id, *before, *next);
    else if (leaves)
        leave(*before, id);
    else if (enters)
        enter(id, *next);
    if (next)
        m_keys.insert(id, *next);
    else
        m_keys.remove(id);
    if (before && --m_counts[before->group] == 0)
        dropHeader(before->group);
    for (const std::optional<Key> &key : {before, next}) {
        if (key)
            headerChanged(key->group);
    }
}

void ConversationGroupModel::enter(const ConversationId &id, const Key &key)
{
    const Entry entry{key, id};
    const qsizetype at = position(entry);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_entries.insert(at, entry);
    endInsertRows();
}

void ConversationGroupModel::leave(const Key &key, const ConversationId &id)
{
    const qsizetype at = position({key, id});
    removeRun(at, at);
}

void ConversationGroupModel::changePlace(const ConversationId &id, const Key &from, const Key &to)
{
    const qsizetype row = position({from, id});
    const qsizetype target = position({to, id});
    if (target == row || target == row + 1) {
        m_entries[row].key = to;
        Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)), {Qt::AccessibleDescriptionRole});
        return;
    }
    beginMoveRows({}, static_cast<int>(row), static_cast<int>(row), {}, static_cast<int>(target));
    m_entries.move(row, target > row ? target - 1 : target);
    m_entries[target > row ? target - 1 : target].key = to;
    endMoveRows();
}

void ConversationGroupModel::addHeader(int group)
{
    const Entry header{{group, 0}, {}};
    const qsizetype at = position(header);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_entries.insert(at, header);
    endInsertRows();
}

void ConversationGroupModel::dropHeader(int group)
{
    m_counts.remove(group);
    const qsizetype at = position({{group, 0}, {}});
    removeRun(at, at);
}

void ConversationGroupModel::headerChanged(int group)
{
    if (!m_counts.contains(group))
        return;
    const QModelIndex header = index(static_cast<int>(position({{group, 0}, {}})));
    Q_EMIT dataChanged(header, header, {CountRole, OpenRole, Qt::AccessibleTextRole});
}

void ConversationGroupModel::removeRun(qsizetype first, qsizetype last)
{
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
    m_entries.remove(first, last - first + 1);
    endRemoveRows();
}

// Many at once: what is gone leaves run by run, what is new comes run by run; what stays is not touched.
void ConversationGroupModel::rebuild(const Keys &keys)
{
    QHash<int, int> counts;
    QList<Entry> next;
    next.reserve(keys.size());
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        if (counts[it->group]++ == 0)
            next.append(Entry{{it->group, 0}, {}});
        if (isOpen(it->group))
            next.append(Entry{*it, it.key()});
    }
    std::sort(next.begin(), next.end(), isLess);
    const auto stays = [&](const Entry &entry) {
        const auto key = keys.constFind(entry.id);
        return entry.id.isEmpty() ? counts.contains(entry.key.group) : key != keys.cend() && *key == entry.key && isOpen(entry.key.group);
    };
    for (qsizetype last = m_entries.size() - 1; last >= 0; --last) {
        qsizetype first = last + 1;
        while (first > 0 && !stays(m_entries.at(first - 1)))
            --first;
        if (first <= last)
            removeRun(first, last);
        last = first <= last ? first : last;
    }
    m_keys = keys;
    m_counts = counts;
    for (qsizetype row = 0; row < next.size(); ++row) {
        qsizetype end = row;
        const auto isThere = [&](const Entry &entry) {
            return row < m_entries.size() && m_entries.at(row).id == entry.id && m_entries.at(row).key == entry.key;
        };
        while (end < next.size() && !isThere(next.at(end)))
            ++end;
        if (end == row)
            continue;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(end) - 1);
        m_entries.insert(row, end - row, Entry());
        std::copy(next.cbegin() + row, next.cbegin() + end, m_entries.begin() + row);
        endInsertRows();
        row = end - 1;
    }
    const QList<int> groups = counts.keys();
    for (const int group : groups)
        headerChanged(group);
}

void ConversationGroupModel::setFilter(const ConversationListFilter &filter)
{
    if (filter == m_filter)
        return;
    const bool keepsRows = filter.unreadOnly == m_filter.unreadOnly; // else what was kept for being read goes or is asked anew
    m_filter = filter;
    Keys keys;
    const Keys kept = keepsRows ? m_keys : std::exchange(m_keys, {});
    for (const Conversation &row : m_source.rows()) {
        if (accepts(row))
            keys.insert(row.id, keyOf(row));
    }
    m_keys = kept;
    rebuild(keys);
}

// The rows stand in the order of time whatever the day is: only the headers change, and whoever is selected stays so.
void ConversationGroupModel::regroup()
{
    const QDate day = m_now().toLocalTime().date();
    if (day == m_groups.day())
        return;
    m_groups = ConversationGroups(day);
    const auto isByTime = [](const Entry &entry) {
        return entry.key.group != ConversationGroups::pinned && entry.key.group != ConversationGroups::archived;
    };
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (m_entries.at(i).id.isEmpty() && isByTime(m_entries.at(i)))
            removeRun(i, i);
    }
    const QList<int> before = m_counts.keys();
    for (const int group : before) {
        if (isByTime({{group, 0}, {}}))
            m_counts.remove(group);
    }
    for (Entry &entry : m_entries) {
        if (entry.id.isEmpty() || !isByTime(entry))
            continue;
        entry.key.group = m_groups.groupOf(entry.key.time);
        m_keys.insert(entry.id, entry.key);
        ++m_counts[entry.key.group];
    }
    const QList<int> groups = m_counts.keys();
    for (const int group : groups) {
        if (isByTime({{group, 0}, {}}))
            addHeader(group);
    }
}

void ConversationGroupModel::onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (m_entries.isEmpty())
        return;
    if (last.row() - first.row() >= mostSteps) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1), roles);
        return;
    }
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex here = indexOf(m_source.idAt(m_source.index(row)));
        if (here.isValid())
            Q_EMIT dataChanged(here, here, roles);
    }
}

} // namespace desk
