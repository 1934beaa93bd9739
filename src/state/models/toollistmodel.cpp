#include "state/models/toollistmodel.h"

#include "state/tools/toolstore.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

ToolCategory toolCategory(const Tool &tool)
{
    const bool isNamed = !tool.raw.value("mcp_server"_L1).toString().isEmpty();
    if (isNamed || tool.entrypoint.startsWith("mcp:"_L1))
        return ToolCategory::Mcp;
    return tool.isBuiltin ? ToolCategory::Builtin : ToolCategory::Custom;
}

ToolListModel::ToolListModel(ToolStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &ToolStore::toolsChanged, this, &ToolListModel::update);
    update();
}

int ToolListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ToolListModel::categoryText(ToolCategory category)
{
    switch (category) {
    case ToolCategory::Builtin:
        return tr("Built in");
    case ToolCategory::Custom:
        return tr("Custom");
    case ToolCategory::Mcp:
        return tr("MCP");
    }
    return {};
}

QString ToolListModel::summaryOf(const ToolRow &row)
{
    QStringList parts{categoryText(toolCategory(row.tool))};
    if (!row.tool.isActive)
        parts << tr("inactive");
    if (row.users > 0)
        parts << tr("used by %n agent(s)", nullptr, row.users);
    if (!row.tool.description.isEmpty())
        parts << row.tool.description;
    return parts.join(u" \u00b7 "_s);
}

QVariant ToolListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ToolRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.tool.id.value();
    case Qt::DisplayRole:
    case NameRole:
        return row.tool.name;
    case DescriptionRole:
        return row.tool.description;
    case EntrypointRole:
        return row.tool.entrypoint;
    case CategoryRole:
        return static_cast<int>(toolCategory(row.tool));
    case ActiveRole:
        return row.tool.isActive;
    case BuiltinRole:
        return row.tool.isBuiltin;
    case UsersRole:
        return row.users;
    case SummaryRole:
        return summaryOf(row);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "tool: what it is").arg(row.tool.name, summaryOf(row));
    default:
        return {};
    }
}

QHash<int, QByteArray> ToolListModel::roleNames() const
{
    return {{IdRole, "id"},          {NameRole, "name"},       {DescriptionRole, "description"}, {EntrypointRole, "entrypoint"},
            {ActiveRole, "active"},  {BuiltinRole, "builtin"}, {CategoryRole, "category"},       {UsersRole, "users"},
            {SummaryRole, "summary"}};
}

const Tool *ToolListModel::toolAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()).tool : nullptr;
}

QModelIndex ToolListModel::indexOf(const ToolId &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).tool.id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

void ToolListModel::update()
{
    QList<ToolRow> next;
    next.reserve(m_store.tools().size());
    for (const Tool &tool : m_store.tools())
        next.append({tool, static_cast<int>(m_store.usersOf(tool.name).size())});
    std::stable_sort(next.begin(), next.end(), [](const ToolRow &a, const ToolRow &b) {
        return a.tool.name.toCaseFolded().localeAwareCompare(b.tool.name.toCaseFolded()) < 0;
    });
    // Built-ins of the team server carry the time of the request as their dates: comparing `raw` would change every row on every refresh.
    applyRows(
        m_rows, next, [](const ToolRow &row) { return row.tool.id; },
        [](const ToolRow &a, const ToolRow &b) {
            return a.users == b.users && a.tool.name == b.tool.name && a.tool.description == b.tool.description &&
                   a.tool.entrypoint == b.tool.entrypoint && a.tool.schema == b.tool.schema && a.tool.scopes == b.tool.scopes &&
                   a.tool.isActive == b.tool.isActive && a.tool.isBuiltin == b.tool.isBuiltin && a.tool.version == b.tool.version;
        });
}

} // namespace desk
