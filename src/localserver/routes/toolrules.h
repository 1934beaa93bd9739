#pragma once

#include "domain/mcpserver.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace desk::server {

// What a custom tool's definition must be (contract 3.3); for people, empty when nothing is wrong.
[[nodiscard]] QString toolFault(const QJsonObject &definition);

// The program that a tool names in "mcp_server" (contract 3.1, McpServer); none when it names none. It may still be unusable.
[[nodiscard]] std::optional<McpServer> toolServer(const QJsonObject &definition);
// What the program calls the tool: "mcp_tool", else the tool's own name.
[[nodiscard]] QString nameOnServer(const QJsonObject &definition);

} // namespace desk::server
