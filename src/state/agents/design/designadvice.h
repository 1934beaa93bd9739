#pragma once

#include "domain/agent.h"
#include "state/agents/agentremark.h"
#include "state/agents/agentsurroundings.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// One thing that would make an agent better, and where a rule can do it, the agent with that done.
struct DesignHint {
    QString key; // which rule, and of what: the same in every language
    AgentField field = AgentField::Instructions;
    QString text;                 // for people; hostile names in it are cut and on one line
    std::optional<Agent> applied; // differs in `field` alone; none: for a person to do
};

// Concrete suggestions for an agent, by rules that need no language model (AG-49, FR-040, FR-042): what agentRemarks() does not say, or
// says without doing it. Words are looked for in English and German. Empty for an agent there is nothing to say of. Linear in the agent
// and in what is known. Pure; any thread.
class DesignAdvice
{
    Q_DECLARE_TR_FUNCTIONS(desk::DesignAdvice)
public:
    [[nodiscard]] static QList<DesignHint> of(const Agent &agent, const AgentSurroundings &known);
};

} // namespace desk
