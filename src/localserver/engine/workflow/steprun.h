#pragma once

#include "localserver/engine/workflow/workflowhost.h"

namespace desk::server {

// One run through one step: from the journal where it was done once, else begun, worked on and ended in the journal.
class StepRun final : public StepWork
{
    Q_OBJECT
public:
    StepRun(WorkflowHost &host, StepPlace place, QObject *parent = nullptr);
    ~StepRun() override;

    void start() override;
    [[nodiscard]] QString stepId() const;
    // One way of saying a place: the number in its list and the step.
    [[nodiscard]] static QString keyOf(const QString &around, qsizetype number, const QJsonObject &step);

private:
    void begin();
    void work(const QJsonObject &asked);
    [[nodiscard]] std::unique_ptr<StepWork> makeWork(const QJsonObject &asked);
    void onDone(const StepOutcome &outcome);

    WorkflowHost &m_host;
    StepPlace m_place;
    StepExecutionId m_id;
    std::unique_ptr<StepWork> m_work;
};

} // namespace desk::server
