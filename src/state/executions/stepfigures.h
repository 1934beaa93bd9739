#pragma once

#include "domain/execution.h"

#include <QList>

#include <optional>

namespace desk {

// What each run through a step used by itself, in the order of `steps`. A server tells what the execution had used when the step ended
// (contract 3.5), so it is the difference to whatever ended before. None where that cannot be told: it has not ended, no end is known, or
// the counters fell, as they do when an execution fails. Pure.
[[nodiscard]] QList<std::optional<ExecutionUsage>> stepFigures(const QList<StepExecution> &steps);

} // namespace desk
