#pragma once

#include "domain/chatevent.h"
#include "wire/sseparser.h"

#include <QByteArray>
#include <QStringList>

namespace desk::wire {

// One event of POST /chat/message/stream (contract 4.5) in the vocabulary of all chats. Never fails: what has no counterpart
// (agent_response_start) or is not understood is an UnknownEvent. An agent's result comes as ContentDelta::Replace with that agent's
// whole text; see PlainChatReader.
[[nodiscard]] ChatEvent chatStreamEventFrom(const ServerEvent &event);

// The same for a whole turn. The chunks have lost their line breaks and only an agent's result has its faithful text, so every result
// replaces the chunks of its agent and keeps the text of the agents before it. A value object: one per stream.
class PlainChatReader
{
public:
    [[nodiscard]] ChatEvent read(const ServerEvent &event);

private:
    [[nodiscard]] ContentDelta chunk(ContentDelta delta);

    QStringList m_finished; // the faithful texts, in order
    bool m_isOpen = false;  // chunks have come since the last of them
};

} // namespace desk::wire
