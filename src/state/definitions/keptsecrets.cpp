#include "state/definitions/keptsecrets.h"

#include <QJsonArray>

#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto servers = "mcp_servers"_L1;  // of an agent
constexpr auto oneServer = "mcp_server"_L1; // of a tool
constexpr std::array secretParts{"env"_L1, "headers"_L1};

// No reference that a server would resolve: those have the name of a variable there.
constexpr auto mark = "${not kept}"_L1;

using Change = std::function<QJsonValue(const QJsonObject &server, QLatin1StringView part, const QString &name, const QJsonValue &value)>;

// Every value of those parts of one server.
QJsonObject changedServer(const QJsonObject &server, const Change &change)
{
    QJsonObject out = server;
    for (const QLatin1StringView part : secretParts) {
        QJsonObject values = server.value(part).toObject();
        if (values.isEmpty())
            continue;
        for (auto value = values.begin(); value != values.end(); ++value)
            value.value() = change(server, part, value.key(), value.value());
        out.insert(part, values);
    }
    return out;
}

QJsonObject changed(const QJsonObject &definition, const Change &change)
{
    QJsonObject out = definition;
    if (definition.value(oneServer).isObject())
        out.insert(oneServer, changedServer(definition.value(oneServer).toObject(), change));
    if (!definition.value(servers).isArray())
        return out;
    QJsonArray list = definition.value(servers).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i).isObject())
            list[i] = changedServer(list.at(i).toObject(), change);
    }
    out.insert(servers, list);
    return out;
}

QJsonObject serverNamed(const QJsonObject &definition, const QJsonValue &name)
{
    QJsonArray list = definition.value(servers).toArray();
    list.append(definition.value(oneServer));
    for (const QJsonValue &server : std::as_const(list)) {
        if (server.toObject().value("name"_L1) == name)
            return server.toObject();
    }
    return {};
}

} // namespace

QJsonObject withoutServerSecrets(const QJsonObject &definition)
{
    return changed(definition, [](const QJsonObject &, QLatin1StringView, const QString &, const QJsonValue &value) {
        return value.isString() && value.toString().isEmpty() ? value : QJsonValue(QString(mark));
    });
}

bool isKeptMark(const QString &value)
{
    return value == mark;
}

bool hasKeptMarks(const QJsonObject &definition)
{
    bool found = false;
    changed(definition, [&found](const QJsonObject &, QLatin1StringView, const QString &, const QJsonValue &value) {
        found = found || isKeptMark(value.toString());
        return value;
    });
    return found;
}

QJsonObject withServerSecrets(const QJsonObject &kept, const QJsonObject &now)
{
    return changed(kept, [&now](const QJsonObject &server, QLatin1StringView part, const QString &name, const QJsonValue &value) {
        if (!isKeptMark(value.toString()))
            return value;
        const QJsonValue held = serverNamed(now, server.value("name"_L1)).value(part).toObject().value(name);
        return held.isUndefined() ? value : held;
    });
}

} // namespace desk
