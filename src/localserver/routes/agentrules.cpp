#include "localserver/routes/agentrules.h"

#include "localserver/texts.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxNameChars = 120;
constexpr qsizetype maxDisplayNameChars = 255;

bool isSet(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

bool areTexts(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::all_of(array.begin(), array.end(), [](const QJsonValue &item) { return item.isString(); });
}

bool isMapOfTexts(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return value.isObject() && std::all_of(object.begin(), object.end(), [](const QJsonValue &item) { return item.isString(); });
}

bool isWholeNumber(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble();
    return value.isDouble() && number >= least && number <= most && std::floor(number) == number;
}

enum class Shape { Text, Texts, MapOfTexts, Object, Switch };

struct Member {
    QLatin1StringView key;
    Shape shape;
};

QString shapeFault(const QString &path, Shape shape, const QJsonValue &value)
{
    switch (shape) {
    case Shape::Text:
        return value.isString() ? QString() : LocalServer::tr("\"%1\" must be a text.").arg(path);
    case Shape::Texts:
        return areTexts(value) ? QString() : LocalServer::tr("\"%1\" must be a list of texts.").arg(path);
    case Shape::MapOfTexts:
        return isMapOfTexts(value) ? QString() : LocalServer::tr("\"%1\" must be an object whose values are texts.").arg(path);
    case Shape::Object:
        return value.isObject() ? QString() : LocalServer::tr("\"%1\" must be an object.").arg(path);
    case Shape::Switch:
        return value.isBool() ? QString() : LocalServer::tr("\"%1\" must be true or false.").arg(path);
    }
    return {};
}

QString shapesFault(const QString &prefix, const QJsonObject &object, std::initializer_list<Member> members)
{
    for (const Member &member : members) {
        const QJsonValue value = object.value(member.key);
        if (const QString fault = isSet(value) ? shapeFault(prefix + member.key, member.shape, value) : QString(); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString numberFault(const QString &prefix, const QJsonObject &object, QLatin1StringView key, int least, int most)
{
    if (!object.contains(key) || isWholeNumber(object.value(key), least, most))
        return {};
    return LocalServer::tr("\"%1\" must be a whole number between %2 and %3.").arg(prefix + key).arg(least).arg(most);
}

QString compressionFault(const QJsonObject &object)
{
    const QString prefix = u"context_compression."_s;
    for (const QString &fault : {shapesFault(prefix, object, {{"enabled"_L1, Shape::Switch}, {"compression_model"_L1, Shape::Text}}),
                                 numberFault(prefix, object, "compression_threshold_chars"_L1, 1000, 100'000),
                                 numberFault(prefix, object, "recent_messages_to_keep"_L1, 1, 20),
                                 numberFault(prefix, object, "max_summary_chars"_L1, 500, 10'000)}) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

QString serverFault(const QString &path, const QJsonValue &value)
{
    if (!value.isObject())
        return shapeFault(path, Shape::Object, value);
    const QJsonObject server = value.toObject();
    if (server.value("name"_L1).toString().isEmpty())
        return LocalServer::tr("\"%1\" is missing or no text.").arg(path + ".name"_L1);
    const QJsonValue transport = server.value("transport"_L1);
    if (!transport.isUndefined() && transport.toString() != "stdio"_L1 && transport.toString() != "sse"_L1)
        return LocalServer::tr("\"%1\" must be one of %2.").arg(path + ".transport"_L1, u"stdio, sse"_s);
    if (const QJsonValue timeout = server.value("timeout_seconds"_L1); !timeout.isUndefined() && !timeout.isDouble())
        return LocalServer::tr("\"%1\" must be a number.").arg(path + ".timeout_seconds"_L1);
    return shapesFault(path + u'.', server,
                       {{"url"_L1, Shape::Text},
                        {"command"_L1, Shape::Text},
                        {"args"_L1, Shape::Texts},
                        {"env"_L1, Shape::MapOfTexts},
                        {"headers"_L1, Shape::MapOfTexts},
                        {"tool_filter"_L1, Shape::Texts}});
}

QString serversFault(const QJsonValue &value)
{
    if (!value.isArray())
        return LocalServer::tr("\"%1\" must be a list.").arg("mcp_servers"_L1);
    const QJsonArray servers = value.toArray();
    for (qsizetype i = 0; i < servers.size(); ++i) {
        if (const QString fault = serverFault(u"mcp_servers[%1]"_s.arg(i), servers.at(i)); !fault.isEmpty())
            return fault;
    }
    return {};
}

bool isVisibility(const QString &word)
{
    return word == "application"_L1 || word == "shared"_L1 || word == "personal"_L1;
}

} // namespace

QString agentFault(const QJsonObject &members)
{
    const QString shapes = shapesFault({}, members,
                                       {{"display_name"_L1, Shape::Text},
                                        {"description"_L1, Shape::Text},
                                        {"model"_L1, Shape::Text},
                                        {"instructions"_L1, Shape::Text},
                                        {"tools"_L1, Shape::Object},
                                        {"workflows"_L1, Shape::Object},
                                        {"scopes"_L1, Shape::Texts},
                                        {"is_active"_L1, Shape::Switch},
                                        {"visibility"_L1, Shape::Text},
                                        {"app_id"_L1, Shape::Text},
                                        {"allow_frontier_fallback"_L1, Shape::Switch},
                                        {"context_compression"_L1, Shape::Object}});
    if (!shapes.isEmpty())
        return shapes;
    if (members.value("display_name"_L1).toString().size() > maxDisplayNameChars)
        return LocalServer::tr("\"%1\" is longer than %2 characters.").arg("display_name"_L1).arg(maxDisplayNameChars);
    if (const QString fault = shapesFault(u"tools."_s, members.value("tools"_L1).toObject(), {{"names"_L1, Shape::Texts}});
        !fault.isEmpty())
        return fault;
    if (const QJsonValue visibility = members.value("visibility"_L1); isSet(visibility) && !isVisibility(visibility.toString()))
        return LocalServer::tr("\"%1\" must be one of %2.").arg("visibility"_L1, "application, shared, personal"_L1);
    if (const QJsonValue servers = members.value("mcp_servers"_L1); isSet(servers)) {
        if (const QString fault = serversFault(servers); !fault.isEmpty())
            return fault;
    }
    return compressionFault(members.value("context_compression"_L1).toObject());
}

QString agentNameFault(const QString &name)
{
    if (name.size() > maxNameChars)
        return LocalServer::tr("\"%1\" is longer than %2 characters.").arg("name"_L1).arg(maxNameChars);
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
    return plain ? QString() : LocalServer::tr("\"%1\" may have letters, digits and hyphens only.").arg("name"_L1);
}

} // namespace desk::server
