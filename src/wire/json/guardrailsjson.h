#pragma once

#include "domain/guardrails.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Guardrails guardrailsFromJson(const QJsonValue &value); // null and what is no object: no limits
[[nodiscard]] QJsonObject toJson(const Guardrails &guardrails);       // raw overlaid; a limit that is not set is left out

} // namespace desk::wire
