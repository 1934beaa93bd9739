#pragma once

#include "domain/chatevent.h"
#include "wire/sseparser.h"

namespace desk::wire {

// One event of POST /dispatcher/route/stream (contract 4.7) in the vocabulary of all chats: the events have no names, their `type` says
// what they are. Never fails: what is not understood is an UnknownEvent. Nothing of this stream is stored, so its TurnCompleted names no
// message. The chunks of the text come without the blanks and line breaks between them; a blank is put back.
[[nodiscard]] ChatEvent dispatchEventFrom(const ServerEvent &event);

} // namespace desk::wire
