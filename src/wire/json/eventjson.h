#pragma once

#include "domain/chatevent.h"
#include "domain/result.h"
#include "wire/json/jsonoutline.h"
#include "wire/sseparser.h"

#include <QJsonValue>

#include <optional>

namespace desk::wire {

// What the data of an event holds, decoded. The stream thread decodes it beside the parser (SSE-24), so that the thread of the windows
// need not; for an event from elsewhere it is decoded now.
[[nodiscard]] Result<QJsonValue> jsonOf(const ServerEvent &event);

// The same for a "content" event of a chat that is as plain as they usually are.
[[nodiscard]] std::optional<ContentDelta> deltaOf(const ServerEvent &event);

// The same for the events of a run that may be long and that few look into: "event" and "output" (contract 4.2).
[[nodiscard]] std::optional<JsonOutline> outlineOf(const ServerEvent &event);

// Decodes it once, for every one of these that follows. The event must not be shared with another thread yet.
void decodeJson(ServerEvent &event);

} // namespace desk::wire
