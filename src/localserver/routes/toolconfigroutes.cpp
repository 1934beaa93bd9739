#include "localserver/errors.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// One request's tool and whose configuration it means.
struct Place {
    QString tool;
    QString toolName;
    ToolConfigTarget target;
};

Error refused(int status, const QString &message)
{
    return refusal(Error::Kind::Invalid, status, message);
}

// Contract 3.3, but a scope that is not known is refused: a slip must not end up in what is everyone's.
Result<Place> placeOf(const Services &services, const QString &id, const QString &scope, const QString &agentId)
{
    const auto tool = services.tools.find(id);
    if (!tool)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such tool."))};
    Place place{id, tool->value("name"_L1).toString(), {}};
    place.target.scope = OpenEnum<ToolConfigScope>::fromWire(scope.isEmpty() ? u"user"_s : scope);
    if (place.target.scope.isUnknown())
        return Unexpected{refused(422, LocalServer::tr("There is no such scope: \"%1\".").arg(scope))};
    const auto agent = agentId.isEmpty() ? std::nullopt : services.agents.find(agentId);
    if (agent)
        place.target.agentId = agent->id;
    else if (place.target.scope == ToolConfigScope::Agent)
        return Unexpected{refused(400, LocalServer::tr("The scope \"agent\" needs \"agent_id\", the id of an agent."))};
    return place;
}

Result<Place> placeInQuery(const Services &services, const Request &request)
{
    return placeOf(services, request.param("id"_L1), request.argument("scope"_L1), request.argument("agent_id"_L1));
}

// Nothing stored: empty, with the scope that was asked for.
Response configJson(const Place &place, const std::optional<ToolConfigs::Stored> &found)
{
    QJsonObject json{{"providers"_L1, QJsonObject()}, {"settings"_L1, QJsonObject()}, {"updated_at"_L1, QJsonValue()}};
    if (found)
        json = found->json;
    json.insert("tool_id"_L1, place.tool);
    json.insert("tool_name"_L1, place.toolName);
    json.insert("scope"_L1, found ? OpenEnum<ToolConfigScope>(found->scope).wire() : place.target.scope.wire());
    return Response::json(json);
}

Response getConfig(const Services &services, const Request &request)
{
    const Result<Place> place = placeInQuery(services, request);
    return place ? configJson(*place, services.toolConfigs.find(place->tool, place->target)) : problemOf(place.error());
}

bool isObjectOrAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || value.isObject();
}

Response putConfig(const Services &services, const Request &request)
{
    const QJsonObject body = request.object();
    const Result<Place> place =
        placeOf(services, request.param("id"_L1), body.value("scope"_L1).toString(), body.value("agent_id"_L1).toString());
    if (!place)
        return problemOf(place.error());
    const QJsonValue providers = body.value("providers"_L1);
    const QJsonValue settings = body.value("settings"_L1);
    if (!isObjectOrAbsent(providers) || !isObjectOrAbsent(settings))
        return invalid(LocalServer::tr("\"providers\" and \"settings\" of a tool must be objects."));
    services.toolConfigs.put(place->tool, place->target, providers.toObject(), settings.toObject());
    // What was taken away is told as empty, not as what is inherited from now on.
    const auto stored = services.toolConfigs.find(place->tool, place->target);
    return configJson(*place, stored && place->target.scope == stored->scope ? stored : std::nullopt);
}

Response deleteConfig(const Services &services, const Request &request)
{
    const Result<Place> place = placeInQuery(services, request);
    if (!place)
        return problemOf(place.error());
    services.toolConfigs.remove(place->tool, place->target);
    return Response::noContent();
}

} // namespace

void addToolConfigRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents/tools/{id}/config"_L1, [&services](const Request &request) { return getConfig(services, request); });
    router.add("PUT", "/agents/tools/{id}/config"_L1, [&services](const Request &request) { return putConfig(services, request); });
    // The second path is the team server's, a slip that clients follow.
    for (const auto path : {"/agents/tools/{id}/config"_L1, "/agents/tools/tools/{id}/config"_L1})
        router.add("DELETE", path, [&services](const Request &request) { return deleteConfig(services, request); });
}

} // namespace desk::server
