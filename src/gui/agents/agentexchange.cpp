#include "gui/agents/agentexchange.h"

#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "gui/definitions/promotiondialog.h"
#include "state/agents/agentstore.h"
#include "state/profiles/profilestore.h"
#include "state/workspace.h"
#include "wire/json/agentjson.h"

namespace desk {

AgentExchange::AgentExchange(const Services &services, QWidget &page, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_page(page)
{
}

QList<Agent> AgentExchange::agentsOf(const QList<AgentId> &ids) const
{
    QList<Agent> out;
    for (const AgentId &id : ids) {
        if (const Agent *agent = m_services.store.find(id))
            out.append(*agent);
    }
    return out;
}

void AgentExchange::importAgents(const QStringList &paths)
{
    if (!canImport())
        return;
    auto *dialog = new DefinitionImportDialog(m_services.offers.newImport, m_services.dialogs, &m_page);
    dialog->show();
    if (!paths.isEmpty())
        dialog->read(paths);
}

void AgentExchange::exportAgents(const QList<AgentId> &ids)
{
    QList<FileDefinition> definitions;
    for (const Agent &agent : agentsOf(ids))
        definitions.append({DefinitionKind::Agent, wire::toJson(agent), {}});
    auto *dialog = new DefinitionExportDialog(definitions, m_services.dialogs, &m_page);
    dialog->show();
}

void AgentExchange::promoteAgents(const QList<AgentId> &ids)
{
    const QList<Agent> agents = agentsOf(ids);
    if (!canPromote() || agents.isEmpty())
        return;
    QList<Profile> targets = m_services.offers.profiles->all();
    targets.removeIf([open = m_services.workspace.profile().id](const Profile &profile) {
        return profile.kind != Profile::Kind::Team || profile.id == open;
    });
    const auto make = [this, agents](QObject *parent) { return m_services.offers.newPromotion(agents, parent); };
    auto *dialog = new PromotionDialog(make, targets, m_services.dialogs, &m_page);
    connect(&m_services.workspace, &Workspace::accountChanged, dialog, &QWidget::close); // they were somebody else's
    dialog->show();
}

} // namespace desk
