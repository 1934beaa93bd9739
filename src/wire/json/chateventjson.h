#pragma once

#include "domain/chatevent.h"
#include "wire/sseparser.h"

namespace desk::wire {

// One event of POST /chat/message/stream/agentic or of a chat run's GET /streams/runs/{id} (contract 4.6).
// Never fails: what is not understood, bad JSON included, is an UnknownEvent.
[[nodiscard]] ChatEvent chatEventFrom(const ServerEvent &event);

// The inverse, for the local server; the id is left to the caller. Written in the contract's shapes, so that
// chatEventFrom(toServerEvent(e)) equals e for every event the local server sends.
[[nodiscard]] ServerEvent toServerEvent(const ChatEvent &event);

} // namespace desk::wire
