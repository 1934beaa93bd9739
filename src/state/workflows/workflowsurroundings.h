#pragma once

#include "domain/agent.h"
#include "domain/capabilities.h"
#include "domain/tool.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace desk {

// Whose rules a workflow runs by. The team server's are those of contract 5.4; our local server keeps what the team server ignores.
enum class WorkflowDialect { Team, Local };

// What is known of a server besides the workflow itself. Of what is not known nothing is said.
struct WorkflowSurroundings {
    WorkflowDialect dialect = WorkflowDialect::Team;
    std::optional<QList<Agent>> agents = {}; // all there are; none: not known
    std::optional<QList<Tool>> tools = {};   // all there are, with their schemas; none: not known
};

// By what the server promises, never by its name.
[[nodiscard]] WorkflowDialect workflowDialect(const Capabilities &capabilities);

// The ten tools a workflow of the team server can use, whatever is registered there (contract 5.4).
[[nodiscard]] QStringList teamWorkflowTools();

} // namespace desk
