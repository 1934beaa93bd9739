#include "state/llm/serverproviders.h"

#include "api/apiclient.h"
#include "api/endpoints/systemapi.h"
#include "state/workspace.h"

namespace desk {

ServerProviders::ServerProviders(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
}

void ServerProviders::refresh()
{
    if (m_loading || m_workspace.profile().kind != Profile::Kind::Local)
        return;
    m_loading = true;
    Q_EMIT changed();
    m_api.system()
        .providers(SystemApi::ProviderScope::Process)
        ->then(this, [this, generation = m_generation](Result<QList<ModelProvider>> answer) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (answer) {
                m_providers = *std::move(answer);
                m_loaded = true;
            }
            Q_EMIT changed();
            if (!answer)
                Q_EMIT failed(answer.error());
        });
}

void ServerProviders::clear()
{
    ++m_generation;
    m_providers.clear();
    m_offered.clear();
    m_loading = false;
    m_loaded = false;
    Q_EMIT changed();
}

void ServerProviders::takeOffered(const ModelProvider &provider, const QList<OfferedModel> &models)
{
    m_offered.insert(placeOf(provider), models);
    Q_EMIT changed();
}

} // namespace desk
