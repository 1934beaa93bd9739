#pragma once

#include "sqlite/database.h"

#include <QJsonValue>
#include <QList>

#include <optional>

namespace desk::server {

// What each agent was at every save, as whole JSON documents. They go with their agent.
class AgentVersionTable
{
public:
    explicit AgentVersionTable(Database &database)
        : m_database(database)
    {
    }

    void insert(const QString &agent, int version, const QJsonValue &json);
    void remove(const QString &agent); // all of them
    [[nodiscard]] std::optional<QJsonValue> find(const QString &agent, int version) const;
    [[nodiscard]] QList<QJsonValue> list(const QString &agent) const; // newest first

private:
    Database &m_database;
};

} // namespace desk::server
