#pragma once

#include "localserver/engine/workflow/workflowhost.h"

namespace desk::server {

// A step of kind agent: one turn of it, as a run has it. What its programs ask is asked of the execution.
class AgentWork final : public StepWork
{
    Q_OBJECT
public:
    AgentWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QObject *parent = nullptr);
    ~AgentWork() override;

    void start() override;

private:
    void onEvent(const ChatEvent &event);
    void onWord(const QJsonObject &word);
    void onOutcome(const TurnOutcome &outcome);
    [[nodiscard]] bool isCurrent() const;
    void takeBack();

    WorkflowHost &m_host;
    StepPlace m_place;
    StepExecutionId m_id;
    QString m_prompt;
    std::unique_ptr<Turn> m_turn;
    std::unique_ptr<PersonWait> m_wait;
};

} // namespace desk::server
