#pragma once

#include "domain/result.h"
#include "domain/run.h"
#include "wire/sseparser.h"

#include <QJsonValue>

#include <variant>

namespace desk::wire {

[[nodiscard]] Result<Run> runFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Run &run); // raw overlaid with the typed fields
[[nodiscard]] RunEvent runEventFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const RunEvent &event);

// GET /streams/runs/{id} of a plain run (contract 4.2).
struct RunStatusUpdate {
    RunStatus status;
    QDateTime timestamp;
};
struct RunOutputUpdate {
    Deferred<QJsonValue> output;
};
struct RunEnded {
    RunStatus status;
};
struct RunStreamError {
    QString text;
    bool isTimeLimit = false;
}; // time limit: the stream ended, the run did not
using RunUpdate = std::variant<std::monostate, RunStatusUpdate, RunEvent, RunOutputUpdate, RunEnded, RunStreamError>;

[[nodiscard]] RunUpdate runUpdateFrom(const ServerEvent &event); // monostate: not understood

} // namespace desk::wire
