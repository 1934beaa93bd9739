#pragma once

#include "domain/execution.h"

#include <QJsonObject>
#include <QList>

namespace desk {

// What people are asked by an execution that waits for them (WF-25), as its server tells it; where it does not, from the last step whose
// output says that it waits, with the options of its definition (contract 3.5, 5.4). Without the definition there is the question and no
// option. Empty: nothing waits, or nobody knows where. `steps` in the order they started; `definition`: the workflow, may be empty. Pure.
[[nodiscard]] QList<WaitingStep> waitingSteps(const WorkflowExecution &execution, const QList<StepExecution> &steps,
                                              const QJsonObject &definition);

// Whether a person is asked anywhere in a definition, also within loops and parallel steps. Pure.
[[nodiscard]] bool hasHumanStep(const QJsonArray &steps);

} // namespace desk
