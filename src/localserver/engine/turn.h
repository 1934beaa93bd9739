#pragma once

#include "domain/chatevent.h"
#include "domain/chatoptions.h"
#include "domain/conversation.h"
#include "domain/file.h"
#include "domain/provider.h"
#include "domain/run.h"
#include "localserver/engine/approvalreply.h"
#include "localserver/engine/customtool.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace desk::server {

// An attached file as the engine may read it. path points into the server's own file store; the name inside `file`
// is what people and citations see.
struct EngineFile {
    StoredFile file;
    QString path;
};

struct HistoryMessage {
    Role role = Role::User;
    QString content;
};

// The endpoint of a language model, with its key in memory only.
struct ModelEndpoint {
    ModelProvider provider;
    QString model;
    QByteArray key; // may be empty
};

// Everything one turn needs; the engine never touches the server's store.
struct TurnRequest {
    RunId runId;
    ConversationId conversationId;
    QString prompt;
    QStringList selectedAgents;                   // names or ids; empty: the dispatcher chooses
    QString instructions;                         // of a custom agent; empty otherwise
    QList<EngineFile> files;                      // all files of the conversation, newest last
    QList<HistoryMessage> history;                // oldest first, without the prompt
    std::optional<ModelEndpoint> model;           // none: the built-in engine
    ChatOptions options;                          // of these its tools, search, temperature and length; the rest is resolved already
    QHash<QString, QJsonValue> finishedToolCalls; // toolCallKey() → output, of the run this one retries (LOC-15)
    QList<CustomTool> customTools;                // of the agent that answers; a language model may call them, each time with approval
    QStringList toolProblems;                     // why others of its tools cannot be used, for people
    int approvalMs = 10 * 60 * 1000;              // how long a call waits for its approval
};

struct TurnOutcome {
    RunStatus status;  // Succeeded, Failed, Timeout or Cancelled
    QString text;      // the whole answer, also when cut
    QString agentName; // who answered
    QList<ToolCall> toolCalls;
    QList<Thought> thoughts;
    QList<Citation> citations;
    AnswerFacts facts; // of the language model; empty without one
    std::optional<RoutingDecision> routing;
    QString error;     // for people; empty on success
    QString errorType; // "cancelled", "timeout", "model_unreachable", "model_refused", "model_protocol", …
};

// The key under which a finished tool call is found again: tool name and canonical (compact, key-sorted) arguments.
[[nodiscard]] QString toolCallKey(const QString &tool, const QJsonValue &input);

// One running answer. Lives in the server's main thread; slow work happens elsewhere and comes back as events.
// Created by Engine, started by start(), emits event() any number of times (never a terminal one: TurnCompleted and TurnFailed are the
// caller's to write after it stored the outcome), then finished() exactly once. cancel() leads to finished(Cancelled) within 1 s.
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored                                                                                                           \
    "-Woverloaded-virtual" // the signal event() hides QObject::event(QEvent *), which nobody calls on a Turn by name
#endif
class Turn : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void cancel() = 0;
    // The person's word on the call that the last Prompt with an arguments hash asked about. What it leads to comes as events, later.
    [[nodiscard]] virtual ApprovalReply answer(bool isApproved, const QString &argumentsHash);
    // Nobody can answer any more: what waits for a word, and whatever would, counts as refused (APPR-04).
    virtual void expectNoAnswers() {}
    // The tool that waits for it; none: nothing is asked.
    [[nodiscard]] virtual std::optional<CustomTool> waitingFor() const { return std::nullopt; }

Q_SIGNALS:
    void event(const desk::ChatEvent &event);
    void finished(const desk::server::TurnOutcome &outcome);
};
#ifdef __clang__
#pragma clang diagnostic pop
#endif

} // namespace desk::server
