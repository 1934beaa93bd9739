#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/routes/tooltests.h"
#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response saved(const Result<QJsonObject> &tool, int status)
{
    return tool ? Response::json(*tool, status) : problemOf(tool.error());
}

Response oneTool(const Services &services, const QString &id)
{
    const auto tool = services.tools.find(id);
    return tool ? Response::json(*tool) : notFound(LocalServer::tr("There is no such tool."));
}

QJsonArray usersOf(const Services &services, const QString &tool)
{
    QJsonArray out;
    const QList<Agent> agents = services.agents.list();
    for (const Agent &agent : agents) {
        if (agent.tools.contains(tool))
            out.append(QJsonObject{{"id"_L1, agent.id.value()}, {"name"_L1, agent.name}});
    }
    return out;
}

// Contract 1.7: who stands in the way is told as an object.
Response inUse(const QString &tool, const QJsonArray &agents)
{
    const QString message = LocalServer::tr("The tool \"%1\" is used by %n agent(s).", nullptr, static_cast<int>(agents.size())).arg(tool);
    return Response::json(QJsonObject{{"detail"_L1, QJsonObject{{"error"_L1, u"resource_in_use"_s}, //
                                                                {"message"_L1, message},
                                                                {"agents"_L1, agents}}}},
                          409);
}

Response deleteTool(const Services &services, const QString &id)
{
    if (const Result<> allowed = services.tools.mayChange(id); !allowed)
        return problemOf(allowed.error());
    const auto tool = services.tools.findCustom(id);
    const QString name = tool ? tool->value("name"_L1).toString() : QString();
    if (const QJsonArray users = usersOf(services, name); !users.isEmpty())
        return inUse(name, users);
    services.tools.remove(id);
    services.toolConfigs.removeAll(id);
    return Response::noContent();
}

} // namespace

void addToolRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents/tools"_L1, [&services](const Request &) { return Response::json(services.tools.list()); });
    router.add("POST", "/agents/tools"_L1,
               [&services](const Request &request) { return saved(services.tools.create(request.object()), 201); });
    router.add("GET", "/agents/tools/{id}"_L1, [&services](const Request &request) { return oneTool(services, request.param("id"_L1)); });
    router.add("PUT", "/agents/tools/{id}"_L1,
               [&services](const Request &request) { return saved(services.tools.update(request.param("id"_L1), request.object()), 200); });
    router.add("DELETE", "/agents/tools/{id}"_L1,
               [&services](const Request &request) { return deleteTool(services, request.param("id"_L1)); });
    router.add("POST", "/agents/tools/{id}/test"_L1, [&services](const Request &request) { return testTool(services, request); });
}

} // namespace desk::server
