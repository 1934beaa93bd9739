#pragma once

#include "domain/chatevent.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

class TranscriptModel;

// What the agent has asked last and nobody has answered (CH-51, CH-52), read off the rows of a conversation: so it is the same after
// another conversation was shown and after a restart (DATA-06). Texts as they came, untrusted.
//
// Or whether another agent should have answered (CH-66, FR-010a): the server was in doubt, took one, and its answer is there. Of answers
// to questions of this computer alone, until the person has settled it.
struct PendingQuestion {
    QString key;             // of the answer that asks; empty: nothing is asked
    QList<Prompt> prompts;   // the reply is an ordinary message
    QStringList agents;      // or: which of these is to answer, by id or name; the choice is the same question once more
    bool isExpired = false;  // the conversation went on without this computer, or the answer failed: it is not waited for any more
    bool isDoubt = false;    // one has answered; agents are those the server names beside it, and none where it names none
    QString answeredBy = {}; // by id or name; empty: the server did not say

    [[nodiscard]] bool isEmpty() const { return key.isEmpty(); }
    bool operator==(const PendingQuestion &) const = default;

    // A message of this computer behind the question answers it, also one that waits to be sent.
    [[nodiscard]] static PendingQuestion of(const TranscriptModel &transcript);
};

} // namespace desk
