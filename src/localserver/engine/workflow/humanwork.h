#pragma once

#include "localserver/engine/workflow/workflowhost.h"

namespace desk::server {

// A step of kind human: waits for one of its options, or for its time to be over.
class HumanWork final : public StepWork
{
    Q_OBJECT
public:
    // asked: by an earlier process, whose question goes on; empty: nothing yet.
    HumanWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QJsonObject asked, QObject *parent = nullptr);
    ~HumanWork() override;

    void start() override;

private:
    void onWord(QJsonObject word);
    void onExpired();

    WorkflowHost &m_host;
    StepPlace m_place;
    StepExecutionId m_id;
    QJsonObject m_asked;
    std::unique_ptr<PersonWait> m_wait;
};

} // namespace desk::server
