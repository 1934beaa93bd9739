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
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QUrlQuery page(int offset, int limit)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(limit));
    query.addQueryItem(u"offset"_s, QString::number(offset));
    return query;
}

template <typename T>
auto listDecoder(Result<T> (*decode)(const QJsonValue &))
{
    return [decode](const QJsonValue &value) { return wire::listFromJson<T>(value.toArray(), decode); };
}

QByteArray newKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

ApiClient::ApiClient(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

void ApiClient::setBaseUrl(const QUrl &url)
{
    m_transport.setBaseUrl(url);
}

ApiCallBase::Spec ApiClient::spec(const QByteArray &verb, const QString &path, const QUrlQuery &query, const QByteArray &body) const
{
    ApiCallBase::Spec spec;
    spec.verb = verb;
    spec.request = m_transport.request(path, query);
    spec.body = body;
    spec.request.setRawHeader("Accept", "application/json");
    if (!body.isEmpty())
        spec.request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (verb == "POST" || verb == "PATCH")
        spec.request.setRawHeader("Idempotency-Key", newKey());
    return spec;
}

template <typename T>
ApiCall<T> *ApiClient::call(const QByteArray &verb, const QString &path, const QUrlQuery &query, const QByteArray &body,
                            typename ApiCall<T>::Decoder decoder)
{
    return new ApiCall<T>(m_transport, spec(verb, path, query, body), std::move(decoder), this);
}

ApiCall<void> *ApiClient::callVoid(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    return new ApiCall<void>(m_transport, spec(verb, path, {}, body), this);
}

ApiCall<Capabilities> *ApiClient::capabilities()
{
    return call<Capabilities>("GET", u"/capabilities"_s, {}, {}, wire::capabilitiesFromJson);
}

ApiCall<QString> *ApiClient::healthNonce()
{
    return call<QString>("GET", u"/health"_s, {}, {},
                         [](const QJsonValue &value) -> Result<QString> { return value.toObject().value("nonce"_L1).toString(); });
}

ApiCall<QList<Agent>> *ApiClient::listAgents()
{
    return call<QList<Agent>>("GET", u"/agents"_s, {}, {}, listDecoder<Agent>(wire::agentFromJson));
}

ApiCall<QList<Workflow>> *ApiClient::listWorkflows()
{
    return call<QList<Workflow>>("GET", u"/agents/workflows"_s, {}, {}, listDecoder<Workflow>(wire::workflowFromJson));
}

ApiCall<ConversationPage> *ApiClient::listConversations(int offset, int limit)
{
    QUrlQuery query = page(offset, limit);
    query.addQueryItem(u"order_by"_s, u"updated_at"_s); // the default is the creation date (contract 3.10)
    return call<ConversationPage>("GET", u"/conversations"_s, query, {}, [](const QJsonValue &value) -> Result<ConversationPage> {
        const wire::Reader reader(value);
        auto list = wire::listFromJson<Conversation>(reader.array("conversations"_L1), wire::conversationFromJson);
        if (!list)
            return Unexpected{list.error()};
        return ConversationPage{*std::move(list), reader.integer("total"_L1)};
    });
}

ApiCall<Conversation> *ApiClient::getConversation(const ConversationId &id)
{
    QUrlQuery query;
    query.addQueryItem(u"include_messages"_s, u"false"_s);
    return call<Conversation>("GET", u"/conversations/"_s + encoded(id.value()), query, {}, wire::conversationFromJson);
}

ApiCall<Conversation> *ApiClient::renameConversation(const ConversationId &id, const QString &title)
{
    return call<Conversation>("PATCH", u"/conversations/"_s + encoded(id.value()), {}, compact({{"title"_L1, title}}),
                              wire::conversationFromJson);
}

ApiCall<void> *ApiClient::deleteConversation(const ConversationId &id)
{
    return callVoid("DELETE", u"/conversations/"_s + encoded(id.value()));
}

ApiCall<MessagePage> *ApiClient::listMessages(const ConversationId &id, int offset, int limit)
{
    QUrlQuery query = page(offset, limit);
    query.addQueryItem(u"order"_s, u"desc"_s);
    return call<MessagePage>("GET", u"/conversations/%1/messages"_s.arg(encoded(id.value())), query, {},
                             [](const QJsonValue &value) -> Result<MessagePage> {
                                 const wire::Reader reader(value);
                                 auto list = wire::listFromJson<Message>(reader.array("messages"_L1), wire::messageFromJson);
                                 if (!list)
                                     return Unexpected{list.error()};
                                 std::reverse(list->begin(), list->end());
                                 return MessagePage{*std::move(list), reader.integer("total"_L1)};
                             });
}

ApiCall<QList<Run>> *ApiClient::listRuns(int offset, int limit)
{
    return call<QList<Run>>("GET", u"/runs"_s, page(offset, limit), {}, listDecoder<Run>(wire::runFromJson));
}

ApiCall<Run> *ApiClient::getRun(const RunId &id)
{
    return call<Run>("GET", u"/runs/"_s + encoded(id.value()), {}, {}, wire::runFromJson);
}

ApiCall<void> *ApiClient::cancelRun(const RunId &id)
{
    return callVoid("POST", u"/runs/%1/cancel"_s.arg(encoded(id.value())), "{}");
}

ApiCall<Run> *ApiClient::retryRun(const RunId &id)
{
    return call<Run>("POST", u"/runs/%1/retry"_s.arg(encoded(id.value())), {}, "{}", wire::runFromJson);
}

ApiCall<StoredFile> *ApiClient::uploadFile(const QString &path)
{
    ApiCallBase::Spec upload = spec("POST", u"/files"_s, {}, {});
    upload.uploadPath = path;
    upload.uploadName = QFileInfo(path).fileName();
    upload.totalTimeoutMs = 0;
    return new ApiCall<StoredFile>(m_transport, std::move(upload), wire::fileFromJson, this);
}

ApiCall<void> *ApiClient::setProviders(const QList<ModelProvider> &providers)
{
    QJsonArray list;
    for (const ModelProvider &provider : providers)
        list.append(wire::toJson(provider));
    return callVoid("PUT", u"/settings/providers"_s, QJsonDocument(list).toJson(QJsonDocument::Compact));
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
    spec.verb = "POST";
    spec.request = m_transport.request(u"/chat/message/stream/agentic"_s);
    spec.request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    spec.request.setRawHeader("Idempotency-Key", idempotencyKey);
    spec.body = compact(body);
    spec.idleTimeoutMs = heartbeats ? 45'000 : 0;
    return new EventStream(m_transport, std::move(spec), this);
}

EventStream *ApiClient::streamRun(const RunId &id, const QByteArray &lastEventId)
{
    EventStream::Spec spec;
    spec.request = m_transport.request(u"/streams/runs/"_s + encoded(id.value()));
    if (!lastEventId.isEmpty())
        spec.request.setRawHeader("Last-Event-ID", lastEventId);
    return new EventStream(m_transport, std::move(spec), this);
}

} // namespace desk
