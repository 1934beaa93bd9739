#pragma once

#include "domain/execution.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

class Reader;

[[nodiscard]] Result<WorkflowExecution> executionFromJson(const QJsonValue &value);
[[nodiscard]] Result<StepExecution> stepExecutionFromJson(const QJsonValue &value);

// The members that executions, steps and their stream share (contract 3.5, 4.3).
[[nodiscard]] ExecutionUsage executionUsageFrom(const Reader &reader);
[[nodiscard]] std::optional<double> durationSecondsFrom(const Reader &reader);

} // namespace desk::wire
