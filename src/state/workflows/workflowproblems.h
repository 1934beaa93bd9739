#pragma once

#include "state/workflows/workflowproblem.h"
#include "state/workflows/workflowsurroundings.h"

namespace desk {

inline constexpr qsizetype mostWorkflowProblems = 500;

// What the server would refuse in a workflow, what would not work when it runs, and what would do other than it seems (WF-15, FR-035):
// contract 3.4, 5.4 and 5.6, by the rules of the server's dialect. Step by step in their order, the workflow itself first. Members this
// version does not know are no problem. Linear in the size of the definition and of what is known, so that it can follow every key; at
// most mostWorkflowProblems, the last of which says that there are more. Pure; any thread.
[[nodiscard]] QList<WorkflowProblem> workflowProblems(const QJsonObject &definition, const WorkflowSurroundings &known);

// The definition with the fix done, and nothing else changed; one that no longer fits changes nothing. Pure; any thread.
[[nodiscard]] QJsonObject withFix(const QJsonObject &definition, const WorkflowFix &fix);

} // namespace desk
