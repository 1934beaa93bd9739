#pragma once

#include "domain/result.h"
#include "domain/workflow.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Workflow> workflowFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Workflow &workflow); // raw overlaid with the typed fields

// For one step alone: an editor that changed the definition reads it again.
[[nodiscard]] Result<WorkflowStep> workflowStepFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const WorkflowStep &step); // raw overlaid with id, type and title

[[nodiscard]] QJsonObject workflowCreation(const Workflow &workflow);                     // POST /agents/workflows
[[nodiscard]] QJsonObject workflowChanges(const Workflow &before, const Workflow &after); // PUT …/{id}: only what changed

} // namespace desk::wire
