#include "state/models/agentlistmodel.h"

#include "state/agentstore.h"

#include <algorithm>

namespace desk {

AgentListModel::AgentListModel(AgentStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &AgentStore::agentsChanged, this, &AgentListModel::update);
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
    const Agent &row = m_rows.at(index.row());
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
    case Qt::AccessibleTextRole:
        return row.description.isEmpty() ? row.title() : tr("%1: %2", "agent: description").arg(row.title(), row.description);
    default:
        return {};
    }
}

QHash<int, QByteArray> AgentListModel::roleNames() const
{
    return {{IdRole, "id"}, {NameRole, "name"}, {TitleRole, "title"}, {DescriptionRole, "description"}, {BuiltinRole, "builtin"}};
}

const Agent *AgentListModel::agentAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex AgentListModel::indexOf(const AgentId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

void AgentListModel::update()
{
    QList<Agent> next = m_store.agents();
    std::stable_sort(next.begin(), next.end(), [](const Agent &a, const Agent &b) {
        return a.title().toCaseFolded().localeAwareCompare(b.title().toCaseFolded()) < 0;
    });
    // Built-ins of the team server carry the time of the request as their dates: comparing `raw` would change every row on every refresh.
    applyRows(
        m_rows, next, [](const Agent &a) { return a.id; },
        [](const Agent &a, const Agent &b) {
            return a.title() == b.title() && a.description == b.description && a.model == b.model && a.tools == b.tools &&
                   a.instructions == b.instructions && a.version == b.version && a.visibility == b.visibility;
        });
}

} // namespace desk
