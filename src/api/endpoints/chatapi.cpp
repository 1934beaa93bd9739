#include "api/endpoints/chatapi.h"

#include "wire/json/chatmessagejson.h"
#include "wire/json/conversationjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<ChatReply> *ChatApi::send(const ChatMessageRequest &request)
{
    return Chapter::send<ChatReply>({.verb = "POST",
                                     .path = u"/chat/message"_s,
                                     .body = compact(wire::toJson(request)),
                                     .patience = Patience::blocking(),
                                     .mayRepeat = false},
                                    wire::chatReplyFromJson);
}

ApiCall<ChatHistory> *ChatApi::history(const ConversationId &id, qsizetype limit)
{
    return get<ChatHistory>(path(u"/chat/%1/history"_s, id.value()), wire::chatHistoryFromJson, Query().number("limit"_L1, limit));
}

ApiCall<InsightGeneration> *ChatApi::generateInsights(const ConversationId &id)
{
    return Chapter::send<InsightGeneration>({.verb = "POST",
                                             .path = path(u"/chat/%1/generate-insights"_s, id.value()),
                                             .body = compact({}),
                                             .patience = Patience::blocking(),
                                             .mayRepeat = false},
                                            wire::insightGenerationFromJson);
}

ApiCall<QList<ChatModel>> *ChatApi::models()
{
    return get<QList<ChatModel>>(u"/chat/models"_s, [](const QJsonValue &value) {
        return wire::listFromJson<ChatModel>(value.toObject().value("models"_L1), wire::chatModelFromJson);
    });
}

ApiCall<ChatAttachment> *ChatApi::addAttachment(const ChatAttachment &attachment)
{
    return write<ChatAttachment>("POST", u"/chat-attachments"_s, wire::chatAttachmentCreateJson(attachment), wire::chatAttachmentFromJson);
}

ApiCall<ChatAttachment> *ChatApi::attachment(const AttachmentId &id)
{
    return get<ChatAttachment>(path(u"/chat-attachments/%1"_s, id.value()), wire::chatAttachmentFromJson);
}

ApiCall<void> *ChatApi::removeAttachment(const AttachmentId &id)
{
    return remove(path(u"/chat-attachments/%1"_s, id.value()));
}

ApiCall<ChatSettings> *ChatApi::settings()
{
    return get<ChatSettings>(u"/users/me/chat-settings"_s, wire::chatSettingsFromJson);
}

ApiCall<ChatSettings> *ChatApi::setSettings(const ChatSettings &settings)
{
    return Chapter::send<ChatSettings>(
        {.verb = "PUT", .path = u"/users/me/chat-settings"_s, .body = compact(wire::toJson(settings)), .ifMatch = settings.etag},
        wire::chatSettingsFromJson);
}

} // namespace desk
