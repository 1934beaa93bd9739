#include "state/agentstore.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"

namespace desk {

AgentStore::AgentStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void AgentStore::refresh()
{
    if (m_loading)
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.agents().list()->then(this, [this, generation](Result<QList<Agent>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer) {
            m_agents = *std::move(answer);
            m_loaded = true;
            Q_EMIT agentsChanged();
        }
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void AgentStore::clear()
{
    m_agents.clear();
    ++m_generation;
    m_loading = false;
    m_loaded = false;
    Q_EMIT agentsChanged();
}

const Agent *AgentStore::find(const AgentId &id) const
{
    for (const Agent &agent : m_agents) {
        if (agent.id == id)
            return &agent;
    }
    return nullptr;
}

const Agent *AgentStore::findByName(const QString &name) const
{
    for (const Agent &agent : m_agents) {
        if (agent.name == name)
            return &agent;
    }
    return nullptr;
}

} // namespace desk
