#pragma once

#include "state/models/transcriptmodel.h"
#include "state/store/turnrecord.h"

namespace desk {

// A conversation as it is shown: what the server has, oldest first, and the turns of this computer's journal, in their order.
//  - A message the server has is the server's, with what the journal knows beside it: tools, thoughts, sources, which the team server
//    does not store (CH-56).
//  - A text the server has not (cut, stopped, refused), or has lost ("No response generated.", contract 4.6), is ours: the local text wins.
//  - What the server does not have stands behind the message it was asked after; where that is gone, between the turns that were asked
//    before and after it (DATA-19). What waits stands at the end. With hasOlder, pages before these are not loaded: a turn that belongs
//    there is left out until they are.
// Keys: "m:<message>" of the server's, "q:<turn>" and "a:<turn>" of ours, also once the server has them too.
[[nodiscard]] QList<TranscriptModel::Entry> mergeTranscript(const QList<Message> &server, const QList<TurnRecord> &turns,
                                                            bool hasOlder = false);

[[nodiscard]] QString questionKeyOf(const TurnRecord &turn);
[[nodiscard]] QString answerKeyOf(const TurnRecord &turn);
// The question as a message, in the state its turn gives it.
[[nodiscard]] Message questionOf(const TurnRecord &turn);

} // namespace desk
