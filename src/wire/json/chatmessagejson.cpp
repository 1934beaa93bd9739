#include "wire/json/chatmessagejson.h"

#include "wire/json/chatjson.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QJsonArray attachmentsOf(const RouteRequest &request)
{
    QJsonArray out;
    for (const ChatAttachment &attachment : request.attachments)
        out.append(QJsonObject{{u"name"_s, attachment.filename}, {u"type"_s, attachment.mimeType}, {u"url"_s, attachment.fileUrl}});
    return out;
}

} // namespace

QJsonObject toJson(const ChatMessageRequest &request)
{
    Overlay out({});
    out.string("message"_L1, request.message);
    out.id("conversation_id"_L1, request.conversationId.value());
    out.id("model"_L1, request.model);
    QJsonArray attachments;
    for (const AttachmentId &id : request.attachments)
        attachments.append(id.value());
    if (!attachments.isEmpty())
        out.value("attachment_ids"_L1, attachments);
    out.boolean("enable_web_search"_L1, request.searchesWeb);
    out.boolean("enable_doc_search"_L1, request.searchesDocuments);
    if (!request.agents.isEmpty())
        out.value("selected_agents"_L1, QJsonArray::fromStringList(request.agents));
    if (!request.metadata.isEmpty())
        out.value("metadata"_L1, request.metadata);
    return out.json();
}

Result<ChatReply> chatReplyFromJson(const QJsonValue &value)
{
    Reader reader(value, u"reply"_s);
    ChatReply reply;
    reply.messageId = MessageId(reader.requiredId("message_id"_L1));
    reply.conversationId = ConversationId(reader.requiredId("conversation_id"_L1));
    reply.content = reader.string("content"_L1);
    reply.model = reader.string("model"_L1);
    if (const QJsonObject routing = reader.object("routing_decision"_L1); !routing.isEmpty())
        reply.routing = routingFromJson(routing);
    const QJsonArray calls = reader.array("tool_calls"_L1);
    for (const QJsonValue call : calls) {
        if (call.isObject())
            reply.toolCalls.append(toolCallFromJson(call.toObject()));
    }
    reply.runId = RunId(reader.string("run_id"_L1));
    if (reader.failed())
        return Unexpected{reader.error()};
    return reply;
}

Result<ChatHistory> chatHistoryFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    ChatHistory history;
    history.conversationId = ConversationId(reader.string("conversation_id"_L1));
    history.title = reader.string("title"_L1);
    Result<QList<Message>> messages = listFromJson<Message>(reader.value("messages"_L1), messageFromJson);
    if (!messages)
        return Unexpected{messages.error()};
    history.messages = *std::move(messages);
    for (Message &message : history.messages) {
        if (message.conversationId.isEmpty())
            message.conversationId = history.conversationId;
    }
    history.total = std::max<qsizetype>(history.messages.size(), reader.integer("total_messages"_L1));
    return history;
}

Result<InsightGeneration> insightGenerationFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"insights"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    return InsightGeneration{ConversationId(reader.string("conversation_id"_L1)), reader.integer("insights_generated"_L1),
                             reader.integer("existing_insights"_L1), reader.integer("total_insights"_L1), reader.string("message"_L1)};
}

Result<ChatModel> chatModelFromJson(const QJsonValue &value)
{
    Reader reader(value, u"model"_s);
    ChatModel model;
    model.id = reader.requiredId("id"_L1);
    model.name = reader.string("name"_L1).isEmpty() ? model.id : reader.string("name"_L1);
    model.description = reader.string("description"_L1);
    model.supportsVision = reader.boolean("supports_vision"_L1);
    model.supportsTools = reader.boolean("supports_tools"_L1);
    model.supportsReasoning = reader.boolean("supports_reasoning"_L1);
    model.maxTokens = std::max(0, reader.integer("max_tokens"_L1));
    model.cost = OpenEnum<CostTier>::fromWire(reader.string("cost_tier"_L1));
    model.speed = OpenEnum<SpeedTier>::fromWire(reader.string("speed_tier"_L1));
    if (reader.failed())
        return Unexpected{reader.error()};
    return model;
}

QJsonObject toJson(const RouteRequest &request)
{
    QJsonObject out{{u"query"_s, request.query},
                    {u"available_tools"_s, QJsonArray::fromStringList(request.tools)},
                    {u"available_agents"_s, QJsonArray::fromStringList(request.agents)},
                    {u"attachments"_s, attachmentsOf(request)}};
    if (request.enabled)
        out.insert("user_settings"_L1, QJsonObject{{u"enabled_tools"_s, QJsonArray::fromStringList(request.enabled->tools)},
                                                   {u"enabled_agents"_s, QJsonArray::fromStringList(request.enabled->agents)}});
    return out;
}

Result<RoutingDecision> routeFromJson(const QJsonValue &value)
{
    const Reader decision(value.toObject().value("routing_decision"_L1), u"routing_decision"_s);
    if (decision.failed())
        return Unexpected{decision.error()};
    return routingFromJson(decision.json());
}

} // namespace desk::wire
