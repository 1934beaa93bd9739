#pragma once

#include "domain/result.h"
#include "domain/statistics.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<UsageStatistics> usageStatisticsFromJson(const QJsonValue &value);
[[nodiscard]] Result<SystemStatistics> systemStatisticsFromJson(const QJsonValue &value);

} // namespace desk::wire
