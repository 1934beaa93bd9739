#pragma once

#include "localserver/engine/workflow/workflowhost.h"

#include <vector>

namespace desk::server {

class StepRun;

// A step of kind parallel: all within it begin before one of them is waited for. Where one fails the others still come to their end, so
// that a resume finds what they did. Its output is an object, step id → output.
class ParallelWork final : public StepWork
{
    Q_OBJECT
public:
    ParallelWork(WorkflowHost &host, StepPlace place, QObject *parent = nullptr);
    ~ParallelWork() override;

    void start() override;

private:
    void onDone(qsizetype index, const StepOutcome &outcome);

    WorkflowHost &m_host;
    StepPlace m_place;
    std::vector<std::unique_ptr<StepRun>> m_runs;
    QList<StepOutcome> m_outcomes;
    qsizetype m_left = 0;
};

} // namespace desk::server
