#pragma once

#include "api/endpoints/chapter.h"
#include "domain/agent.h"
#include "domain/agentmodels.h"

namespace desk {

// Agents and the models they may name (contract 3.1, 3.2).
class AgentsApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<QList<Agent>> *list(); // in no order: built-ins, those of applications, one's own
    [[nodiscard]] ApiCall<Agent> *get(const AgentId &id);
    // Replaces one's own agent of the same name, without checking its tools. A name that was ever removed stays taken (500).
    [[nodiscard]] ApiCall<Agent> *create(const Agent &agent);
    // Sends the changes only. The name cannot change. With an ETag in `before` it is sent once: a repeat would meet its own change and be
    // refused.
    [[nodiscard]] ApiCall<Agent> *update(const Agent &before, const Agent &after);
    [[nodiscard]] ApiCall<void> *remove(const AgentId &id);
    [[nodiscard]] ApiCall<AgentModels> *models();

    // agent_versions: every save is a version, and one that is restored becomes the newest.
    [[nodiscard]] ApiCall<QList<Agent>> *versions(const AgentId &id);
    [[nodiscard]] ApiCall<Agent> *version(const AgentId &id, int number);
    [[nodiscard]] ApiCall<Agent> *restore(const AgentId &id, int number);
};

} // namespace desk
