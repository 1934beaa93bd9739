#include "localserver/engine/toolexecutor.h"
#include "localserver/routes/agentanswer.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"
#include "wire/json/agentjson.h"

#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>

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

QString toolId(const ToolDescription &tool)
{
    const QUuid dns(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s); // RFC 4122, appendix C
    return QUuid::createUuidV5(dns, u"agentdesk.builtin.tool."_s + tool.name).toString(QUuid::WithoutBraces);
}

QJsonObject toolJson(const ToolDescription &tool)
{
    return {{"id"_L1, toolId(tool)},
            {"name"_L1, tool.name},
            {"description"_L1, tool.description},
            {"schema"_L1, tool.schema},
            {"entrypoint"_L1, QString(u"builtin:"_s + tool.name)},
            {"scopes"_L1, QJsonArray()},
            {"is_active"_L1, true},
            {"is_builtin"_L1, true},
            {"version"_L1, 1}};
}

Response listTools(const Services &services)
{
    QJsonArray out;
    const auto tools = services.source.builtinTools();
    for (const ToolDescription &tool : tools)
        out.append(toolJson(tool));
    return Response::json(out);
}

bool readsAttachments(const QString &tool)
{
    return tool == "document_search"_L1 || tool == "table_query"_L1 || tool == "read_file"_L1;
}

// A test belongs to no conversation, so there is nothing a tool could read.
ToolResult testedWithoutFiles(const QString &tool, const QJsonObject &input)
{
    if (!readsAttachments(tool))
        return ToolExecutor({}, {}, {}, {}).run(tool, input);
    ToolResult out;
    out.error =
        LocalServer::tr("This tool reads the files of a conversation, and a test has none. Ask for it in the conversation instead.");
    return out;
}

// Contract 3.3: what the tool could not do is a result. What is left without files takes no time worth a thread.
Response testTool(const Services &services, const Request &request)
{
    const auto tools = services.source.builtinTools();
    const QString id = request.param("id"_L1);
    const auto tool = std::find_if(tools.begin(), tools.end(), [&id](const ToolDescription &known) { return toolId(known) == id; });
    if (tool == tools.end())
        return notFound(LocalServer::tr("There is no such tool."));
    const QJsonValue input = request.object().value("input"_L1);
    if (!input.isObject())
        return invalid(LocalServer::tr("A test of a tool needs \"input\", an object."));
    QElapsedTimer clock;
    clock.start();
    const ToolResult result = testedWithoutFiles(tool->name, input.toObject());
    return Response::json(QJsonObject{{"success"_L1, result.success},
                                      {"output"_L1, result.success ? result.output : QJsonValue()},
                                      {"error"_L1, result.success ? QJsonValue() : QJsonValue(result.error)},
                                      {"execution_time_ms"_L1, clock.elapsed()},
                                      {"tool_name"_L1, tool->name},
                                      {"input_used"_L1, input}});
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
    router.add("GET", "/agents/tools"_L1, [&services](const Request &) { return listTools(services); });
    router.add("POST", "/agents/tools/{id}/test"_L1, [&services](const Request &request) { return testTool(services, request); });
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
