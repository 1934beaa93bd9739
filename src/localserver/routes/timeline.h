#pragma once

#include "domain/chatevent.h"
#include "domain/run.h"

#include <optional>

namespace desk::server {

// The coarse line that GET /runs/{id} shows for an event: created, routing, tool_start, tool_result, completed, failed.
// Answer text and reasoning have none.
[[nodiscard]] std::optional<RunEvent> timelineEntry(const ChatEvent &event);

} // namespace desk::server
