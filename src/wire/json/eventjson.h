#pragma once

#include "domain/result.h"
#include "wire/sseparser.h"

#include <QJsonValue>

namespace desk::wire {

// What the data of an event holds, decoded. The stream thread decodes it beside the parser (SSE-24), so that the thread of the windows
// need not; for an event from elsewhere it is decoded now.
[[nodiscard]] Result<QJsonValue> jsonOf(const ServerEvent &event);

// Decodes it once, for every jsonOf() that follows. The event must not be shared with another thread yet.
void decodeJson(ServerEvent &event);

} // namespace desk::wire
