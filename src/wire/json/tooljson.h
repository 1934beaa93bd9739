#pragma once

#include "domain/result.h"
#include "domain/tool.h"
#include "domain/toolconfig.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Tool> toolFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Tool &tool); // raw overlaid with the typed fields

[[nodiscard]] QJsonObject toolCreation(const Tool &tool);                     // POST /agents/tools
[[nodiscard]] QJsonObject toolChanges(const Tool &before, const Tool &after); // PUT /agents/tools/{id}: only what changed

[[nodiscard]] Result<ToolTestResult> toolTestResultFromJson(const QJsonValue &value);

[[nodiscard]] Result<ToolConfig> toolConfigFromJson(const QJsonValue &value);
// PUT …/config replaces the whole configuration (contract 6.2 #27), so both objects are always there.
[[nodiscard]] QJsonObject toolConfigBody(const ToolConfig &config, const ToolConfigTarget &target);

// Of a refused removal (409 resource_in_use): the agents that use the tool. Empty for every other error.
[[nodiscard]] QList<ToolUser> toolUsers(const Error &error);

} // namespace desk::wire
