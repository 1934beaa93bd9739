#pragma once

#include "domain/agent.h"
#include "domain/result.h"
#include "localserver/routes/turnsource.h"
#include "localserver/store/documenttable.h"

#include <optional>

namespace desk::server {

// The agents there are: those the engine ships and those the user made.
class AgentCatalog
{
public:
    AgentCatalog(const TurnSource &source, DocumentTable &custom)
        : m_source(source)
        , m_custom(custom)
    {
    }

    [[nodiscard]] QList<Agent> list() const;
    [[nodiscard]] std::optional<Agent> find(const QString &idOrName) const;
    [[nodiscard]] bool isBuiltin(const QString &idOrName) const;
    // Fails with Invalid on missing members and unknown tools, Conflict on a built-in's name. Updates the agent of the same name.
    [[nodiscard]] Result<Agent> create(const QJsonObject &definition);
    // Only the members given change. Fails with NotFound, Forbidden (built-in) or Invalid.
    [[nodiscard]] Result<Agent> update(const QString &id, const QJsonObject &patch);
    [[nodiscard]] Result<> remove(const QString &id);

private:
    [[nodiscard]] std::optional<Agent> findBuiltin(const QString &idOrName) const;
    [[nodiscard]] Result<> check(const QJsonObject &definition) const;
    [[nodiscard]] Result<Agent> save(QJsonObject json, const QString &id, int version, const QString &createdAt);

    const TurnSource &m_source;
    DocumentTable &m_custom;
};

} // namespace desk::server
