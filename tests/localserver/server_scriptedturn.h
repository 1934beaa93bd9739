#pragma once

#include "localserver/routes/turnsource.h"

#include <QTimer>

namespace desk::test {

// An answer that does what its prompt says, one instruction after the other, separated by ';':
//   text COUNT MS   COUNT words, MS apart          bulk COUNT   COUNT pieces of 4 KiB at once
//   tool NAME       a finished tool call, or the kept output of an earlier one
//   history         the messages it was given, and its files
//   options         says the temperature, the length and the tools it was given
//   fail            ends as failed                 hang         waits to be cancelled
class ScriptedTurn final : public server::Turn
{
    Q_OBJECT
public:
    explicit ScriptedTurn(server::TurnRequest request);
    void start() override;
    void cancel() override;

private:
    void step();
    void say(const QString &text);
    void callTool(const QString &name);
    void end(RunStatus status, const QString &error, const QString &type);

    server::TurnRequest m_request;
    QStringList m_script;
    server::TurnOutcome m_outcome;
    QTimer m_timer;
    int m_wordsLeft = 0;
    int m_word = 0;
    int m_pause = 0;
};

class ScriptedSource final : public server::TurnSource
{
public:
    [[nodiscard]] QList<Agent> builtinAgents() const override;
    [[nodiscard]] QList<server::ToolDescription> builtinTools() const override;
    [[nodiscard]] std::unique_ptr<server::Turn> createTurn(server::TurnRequest request) override;
    // "calculate" says what the real one does.
    void runTool(const server::ToolCallRequest &call, QObject *context, std::function<void(const server::ToolResult &)> done) override;
};

} // namespace desk::test
