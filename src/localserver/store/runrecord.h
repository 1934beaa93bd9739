#pragma once

#include "domain/run.h"

namespace desk::server {

// A run with what only the server knows.
struct RunRecord {
    Run run;
    qint64 seq = 0;        // order of creation, the cursor of lists
    MessageId userMessage; // of a chat run: the message it answers
    QString instance;      // the server process that works on it
    bool cancelRequested = false;

    [[nodiscard]] bool isChat() const { return !run.conversationId.isEmpty(); }
};

} // namespace desk::server
