#pragma once

#include "domain/result.h"
#include "domain/runrequest.h"

#include <QJsonValue>

namespace desk::wire {

// Bodies of contract 3.6: POST /runs, which knows agents by id only, and the two ways to invoke.
[[nodiscard]] QJsonObject startJson(const RunRequest &request);
[[nodiscard]] QJsonObject invokeJson(const RunRequest &request);

[[nodiscard]] Result<RunOutcome> runOutcomeFromJson(const QJsonValue &value);
[[nodiscard]] Result<RunAccepted> runAcceptedFromJson(const QJsonValue &value);
[[nodiscard]] Result<RunProvenance> runProvenanceFromJson(const QJsonValue &value);

} // namespace desk::wire
