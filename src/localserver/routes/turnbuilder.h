#pragma once

#include "localserver/routes/agentcatalog.h"
#include "localserver/routes/providers.h"
#include "localserver/store/store.h"

namespace desk::server {

// Gathers from the store what the engine needs for a run.
class TurnBuilder
{
public:
    TurnBuilder(const Store &store, const AgentCatalog &agents, const Providers &providers)
        : m_store(store)
        , m_agents(agents)
        , m_providers(providers)
    {
    }

    [[nodiscard]] TurnRequest build(const RunRecord &record) const;

private:
    [[nodiscard]] QList<EngineFile> filesOf(const RunRecord &record) const;
    [[nodiscard]] QList<HistoryMessage> historyOf(const RunRecord &record) const;
    [[nodiscard]] QHash<QString, QJsonValue> finishedCallsOf(const RunRecord &record) const;

    const Store &m_store;
    const AgentCatalog &m_agents;
    const Providers &m_providers;
};

} // namespace desk::server
