#pragma once

#include "localserver/routes/agentcatalog.h"
#include "localserver/routes/executionservice.h"
#include "localserver/routes/providers.h"
#include "localserver/routes/runservice.h"
#include "localserver/routes/testapprovals.h"
#include "localserver/routes/toolcatalog.h"
#include "localserver/routes/toolconfigs.h"
#include "localserver/routes/turnsource.h"
#include "localserver/store/store.h"

namespace desk::server {

// What the routes work with. Outlives them.
struct Services {
    Store &store;
    TurnSource &source;
    AgentCatalog &agents;
    ToolCatalog &tools;
    ToolConfigs &toolConfigs;
    Providers &providers;
    RunService &runs;
    TestApprovals &testApprovals;
    ExecutionService &executions;
    QString version;
    QString nonce; // of the start line (LOC-18)
};

class Router;
void addSystemRoutes(Router &router, Services &services);
void addAgentRoutes(Router &router, Services &services);
void addAgentVersionRoutes(Router &router, Services &services);
void addChatRoutes(Router &router, Services &services);
void addConversationRoutes(Router &router, Services &services);
void addExecutionRoutes(Router &router, Services &services);
void addFileRoutes(Router &router, Services &services);
void addRunRoutes(Router &router, Services &services);
void addSettingsRoutes(Router &router, Services &services);
void addStreamRoutes(Router &router, Services &services);
void addToolRoutes(Router &router, Services &services);
void addToolConfigRoutes(Router &router, Services &services);
void addWorkflowRoutes(Router &router, Services &services);

} // namespace desk::server
