#pragma once

#include "domain/result.h"
#include "domain/task.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Task> taskFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Task &task); // raw overlaid with the typed fields; without the webhook's secret

// Body of POST /tasks: only what a create takes. Without scopes, those that the target needs are asked for: a user who may not
// execute workflows gets no delegation at all from the server's own default.
[[nodiscard]] QJsonObject taskCreateJson(const Task &task);

// Body of PATCH /tasks/{id} (contract 6.2 #27): the server ignores null except for the two targets, and merges configurations key by
// key. So a cleared text is "", a target that was replaced is null, and a configuration holds its changed keys alone; that of
// notifications is checked as if it were whole, so its targets and its switch go along. Empty: nothing changed.
[[nodiscard]] QJsonObject taskChanges(const Task &before, const Task &after);

} // namespace desk::wire
