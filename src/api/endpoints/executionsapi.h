#pragma once

#include "api/endpoints/chapter.h"
#include "domain/execution.h"

namespace desk {

struct ExecutionFilter {
    OpenEnum<ExecutionStatus> status; // Unknown: all
};

// Executions of workflows, everybody's (contract 3.5).
class ExecutionsApi : public Chapter
{
public:
    using Chapter::Chapter;

    // Newest first. Every row carries its whole outputs, so ask for few (contract 6.3 #32).
    [[nodiscard]] ApiCall<Page<WorkflowExecution>> *list(const WorkflowId &workflow, const ExecutionFilter &filter, qsizetype offset,
                                                         qsizetype limit);
    [[nodiscard]] ApiCall<WorkflowExecution> *get(const ExecutionId &id);
    [[nodiscard]] ApiCall<QList<StepExecution>> *steps(const ExecutionId &id); // in the order they started
    // Takes effect between steps: the last step may still complete the execution.
    [[nodiscard]] ApiCall<WorkflowExecution> *stop(const ExecutionId &id);
    // The team server forgets the answer and stays Running for ever: only with approvals_resume, else offer to stop.
    [[nodiscard]] ApiCall<WorkflowExecution> *approve(const ExecutionId &id, const Approval &approval);
    [[nodiscard]] ApiCall<WorkflowExecution> *resume(const ExecutionId &id, ResumeFrom from); // approvals_resume
};

} // namespace desk
