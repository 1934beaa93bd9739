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
    m_api.agents().list()->then(this, [this](Result<QList<Agent>> answer) {
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
