#pragma once

#include "domain/dataset.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Dataset> datasetFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Dataset &dataset); // raw overlaid with the typed fields

// What POST /evals/datasets wants.
[[nodiscard]] QJsonObject datasetCreation(const Dataset &dataset);
// What PATCH wants: the changed members only; cleared texts are null.
[[nodiscard]] QJsonObject datasetChanges(const Dataset &before, const Dataset &after);

} // namespace desk::wire
