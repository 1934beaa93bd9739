#include "localserver/routes/optionrules.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/providertest.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"
#include "wire/json/serverjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// Whose list is meant: "process" is the one this process works with, for as long as it lives; without it, the stored one of the folder.
struct Scope {
    explicit Scope(const Request &request)
        : name(request.argument("scope"_L1))
    {
    }
    [[nodiscard]] bool isProcess() const { return name == "process"_L1; }
    [[nodiscard]] bool isKnown() const { return name.isEmpty() || isProcess(); } // a slip must not end up in the store

    QString name;
};

Response listProviders(const Services &services, const Request &request)
{
    const Scope scope(request);
    if (!scope.isKnown())
        return invalid(LocalServer::tr("There is no such scope: \"%1\".").arg(scope.name));
    QJsonArray out;
    const QList<ModelProvider> providers = scope.isProcess() ? services.providers.list() : services.providers.stored();
    for (const ModelProvider &provider : providers)
        out.append(wire::toJson(provider));
    return Response::json(out);
}

Response putProviders(const Services &services, const Request &request)
{
    const Scope scope(request);
    if (!scope.isKnown())
        return listProviders(services, request);
    const Result<> replaced = scope.isProcess() ? services.providers.setOwn(request.json) : services.providers.store(request.json);
    return replaced ? listProviders(services, request) : problemOf(replaced.error());
}

QString chatSettingsId()
{
    return u"chat"_s;
}

QJsonObject defaultChatSettings()
{
    const QString time = wire::formatTime(now());
    return {{"id"_L1, u"local"_s},
            {"user_id"_L1, u"local"_s},
            {"enabled_tools"_L1, QJsonArray()},
            {"enabled_agents"_L1, QJsonArray()},
            {"model"_L1, QJsonValue::Null},
            {"temperature"_L1, 0.7},
            {"max_tokens"_L1, 2000},
            {"created_at"_L1, time},
            {"updated_at"_L1, time}};
}

QJsonObject chatSettings(const Services &services)
{
    if (const auto document = services.store.settings.find(chatSettingsId()))
        return document->json.toObject();
    return defaultChatSettings();
}

// Unlike with the team server, absent members stay as they are.
Response putChatSettings(const Services &services, const Request &request)
{
    QJsonObject json = chatSettings(services);
    for (const auto key : {"enabled_tools"_L1, "enabled_agents"_L1, "model"_L1, "temperature"_L1, "max_tokens"_L1}) {
        const QJsonValue value = request.object().value(key);
        if (value.isUndefined() || (value.isNull() && key != "model"_L1)) // null: stays as it is (contract 3.10)
            continue;
        if (const QString reason = optionFault(key, value); !reason.isEmpty())
            return invalid(reason);
        json.insert(key, value);
    }
    json.insert("updated_at"_L1, wire::formatTime(now()));
    services.store.settings.put({chatSettingsId(), chatSettingsId(), json});
    return Response::json(json);
}

} // namespace

void addSettingsRoutes(Router &router, Services &services)
{
    router.add("GET", "/settings/providers"_L1, [&services](const Request &request) { return listProviders(services, request); });
    router.add("PUT", "/settings/providers"_L1, [&services](const Request &request) { return putProviders(services, request); });
    router.add("POST", "/settings/providers/test"_L1, [&services](const Request &request) { return testProvider(services, request); });
    router.add("GET", "/users/me/chat-settings"_L1, [&services](const Request &) { return Response::json(chatSettings(services)); });
    router.add("PUT", "/users/me/chat-settings"_L1, [&services](const Request &request) { return putChatSettings(services, request); });
}

} // namespace desk::server
