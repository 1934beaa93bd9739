#pragma once

#include "domain/chatoptions.h"
#include "domain/conversation.h"
#include "domain/openenum.h"
#include "wire/sseparser.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// Where a question is on its way, and how its answer ended. The first four are open: a restart goes on with them.
enum class TurnState {
    Waiting,     // not sent: offline, or another answer is being written
    Sending,     // given to the network; whether it arrived is not known
    Unknown,     // the connection broke; the server is looked at before anything is sent again (contract 4.6, HTTP-08)
    Streaming,   // the server has it
    Complete,    // answered
    Stopped,     // by the person
    Interrupted, // the answer broke off
    Failed       // refused, or the answer ended in an error
};

[[nodiscard]] constexpr bool isOpen(TurnState state)
{
    return state <= TurnState::Streaming;
}

// What is asked, as it has to be sent again after a restart.
struct TurnRequest {
    QString text;
    QList<StoredFile> files;
    QStringList agents;
    QStringList hidden = {};  // ids of messages that the answer is to be written without, where the server can do that
    ChatOptions options = {}; // without its agents
};

// One question and its answer, as user.db keeps them. Order is seq's and no clock's (DATA-19).
struct TurnRecord {
    QString id;     // made here: also the idempotency key of the question
    qint64 seq = 0; // the journal's; a session counts on from there for those it adds
    ConversationId conversation;
    TurnState state = TurnState::Waiting;
    TurnRequest request;
    MessageId after; // the last message of the conversation when it was asked: its place among what the server has
    RunId run;
    MessageId question; // as the server calls them, once it has said so
    MessageId answerId;
    std::optional<Message> answer;   // of a turn that ended, with everything the server does not keep
    QList<wire::ServerEvent> events; // of one that has not, as they came
    QString error;                   // for people
    QDateTime createdAt;
    bool isOnDisk = false; // the journal has taken it; not itself in the journal
};

} // namespace desk
