#pragma once

#include "domain/execution.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace desk::wire {

class Reader;

[[nodiscard]] Result<WorkflowExecution> executionFromJson(const QJsonValue &value);
[[nodiscard]] Result<StepExecution> stepExecutionFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const WorkflowExecution &execution); // as the server would say it; read back it is the same
[[nodiscard]] QJsonObject toJson(const StepExecution &step);

// The members that executions, steps and their stream share (contract 3.5, 4.3).
[[nodiscard]] ExecutionUsage executionUsageFrom(const Reader &reader);
[[nodiscard]] std::optional<double> durationSecondsFrom(const Reader &reader);

} // namespace desk::wire
