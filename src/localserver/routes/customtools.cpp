#include "localserver/routes/customtools.h"

#include "localserver/errors.h"
#include "localserver/routes/toolrules.h"
#include "localserver/texts.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Unexpected<Error> unusable(const QString &reason)
{
    return Unexpected{refusal(Error::Kind::Invalid, 400, reason)};
}

QString programOf(const QString &command)
{
    if (command.contains(u'/'))
        return command;
    const QString found = QStandardPaths::findExecutable(command);
    return found.isEmpty() ? command : found;
}

// A custom tool's schema is free (contract 3.3): as built-in ones have it, the JSON Schema itself, or something else, which says nothing.
QJsonObject inputOf(const QJsonObject &schema)
{
    if (const QJsonObject input = schema.value("input"_L1).toObject(); !input.isEmpty())
        return input;
    if (schema.value("type"_L1) == "object"_L1)
        return schema;
    return {{"type"_L1, u"object"_s}};
}

} // namespace

Result<CustomTool> customToolFrom(const QJsonObject &definition)
{
    auto server = toolServer(definition);
    if (!server)
        return unusable(LocalServer::tr("This tool is an entry of the catalogue only: it names no tool server that could run it."));
    if (const QString fault = toolFault(definition); !fault.isEmpty())
        return unusable(fault);
    const QString onServer = nameOnServer(definition);
    if (server->toolFilter && !server->toolFilter->contains(onServer))
        return unusable(LocalServer::tr("\"tool_filter\" of \"mcp_server\" leaves out \"%1\".").arg(onServer));
    server->command = programOf(server->command);
    return CustomTool{definition.value("name"_L1).toString(), onServer, definition.value("description"_L1).toString(),
                      inputOf(definition.value("schema"_L1).toObject()), *server};
}

} // namespace desk::server
