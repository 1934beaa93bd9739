#pragma once

#include "domain/tool.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace desk {

// What is known of a server besides the agent itself. Of what is not known nothing is said.
struct AgentSurroundings {
    bool isNew = false;                         // only a new agent sends its name
    QStringList takenNames = {};                // of all other agents
    QStringList reservedNames = {};             // of built-in agents; teamReservedNames() has the team server's
    std::optional<QStringList> models = {};     // that may be named: those listed and the purposes; none: not known
    std::optional<QList<Tool>> tools = {};      // all there are; none: not known
    std::optional<QStringList> grantedScopes{}; // of the person; none, or an empty list: not known
    bool takesCustomTools = false;              // the team server's agents cannot use them (contract 3.1)
    // Names an agent may give for tools that `tools` does not have (contract 3.1).
    QStringList otherTools = {QStringLiteral("search"), QStringLiteral("data"), QStringLiteral("rag")};
};

// The twelve built-in agents of the team server (contract 5.9), whether a list shows them or not.
[[nodiscard]] QStringList teamReservedNames();

} // namespace desk
