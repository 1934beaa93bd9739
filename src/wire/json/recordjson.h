#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <QJsonObject>

namespace desk::wire {

// How this program itself keeps messages and conversations, in its database and in files; nothing here goes to a server (that is
// chatjson.h). Nothing is lost: what recordFrom() wrote, and JSON kept, reads back equal, down to an undefined output of a tool beside
// a null one, and times to the millisecond in UTC. Unset members are left out.
//
// Reading is tolerant, because a newer version may have written it and people edit files: unknown keys are ignored, an unknown role is
// Role::Unknown, list entries that are no objects are left out, and a state that is missing or unknown counts as Interrupted, because
// only what is known to be complete may be shown so. It fails with Kind::Storage only without "role" and "content", or "id" of a
// conversation.
[[nodiscard]] QJsonObject recordFrom(const Message &message);
[[nodiscard]] Result<Message> messageFromRecord(const QJsonObject &record);

[[nodiscard]] QJsonObject recordFrom(const Conversation &conversation);
[[nodiscard]] Result<Conversation> conversationFromRecord(const QJsonObject &record);

} // namespace desk::wire
