#pragma once

#include "localserver/routes/agentcatalog.h"
#include "localserver/routes/providers.h"
#include "localserver/routes/toolcatalog.h"
#include "localserver/store/store.h"

namespace desk::server {

// Gathers from the store what the engine needs for a run.
class TurnBuilder
{
public:
    // approvalMs: how long a call of a program of the user's waits for its approval.
    TurnBuilder(const Store &store, const AgentCatalog &agents, const ToolCatalog &tools, const Providers &providers, int approvalMs)
        : m_store(store)
        , m_agents(agents)
        , m_tools(tools)
        , m_providers(providers)
        , m_approvalMs(approvalMs)
    {
    }

    [[nodiscard]] TurnRequest build(const RunRecord &record) const;
    // Whether the tool is what the catalogue says it is, and may be used.
    [[nodiscard]] bool isCurrent(const CustomTool &tool) const;

private:
    void addCustomTools(TurnRequest &request) const;
    [[nodiscard]] QList<EngineFile> filesOf(const RunRecord &record) const;
    [[nodiscard]] QList<HistoryMessage> historyOf(const RunRecord &record) const;
    [[nodiscard]] QHash<QString, QJsonValue> finishedCallsOf(const RunRecord &record) const;

    const Store &m_store;
    const AgentCatalog &m_agents;
    const ToolCatalog &m_tools;
    const Providers &m_providers;
    int m_approvalMs;
};

} // namespace desk::server
