#pragma once

#include "localserver/engine/approvalreply.h"
#include "localserver/engine/workflow/workflowhost.h"
#include "localserver/routes/agentcatalog.h"
#include "localserver/routes/toolcatalog.h"
#include "localserver/routes/turnbuilder.h"
#include "localserver/routes/turnsource.h"

namespace desk::server {

// What the executions of this process share. Outlives them.
struct WorkflowParts {
    Store &store;
    TurnSource &source;
    const AgentCatalog &agents;
    const ToolCatalog &tools;
    const TurnBuilder &builder;
    int approvalMs = 0;
};

// One execution that this process works on, from its start, or from where an earlier process or attempt left off: what the journal holds is
// not done again.
class WorkflowMachine final : public QObject, public WorkflowHost
{
    Q_OBJECT
public:
    WorkflowMachine(const WorkflowParts &parts, ExecutionRecord record, QObject *parent = nullptr);
    ~WorkflowMachine() override;

    void start();
    void stop(const QString &reason); // finished() follows when it is stored
    // The process ends. What only waits for people goes on waiting, in the next one; all else is interrupted.
    void interrupt();
    // The person's word. Taken: it is stored, and the execution goes on.
    [[nodiscard]] ApprovalReply answer(const QString &hash, const QString &option, const QString &comment);
    // The question a word without a hash is for: the only one there is, unless it is about a program. Null: it needs its hash.
    [[nodiscard]] const PersonWait *onlyQuestion() const;
    [[nodiscard]] const PersonWait *question(const QString &hash) const;
    [[nodiscard]] bool onlyWaits() const; // nothing but people is waited for

    [[nodiscard]] ExecutionJournal &journal() override { return m_journal; }
    [[nodiscard]] WorkflowLimits &limits() override { return m_limits; }
    [[nodiscard]] std::unique_ptr<Turn> createTurn(const QString &agent, const QString &prompt) override;
    [[nodiscard]] bool isBuiltinTool(const QString &name) const override;
    [[nodiscard]] Result<CustomTool> customTool(const QString &name) const override;
    void runTool(const QString &tool, const QJsonObject &input, const StopToken &stop, QObject *context,
                 std::function<void(const ToolResult &)> done) override;
    [[nodiscard]] int approvalMs() const override { return m_parts.approvalMs; }
    void ask(const StepExecutionId &step, PersonWait &wait) override;
    void takeBack(PersonWait &wait) override;

Q_SIGNALS:
    void logged();
    void finished(); // it has ended, and that is stored
    void waits();    // for people; see onlyWaits()

private:
    struct Question {
        StepExecutionId step;
        PersonWait *wait = nullptr;
        bool isStored = false;
    };
    [[nodiscard]] QJsonObject context() const;
    void onDone(const StepOutcome &outcome);
    void finish(ExecutionStatus status, const QString &error, const QString &type, const QString &stepId = {});
    [[nodiscard]] RunRecord runFor(const QString &agent, const QString &prompt) const;

    WorkflowParts m_parts;
    ExecutionJournal m_journal;
    WorkflowLimits m_limits;
    QList<Question> m_questions;
    QStringList m_answered; // hashes
    QTimer m_timeout;
    int m_timeLeft = 0; // while people are waited for, the time stands still
    bool m_ended = false;
    std::unique_ptr<StepWork> m_root; // last: its steps use all of the above
};

} // namespace desk::server
