#include "localserver/routes/tooltests.h"

#include "localserver/engine/programapproval.h"
#include "localserver/engine/toolexecutor.h"
#include "localserver/routes/customtools.h"
#include "localserver/routes/mcptooltest.h"
#include "localserver/routes/problems.h"
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

// What is left without files takes no time worth a thread.
Response testBuiltin(const QString &name, const QJsonObject &input)
{
    QElapsedTimer clock;
    clock.start();
    const ToolResult result = testedWithoutFiles(name, input);
    return Response::json(QJsonObject{{"success"_L1, result.success},
                                      {"output"_L1, result.success ? result.output : QJsonValue()},
                                      {"error"_L1, result.success ? QJsonValue() : QJsonValue(result.error)},
                                      {"execution_time_ms"_L1, clock.elapsed()},
                                      {"tool_name"_L1, name},
                                      {"input_used"_L1, input}});
}

Response refused(const QString &detail)
{
    return Response::problem(400, detail, "not_executable"_L1);
}

Response askForApproval(const McpServer &server, const QString &hash)
{
    const QStringList variables(server.environment.keyBegin(), server.environment.keyEnd());
    QString detail = LocalServer::tr("This would start the program %1 with the arguments %2.")
                         .arg(listedWords({server.command}), listedWords(server.arguments));
    if (!variables.isEmpty())
        detail += u' ' + LocalServer::tr("It would be given the variables %1.").arg(listedWords(variables)); // their values may be secret
    return Response::problem(409, detail, "approval_required"_L1,
                             {{"code"_L1, u"approval_required"_s},
                              {"program"_L1, server.command},
                              {"arguments"_L1, QJsonArray::fromStringList(server.arguments)},
                              {"environment"_L1, QJsonArray::fromStringList(variables)},
                              {"arguments_hash"_L1, hash}});
}

Response testCustom(TestApprovals &approvals, const QJsonObject &definition, const QJsonObject &body)
{
    const Result<CustomTool> tool = customToolFrom(definition);
    if (!tool)
        return refused(tool.error().message);
    const QJsonObject input = body.value("input"_L1).toObject();
    if (!body.value("approved"_L1).toBool() || !approvals.take(body.value("arguments_hash"_L1).toString(), *tool, input))
        return askForApproval(tool->server, approvals.ask(*tool, input));
    return Response::late(std::make_shared<McpToolTest>(tool->server, tool->onServer, tool->name, input));
}

} // namespace

Response testTool(const Services &services, const Request &request)
{
    const QString id = request.param("id"_L1);
    const auto builtin = services.tools.findBuiltin(id);
    const auto custom = builtin ? std::nullopt : services.tools.findCustom(id);
    if (!builtin && !custom)
        return notFound(LocalServer::tr("There is no such tool."));
    if (!request.object().value("input"_L1).isObject())
        return invalid(LocalServer::tr("A test of a tool needs \"input\", an object."));
    return builtin ? testBuiltin(builtin->name, request.object().value("input"_L1).toObject())
                   : testCustom(services.testApprovals, *custom, request.object());
}

} // namespace desk::server
