#pragma once

#include "localserver/engine/programcalls.h"
#include "localserver/engine/toolbox.h"
#include "localserver/engine/turn.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>
#include <memory>

namespace desk::server {

// What both kinds of turn share: emitting events, keeping the outcome, calling tools, ending exactly once.
class EngineTurn : public Turn
{
    Q_OBJECT
public:
    EngineTurn(TurnRequest request, std::shared_ptr<Toolbox> toolbox, QObject *parent = nullptr);
    ~EngineTurn() override;

    void start() final;
    void cancel() final;
    [[nodiscard]] ApprovalReply answer(bool isApproved, const QString &argumentsHash) final;
    void expectNoAnswers() final { m_programs.expectNoAnswers(); }
    [[nodiscard]] std::optional<CustomTool> waitingFor() const final { return m_programs.waitingFor(); }

protected:
    virtual void run() = 0;
    virtual void abandon() {} // stop everything of your own; called once, when the turn ends early or late

    [[nodiscard]] const TurnRequest &request() const { return m_request; }
    [[nodiscard]] Toolbox &toolbox() { return *m_toolbox; }
    [[nodiscard]] const StopToken &stopToken() const { return m_stop; }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] TurnOutcome &outcome() { return m_outcome; }

    void setAgent(const QString &name) { m_outcome.agentName = name; }
    void think(const QString &text, const QString &phase = {});
    void decide(const RoutingDecision &decision);
    void append(const QString &text);
    void ask(const Prompt &prompt); // its text is part of the answer: whoever reads the stream appends it as a paragraph of its own
    void warn(const QString &text);
    void cite(const QList<Citation> &citations);

    using ToolDone = std::function<void(const ToolResult &)>;
    // Emits ToolStarted, runs or repeats the stored output of an earlier run (LOC-15), emits ToolFinished, then calls done. A tool of the
    // user's is asked for first, with a Prompt that is no part of the answer; refused, its result says so.
    void callTool(const QString &tool, const QJsonObject &input, ToolDone done);
    [[nodiscard]] bool mayUse(const QString &tool) const; // the person may have switched it off for the conversation

    void succeed();
    void fail(const QString &message, const QString &type, RunStatus status = RunStatus::Failed);

private:
    [[nodiscard]] const CustomTool *customTool(const QString &name) const;
    [[nodiscard]] bool isStored(const QString &tool, const QJsonObject &input) const;
    void askForProgram(const CustomTool &tool, const QJsonObject &input, const ToolDone &done);
    void onWord(const CustomTool &tool, const QJsonObject &input, ProgramCalls::Word word, const ToolDone &done);
    [[nodiscard]] qsizetype startTool(const QString &tool, const QJsonObject &input);
    void finishTool(qsizetype index, const ToolResult &result, qint64 durationMs, const ToolDone &done);
    void end(RunStatus status);

    TurnRequest m_request;
    std::shared_ptr<Toolbox> m_toolbox;
    ProgramCalls m_programs;
    StopToken m_stop;
    TurnOutcome m_outcome;
    QElapsedTimer m_clock;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace desk::server
