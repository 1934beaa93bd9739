#include "api/endpoints/agentsapi.h"

#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<QList<Agent>> *AgentsApi::list()
{
    return Chapter::get<QList<Agent>>(u"/agents"_s, listOf<Agent>(wire::agentFromJson));
}

ApiCall<Agent> *AgentsApi::get(const AgentId &id)
{
    return Chapter::get<Agent>(path(u"/agents/%1"_s, id.value()), wire::agentFromJson);
}

ApiCall<Agent> *AgentsApi::create(const Agent &agent)
{
    return write<Agent>("POST", u"/agents/definitions"_s, wire::agentCreation(agent), wire::agentFromJson);
}

ApiCall<Agent> *AgentsApi::update(const Agent &before, const Agent &after)
{
    return send<Agent>({.verb = "PUT",
                        .path = path(u"/agents/definitions/%1"_s, before.id.value()),
                        .body = compact(wire::agentChanges(before, after)),
                        .ifMatch = before.etag,
                        .mayRepeat = before.etag.isEmpty()},
                       wire::agentFromJson);
}

ApiCall<void> *AgentsApi::remove(const AgentId &id)
{
    return Chapter::remove(path(u"/agents/definitions/%1"_s, id.value()));
}

ApiCall<AgentModels> *AgentsApi::models()
{
    return Chapter::get<AgentModels>(u"/agents/models"_s, wire::agentModelsFromJson);
}

ApiCall<QList<Agent>> *AgentsApi::versions(const AgentId &id)
{
    return Chapter::get<QList<Agent>>(path(u"/agents/%1/versions"_s, id.value()), listOf<Agent>(wire::agentFromJson));
}

ApiCall<Agent> *AgentsApi::version(const AgentId &id, int number)
{
    return Chapter::get<Agent>(path(u"/agents/%1/versions/%2"_s, id.value(), QString::number(number)), wire::agentFromJson);
}

ApiCall<Agent> *AgentsApi::restore(const AgentId &id, int number)
{
    return write<Agent>("POST", path(u"/agents/%1/versions/%2/restore"_s, id.value(), QString::number(number)), {}, wire::agentFromJson);
}

} // namespace desk
