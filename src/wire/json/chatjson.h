#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

// Reads both servers. last_message is {role, content, created_at} or a string. active_run_id is the local server's: the id of a
// turn that is still running, or null. toJson lays the typed fields over `raw`.
[[nodiscard]] Result<Conversation> conversationFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Conversation &conversation);

// metadata.status ("interrupted", "cancelled", "failed") and metadata.error give the state; metadata.citations the sources;
// tool_calls [{call_id, tool, source, title, input, output, finished, success, error, duration_ms}]; routing_decision with "thoughts" and
// "plan". metadata.status may also be "pending" or "streaming"; anything else, or none, is Complete. The team server's `attachments` (name,
// url) are used where there are no chat_attachments; those have no file id. Entries that make no sense are left out.
[[nodiscard]] Result<Message> messageFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Message &message);

[[nodiscard]] QJsonObject toJson(const ToolCall &call);
[[nodiscard]] ToolCall toolCallFromJson(const QJsonObject &object);
// A StreamEvent of type "thought": {type, source, message, data: {phase, partial} or null}.
[[nodiscard]] QJsonObject toJson(const Thought &thought);
[[nodiscard]] Thought thoughtFromJson(const QJsonObject &object);
// {summary, steps: [{id, tool, objective, run_mode}], parallel_groups: [[id]]}; "reported": [id] is ours. Steps beyond 200 are left out.
[[nodiscard]] QJsonObject toJson(const Plan &plan);
[[nodiscard]] Plan planFromJson(const QJsonObject &object);
// {selected_agents, selected_tools, confidence, reasoning, alternatives, requires_disambiguation}; confidence is clamped to 0 … 1.
[[nodiscard]] QJsonObject toJson(const RoutingDecision &routing);
[[nodiscard]] RoutingDecision routingFromJson(const QJsonObject &object);

} // namespace desk::wire
