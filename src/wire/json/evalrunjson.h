#pragma once

#include "domain/evalrun.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<EvalRun> evalRunFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const EvalRunRequest &request);
[[nodiscard]] Result<EvalAnalysis> evalAnalysisFromJson(const QJsonValue &value); // any object

} // namespace desk::wire
