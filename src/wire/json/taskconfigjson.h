#pragma once

#include "domain/taskconfig.h"

#include <QJsonValue>

namespace desk::wire {

// The configurations of a task (contract 3.13). Reading never fails: what is missing is the server's default. Writing lays the typed
// fields over `raw`; a configuration made here is written whole.
[[nodiscard]] TriggerConfig triggerConfigFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const TriggerConfig &config);

// Reads the list of channels or the single channel and recipient; the single form is kept as long as it says all there is.
[[nodiscard]] NotificationConfig notificationConfigFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const NotificationConfig &config);

[[nodiscard]] InsightsConfig insightsConfigFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const InsightsConfig &config);

[[nodiscard]] OutputSavingConfig outputSavingConfigFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const OutputSavingConfig &config);

} // namespace desk::wire
