#include "localserver/store/agentversiontable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

namespace desk::server {

void AgentVersionTable::insert(const QString &agent, int version, const QJsonValue &json)
{
    Statement(m_database, "INSERT INTO agent_versions(agent_id, version, json, created_ms) VALUES(?, ?, ?, ?)")
        .bind(agent, version, compact(json), nowMs())
        .run();
}

void AgentVersionTable::remove(const QString &agent)
{
    Statement(m_database, "DELETE FROM agent_versions WHERE agent_id = ?").bind(agent).run();
}

std::optional<QJsonValue> AgentVersionTable::find(const QString &agent, int version) const
{
    Statement row(m_database, "SELECT json FROM agent_versions WHERE agent_id = ? AND version = ?");
    if (!row.bind(agent, version).next())
        return std::nullopt;
    return row.json(0);
}

QList<QJsonValue> AgentVersionTable::list(const QString &agent) const
{
    Statement row(m_database, "SELECT json FROM agent_versions WHERE agent_id = ? ORDER BY version DESC");
    row.bind(agent);
    QList<QJsonValue> out;
    while (row.next())
        out.append(row.json(0));
    return out;
}

} // namespace desk::server
