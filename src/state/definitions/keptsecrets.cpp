#include "state/definitions/keptsecrets.h"

#include "domain/secretscan.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto servers = "mcp_servers"_L1;  // of an agent
constexpr auto oneServer = "mcp_server"_L1; // of a tool
constexpr std::array secretParts{"env"_L1, "headers"_L1};
constexpr std::array placeParts{"transport"_L1, "url"_L1, "command"_L1, "args"_L1};
constexpr qsizetype longestScanned = 20'000; // characters of one text

// No references that a server would resolve: those have the name of a variable there.
constexpr auto keptMark = "${not kept}"_L1;
constexpr auto newMark = "${not kept, new}"_L1;

using ServerChange = std::function<QJsonObject(const QJsonObject &server)>;
using ValueChange = std::function<QJsonValue(QLatin1StringView part, const QString &name, const QJsonValue &value)>;

QJsonObject changed(const QJsonObject &definition, const ServerChange &change)
{
    QJsonObject out = definition;
    if (definition.value(oneServer).isObject())
        out.insert(oneServer, change(definition.value(oneServer).toObject()));
    if (!definition.value(servers).isArray())
        return out;
    QJsonArray list = definition.value(servers).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i).isObject())
            list[i] = change(list.at(i).toObject());
    }
    out.insert(servers, list);
    return out;
}

// An undefined one goes.
QJsonObject withValues(const QJsonObject &server, const ValueChange &change)
{
    QJsonObject out = server;
    for (const QLatin1StringView part : secretParts) {
        QJsonObject values = server.value(part).toObject();
        if (values.isEmpty())
            continue;
        const QStringList names = values.keys();
        for (const QString &name : names)
            values.insert(name, change(part, name, values.value(name)));
        out.insert(part, values);
    }
    return out;
}

QList<SecretScan::Finding> secretsIn(const QString &text)
{
    QList<SecretScan::Finding> found = SecretScan::scan(text.left(longestScanned));
    found.removeIf([](const SecretScan::Finding &one) { return SecretScan::isPersonal(one.kind); });
    return found;
}

QString withoutSecrets(const QString &text)
{
    return SecretScan::replaced(text, secretsIn(text), QString(keptMark));
}

// The argument before may say what this one is: --api-key …
QJsonArray withoutSecrets(const QJsonArray &arguments)
{
    QJsonArray out;
    QString before;
    for (const QJsonValue &argument : arguments) {
        const QString text = argument.toString();
        const QList<SecretScan::Finding> found = secretsIn(before + u'=' + text);
        const bool isNamed =
            std::any_of(found.begin(), found.end(), [&before](const SecretScan::Finding &one) { return one.start > before.size(); });
        out.append(!argument.isString() ? argument : QJsonValue(isNamed ? QString(keptMark) : withoutSecrets(text)));
        before = text;
    }
    return out;
}

// Without what may be secret in where it is and what it is started with.
QJsonObject withPublicPlace(const QJsonObject &server)
{
    QJsonObject out = server;
    if (server.value("url"_L1).isString())
        out.insert("url"_L1, withoutSecrets(server.value("url"_L1).toString()));
    if (server.value("args"_L1).isArray())
        out.insert("args"_L1, withoutSecrets(server.value("args"_L1).toArray()));
    return out;
}

bool isSamePlace(const QJsonObject &kept, const QJsonObject &now)
{
    const QJsonObject there = withPublicPlace(now);
    return std::all_of(placeParts.begin(), placeParts.end(), [&](QLatin1StringView part) { return kept.value(part) == there.value(part); });
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

bool isNothing(const QJsonValue &value)
{
    return value.isString() && value.toString().isEmpty();
}

} // namespace

QJsonObject withoutServerSecrets(const QJsonObject &definition)
{
    return changed(definition, [](const QJsonObject &server) {
        return withValues(withPublicPlace(server), [](QLatin1StringView, const QString &, const QJsonValue &value) {
            return isNothing(value) ? value : QJsonValue(QString(keptMark));
        });
    });
}

QJsonObject withoutServerSecrets(const QJsonObject &mine, const QJsonObject &base)
{
    return changed(mine, [&base](const QJsonObject &server) {
        const QJsonObject before = serverNamed(base, server.value("name"_L1));
        return withValues(withPublicPlace(server), [&before](QLatin1StringView part, const QString &name, const QJsonValue &value) {
            const bool isKnown = before.value(part).toObject().value(name) == value;
            return isNothing(value) ? value : QJsonValue(QString(isKnown ? keptMark : newMark));
        });
    });
}

QJsonObject withoutKeptMarks(const QJsonObject &definition, QStringList &names)
{
    return changed(definition, [&names](const QJsonObject &server) {
        return withValues(server, [&names](QLatin1StringView, const QString &name, const QJsonValue &value) {
            if (!isKeptMark(value.toString()))
                return value;
            names.append(name);
            return QJsonValue(QJsonValue::Undefined);
        });
    });
}

bool isKeptMark(const QString &value)
{
    return value == keptMark || value == newMark;
}

bool hasKeptMarks(const QJsonObject &definition)
{
    bool found = false;
    changed(definition, [&found](const QJsonObject &server) {
        return withValues(server, [&found](QLatin1StringView, const QString &, const QJsonValue &value) {
            found = found || isKeptMark(value.toString());
            return value;
        });
    });
    return found;
}

QJsonObject withServerSecrets(const QJsonObject &kept, const QJsonObject &now)
{
    return changed(kept, [&now](const QJsonObject &server) {
        const QJsonObject there = serverNamed(now, server.value("name"_L1));
        if (there.isEmpty() || !isSamePlace(server, there))
            return server;
        QJsonObject out = withValues(server, [&there](QLatin1StringView part, const QString &name, const QJsonValue &value) {
            const QJsonValue held = there.value(part).toObject().value(name);
            return value.toString() != keptMark || held.isUndefined() ? value : held;
        });
        for (const QLatin1StringView part : placeParts) {
            if (there.contains(part))
                out.insert(part, there.value(part));
        }
        return out;
    });
}

} // namespace desk
