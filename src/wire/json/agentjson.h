#pragma once

#include "domain/agent.h"
#include "domain/agentmodels.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Agent> agentFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Agent &agent); // raw overlaid with the typed fields

// POST /agents/definitions. `visibility` is always there: without it an existing agent of that name becomes personal.
[[nodiscard]] QJsonObject agentCreation(const Agent &agent);
// PUT /agents/definitions/{id}: only what changed; the name cannot. The team server takes a context compression without a word and
// forgets it (contract 3.1): compare its answer.
[[nodiscard]] QJsonObject agentChanges(const Agent &before, const Agent &after);
// The agent after such a change; it keeps its ETag.
[[nodiscard]] Agent agentWith(const Agent &agent, const QJsonObject &changes);

[[nodiscard]] Result<AgentModels> agentModelsFromJson(const QJsonValue &value);

} // namespace desk::wire
