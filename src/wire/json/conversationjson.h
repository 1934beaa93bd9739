#pragma once

#include "domain/chatattachment.h"
#include "domain/chatsettings.h"
#include "domain/conversation.h"
#include "domain/result.h"
#include "domain/share.h"

#include <QJsonValue>

namespace desk::wire {

// Bodies and small objects around conversations (contract 3.10); the conversation and the message themselves are in chatjson.h.

[[nodiscard]] QJsonObject conversationCreateJson(const Conversation &conversation);
// Body of PATCH /conversations/{id}: title, is_private and model, each only if it changed. The server takes null for unchanged, so a
// model can be replaced but not cleared.
[[nodiscard]] QJsonObject conversationChanges(const Conversation &before, const Conversation &after);
// Body of POST /conversations/{id}/messages. The attachments are named by their ids.
[[nodiscard]] QJsonObject messageCreateJson(const Message &message);

[[nodiscard]] Result<Share> shareFromJson(const QJsonValue &value);

[[nodiscard]] Result<ChatAttachment> chatAttachmentFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject chatAttachmentCreateJson(const ChatAttachment &attachment);

[[nodiscard]] Result<ChatSettings> chatSettingsFromJson(const QJsonValue &value);
// Body of PUT /users/me/chat-settings (contract 6.2 #27): always all five members, null where one stays as it is; members this client
// does not know go back as they came, because the server would reset them.
[[nodiscard]] QJsonObject toJson(const ChatSettings &settings);

} // namespace desk::wire
