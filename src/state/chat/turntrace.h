#pragma once

#include "domain/conversation.h"

#include <QByteArray>
#include <QJsonValue>

namespace desk {

// What a server said in a turn, to be looked into (CH-47): an array of {event, id, data}, oldest first; where no events are kept, what is
// stored of the message. Without what no log may hold either (LOG-01): secrets are replaced by a mark, by the same rules. Hostile.
struct TurnTrace {
    enum class Source { Events, Message };
    Source source = Source::Message;
    QJsonValue json;
    qsizetype events = 0;
    bool isCut = false; // something was too long to be kept, or to be shown in a window: 8 million characters

    // Both may take seconds of a long turn and run in any thread. Pure but for the secrets that were registered.
    [[nodiscard]] static TurnTrace of(const QByteArray &stream); // of TurnJournal::loadTrace()
    [[nodiscard]] static TurnTrace of(const Message &message);
};

} // namespace desk
