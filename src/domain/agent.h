#pragma once

#include "domain/ids.h"
#include "domain/mcpserver.h"
#include "domain/openenum.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

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

// How an agent shortens a long conversation. The team server takes it and never stores it: its answers have the defaults (contract 3.1).
struct ContextCompression {
    bool enabled = true;
    int thresholdChars = 8000;              // 1000 to 100000
    int recentMessages = 5;                 // kept as they are, 1 to 20
    int maxSummaryChars = 2000;             // 500 to 10000
    QString model = QStringLiteral("fast"); // may be empty
    QJsonObject raw;
};

// An agent as the server describes it (contract 3.1). Fields this client does not know stay in `raw`,
// so that an edit writes them back unchanged.
struct Agent {
    AgentId id;
    QString name;        // unique machine name; cannot change after the creation
    QString displayName; // may be empty: then show name
    QString description;
    QString model; // purpose alias or model name
    QString instructions;
    QStringList tools;     // tool names, from {"names":[…]}
    QJsonObject workflows; // free; empty where there are none
    QStringList scopes;
    QList<McpServer> mcpServers;
    OpenEnum<AgentVisibility> visibility;
    QString appId;
    bool isBuiltin = false;
    bool isActive = true;
    bool allowFrontierFallback = false;
    std::optional<ContextCompression> contextCompression;
    UserId createdBy; // empty for built-ins
    int version = 0;
    QDateTime createdAt; // UTC; built-ins of the team server report the time of the request
    QDateTime updatedAt;
    QJsonObject raw;
    QByteArray etag; // of a single reading, where the server gives one: an update sends it along (HTTP-29)

    [[nodiscard]] QString title() const { return displayName.isEmpty() ? name : displayName; }
};

} // namespace desk
