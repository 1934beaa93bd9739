#pragma once

#include "localserver/engine/workflow/workflowhost.h"

#include <QJsonArray>

namespace desk::server {

class SequenceWork;

// A step of kind loop. Its output is an array: of each round the outputs of its steps by their ids.
class LoopWork final : public StepWork
{
    Q_OBJECT
public:
    LoopWork(WorkflowHost &host, StepPlace place, QObject *parent = nullptr);
    ~LoopWork() override;

    void start() override;

private:
    void next();
    void onDone(const StepOutcome &outcome);

    WorkflowHost &m_host;
    StepPlace m_place;
    QJsonArray m_items;
    QJsonArray m_outputs;
    std::unique_ptr<SequenceWork> m_round;
};

} // namespace desk::server
