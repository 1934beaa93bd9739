#include "gui/agents/agentexchange.h"

#include "gui/definitions/definitionexchange.h"
#include "state/agents/agentimport.h"
#include "state/agents/agentpromotion.h"
#include "state/agents/agentstore.h"
#include "wire/json/agentjson.h"

namespace desk {

namespace {

DefinitionExchange::Offers offersOf(const AgentExchange::Offers &offers)
{
    DefinitionExchange::Offers out;
    out.newImport = offers.newImport;
    out.profiles = offers.profiles;
    if (!offers.newPromotion)
        return out;
    out.newPromotion = [make = offers.newPromotion](const QList<QJsonObject> &definitions, QObject *parent) {
        QList<Agent> agents;
        for (const QJsonObject &definition : definitions) {
            if (const Result<Agent> agent = wire::agentFromJson(definition))
                agents.append(*agent);
        }
        return make(agents, parent);
    };
    return out;
}

} // namespace

AgentExchange::AgentExchange(const Services &services, QWidget &page, QObject *parent)
    : QObject(parent)
    , m_store(services.store)
    , m_exchange(
          new DefinitionExchange({DefinitionKind::Agent, services.workspace, services.dialogs, offersOf(services.offers)}, page, this))
{
}

bool AgentExchange::canImport() const
{
    return m_exchange->canImport();
}

bool AgentExchange::canPromote() const
{
    return m_exchange->canPromote();
}

QList<QJsonObject> AgentExchange::definitionsOf(const QList<AgentId> &ids) const
{
    QList<QJsonObject> out;
    for (const AgentId &id : ids) {
        if (const Agent *agent = m_store.find(id))
            out.append(wire::toJson(*agent));
    }
    return out;
}

void AgentExchange::importAgents(const QStringList &paths)
{
    m_exchange->importFiles(paths);
}

void AgentExchange::exportAgents(const QList<AgentId> &ids)
{
    m_exchange->exportAll(definitionsOf(ids));
}

void AgentExchange::promoteAgents(const QList<AgentId> &ids)
{
    m_exchange->promote(definitionsOf(ids));
}

} // namespace desk
