#pragma once

#include "domain/chatmessage.h"
#include "domain/chatmodel.h"
#include "domain/result.h"
#include "domain/routerequest.h"

#include <QJsonValue>

namespace desk::wire {

// Contract 3.11: a chat without a stream. `temperature` and `max_tokens` do nothing on the server and are not sent.
[[nodiscard]] QJsonObject toJson(const ChatMessageRequest &request);
[[nodiscard]] Result<ChatReply> chatReplyFromJson(const QJsonValue &value);
[[nodiscard]] Result<ChatHistory> chatHistoryFromJson(const QJsonValue &value);
[[nodiscard]] Result<InsightGeneration> insightGenerationFromJson(const QJsonValue &value);
[[nodiscard]] Result<ChatModel> chatModelFromJson(const QJsonValue &value);

// Contract 3.12: names only, never objects; the decision is nested.
[[nodiscard]] QJsonObject toJson(const RouteRequest &request);
[[nodiscard]] Result<RoutingDecision> routeFromJson(const QJsonValue &value);

} // namespace desk::wire
