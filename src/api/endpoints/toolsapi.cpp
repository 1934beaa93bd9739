#include "api/endpoints/toolsapi.h"

#include "wire/json/tooljson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QUrlQuery queryFor(const ToolConfigTarget &target)
{
    return Query().text("scope"_L1, target.scope.wire()).text("agent_id"_L1, target.agentId.value());
}

} // namespace

ApiCall<QList<Tool>> *ToolsApi::list()
{
    return Chapter::get<QList<Tool>>(u"/agents/tools"_s, listOf<Tool>(wire::toolFromJson));
}

ApiCall<Tool> *ToolsApi::get(const ToolId &id)
{
    return Chapter::get<Tool>(path(u"/agents/tools/%1"_s, id.value()), wire::toolFromJson);
}

ApiCall<Tool> *ToolsApi::create(const Tool &tool)
{
    return write<Tool>("POST", u"/agents/tools"_s, wire::toolCreation(tool), wire::toolFromJson);
}

ApiCall<Tool> *ToolsApi::update(const Tool &before, const Tool &after)
{
    return send<Tool>({.verb = "PUT",
                       .path = path(u"/agents/tools/%1"_s, before.id.value()),
                       .body = compact(wire::toolChanges(before, after)),
                       .ifMatch = before.etag,
                       .mayRepeat = before.etag.isEmpty()},
                      wire::toolFromJson);
}

ApiCall<void> *ToolsApi::remove(const ToolId &id)
{
    return Chapter::remove(path(u"/agents/tools/%1"_s, id.value()));
}

ApiCall<ToolTestResult> *ToolsApi::test(const ToolId &id, const QJsonObject &input, const QJsonObject &providers)
{
    QJsonObject body{{u"input"_s, input}};
    if (!providers.isEmpty())
        body.insert("providers"_L1, providers);
    return postTest(id, body);
}

ApiCall<ToolTestResult> *ToolsApi::testApproved(const ToolId &id, const QJsonObject &input, const QString &argumentsHash,
                                                const QJsonObject &providers)
{
    QJsonObject body{{u"input"_s, input}, {u"approved"_s, true}, {u"arguments_hash"_s, argumentsHash}};
    if (!providers.isEmpty())
        body.insert("providers"_L1, providers);
    return postTest(id, body);
}

ApiCall<ToolTestResult> *ToolsApi::postTest(const ToolId &id, const QJsonObject &body)
{
    return send<ToolTestResult>({.verb = "POST",
                                 .path = path(u"/agents/tools/%1/test"_s, id.value()),
                                 .body = compact(body),
                                 .patience = Patience::blocking(),
                                 .mayRepeat = false},
                                wire::toolTestResultFromJson);
}

ApiCall<ToolConfig> *ToolsApi::config(const ToolId &id, const ToolConfigTarget &target)
{
    return Chapter::get<ToolConfig>(path(u"/agents/tools/%1/config"_s, id.value()), wire::toolConfigFromJson, queryFor(target));
}

ApiCall<ToolConfig> *ToolsApi::setConfig(const ToolId &id, const ToolConfigTarget &target, const ToolConfig &config)
{
    return write<ToolConfig>("PUT", path(u"/agents/tools/%1/config"_s, id.value()), wire::toolConfigBody(config, target),
                             wire::toolConfigFromJson);
}

ApiCall<void> *ToolsApi::removeConfig(const ToolId &id, const ToolConfigTarget &target)
{
    return new ApiCall<void>(
        m_transport,
        {.verb = "DELETE", .path = path(u"/agents/tools/tools/%1/config"_s, id.value()), .query = queryFor(target), .mayRepeat = false});
}

} // namespace desk
