#include "state/models/agentlistmodel.h"

#include "state/agents/agentstore.h"

#include <algorithm>
#include <utility>

namespace desk {

AgentListModel::AgentListModel(AgentStore &store, QObject *parent)
    : DiffModel(parent)
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
    const Agent &row = m_rows.at(index.row()).agent;
    switch (role) {
    case IdRole:
        return row.id.value();
    case NameRole:
        return row.name;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title();
    case DescriptionRole:
        return row.description;
    case BuiltinRole:
        return row.isBuiltin;
    case ModelRole:
        return row.model;
    case PendingRole:
        return m_rows.at(index.row()).pending;
    case Qt::AccessibleTextRole:
        return row.description.isEmpty() ? row.title() : tr("%1: %2", "agent: description").arg(row.title(), row.description);
    default:
        return {};
    }
}

QHash<int, QByteArray> AgentListModel::roleNames() const
{
    return {{IdRole, "id"},           {NameRole, "name"},   {TitleRole, "title"},    {DescriptionRole, "description"},
            {BuiltinRole, "builtin"}, {ModelRole, "model"}, {PendingRole, "pending"}};
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

void AgentListModel::update()
{
    QList<AgentRow> next;
    next.reserve(m_store.agents().size());
    for (const Agent &agent : m_store.agents())
        next.append({agent, m_store.isPending(agent.id)});
    std::stable_sort(next.begin(), next.end(), [](const AgentRow &a, const AgentRow &b) {
        return a.agent.title().toCaseFolded().localeAwareCompare(b.agent.title().toCaseFolded()) < 0;
    });
    // Built-ins of the team server carry the time of the request as their dates: comparing `raw` would change every row on every refresh.
    applyRows(
        m_rows, next, [](const AgentRow &row) { return row.agent.id; },
        [](const AgentRow &a, const AgentRow &b) {
            return a.agent.title() == b.agent.title() && a.agent.description == b.agent.description && a.agent.model == b.agent.model &&
                   a.agent.tools == b.agent.tools && a.agent.instructions == b.agent.instructions && a.agent.version == b.agent.version &&
                   a.agent.visibility == b.agent.visibility && a.pending == b.pending;
        });
}

void AgentListModel::updateRow(const AgentId &id)
{
    const QModelIndex changed = indexOf(id);
    const Agent *agent = m_store.find(id);
    if (!changed.isValid() || !agent || agentAt(changed)->title() != agent->title()) {
        update(); // it comes, goes or moves
        return;
    }
    const AgentRow before = std::exchange(m_rows[changed.row()], {*agent, m_store.isPending(id)});
    const AgentRow &after = m_rows.at(changed.row());
    QList<int> roles;
    if (before.agent.description != after.agent.description)
        roles << DescriptionRole << Qt::AccessibleTextRole;
    if (before.agent.model != after.agent.model)
        roles << ModelRole;
    if (before.pending != after.pending)
        roles << PendingRole;
    Q_EMIT dataChanged(changed, changed, roles); // none: something of agentAt() that has no role
}

} // namespace desk
