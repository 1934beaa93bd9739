#pragma once

#include "localserver/engine/turn.h"
#include "localserver/store/store.h"

namespace desk::server {

// What the log of a chat run says about its answer so far. Used when the process that wrote it is gone.
struct Transcript {
    QString text;
    QList<Thought> thoughts;
    QList<ToolCall> toolCalls;
    std::optional<RoutingDecision> routing;
};

[[nodiscard]] Transcript transcriptOf(const EventTable &events, const RunId &id);
// Tool calls that ended well, for the run that retries this one: toolCallKey() → output.
[[nodiscard]] QHash<QString, QJsonValue> finishedToolCalls(const EventTable &events, const RunId &id);

} // namespace desk::server
