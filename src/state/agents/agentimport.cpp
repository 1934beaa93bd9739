#include "state/agents/agentimport.h"

namespace desk {

AgentImport::AgentImport(const Services &services, QObject *parent)
    : DefinitionImport(std::make_unique<AgentPort>(services.api, services.store, services.surroundings),
                       {services.history, services.person, services.origin}, parent)
{
}

} // namespace desk
