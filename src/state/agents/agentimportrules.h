#pragma once

#include "state/agents/agentsurroundings.h"
#include "state/definitions/exchange/definitionimportplan.h"

#include <QCoreApplication>

namespace desk {

// What stops an agent on its way to a server, and what it would miss there (AG-06, D-62). Pure, any thread.
class AgentImportRules
{
    Q_DECLARE_TR_FUNCTIONS(desk::AgentImportRules)
public:
    [[nodiscard]] static DefinitionImportPlan::Rules of(const AgentSurroundings &known);
};

} // namespace desk
