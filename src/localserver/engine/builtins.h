#pragma once

#include "domain/agent.h"
#include "localserver/engine/engine.h"

#include <QList>
#include <QString>

namespace desk::server {

// The agents and tools this program ships (contract 5.9, local-server.md). Ids are UUIDv5 under the DNS namespace:
// agentdesk.builtin.<agent> and agentdesk.builtin.tool.<tool>.
[[nodiscard]] QList<Agent> shippedAgents();
[[nodiscard]] QList<ToolDescription> shippedTools();

[[nodiscard]] QString builtinAgentId(const QString &name);
[[nodiscard]] QString builtinToolId(const QString &name);

// The built-in agent's machine name for a name or id, or empty.
[[nodiscard]] QString builtinAgentName(const QString &nameOrId);

// What a call is shown as: "Reading sales.csv", "Asking the table: SELECT …".
[[nodiscard]] QString toolTitle(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files);

} // namespace desk::server
