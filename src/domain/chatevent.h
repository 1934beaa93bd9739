#pragma once

#include "domain/answerfacts.h"
#include "domain/file.h"
#include "domain/ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace desk {

// The vocabulary of one chat turn (contract 4.6 plus the local server's run_created and routing_decision).
// One decoder in wire makes these from server-sent events; both servers and every view speak only these.

struct RunCreated {
    RunId runId;
    ConversationId conversationId;
    MessageId messageId; // of the stored user message
};

struct ConversationCreated {
    ConversationId id;
    QString title;
};

struct TitleChanged {
    ConversationId id;
    QString title;
};

struct Thought {
    QString source;
    QString text;
    QString phase;         // "intent_routing", "model_reasoning", … or empty
    bool partial = false;  // repeats the accumulated text: replaces the previous partial of the same source
    double confidence = 0; // 0 … 1, of "intent_routing": how sure the server is; 0: it did not say
    QString agent{};       // which agent was taken, by name or id; empty: it tells of something else
    QString model{};       // of "model_upgrade": the stronger one that goes on; empty: it did not say
};

struct RoutingDecision {
    QStringList agents;
    QStringList tools;
    double confidence = 0; // 0 … 1
    QString reasoning;
    QStringList alternatives;
    bool needsDisambiguation = false;
    bool isTaken = false; // that was read off thoughts: the server took an agent in spite of its doubt, and it answers

    bool operator==(const RoutingDecision &) const = default;
};

struct PlanStep {
    QString id;
    QString tool;
    QString objective;
    int group = -1;        // steps of the same group run at the same time; -1: by itself
    bool reported = false; // a progress said that it is done
};

struct Plan {
    QString summary;
    QList<PlanStep> steps;
};

struct Progress {
    int completed = 0;
    int total = 0;
    QString text;
    QString stepId = {};
};

// A side note while the answer forms. An address of a recording that comes with it is not kept: nothing fetches it.
struct Interim {
    QString source;
    QString text;
    bool isFollowUp = false; // a question about the person, beside the answer (IN-09)
};

// Side notes and warnings are kept among a message's thoughts, under these phases, and shown apart from them.
inline constexpr QLatin1StringView interimPhase("interim");
inline constexpr QLatin1StringView warningPhase("warning");
inline constexpr QLatin1StringView reasoningPhase("model_reasoning"); // what a model thinks, as a server tells it
inline constexpr QLatin1StringView upgradePhase("model_upgrade");     // a stronger model goes on

struct ToolStarted {
    QString callId; // empty on the team server
    QString tool;
    QString source;
    QString title;
    QJsonValue input;
    QDateTime at = {}; // the server's clock; invalid: it did not say
};

struct ToolFinished {
    QString callId; // empty on the team server: pair with the oldest open call of the same source
    QString tool;
    QString source;
    QString title;
    QJsonValue output;
    bool success = true;
    QString error;
    qint64 durationMs = -1; // -1: the server did not say
    QDateTime at = {};
};

struct ContentDelta {
    enum class Kind {
        Append,  // token delta
        Ack,     // quick first reply: shown until other content arrives
        Interim, // transient preview
        Clarify, // appended as a paragraph
        Replace, // the whole text at once
        End      // end marker, no text
    };
    Kind kind = Kind::Append;
    QString source;
    QString text;
};

// What the agent asks. With an argumentsHash it is the approval of one call of a tool (APPR-01): the run waits, the reply is
// RunsApi::answer and never a message, and text is no part of the answer. Everything in it is the server's word, untrusted.
struct Prompt {
    enum class Type { Confirm, Choice, Open };
    Type type = Type::Open;
    QString source;
    QString text;
    QStringList options;
    QString defaultOption;
    // Only of an approval.
    QStringList optionIds = {}; // of options, in their order; what RunsApi::answer sends
    QString argumentsHash = {}; // SHA-256, hex: what is approved, and nothing else (APPR-02)
    QString toolName = {};
    QString program = {}; // that would be started
    QStringList programArguments = {};
    QStringList environment = {}; // names of the variables that it would be given
    QJsonObject arguments = {};   // of the call, whole
    QDateTime expiresAt = {};     // UTC; then it counts as refused. Invalid: the server does not say

    [[nodiscard]] bool isApproval() const { return !argumentsHash.isEmpty(); }
    bool operator==(const Prompt &) const = default;
};

struct AgentFinished {
    QString source;
    double elapsedSeconds = 0;
};

// A tool's or agent's problem that does not end the turn.
struct Warning {
    QString source;
    QString text;
};

// Terminal: everything is stored.
struct TurnCompleted {
    MessageId messageId;
    ConversationId conversationId;
    QList<Citation> citations;
    AnswerFacts facts = {};
};

// Terminal. type is "cancelled", "interrupted", "timeout", … or empty where the server gives none.
struct TurnFailed {
    QString text;
    QString type;
};

struct UnknownEvent {
    QString name;
    QJsonValue data;
};

using ChatEvent =
    std::variant<RunCreated, ConversationCreated, TitleChanged, Thought, RoutingDecision, Plan, Progress, Interim, ToolStarted,
                 ToolFinished, ContentDelta, Prompt, AgentFinished, Warning, TurnCompleted, TurnFailed, UnknownEvent>;

[[nodiscard]] inline bool isTerminal(const ChatEvent &event)
{
    return std::holds_alternative<TurnCompleted>(event) || std::holds_alternative<TurnFailed>(event);
}

} // namespace desk
