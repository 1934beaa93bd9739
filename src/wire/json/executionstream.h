#pragma once

#include "domain/execution.h"
#include "wire/sseparser.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>
#include <variant>

namespace desk::wire {

// GET /streams/executions/{id} (contract 4.3). The team server never reports the end of a step it has shown running, and may leave a
// start out: take steps as a hint to ask for them, only status, output and end are right. A reconnected stream starts over.
struct ExecutionStatusUpdate {
    OpenEnum<ExecutionStatus> status;
    QString currentStepId; // may be empty
    QDateTime timestamp;
};
struct StepStarted {
    QString stepId; // repeated inside loops
    int index = -1; // within this connection; -1: not told
    int seen = -1;  // steps seen so far, not those of the definition
    QDateTime timestamp;
};
struct StepEnded {
    QString stepId;
    int index = -1;
    OpenEnum<StepStatus> status; // Failed for step_failed
    std::optional<double> durationSeconds;
    QJsonValue output;              // free JSON
    bool isOutputShortened = false; // then the steps' own endpoint has the whole
    QString error;
    ExecutionUsage usage; // of the execution so far
    QDateTime timestamp;
};
struct ExecutionOutputUpdate {
    QJsonObject stepOutputs; // complete, perhaps megabytes
    std::optional<double> durationSeconds;
    ExecutionUsage usage;
};
struct ExecutionEnded {
    OpenEnum<ExecutionStatus> status;
    std::optional<double> durationSeconds;
    QString error;
    QDateTime timestamp;
};
struct ExecutionStreamError {
    QString text;
    QString type;
    bool isTimeLimit = false; // the stream's time is up; the execution goes on
};
using ExecutionUpdate = std::variant<std::monostate, ExecutionStatusUpdate, StepStarted, StepEnded, ExecutionOutputUpdate, ExecutionEnded,
                                     ExecutionStreamError>;

[[nodiscard]] ExecutionUpdate executionUpdateFrom(const ServerEvent &event); // monostate: not understood

} // namespace desk::wire
