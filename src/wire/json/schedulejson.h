#pragma once

#include "domain/result.h"
#include "domain/schedule.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Schedule> scheduleFromJson(const QJsonValue &value);
// What a create or a whole replacement takes: the server's own members are left out, unknown ones go back as they came.
[[nodiscard]] QJsonObject toJson(const Schedule &schedule);

} // namespace desk::wire
