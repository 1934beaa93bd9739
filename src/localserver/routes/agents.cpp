#include "localserver/routes/agentanswer.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"
#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response listAgents(const Services &services)
{
    QJsonArray out;
    const QList<Agent> agents = services.agents.list();
    for (const Agent &agent : agents)
        out.append(wire::toJson(agent));
    return Response::json(out);
}

Response oneAgent(const Services &services, const QString &id)
{
    const auto agent = services.agents.find(id);
    return agent ? Response::json(wire::toJson(*agent)) : notFound(LocalServer::tr("There is no such agent."));
}

// Contract 3.2: the OpenAI list of what is configured. No request leaves for it; the names are the user's own.
Response listModels(const Services &services)
{
    QJsonArray data;
    const QList<ModelProvider> providers = services.providers.list();
    for (const ModelProvider &provider : providers) {
        for (const QString &model : provider.models)
            data.append(QJsonObject{{"id"_L1, model}, {"object"_L1, u"model"_s}, {"created"_L1, 0}, {"owned_by"_L1, provider.name}});
    }
    return Response::json(QJsonObject{{"object"_L1, u"list"_s}, {"data"_L1, data}});
}

// The same for a chat to choose from; "auto" is whatever stands first.
Response listChatModels(const Services &services)
{
    QJsonArray models;
    const QList<ModelProvider> providers = services.providers.list();
    for (const ModelProvider &provider : providers) {
        for (const QString &model : provider.models)
            models.append(QJsonObject{{"id"_L1, model}, {"name"_L1, model}, {"description"_L1, provider.name}});
    }
    return Response::json(QJsonObject{{"models"_L1, models}});
}

Response deleteAgent(const Services &services, const QString &id)
{
    const Result<> removed = services.agents.remove(id);
    return removed ? Response::noContent() : problemOf(removed.error());
}

} // namespace

void addAgentRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents"_L1, [&services](const Request &) { return listAgents(services); });
    router.add("GET", "/agents/models"_L1, [&services](const Request &) { return listModels(services); });
    router.add("GET", "/chat/models"_L1, [&services](const Request &) { return listChatModels(services); });
    router.add("POST", "/agents/definitions"_L1, [&services](const Request &request) {
        return savedAgent(
            services.store, [&] { return services.agents.create(request.object()); }, 201);
    });
    router.add("PUT", "/agents/definitions/{id}"_L1, [&services](const Request &request) {
        return savedAgent(
            services.store, [&] { return services.agents.update(request.param("id"_L1), request.object()); }, 200);
    });
    router.add("DELETE", "/agents/definitions/{id}"_L1,
               [&services](const Request &request) { return deleteAgent(services, request.param("id"_L1)); });
    router.add("GET", "/agents/definitions/{id}"_L1,
               [&services](const Request &request) { return oneAgent(services, request.param("id"_L1)); });
    router.add("GET", "/agents/{id}"_L1, [&services](const Request &request) { return oneAgent(services, request.param("id"_L1)); });
}

} // namespace desk::server
