#include "wire/json/mcpserverjson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr int defaultTimeoutSeconds = 30;

QMap<QString, QString> textsOf(const QJsonObject &object)
{
    QMap<QString, QString> out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isString())
            out.insert(it.key(), it.value().toString());
    }
    return out;
}

// `texts` over an object that reads as `base`; members that are no texts stay.
QJsonObject withTexts(QJsonObject object, const QMap<QString, QString> &base, const QMap<QString, QString> &texts)
{
    for (auto it = base.begin(); it != base.end(); ++it)
        object.remove(it.key());
    for (auto it = texts.begin(); it != texts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

McpServer serverFrom(const QJsonObject &object)
{
    const Reader reader(object);
    McpServer server;
    server.name = reader.string("name"_L1);
    if (const QString transport = reader.string("transport"_L1); !transport.isEmpty())
        server.transport = OpenEnum<McpTransport>::fromWire(transport);
    server.url = reader.string("url"_L1);
    server.command = reader.string("command"_L1);
    server.arguments = reader.strings("args"_L1);
    server.environment = textsOf(reader.object("env"_L1));
    server.headers = textsOf(reader.object("headers"_L1));
    if (reader.value("tool_filter"_L1).isArray())
        server.toolFilter = reader.strings("tool_filter"_L1);
    server.timeoutSeconds = reader.integer("timeout_seconds"_L1, defaultTimeoutSeconds);
    server.raw = object;
    return server;
}

QJsonObject jsonOf(const McpServer &server)
{
    const McpServer base = serverFrom(server.raw);
    Overlay out(server.raw);
    out.string("name"_L1, server.name);
    if (server.transport != base.transport || server.raw.isEmpty())
        out.string("transport"_L1, server.transport.wire());
    if (server.url != base.url)
        out.optional("url"_L1, server.url);
    if (server.command != base.command)
        out.optional("command"_L1, server.command);
    if (server.arguments != base.arguments)
        out.value("args"_L1, QJsonArray::fromStringList(server.arguments));
    if (server.environment != base.environment)
        out.value("env"_L1, withTexts(server.raw.value("env"_L1).toObject(), base.environment, server.environment));
    if (server.headers != base.headers)
        out.value("headers"_L1, withTexts(server.raw.value("headers"_L1).toObject(), base.headers, server.headers));
    if (server.toolFilter != base.toolFilter)
        out.value("tool_filter"_L1, server.toolFilter ? QJsonValue(QJsonArray::fromStringList(*server.toolFilter)) : QJsonValue());
    if (server.timeoutSeconds != base.timeoutSeconds)
        out.integer("timeout_seconds"_L1, server.timeoutSeconds);
    return out.json();
}

} // namespace

QList<McpServer> mcpServersFromJson(const QJsonValue &value)
{
    QList<McpServer> out;
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array) {
        if (item.isObject())
            out.append(serverFrom(item.toObject()));
    }
    return out;
}

QJsonArray toJson(const QList<McpServer> &servers)
{
    QJsonArray out;
    for (const McpServer &server : servers)
        out.append(jsonOf(server));
    return out;
}

} // namespace desk::wire
