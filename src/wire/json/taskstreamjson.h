#pragma once

#include "domain/taskexecution.h"
#include "wire/sseparser.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>
#include <variant>

namespace desk::wire {

// GET /streams/task-executions/{id} (contract 4.4). The team server never tells the end of a step it has shown running: take a step as a
// hint to ask again. A reconnected stream starts over.
struct TaskStatusUpdate {
    OpenEnum<TaskExecutionStatus> status;
    QDateTime timestamp;
};
struct TaskStepUpdate {
    enum class Phase { Started, Completed, Failed };
    Phase phase = Phase::Started;
    QString stepId; // repeated inside loops
    int index = -1; // of the row; -1: the server did not say
    int total = -1; // steps seen so far, not those of the definition
    QString status; // the step's own word
    std::optional<double> durationSeconds;
    QJsonValue output; // free JSON, shortened when large
    QString error;
};
struct TaskOutputUpdate {
    QString summary; // text, never JSON (contract 6.2 #19)
    QJsonValue output;
    std::optional<double> durationSeconds;
};
struct TaskExecutionEnded {
    OpenEnum<TaskExecutionStatus> status;
    std::optional<double> durationSeconds;
    QString error;
};
struct TaskStreamError {
    QString text;
    bool isTimeLimit = false; // the stream ended, the execution did not
};
using TaskExecutionUpdate =
    std::variant<std::monostate, TaskStatusUpdate, TaskStepUpdate, TaskOutputUpdate, TaskExecutionEnded, TaskStreamError>;

[[nodiscard]] TaskExecutionUpdate taskExecutionUpdateFrom(const ServerEvent &event); // monostate: not understood

} // namespace desk::wire
