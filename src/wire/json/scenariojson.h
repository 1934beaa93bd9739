#pragma once

#include "domain/dataset.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Scenario> scenarioFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Scenario &scenario); // raw overlaid with the typed fields

// What POST …/scenarios wants; the dataset is in the path.
[[nodiscard]] QJsonObject scenarioCreation(const Scenario &scenario);
// What PATCH wants: the changed members only; cleared texts and lists are null.
[[nodiscard]] QJsonObject scenarioChanges(const Scenario &before, const Scenario &after);

} // namespace desk::wire
