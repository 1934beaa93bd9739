#include "api/apiclient.h"

#include "api/transport.h"
#include "wire/json/agentjson.h"
#include "wire/json/chatjson.h"
#include "wire/json/filejson.h"
#include "wire/json/runjson.h"
#include "wire/json/serverjson.h"
#include "wire/json/workflowjson.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QUrlQuery page(int offset, int limit)
{
    return Query().page(offset, limit);
}

} // namespace

ApiClient::ApiClient(Transport &transport, QObject *parent)
    : QObject(parent)
    , Chapter(transport)
{
}

void ApiClient::setBaseUrl(const QUrl &url)
{
    m_transport.setBaseUrl(url);
}

ApiCall<Capabilities> *ApiClient::capabilities()
{
    return get<Capabilities>(u"/capabilities"_s, wire::capabilitiesFromJson);
}

ApiCall<QString> *ApiClient::healthNonce()
{
    return get<QString>(u"/health"_s,
                        [](const QJsonValue &value) -> Result<QString> { return value.toObject().value("nonce"_L1).toString(); });
}

ApiCall<QList<Agent>> *ApiClient::listAgents()
{
    return get<QList<Agent>>(u"/agents"_s, listOf(wire::agentFromJson));
}

ApiCall<QList<Workflow>> *ApiClient::listWorkflows()
{
    return get<QList<Workflow>>(u"/agents/workflows"_s, listOf(wire::workflowFromJson));
}

ApiCall<Page<Conversation>> *ApiClient::listConversations(int offset, int limit)
{
    QUrlQuery query = page(offset, limit);
    query.addQueryItem(u"order_by"_s, u"updated_at"_s); // the default is the creation date (contract 3.10)
    return get<Page<Conversation>>(u"/conversations"_s, pageIn("conversations"_L1, wire::conversationFromJson, offset, limit), query);
}

ApiCall<Conversation> *ApiClient::getConversation(const ConversationId &id)
{
    QUrlQuery query;
    query.addQueryItem(u"include_messages"_s, u"false"_s);
    return get<Conversation>(path(u"/conversations/%1"_s, id.value()), wire::conversationFromJson, query);
}

ApiCall<Conversation> *ApiClient::renameConversation(const ConversationId &id, const QString &title)
{
    return write<Conversation>("PATCH", path(u"/conversations/%1"_s, id.value()), {{"title"_L1, title}}, wire::conversationFromJson);
}

ApiCall<void> *ApiClient::deleteConversation(const ConversationId &id)
{
    return remove(path(u"/conversations/%1"_s, id.value()));
}

ApiCall<MessagePage> *ApiClient::listMessages(const ConversationId &id, int offset, int limit)
{
    QUrlQuery query = page(offset, limit);
    query.addQueryItem(u"order"_s, u"desc"_s);
    const auto decode = [](const QJsonValue &value) -> Result<MessagePage> {
        const wire::Reader reader(value);
        auto list = wire::listFromJson<Message>(reader.value("messages"_L1), wire::messageFromJson);
        if (!list)
            return Unexpected{list.error()};
        std::reverse(list->begin(), list->end());
        return MessagePage{*std::move(list), reader.integer("total"_L1)};
    };
    return get<MessagePage>(path(u"/conversations/%1/messages"_s, id.value()), decode, query);
}

ApiCall<QList<Run>> *ApiClient::listRuns(int offset, int limit)
{
    return get<QList<Run>>(u"/runs"_s, listOf(wire::runFromJson), page(offset, limit));
}

ApiCall<Run> *ApiClient::getRun(const RunId &id)
{
    return get<Run>(path(u"/runs/%1"_s, id.value()), wire::runFromJson);
}

ApiCall<void> *ApiClient::cancelRun(const RunId &id)
{
    return write("POST", path(u"/runs/%1/cancel"_s, id.value()));
}

ApiCall<Run> *ApiClient::retryRun(const RunId &id)
{
    return write<Run>("POST", path(u"/runs/%1/retry"_s, id.value()), {}, wire::runFromJson);
}

ApiCall<StoredFile> *ApiClient::uploadFile(const QString &path)
{
    return send<StoredFile>({.verb = "POST",
                             .path = u"/files"_s,
                             .uploadPath = path,
                             .uploadName = QFileInfo(path).fileName(),
                             .patience = Patience::transfer()},
                            wire::fileFromJson);
}

ApiCall<void> *ApiClient::setProviders(const QList<ModelProvider> &providers)
{
    QJsonArray list;
    for (const ModelProvider &provider : providers)
        list.append(wire::toJson(provider));
    return new ApiCall<void>(m_transport,
                             {.verb = "PUT", .path = u"/settings/providers"_s, .body = QJsonDocument(list).toJson(QJsonDocument::Compact)});
}

EventStream *ApiClient::streamChat(const ChatRequest &request, const QByteArray &idempotencyKey, bool heartbeats)
{
    QJsonObject body{{"message"_L1, request.message}};
    if (!request.conversationId.isEmpty())
        body.insert("conversation_id"_L1, request.conversationId.value());
    if (!request.agents.isEmpty())
        body.insert("selected_agents"_L1, QJsonArray::fromStringList(request.agents));
    if (!request.files.isEmpty()) {
        QJsonArray ids;
        for (const FileId &id : request.files)
            ids.append(id.value());
        body.insert("attachment_ids"_L1, ids);
    }
    EventStream::Spec spec;
    spec.request.verb = "POST";
    spec.request.path = u"/chat/message/stream/agentic"_s;
    spec.request.idempotencyKey = idempotencyKey;
    spec.request.body = compact(body);
    spec.idleMs = heartbeats ? 45'000 : 0;
    return new EventStream(m_transport, spec);
}

QString ApiClient::runStreamPath(const RunId &id)
{
    return path(u"/streams/runs/%1"_s, id.value());
}

EventStream *ApiClient::streamRun(const RunId &id, const QByteArray &lastEventId)
{
    EventStream::Spec spec;
    spec.request.path = runStreamPath(id);
    spec.lastEventId = lastEventId;
    return new EventStream(m_transport, spec);
}

} // namespace desk
