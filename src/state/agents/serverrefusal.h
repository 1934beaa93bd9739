#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "state/agents/agentrules.h"

#include <QList>

namespace desk {

// What a server refused, beside the field it speaks of (AG-52).
struct ServerRefusal {
    // Faults for the fields that the error names, in its own words. Nothing: it speaks of the whole.
    [[nodiscard]] static QList<AgentRemark> remarks(const Error &error, bool isCreation);
    [[nodiscard]] static bool isTouched(AgentField field, const Agent &before, const Agent &after);
    // Those of fields that a change has not touched.
    [[nodiscard]] static QList<AgentRemark> stillThere(const QList<AgentRemark> &refusals, const Agent &before, const Agent &after);
};

} // namespace desk
