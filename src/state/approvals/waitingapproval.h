#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/waitingstep.h"

#include <QDateTime>
#include <QPointer>
#include <QString>

namespace desk {

class ToolApproval;

// One thing that waits for the person, wherever it is: a step of an execution, or a call of a tool in a conversation. Texts are the
// servers' and untrusted.
struct WaitingApproval {
    enum class State {
        Asked,     // waits for the person
        Answering, // their answer, or their stop, is on its way
        Failed,    // it did not arrive, or nobody knows: error says why, and it can be answered again
        Expired    // its deadline has passed: the server decides
    };

    QString key; // what is asked, exactly: of another question, or the same with another hash, it is another one
    QString profileId;
    QString profileName;
    WorkflowId workflow;
    QString workflowName; // empty: it is gone
    ExecutionId execution;
    WaitingStep step;
    QDateTime since;        // UTC; invalid: nobody says
    bool isTold = false;    // the server says what it asks; else it was read out of the definition, which may have changed since
    bool resumes = false;   // the server goes on after an answer; else it forgets it, and the execution can only be stopped
    bool mayApprove = true; // of a tool: false when it is another one by now; it can be refused
    State state = State::Asked;
    Error error = {};

    // Of a conversation instead: what is asked and how it stands is the call's to say, and the answer goes there.
    QPointer<ToolApproval> call = {};
    ConversationId conversation = {};
    QString title = {}; // of the conversation

    [[nodiscard]] bool isChat() const { return !conversation.isEmpty(); }
    [[nodiscard]] bool isOpen() const { return state != State::Expired; } // still to be answered
};

} // namespace desk
