#pragma once

#include "api/endpoints/chapter.h"
#include "domain/execution.h"
#include "domain/workflow.h"

namespace desk {

// Definitions of workflows, and starting one (contract 3.4, 3.5).
class WorkflowsApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<QList<Workflow>> *list(); // everybody's
    [[nodiscard]] ApiCall<Workflow> *get(const WorkflowId &id);
    // The server looks only at the outermost steps, and at neither references nor names of tools: check before.
    [[nodiscard]] ApiCall<Workflow> *create(const Workflow &workflow);
    // Sends the changes only. With an ETag in `before` it is sent once: a repeat would meet its own change and be refused.
    [[nodiscard]] ApiCall<Workflow> *update(const Workflow &before, const Workflow &after);
    [[nodiscard]] ApiCall<void> *remove(const WorkflowId &id); // also one that is in use
    // The answer is the pending execution; the work goes on without this call.
    [[nodiscard]] ApiCall<WorkflowExecution> *execute(const WorkflowId &id, const QJsonObject &input);
};

} // namespace desk
