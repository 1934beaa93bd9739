#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace desk {

enum class ToolConfigScope { User, Agent, System, Unknown };
constexpr std::array<EnumWord<ToolConfigScope>, 3> enumWords(ToolConfigScope)
{
    return {{
        {ToolConfigScope::User, QLatin1StringView("user")},
        {ToolConfigScope::Agent, QLatin1StringView("agent")},
        {ToolConfigScope::System, QLatin1StringView("system")},
    }};
}

// Whose configuration is meant. The server lets anybody write System: who may is for the client to decide (contract 3.3).
struct ToolConfigTarget {
    OpenEnum<ToolConfigScope> scope = ToolConfigScope::User;
    AgentId agentId; // for Agent
};

// Provider keys and settings of a tool. A reading falls back from User over Agent to System, and `scope` tells where it was found;
// with nothing found both objects are empty. `providers` may hold keys in clear text: mask them, and never log them (contract 6.2 #41).
struct ToolConfig {
    ToolId toolId;
    QString toolName;
    OpenEnum<ToolConfigScope> scope;
    QJsonObject providers;
    QJsonObject settings;
    QDateTime updatedAt; // UTC; invalid where nothing is stored
};

} // namespace desk
