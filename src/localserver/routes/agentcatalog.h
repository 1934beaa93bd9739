#pragma once

#include "domain/agent.h"
#include "domain/result.h"
#include "localserver/routes/turnsource.h"
#include "localserver/store/store.h"

#include <optional>

namespace desk::server {

// The agents there are: those the engine ships and those the user made.
class AgentCatalog
{
public:
    AgentCatalog(const TurnSource &source, Store &store)
        : m_source(source)
        , m_store(store)
    {
    }

    [[nodiscard]] QList<Agent> list() const; // with the inactive ones
    [[nodiscard]] std::optional<Agent> find(const QString &idOrName) const;
    [[nodiscard]] std::optional<Agent> findActive(const QString &idOrName) const; // one that may be asked something
    [[nodiscard]] bool isBuiltin(const QString &idOrName) const;
    // Fails with Invalid on missing or malformed members and unknown tools, Conflict on a built-in's name. Updates the agent of the same
    // name.
    [[nodiscard]] Result<Agent> create(const QJsonObject &definition);
    // Only the members given change. Fails with NotFound, Forbidden (built-in) or Invalid.
    [[nodiscard]] Result<Agent> update(const QString &id, const QJsonObject &patch);
    // With all its versions.
    [[nodiscard]] Result<> remove(const QString &id);

    // Newest first; the newest is the agent as it is, and a built-in agent has that one only. Empty: there is no such agent.
    [[nodiscard]] QList<Agent> versions(const QString &idOrName) const;
    [[nodiscard]] std::optional<Agent> version(const QString &idOrName, int number) const;
    // What the agent was becomes its newest version. Fails with NotFound, Forbidden (built-in) or Invalid (a tool is gone).
    [[nodiscard]] Result<Agent> restore(const QString &idOrName, int number);

private:
    [[nodiscard]] std::optional<Agent> findBuiltin(const QString &idOrName) const;
    [[nodiscard]] Result<> checkWhole(const QJsonObject &definition) const;
    [[nodiscard]] Result<> checkTools(const QJsonObject &definition, QStringList known) const;
    [[nodiscard]] Result<Agent> save(QJsonObject json, const QString &id, int version, const QString &createdAt);

    const TurnSource &m_source;
    Store &m_store;
};

} // namespace desk::server
