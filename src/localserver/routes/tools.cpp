#include "localserver/engine/toolexecutor.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

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
    const auto tool = services.tools.findBuiltin(request.param("id"_L1));
    if (!tool)
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

} // namespace

void addToolRoutes(Router &router, Services &services)
{
    router.add("GET", "/agents/tools"_L1, [&services](const Request &) { return Response::json(services.tools.list()); });
    router.add("POST", "/agents/tools/{id}/test"_L1, [&services](const Request &request) { return testTool(services, request); });
}

} // namespace desk::server
