#pragma once

#include "domain/mcpserver.h"
#include "state/agents/agentremark.h"

#include <QList>

namespace desk {

// The part of agentRemarks() that is about tool servers: what each needs to be reached (contract 3.1), and secrets in it that everyone who
// reads the agent can read (contract 6.2 #41). In the order of the servers; `item` is the place there. Never repeats a secret. Pure.
[[nodiscard]] QList<AgentRemark> mcpServerRemarks(const QList<McpServer> &servers);

} // namespace desk
