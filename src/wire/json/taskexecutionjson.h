#pragma once

#include "domain/result.h"
#include "domain/taskexecution.h"
#include "domain/tasknotification.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<TaskExecution> taskExecutionFromJson(const QJsonValue &value);
[[nodiscard]] Result<TaskStarted> taskStartedFromJson(const QJsonValue &value);
[[nodiscard]] Result<TaskNotification> taskNotificationFromJson(const QJsonValue &value);
// {insights: […], error?}. Entries that make no sense are left out.
[[nodiscard]] Result<TaskInsights> taskInsightsFromJson(const QJsonValue &value);

} // namespace desk::wire
