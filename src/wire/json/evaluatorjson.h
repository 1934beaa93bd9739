#pragma once

#include "domain/evaluator.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Evaluator> evaluatorFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Evaluator &evaluator); // raw overlaid with the typed fields

// What POST /agents/evals wants.
[[nodiscard]] QJsonObject evaluatorCreation(const Evaluator &evaluator);
// What PUT wants: the changed members only; a cleared description is null.
[[nodiscard]] QJsonObject evaluatorChanges(const Evaluator &before, const Evaluator &after);

} // namespace desk::wire
