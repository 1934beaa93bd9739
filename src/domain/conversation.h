#pragma once

#include "domain/answerfacts.h"
#include "domain/chatevent.h"
#include "domain/file.h"
#include "domain/ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

enum class Role { User, Assistant, System, Unknown };

// How the last thing known of a message came about. Only Complete is ever shown as finished.
enum class MessageState {
    Complete,
    Pending, // being sent
    Streaming,
    Stopped,
    Interrupted,
    Failed,
    Waiting, // to be sent: offline, or behind another
    Unknown  // sent, and nothing was heard: the server is being asked whether it has it
};

// A tool call as it is kept with its message: one card in the transcript.
struct ToolCall {
    QString callId; // pairs start and result; made up by the client where the server has none (contract 6.2 #24)
    QString tool;
    QString source; // the agent or tool that reported it
    QString title;  // a human line such as "Searching 2 files"
    QJsonValue input;
    QJsonValue output; // undefined while running
    bool finished = false;
    bool success = true;
    QString error;
    qint64 durationMs = -1;   // as the server tells, or between its two events; -1: unknown
    QDateTime startedAt = {}; // of one under way, by the server's clock; never kept
};

struct Message {
    MessageId id;
    ConversationId conversationId;
    Role role = Role::Unknown;
    QString content; // markdown; hostile
    MessageState state = MessageState::Complete;
    QString agent; // which answered, by name or id, as far as was said; hostile
    RunId runId;
    QList<StoredFile> attachments;
    QList<ToolCall> toolCalls;
    QList<Thought> thoughts;
    QList<Citation> citations;
    AnswerFacts facts;
    std::optional<RoutingDecision> routing;
    std::optional<Plan> plan;
    QList<Prompt> prompts;            // what it asks the person; no server keeps it
    std::optional<Progress> progress; // of a turn under way; never kept
    bool isStopping = false;          // of a turn under way: the person has asked for its end; never kept
    QString errorText;                // for Failed and Interrupted: what happened, for people
    QDateTime createdAt;
    qint64 elapsedMs = -1; // how long the agents worked on it, as they told; -1: they did not
};

struct Conversation {
    ConversationId id;
    QString title;
    int messageCount = -1;         // -1: the server did not say (contract 6.2 #26)
    QString lastMessage;           // preview, up to 100 characters
    RunId activeRun;               // a turn that is still running, where the server tells
    QString source;                // what made it: a program's name
    QString model;                 // "auto", "chat", … or a model's name
    std::optional<bool> isPrivate; // nothing: the server did not say
    AgentId agentId;               // may be a name
    QDateTime createdAt;
    QDateTime updatedAt;
    QJsonObject raw;
};

// A conversation that no server has yet: made by the first message of a new chat, replaced by the server's id as soon as it names one.
[[nodiscard]] ConversationId provisionalConversation();
[[nodiscard]] bool isProvisional(const ConversationId &id);
// What it is called until then, of its first message, as the server would (contract 3.11).
[[nodiscard]] QString provisionalTitle(const QString &firstMessage);

// `fetched` is one conversation by itself, `listed` the same one from a list. The team server leaves half of a single one at its
// defaults (contract 6.2 #26), so what only the list knows is kept.
[[nodiscard]] Conversation mergeDetail(const Conversation &listed, const Conversation &fetched);

} // namespace desk
