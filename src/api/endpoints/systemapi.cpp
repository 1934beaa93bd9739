#include "api/endpoints/systemapi.h"

#include "wire/json/providerreportjson.h"
#include "wire/json/serverinfojson.h"
#include "wire/json/serverjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QUrlQuery scopeQuery(SystemApi::ProviderScope scope)
{
    return scope == SystemApi::ProviderScope::Process ? QUrlQuery{{u"scope"_s, u"process"_s}} : QUrlQuery();
}

} // namespace

ApiCall<ServerHealth> *SystemApi::health()
{
    return get<ServerHealth>(u"/health"_s, wire::serverHealthFromJson);
}

ApiCall<ServerIdentity> *SystemApi::identity()
{
    return get<ServerIdentity>(u"/"_s, wire::serverIdentityFromJson);
}

ApiCall<Capabilities> *SystemApi::capabilities()
{
    return get<Capabilities>(u"/capabilities"_s, wire::capabilitiesFromJson);
}

ApiCall<QSet<QString>> *SystemApi::operations()
{
    return get<QSet<QString>>(u"/openapi.json"_s, wire::operationsFromOpenApi);
}

ApiCall<QList<ModelProvider>> *SystemApi::providers(ProviderScope scope)
{
    return get<QList<ModelProvider>>(u"/settings/providers"_s, listOf<ModelProvider>(wire::providerFromJson), scopeQuery(scope));
}

ApiCall<void> *SystemApi::setProviders(const QList<ModelProvider> &providers, ProviderScope scope)
{
    QJsonArray list;
    for (const ModelProvider &provider : providers)
        list.append(wire::toJson(provider));
    return new ApiCall<void>(m_transport, {.verb = "PUT",
                                           .path = u"/settings/providers"_s,
                                           .query = scopeQuery(scope),
                                           .body = QJsonDocument(list).toJson(QJsonDocument::Compact)});
}

ApiCall<ProviderReport> *SystemApi::testProvider(const ModelProvider &provider)
{
    const QJsonObject body{
        {u"name"_s, provider.name}, {u"base_url"_s, provider.baseUrl.toString(QUrl::FullyEncoded)}, {u"needs_key"_s, provider.needsKey}};
    return send<ProviderReport>({.verb = "POST", .path = u"/settings/providers/test"_s, .body = compact(body), .mayRepeat = false},
                                wire::providerReportFromJson);
}

ApiCall<QList<TagGroup>> *SystemApi::classifyTags(const QStringList &tags, int maxGroups, const QString &context)
{
    QJsonObject body{{u"tags"_s, QJsonArray::fromStringList(tags)}, {u"maxGroups"_s, maxGroups}};
    if (!context.isEmpty())
        body.insert("context"_L1, context);
    return send<QList<TagGroup>>(
        {.verb = "POST", .path = u"/classify-tags"_s, .body = compact(body), .patience = Patience::blocking(), .mayRepeat = false},
        wire::tagGroupsFromJson);
}

} // namespace desk
