#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/routes/titles.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"
#include "wire/json/chatjson.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxTitleChars = 255;

Response noConversation()
{
    return notFound(LocalServer::tr("There is no such conversation."));
}

QJsonObject conversationJson(const Services &services, Conversation conversation)
{
    conversation.activeRun = services.store.runs.activeIn(conversation.id);
    QJsonObject json = wire::toJson(conversation);
    json.insert("user_id"_L1, u"local"_s);
    if (conversation.activeRun.isEmpty())
        json.insert("active_run_id"_L1, QJsonValue::Null);
    return json;
}

QJsonArray messagesJson(const QList<QJsonObject> &messages)
{
    QJsonArray out;
    for (const QJsonObject &message : messages)
        out.append(message);
    return out;
}

Response listConversations(const Services &services, const Request &request)
{
    ConversationTable::Filter filter;
    filter.byUpdate = request.argument("order_by"_L1) == "updated_at"_L1;
    const QString order = request.argument("order"_L1);
    if (!order.isEmpty() && order != "asc"_L1 && order != "desc"_L1)
        return invalid(LocalServer::tr("\"order\" is either \"asc\" or \"desc\"."));
    filter.descending = order != "asc"_L1;
    filter.agentId = request.argument("agent_id"_L1);
    filter.source = request.argument("source"_L1);
    filter.limit = request.intArgument("limit"_L1, 50, 1, 100);
    filter.offset = request.intArgument("offset"_L1, 0, 0, 1'000'000);
    QJsonArray list;
    const QList<Conversation> found = services.store.conversations.list(filter);
    for (const Conversation &conversation : found)
        list.append(conversationJson(services, conversation));
    const int total = services.store.conversations.count(filter);
    return Response::json(
        QJsonObject{{"conversations"_L1, list}, {"total"_L1, total}, {"limit"_L1, filter.limit}, {"offset"_L1, filter.offset}});
}

// Lays the members a client may set over what is kept.
QJsonObject patched(QJsonObject raw, const QJsonObject &body)
{
    for (const auto key : {"source"_L1, "model"_L1, "is_private"_L1, "agent_id"_L1}) {
        const QJsonValue value = body.value(key);
        if (!value.isUndefined() && !value.isNull())
            raw.insert(key, value);
    }
    return raw;
}

Response createConversation(const Services &services, const Request &request)
{
    const QString title = request.object().value("title"_L1).toString().simplified();
    if (title.size() > maxTitleChars)
        return invalid(LocalServer::tr("A title has at most %n characters.", nullptr, static_cast<int>(maxTitleChars)));
    Conversation conversation;
    conversation.id = ConversationId(newId());
    conversation.title = title.isEmpty() ? defaultTitle() : title;
    conversation.raw = patched({{"is_private"_L1, false}}, request.object());
    conversation.createdAt = now();
    conversation.updatedAt = conversation.createdAt;
    conversation.messageCount = 0;
    services.store.conversations.insert(conversation);
    return Response::json(conversationJson(services, conversation), 201);
}

Response oneConversation(Services &services, const Request &request)
{
    services.runs.reap(); // active_run_id must not name a run that nobody works on
    const auto conversation = services.store.conversations.find(ConversationId(request.param("id"_L1)));
    if (!conversation)
        return noConversation();
    QJsonObject json = conversationJson(services, *conversation);
    if (request.argument("include_messages"_L1) != "false"_L1) {
        const int limit = request.intArgument("message_limit"_L1, 100, 1, 500);
        const int offset = request.intArgument("message_offset"_L1, 0, 0, 10'000'000);
        json.insert("messages"_L1, messagesJson(services.store.messages.list(conversation->id, limit, offset, true)));
    }
    return Response::json(json);
}

Response patchConversation(const Services &services, const Request &request)
{
    auto conversation = services.store.conversations.find(ConversationId(request.param("id"_L1)));
    if (!conversation)
        return noConversation();
    const QJsonValue title = request.object().value("title"_L1);
    if (title.isString()) {
        const QString text = title.toString().simplified();
        if (text.isEmpty() || text.size() > maxTitleChars)
            return invalid(LocalServer::tr("A title has between 1 and %n characters.", nullptr, static_cast<int>(maxTitleChars)));
        conversation->title = text;
    }
    conversation->raw = patched(conversation->raw, request.object());
    services.store.conversations.update(*conversation);
    return Response::json(conversationJson(services, services.store.conversations.find(conversation->id).value_or(*conversation)));
}

Response deleteConversation(Services &services, const Request &request)
{
    const ConversationId id(request.param("id"_L1));
    const RunId active = services.store.runs.activeIn(id);
    if (!active.isEmpty())
        (void)services.runs.cancel(active); // its row goes with the conversation; it notices
    Transaction transaction(services.store.database());
    const QList<FileId> files = services.store.files.onlyIn(id);
    for (const FileId &file : files)
        services.store.files.remove(file);
    if (!services.store.conversations.remove(id))
        return noConversation();
    if (!transaction.commit())
        return Response::noContent(); // replaced by the store's problem
    for (const FileId &file : files)
        QFile::remove(services.store.folder().file(file.value()));
    return Response::noContent();
}

Response listMessages(const Services &services, const Request &request)
{
    const ConversationId id(request.param("id"_L1));
    if (!services.store.conversations.find(id))
        return noConversation();
    const int limit = request.intArgument("limit"_L1, 100, 1, 500);
    const int offset = request.intArgument("offset"_L1, 0, 0, 10'000'000);
    const QJsonArray messages = messagesJson(services.store.messages.list(id, limit, offset, request.argument("order"_L1) != "desc"_L1));
    return Response::json(QJsonObject{
        {"messages"_L1, messages}, {"total"_L1, services.store.messages.count(id)}, {"limit"_L1, limit}, {"offset"_L1, offset}});
}

// What a client adds by itself; no answer follows (contract 3.10).
Response postMessage(const Services &services, const Request &request)
{
    const ConversationId id(request.param("id"_L1));
    if (!services.store.conversations.find(id))
        return noConversation();
    QJsonObject json = request.object();
    if (!json.contains("metadata"_L1) && json.contains("metadata_json"_L1))
        json.insert("metadata"_L1, json.take("metadata_json"_L1));
    json.insert("id"_L1, newId());
    json.insert("conversation_id"_L1, id.value());
    Result<Message> message = wire::messageFromJson(json);
    if (!message || message->role == Role::Unknown || message->content.isEmpty())
        return invalid(LocalServer::tr("A message needs a \"role\" (user, assistant or system) and \"content\"."));
    message->createdAt = now();
    const QJsonArray ids = json.value("attachment_ids"_L1).toArray();
    message->attachments.clear();
    for (const QJsonValue &file : ids) {
        if (const auto stored = services.store.files.find(FileId(file.toString())))
            message->attachments.append(*stored);
    }
    QJsonObject kept = wire::toJson(*message);
    for (const auto key : {"metadata"_L1, "routing_decision"_L1, "tool_calls"_L1, "attachments"_L1}) {
        if (json.contains(key))
            kept.insert(key, json.value(key));
    }
    services.store.messages.insert(*message, kept);
    services.store.conversations.touch(id);
    return Response::json(kept, 201);
}

Response oneMessage(const Services &services, const Request &request)
{
    const auto json = services.store.messages.find(MessageId(request.param("id"_L1)));
    return json ? Response::json(*json) : notFound(LocalServer::tr("There is no such message."));
}

// Its files go with it when nothing else has them.
Response deleteMessage(Services &services, const Request &request)
{
    const ConversationId id(request.param("id"_L1));
    const MessageId message(request.param("message"_L1));
    services.runs.reap();
    const auto active = services.store.runs.find(services.store.runs.activeIn(id));
    if (active && active->userMessage == message)
        return conflict(LocalServer::tr("An answer to this message is still being written. Wait for it or stop it first."));
    Transaction transaction(services.store.database());
    const QList<FileId> files = services.store.files.onlyAt(message);
    if (!services.store.messages.remove(id, message))
        return notFound(LocalServer::tr("There is no such message."));
    for (const FileId &file : files)
        services.store.files.remove(file);
    services.store.conversations.touch(id);
    if (!transaction.commit())
        return Response::noContent(); // replaced by the store's problem
    for (const FileId &file : files)
        QFile::remove(services.store.folder().file(file.value()));
    return Response::json(QJsonObject{{"success"_L1, true}, {"message_id"_L1, message.value()}});
}

} // namespace

void addConversationRoutes(Router &router, Services &services)
{
    router.add("GET", "/conversations"_L1, [&services](const Request &request) { return listConversations(services, request); });
    router.add("POST", "/conversations"_L1, [&services](const Request &request) { return createConversation(services, request); });
    router.add("GET", "/conversations/{id}"_L1, [&services](const Request &request) { return oneConversation(services, request); });
    router.add("PATCH", "/conversations/{id}"_L1, [&services](const Request &request) { return patchConversation(services, request); });
    router.add("DELETE", "/conversations/{id}"_L1, [&services](const Request &request) { return deleteConversation(services, request); });
    router.add("GET", "/conversations/{id}/messages"_L1, [&services](const Request &request) { return listMessages(services, request); });
    router.add("POST", "/conversations/{id}/messages"_L1, [&services](const Request &request) { return postMessage(services, request); });
    router.add("DELETE", "/chat/{id}/messages/{message}"_L1,
               [&services](const Request &request) { return deleteMessage(services, request); });
    router.add("GET", "/messages/{id}"_L1, [&services](const Request &request) { return oneMessage(services, request); });
}

} // namespace desk::server
