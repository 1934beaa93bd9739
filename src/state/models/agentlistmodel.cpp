#include "state/models/agentlistmodel.h"

#include "state/agents/agentstore.h"
#include "state/definitions/definitionmarks.h"
#include "state/models/foldedtext.h"

#include <QSet>

#include <utility>

namespace desk {

namespace {

QByteArray searchTextOf(const Agent &agent)
{
    const QStringList parts{agent.title(),           agent.name, agent.description, agent.instructions, agent.tools.join(u'\n'),
                            agent.scopes.join(u'\n')};
    return foldedText(parts.join(u'\n'));
}

QString spokenText(const AgentRow &row)
{
    const Agent &agent = row.agent;
    QString text = agent.description.isEmpty() ? agent.title()
                                               : AgentListModel::tr("%1: %2", "agent: description").arg(agent.title(), agent.description);
    if (row.mark.favourite)
        text = AgentListModel::tr("%1, favourite", "agent").arg(text);
    return agent.isActive ? text : AgentListModel::tr("%1, inactive", "agent").arg(text);
}

bool hasSameTerms(const Agent &a, const Agent &b) // all that is searched but the instructions
{
    return a.name == b.name && a.displayName == b.displayName && a.description == b.description && a.tools == b.tools &&
           a.scopes == b.scopes;
}

// Whether the server tells by its version and time that it has not changed the agent. Neither counts while an edit shows (the store's).
bool hasSameStamp(const AgentRow &row, const Agent &next, bool pending)
{
    const QDateTime changed = AgentListModel::changedAt(next);
    return !row.pending && !pending && changed.isValid() && AgentListModel::changedAt(row.agent) == changed &&
           row.agent.version == next.version;
}

// Whether no role tells them apart: most rows, at most refreshes. Comparing the instructions of all of them would take longer than a frame.
bool looksTheSame(const AgentRow &row, const Agent &next, bool pending)
{
    using Model = AgentListModel;
    const Agent &agent = row.agent;
    if (agent.instructions.size() != next.instructions.size() || !hasSameTerms(agent, next))
        return false;
    if (row.pending != pending || agent.isActive != next.isActive || agent.isBuiltin != next.isBuiltin || agent.model != next.model ||
        Model::visibilityOf(agent) != Model::visibilityOf(next))
        return false;
    return hasSameStamp(row, next, pending) ||
           (agent.version == next.version && Model::changedAt(agent) == Model::changedAt(next) && agent.instructions == next.instructions);
}

QList<int> changedRoles(const AgentRow &before, const AgentRow &after)
{
    using Model = AgentListModel;
    const Agent &a = before.agent;
    const Agent &b = after.agent;
    QList<int> roles;
    const auto add = [&roles](bool differs, std::initializer_list<int> changed) {
        if (differs)
            roles.append(QList<int>(changed));
    };
    add(a.title() != b.title(), {Model::TitleRole, Qt::DisplayRole});
    add(a.description != b.description, {Model::DescriptionRole});
    const bool marked = before.mark.favourite != after.mark.favourite;
    add(a.title() != b.title() || a.description != b.description || a.isActive != b.isActive || marked, {Qt::AccessibleTextRole});
    add(a.model != b.model, {Model::ModelRole});
    add(before.pending != after.pending, {Model::PendingRole});
    add(a.isBuiltin != b.isBuiltin, {Model::BuiltinRole});
    add(Model::visibilityOf(a) != Model::visibilityOf(b), {Model::VisibilityRole});
    add(a.isActive != b.isActive, {Model::ActiveRole});
    add(marked, {Model::FavouriteRole});
    add(before.mark.lastUsed != after.mark.lastUsed, {Model::LastUsedRole});
    add(a.tools.size() != b.tools.size(), {Model::ToolCountRole});
    add(a.scopes != b.scopes, {Model::ScopesRole});
    add(Model::changedAt(a) != Model::changedAt(b), {Model::UpdatedRole});
    add(a.version != b.version, {Model::VersionRole});
    add(before.searchText != after.searchText, {Model::SearchTextRole});
    return roles;
}

} // namespace

AgentListModel::AgentListModel(AgentStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&store, &AgentStore::agentsChanged, this, &AgentListModel::update);
    connect(&store, &AgentStore::agentChanged, this, &AgentListModel::updateRow);
    update();
}

int AgentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AgentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AgentRow &row = m_rows.at(index.row());
    const Agent &agent = row.agent;
    switch (role) {
    case IdRole:
        return agent.id.value();
    case NameRole:
        return agent.name;
    case Qt::DisplayRole:
    case TitleRole:
        return agent.title();
    case DescriptionRole:
        return agent.description;
    case BuiltinRole:
        return agent.isBuiltin;
    case ModelRole:
        return agent.model;
    case PendingRole:
        return row.pending;
    case VisibilityRole:
        return static_cast<int>(visibilityOf(agent));
    case ActiveRole:
        return agent.isActive;
    case FavouriteRole:
        return row.mark.favourite;
    case ToolCountRole:
        return static_cast<int>(agent.tools.size());
    case ScopesRole:
        return agent.scopes;
    case UpdatedRole:
        return changedAt(agent);
    case VersionRole:
        return agent.version;
    case LastUsedRole:
        return row.mark.lastUsed;
    case SearchTextRole:
        return row.searchText;
    case Qt::AccessibleTextRole:
        return spokenText(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> AgentListModel::roleNames() const
{
    return {{IdRole, "id"},           {NameRole, "name"},           {TitleRole, "title"},         {DescriptionRole, "description"},
            {BuiltinRole, "builtin"}, {ModelRole, "model"},         {PendingRole, "pending"},     {VisibilityRole, "visibility"},
            {ActiveRole, "active"},   {FavouriteRole, "favourite"}, {ToolCountRole, "toolCount"}, {ScopesRole, "scopes"},
            {UpdatedRole, "updated"}, {VersionRole, "version"},     {LastUsedRole, "lastUsed"},   {SearchTextRole, "searchText"}};
}

const Agent *AgentListModel::agentAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()).agent : nullptr;
}

QModelIndex AgentListModel::indexOf(const AgentId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).agent.id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

AgentCounts AgentListModel::counts() const
{
    AgentCounts counts;
    for (const AgentRow &row : m_rows) {
        const auto count = [&row](AgentCounts::Kind &kind) {
            ++kind.all;
            kind.active += row.agent.isActive ? 1 : 0;
        };
        const AgentVisibility visibility = visibilityOf(row.agent);
        count(counts.all);
        if (visibility == AgentVisibility::Personal)
            count(counts.personal);
        else if (visibility == AgentVisibility::Builtin)
            count(counts.builtin);
    }
    return counts;
}

AgentVisibility AgentListModel::visibilityOf(const Agent &agent)
{
    if (agent.visibility.value() != AgentVisibility::Unknown)
        return agent.visibility.value();
    return agent.isBuiltin ? AgentVisibility::Builtin : AgentVisibility::Unknown;
}

QDateTime AgentListModel::changedAt(const Agent &agent)
{
    return agent.isBuiltin ? QDateTime() : agent.updatedAt;
}

AgentRow AgentListModel::rowOf(const Agent &agent) const
{
    return {agent, m_store.isPending(agent.id), m_marks.value(agent.id), searchTextOf(agent),
            m_collator.sortKey(agent.title().toCaseFolded())};
}

void AgentListModel::setMark(const AgentId &id, const AgentMark &mark)
{
    if (m_marks.value(id) == mark)
        return;
    m_marks.insert(id, mark);
    const QModelIndex marked = indexOf(id);
    if (!marked.isValid())
        return;
    AgentRow next = m_rows.at(marked.row());
    next.mark = mark;
    change(marked.row(), std::move(next));
}

void AgentListModel::setMarks(const DefinitionMarks &marks)
{
    connect(&marks, &DefinitionMarks::changed, this, [this, &marks](const QString &id) {
        if (id.isEmpty())
            return takeMarks(marks);
        const DefinitionMark mark = marks.marks().value(id);
        setMark(AgentId(id), {mark.favourite, mark.usedAt});
    });
    takeMarks(marks);
}

void AgentListModel::takeMarks(const DefinitionMarks &marks)
{
    const QList<AgentId> known = m_marks.keys();
    for (const AgentId &id : known) {
        if (!marks.marks().contains(id.value()))
            setMark(id, {});
    }
    for (auto mark = marks.marks().cbegin(); mark != marks.marks().cend(); ++mark)
        setMark(AgentId(mark.key()), {mark->favourite, mark->usedAt});
}

void AgentListModel::update()
{
    const QList<Agent> agents = m_store.agents();
    QList<int> places = placesIn(agents);
    removeGone(places);
    places.removeAll(-1);
    for (int row = 0; row < m_rows.size(); ++row)
        takeAgent(row, agents.at(places.at(row)));
    if (places.size() != agents.size())
        appendNew(agents);
}

// Of each row; -1: gone. Agents mostly come in the order of the time before, and hashing the ids of all takes longer than finding them.
QList<int> AgentListModel::placesIn(const QList<Agent> &agents) const
{
    QHash<AgentId, int> byId;
    bool isHashed = false;
    QList<int> places;
    places.reserve(m_rows.size());
    int next = 0;
    for (const AgentRow &row : m_rows) {
        int place = next;
        if (next >= agents.size() || agents.at(next).id != row.agent.id) {
            for (int i = 0; i < agents.size() && !isHashed; ++i)
                byId.insert(agents.at(i).id, i);
            isHashed = true;
            place = byId.value(row.agent.id, -1);
        }
        places.append(place);
        next = place < 0 ? next : place + 1;
    }
    return places;
}

void AgentListModel::takeAgent(int row, const Agent &agent)
{
    const bool pending = m_store.isPending(agent.id);
    if (looksTheSame(m_rows.at(row), agent, pending)) {
        m_rows[row].agent = agent;
        return;
    }
    AgentRow changed = m_rows.at(row);
    changed.agent = agent;
    changed.pending = pending;
    change(row, std::move(changed));
}

void AgentListModel::appendNew(const QList<Agent> &agents)
{
    QSet<AgentId> known;
    for (const AgentRow &row : std::as_const(m_rows))
        known.insert(row.agent.id);
    QList<AgentRow> added;
    for (const Agent &agent : agents) {
        if (known.contains(agent.id))
            continue;
        known.insert(agent.id); // a server may tell one twice
        added.append(rowOf(agent));
    }
    if (added.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.append(std::move(added));
    endInsertRows();
}

void AgentListModel::removeGone(const QList<int> &places)
{
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (places.at(last) >= 0)
            continue;
        int first = last;
        while (first > 0 && places.at(first - 1) < 0)
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void AgentListModel::updateRow(const AgentId &id)
{
    const QModelIndex changed = indexOf(id);
    const Agent *agent = m_store.find(id);
    if (!changed.isValid() || !agent) {
        update(); // it comes or goes
        return;
    }
    AgentRow next = m_rows.at(changed.row());
    next.agent = *agent;
    next.pending = m_store.isPending(id);
    if (!change(changed.row(), std::move(next)))
        Q_EMIT dataChanged(changed, changed); // something of agentAt() that has no role
}

// Built-ins of the team server carry the time of the request as their dates: comparing `raw` would change every row on every refresh.
bool AgentListModel::change(int row, AgentRow next)
{
    const AgentRow before = m_rows.at(row);
    if (before.agent.instructions != next.agent.instructions || !hasSameTerms(before.agent, next.agent)) {
        next.searchText = searchTextOf(next.agent);
        next.titleKey = m_collator.sortKey(next.agent.title().toCaseFolded());
    }
    m_rows[row] = std::move(next);
    const QList<int> roles = changedRoles(before, m_rows.at(row));
    if (!roles.isEmpty())
        Q_EMIT dataChanged(index(row), index(row), roles);
    return !roles.isEmpty();
}

} // namespace desk
