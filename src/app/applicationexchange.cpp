// How definitions come from files and go to other servers. The rest of the program is in application.cpp.
#include "app/application.h"

#include "auth/authmanager.h"
#include "state/agents/agentimport.h"
#include "state/agents/agentpromotion.h"
#include "state/tools/toolport.h"
#include "state/tools/toolpromotion.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowpromotion.h"

#include <memory>

namespace desk {

AgentImport *Application::newAgentImport(QObject *parent)
{
    const AuthManager *session = m_core.workspace.session();
    auto *import = new AgentImport({m_core.api, m_agents, [this] { return m_agentChoices.surroundings(); }, &m_definitions.history(),
                                    session ? session->person().label() : QString()},
                                   parent);
    connect(&m_agentChoices, &AgentChoices::changed, import, [import] {
        if (import->state() == AgentImport::State::Planned) // more is known now
            import->replan();
    });
    m_agentChoices.load();
    return import;
}

// For servers of team profiles besides the open one.
SideConnection::Services Application::sideServices()
{
    SideConnection::Services services{m_core.sessions};
    services.prepare = [this](const Profile &profile, QObject *context, auto done) {
        m_core.network.prepare(profile, context, std::move(done));
    };
    services.setUp = [this](Transport &transport) {
        transport.setTlsRules(m_core.transport.tlsRules());
        transport.setLanguage(m_core.transport.language());
    };
    return services;
}

AgentPromotion *Application::newAgentPromotion(const QList<Agent> &agents, QObject *parent)
{
    return new AgentPromotion(agents, sideServices(), parent);
}

DefinitionExchange::Offers Application::toolExchange()
{
    const auto newImport = [this](QObject *parent) {
        const AuthManager *session = m_core.workspace.session();
        return new DefinitionImport(std::make_unique<ToolPort>(m_core.api, &m_toolStore),
                                    {&m_definitions.history(), session ? session->person().label() : QString()}, parent);
    };
    const auto newPromotion = [this](const QList<QJsonObject> &tools, QObject *parent) {
        return new ToolPromotion(tools, sideServices(), parent);
    };
    return {newImport, newPromotion, &m_core.profiles};
}

DefinitionExchange::Offers Application::workflowExchange()
{
    const auto newImport = [this](QObject *parent) {
        const AuthManager *session = m_core.workspace.session();
        return new DefinitionImport(std::make_unique<WorkflowPort>(m_core.api, &m_workflows),
                                    {&m_definitions.history(), session ? session->person().label() : QString()}, parent);
    };
    const auto newPromotion = [this](const QList<QJsonObject> &workflows, QObject *parent) {
        return new WorkflowPromotion(workflows, sideServices(), parent);
    };
    return {newImport, newPromotion, &m_core.profiles};
}

} // namespace desk
