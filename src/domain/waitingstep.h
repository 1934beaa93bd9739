#pragma once

#include "domain/chatevent.h"

#include <QString>

namespace desk {

// A step of an execution that goes on only after a person's answer (WF-25, D-66): what they are asked, and what becomes of it without them.
// Everything in it is the server's word, untrusted.
struct WaitingStep {
    QString stepId;      // of the definition
    bool isTool = false; // a call of a tool waits for its approval (APPR-01); else it is a step of the kind "human"
    QString onTimeout;   // "continue", "fail", "skip", …; empty: the server does not say
    // Its options' ids are what ExecutionsApi::approve sends. The hash, the deadline and of a tool the call are there where the server
    // tells them.
    Prompt prompt;

    bool operator==(const WaitingStep &) const = default;
};

} // namespace desk
