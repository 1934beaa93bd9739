#include "localserver/routes/agentanswer.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response listVersions(const Services &services, const Request &request)
{
    const QList<Agent> versions = services.agents.versions(request.param("id"_L1));
    if (versions.isEmpty())
        return notFound(LocalServer::tr("There is no such agent."));
    QJsonArray out;
    for (const Agent &agent : versions)
        out.append(wire::toJson(agent));
    return Response::json(out);
}

Response oneVersion(const Services &services, const Request &request)
{
    const auto agent = services.agents.version(request.param("id"_L1), request.param("n"_L1).toInt());
    return agent ? Response::json(wire::toJson(*agent)) : notFound(LocalServer::tr("There is no such version of the agent."));
}

} // namespace

void addAgentVersionRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents/{id}/versions"_L1, [&services](const Request &request) { return listVersions(services, request); });
    router.add("GET", "/agents/{id}/versions/{n}"_L1, [&services](const Request &request) { return oneVersion(services, request); });
    router.add("POST", "/agents/{id}/versions/{n}/restore"_L1, [&services](const Request &request) {
        return savedAgent(
            services.store, [&] { return services.agents.restore(request.param("id"_L1), request.param("n"_L1).toInt()); }, 200);
    });
}

} // namespace desk::server
