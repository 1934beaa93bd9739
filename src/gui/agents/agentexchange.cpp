#include "gui/agents/agentexchange.h"

#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "state/agents/agentstore.h"
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

} // namespace desk
