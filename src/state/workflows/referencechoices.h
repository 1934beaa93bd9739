#pragma once

#include "state/workflows/steppath.h"
#include "state/workflows/workflowsurroundings.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk {

// Something a step can refer to.
struct ReferenceChoice {
    QString text;    // "$.step.member"
    QString preview; // one line of its last value, or of which type it is; empty: not known. Foreign text, cut
    QString origin;  // what it is of: the input, the title of a step, the loop. Foreign text, cut

    bool operator==(const ReferenceChoice &) const = default;
};

inline constexpr qsizetype mostReferenceChoices = 500;
inline constexpr int deepestReferenceChoice = 6; // names behind "$."

// What the step at the path can refer to, nearest first: variables of the loops around it, the steps that run before it, the last first,
// then the input by its schema, and the workflow. Members come from what the steps gave when they ran last (id to output, as
// Execution::stepOutputs), else from what the kind of step or the tool's output schema says. Names that no reference can have are left
// out. Bounded; pure; any thread.
[[nodiscard]] QList<ReferenceChoice> referenceChoices(const QJsonObject &definition, const StepPath &path, const QJsonObject &lastOutputs,
                                                      const WorkflowSurroundings &known = {});

} // namespace desk
