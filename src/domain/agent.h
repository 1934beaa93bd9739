#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace desk {

enum class AgentVisibility { Builtin, Application, Shared, Personal, Unknown };
constexpr std::array<EnumWord<AgentVisibility>, 4> enumWords(AgentVisibility)
{
    return {{
        {AgentVisibility::Builtin, QLatin1StringView("builtin")},
        {AgentVisibility::Application, QLatin1StringView("application")},
        {AgentVisibility::Shared, QLatin1StringView("shared")},
        {AgentVisibility::Personal, QLatin1StringView("personal")},
    }};
}

// An agent as the server describes it (contract 3.1). Fields this client does not know stay in `raw`,
// so that an edit writes them back unchanged.
struct Agent {
    AgentId id;
    QString name;        // unique machine name
    QString displayName; // may be empty: then show name
    QString description;
    QString model; // purpose alias or model name
    QString instructions;
    QStringList tools; // tool names, from {"names":[…]}
    QStringList scopes;
    OpenEnum<AgentVisibility> visibility;
    bool isBuiltin = false;
    int version = 0;
    QDateTime createdAt; // UTC; built-ins of the team server report the time of the request
    QDateTime updatedAt;
    QJsonObject raw;

    [[nodiscard]] QString title() const { return displayName.isEmpty() ? name : displayName; }
};

} // namespace desk
