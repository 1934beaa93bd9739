#pragma once

#include "state/agents/agentport.h"
#include "state/definitions/exchange/definitionimport.h"

namespace desk {

// The import of agents (AG-06, D-62).
class AgentImport : public DefinitionImport
{
    Q_OBJECT
public:
    struct Services {
        ApiClient &api;
        AgentStore &store;                               // of the same server
        std::function<AgentSurroundings()> surroundings; // what is known of it by now
        DefinitionHistory *history = nullptr;            // null: versions of this server are not kept here
        QString person = {};                             // whose changes they are
        VersionOrigin origin = VersionOrigin::Imported;
    };

    explicit AgentImport(const Services &services, QObject *parent = nullptr);
};

} // namespace desk
