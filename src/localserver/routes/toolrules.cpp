#include "localserver/routes/toolrules.h"

#include "localserver/texts.h"
#include "wire/json/mcpserverjson.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int maxTimeoutSeconds = 3600;

bool fits(const QJsonValue &value, const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return value.isString() && expression.match(value.toString()).hasMatch();
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

// A program's argument ends at a zero byte: behind one, other words would be approved than are started.
bool isWord(const QJsonValue &value)
{
    return value.isString() && !value.toString().contains(QChar::Null);
}

bool areWords(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return isAbsent(value) || (value.isArray() && std::all_of(array.begin(), array.end(), isWord));
}

bool isEnvironment(const QJsonValue &value)
{
    if (isAbsent(value))
        return true;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().isEmpty() || it.key().contains(u'=') || it.key().contains(QChar::Null) || !isWord(it.value()))
            return false;
    }
    return value.isObject();
}

QString serverFault(const QJsonValue &value)
{
    const QJsonObject server = value.toObject();
    if (!value.isObject() || !isWord(server.value("command"_L1)) || server.value("command"_L1).toString().trimmed().isEmpty())
        return LocalServer::tr("\"mcp_server\" needs \"command\", the program to start.");
    if (server.value("transport"_L1).toString(u"stdio"_s) != "stdio"_L1)
        return LocalServer::tr("The local server starts tool servers of the transport \"stdio\" only.");
    if (!areWords(server.value("args"_L1)) || !areWords(server.value("tool_filter"_L1)))
        return LocalServer::tr("\"args\" and \"tool_filter\" of \"mcp_server\" must be lists of texts.");
    if (!isEnvironment(server.value("env"_L1)))
        return LocalServer::tr("\"env\" of \"mcp_server\" must be an object of texts.");
    const QJsonValue seconds = server.value("timeout_seconds"_L1);
    if (!isAbsent(seconds) && (seconds.toInt(0) < 1 || seconds.toInt(0) > maxTimeoutSeconds))
        return LocalServer::tr("\"timeout_seconds\" of \"mcp_server\" must be between 1 and %1.").arg(maxTimeoutSeconds);
    return {};
}

QString memberFault(const QJsonObject &tool)
{
    if (const QJsonValue text = tool.value("description"_L1); !isAbsent(text) && !text.isString())
        return LocalServer::tr("The description of a tool must be a text.");
    if (const QJsonValue schema = tool.value("schema"_L1); !schema.isUndefined() && !schema.isObject())
        return LocalServer::tr("The schema of a tool must be an object.");
    if (const QJsonValue scopes = tool.value("scopes"_L1); !scopes.isUndefined() && (!scopes.isArray() || !areWords(scopes)))
        return LocalServer::tr("The scopes of a tool must be a list of texts.");
    if (const QJsonValue active = tool.value("is_active"_L1); !active.isUndefined() && !active.isBool())
        return LocalServer::tr("\"is_active\" of a tool must be true or false.");
    if (const QJsonValue name = tool.value("mcp_tool"_L1); !isAbsent(name) && (!name.isString() || name.toString().isEmpty()))
        return LocalServer::tr("\"mcp_tool\" must be the name that the tool server gives the tool.");
    return {};
}

} // namespace

QString toolFault(const QJsonObject &definition)
{
    if (!fits(definition.value("name"_L1), u"[a-zA-Z_][a-zA-Z0-9_]*"_s))
        return LocalServer::tr("A tool needs a name of letters, digits and \"_\" that does not begin with a digit.");
    if (!fits(definition.value("entrypoint"_L1), u"[a-zA-Z_][a-zA-Z0-9_.]*:[a-zA-Z_][a-zA-Z0-9_]*"_s))
        return LocalServer::tr("A tool needs an entrypoint such as \"module.path:function\".");
    if (const QString fault = memberFault(definition); !fault.isEmpty())
        return fault;
    const QJsonValue server = definition.value("mcp_server"_L1);
    return isAbsent(server) ? QString() : serverFault(server);
}

std::optional<McpServer> toolServer(const QJsonObject &definition)
{
    const QList<McpServer> servers = wire::mcpServersFromJson(QJsonArray{definition.value("mcp_server"_L1)});
    return servers.isEmpty() ? std::nullopt : std::optional(servers.constFirst());
}

QString nameOnServer(const QJsonObject &definition)
{
    const QString name = definition.value("mcp_tool"_L1).toString();
    return name.isEmpty() ? definition.value("name"_L1).toString() : name;
}

} // namespace desk::server
