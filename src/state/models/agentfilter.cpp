#include "state/models/agentfilter.h"

#include "state/models/agentlistmodel.h"

#include <QMap>

#include <algorithm>
#include <limits>
#include <numeric>

namespace desk {

namespace {

// How many of the rows `next` does not have stand together at `from`; 0 when there are others as well.
bool standTogether(const QList<int> &rows, const QList<char> &kept, qsizetype &from, qsizetype &count)
{
    const auto isGone = [&kept](int row) { return !kept.at(row); };
    const auto first = std::find_if(rows.cbegin(), rows.cend(), isGone);
    const auto last = std::find_if_not(first, rows.cend(), isGone);
    from = first - rows.cbegin();
    count = last - first;
    return std::none_of(last, rows.cend(), isGone);
}

QList<char> marked(const QList<int> &rows, qsizetype size)
{
    QList<char> out(size, 0);
    for (const int row : rows)
        out[row] = 1;
    return out;
}

int compare(const QDateTime &a, const QDateTime &b) // the latest first, those without one last
{
    if (a.isValid() != b.isValid())
        return a.isValid() ? -1 : 1;
    return a == b ? 0 : a > b ? -1 : 1;
}

} // namespace

AgentFilter::AgentFilter(QObject *parent)
    : QAbstractProxyModel(parent)
{
}

void AgentFilter::setAgents(AgentListModel *model)
{
    beginResetModel();
    if (m_agents)
        m_agents->disconnect(this);
    m_agents = model;
    setSourceModel(model);
    m_rows.clear();
    m_places.clear();
    m_byTitle.clear();
    m_sorted.clear();
    if (model) {
        m_places.resize(model->rowCount());
        setRows(wanted());
        connectAgents();
    }
    endResetModel();
}

void AgentFilter::connectAgents()
{
    connect(m_agents, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(m_agents, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { leaveOut(first, last); });
    connect(m_agents, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(m_agents, &QAbstractItemModel::dataChanged, this, &AgentFilter::takeChange);
    connect(m_agents, &QObject::destroyed, this, [this] {
        m_agents = nullptr;
        setAgents(nullptr);
    });
}

void AgentFilter::setText(const QString &text)
{
    const FoldedWords words(text);
    if (words == m_words)
        return;
    const bool isNarrower = words.narrows(m_words); // a letter more, as it is typed
    m_words = words;
    if (isNarrower)
        narrow();
    else
        arrange();
}

void AgentFilter::narrow()
{
    QList<int> next = m_rows;
    next.removeIf([this](int row) { return !accepts(m_agents->rowAt(row)); });
    become(next);
}

void AgentFilter::setKind(Kind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    arrange();
}

void AgentFilter::setOrder(Order order)
{
    if (m_order == order)
        return;
    m_order = order;
    m_sorted.clear();
    arrange();
}

bool AgentFilter::accepts(const AgentRow &row) const
{
    const auto isOf = [&row](AgentVisibility visibility) { return AgentListModel::visibilityOf(row.agent) == visibility; };
    bool fits = true;
    switch (m_kind) {
    case Kind::All:
        break;
    case Kind::Favourites:
        fits = row.mark.favourite;
        break;
    case Kind::Active:
        fits = row.agent.isActive;
        break;
    case Kind::Inactive:
        fits = !row.agent.isActive;
        break;
    case Kind::Builtin:
        fits = isOf(AgentVisibility::Builtin);
        break;
    case Kind::Application:
        fits = isOf(AgentVisibility::Application);
        break;
    case Kind::Shared:
        fits = isOf(AgentVisibility::Shared);
        break;
    case Kind::Personal:
        fits = isOf(AgentVisibility::Personal);
        break;
    }
    return fits && m_words.areIn(row.searchText);
}

bool AgentFilter::isBefore(int a, int b) const
{
    const AgentRow &first = m_agents->rowAt(a);
    const AgentRow &second = m_agents->rowAt(b);
    int order = 0;
    if (m_order == Order::RecentlyUsed)
        order = compare(first.mark.lastUsed, second.mark.lastUsed);
    else if (m_order == Order::Changed)
        order = compare(AgentListModel::changedAt(first.agent), AgentListModel::changedAt(second.agent));
    else if (m_order == Order::Model)
        order = first.agent.model.toCaseFolded().compare(second.agent.model.toCaseFolded());
    if (order == 0)
        order = first.titleKey.compare(second.titleKey);
    return order < 0 || (order == 0 && a < b);
}

// What comes before titles, of each row of the source.
QList<qint64> AgentFilter::ranks() const
{
    QMap<QString, qint64> models; // folded, and how many come before
    for (int row = 0; m_order == Order::Model && row < m_agents->rowCount(); ++row)
        models.insert(m_agents->rowAt(row).agent.model.toCaseFolded(), 0);
    qint64 place = 0;
    for (qint64 &rank : models)
        rank = place++;
    QList<qint64> ranks;
    ranks.reserve(m_agents->rowCount());
    for (int row = 0; row < m_agents->rowCount(); ++row) {
        const AgentRow &of = m_agents->rowAt(row);
        const QDateTime time = m_order == Order::RecentlyUsed ? of.mark.lastUsed : AgentListModel::changedAt(of.agent);
        if (m_order == Order::Model)
            ranks.append(models.value(of.agent.model.toCaseFolded()));
        else
            ranks.append(time.isValid() ? -time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max());
    }
    return ranks;
}

// One row more in what is sorted already: the first key after a change must not sort all of them.
void AgentFilter::placeByTitle(int row)
{
    if (m_byTitle.size() + 1 != m_agents->rowCount()) {
        m_byTitle.clear();
        return;
    }
    const auto place = std::lower_bound(m_byTitle.cbegin(), m_byTitle.cend(), row, [this](int a, int b) {
        const int order = m_agents->rowAt(a).titleKey.compare(m_agents->rowAt(b).titleKey);
        return order < 0 || (order == 0 && a < b);
    });
    m_byTitle.insert(place, row);
}

// A key press must not sort ten thousand titles once more.
const QList<int> &AgentFilter::sorted()
{
    const qsizetype count = m_agents->rowCount();
    if (m_byTitle.size() != count) {
        m_byTitle.resize(count);
        std::iota(m_byTitle.begin(), m_byTitle.end(), 0);
        std::stable_sort(m_byTitle.begin(), m_byTitle.end(),
                         [this](int a, int b) { return m_agents->rowAt(a).titleKey.compare(m_agents->rowAt(b).titleKey) < 0; });
        m_sorted.clear();
    }
    if (m_sorted.size() != count) {
        m_sorted = m_byTitle;
        if (m_order != Order::Title) {
            const QList<qint64> places = ranks();
            std::stable_sort(m_sorted.begin(), m_sorted.end(), [&places](int a, int b) { return places.at(a) < places.at(b); });
        }
    }
    return m_sorted;
}

QList<int> AgentFilter::wanted()
{
    QList<int> rows;
    for (const int row : sorted()) {
        if (accepts(m_agents->rowAt(row)))
            rows.append(row);
    }
    return rows;
}

void AgentFilter::arrange()
{
    if (m_agents)
        become(wanted());
}

void AgentFilter::arrangeRow(int source)
{
    QList<int> next = m_rows;
    next.removeOne(source);
    if (accepts(m_agents->rowAt(source)))
        next.insert(std::lower_bound(next.cbegin(), next.cend(), source, [this](int a, int b) { return isBefore(a, b); }), source);
    become(next);
}

void AgentFilter::become(const QList<int> &next)
{
    if (next == m_rows)
        return;
    removeGone(next);
    insertNew(next);
    reorder(next);
}

void AgentFilter::removeGone(const QList<int> &next)
{
    const QList<char> kept = marked(next, m_places.size());
    qsizetype from = 0;
    qsizetype count = 0;
    if (!standTogether(m_rows, kept, from, count)) {
        QList<int> behind = m_rows;
        const auto end = std::stable_partition(behind.begin(), behind.end(), [&kept](int row) { return kept.at(row) != 0; });
        from = end - behind.begin();
        count = behind.end() - end;
        reorder(behind);
    }
    if (count == 0)
        return;
    beginRemoveRows({}, static_cast<int>(from), static_cast<int>(from + count) - 1);
    QList<int> left = m_rows;
    left.remove(from, count);
    setRows(left);
    endRemoveRows();
}

void AgentFilter::insertNew(const QList<int> &next)
{
    const QList<char> known = marked(m_rows, m_places.size());
    qsizetype from = 0;
    qsizetype count = 0;
    QList<int> grown = m_rows;
    if (standTogether(next, known, from, count)) {
        from = std::min(from, grown.size());
        for (qsizetype i = 0; i < count; ++i)
            grown.insert(from + i, 0); // what they are follows
        std::copy_if(next.cbegin(), next.cend(), grown.begin() + from, [&known](int row) { return !known.at(row); });
    } else {
        from = grown.size();
        std::copy_if(next.cbegin(), next.cend(), std::back_inserter(grown), [&known](int row) { return !known.at(row); });
        count = grown.size() - from;
    }
    if (count == 0)
        return;
    beginInsertRows({}, static_cast<int>(from), static_cast<int>(from + count) - 1);
    setRows(grown);
    endInsertRows();
}

void AgentFilter::reorder(const QList<int> &next)
{
    if (next == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> sources;
    for (const QModelIndex &index : before)
        sources.append(m_rows.at(index.row()));
    setRows(next);
    QModelIndexList after;
    for (const int source : std::as_const(sources))
        after.append(index(m_places.at(source), 0));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void AgentFilter::setRows(const QList<int> &rows)
{
    m_rows = rows;
    m_places.fill(-1);
    for (qsizetype place = 0; place < m_rows.size(); ++place)
        m_places[m_rows.at(place)] = static_cast<int>(place);
}

void AgentFilter::takeInserted(int first, int last)
{
    const int count = last - first + 1;
    for (QList<int> *rows : {&m_rows, &m_byTitle}) {
        for (int &row : *rows)
            row += row >= first ? count : 0;
    }
    if (count == 1)
        placeByTitle(first);
    else
        m_byTitle.clear();
    m_sorted.clear();
    m_places.resize(m_places.size() + count);
    setRows(QList<int>(m_rows));
    if (count == 1)
        arrangeRow(first);
    else
        arrange();
}

void AgentFilter::takeChange(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    m_sorted.clear();
    const bool isTitle = roles.isEmpty() || roles.contains(AgentListModel::TitleRole);
    if (isTitle && from.row() == to.row() && m_byTitle.removeOne(from.row()))
        placeByTitle(from.row());
    else if (isTitle)
        m_byTitle.clear();
    for (int row = from.row(); row <= to.row(); ++row) {
        arrangeRow(row);
        if (const int place = m_places.at(row); place >= 0)
            Q_EMIT dataChanged(index(place, 0), index(place, 0), roles);
    }
}

void AgentFilter::leaveOut(int first, int last)
{
    QList<int> next = m_rows;
    next.removeIf([first, last](int row) { return row >= first && row <= last; });
    become(next);
}

void AgentFilter::takeRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_byTitle.removeIf([first, last](int row) { return row >= first && row <= last; });
    m_sorted.clear();
    for (QList<int> *rows : {&m_rows, &m_byTitle}) {
        for (int &row : *rows)
            row -= row > last ? count : 0;
    }
    m_places.resize(m_places.size() - count);
    setRows(QList<int>(m_rows));
}

QModelIndex AgentFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex AgentFilter::parent(const QModelIndex &child) const
{
    Q_UNUSED(child)
    return {};
}

int AgentFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgentFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QModelIndex AgentFilter::mapToSource(const QModelIndex &index) const
{
    return m_agents && index.isValid() && index.row() < m_rows.size() ? m_agents->index(m_rows.at(index.row())) : QModelIndex();
}

QModelIndex AgentFilter::mapFromSource(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_places.size() ? this->index(m_places.at(index.row()), 0) : QModelIndex();
}

} // namespace desk
