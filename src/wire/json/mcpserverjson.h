#pragma once

#include "domain/mcpserver.h"

#include <QJsonArray>
#include <QList>

namespace desk::wire {

// Null or anything that is no list reads as empty; elements that are no objects are left out.
[[nodiscard]] QList<McpServer> mcpServersFromJson(const QJsonValue &value);
[[nodiscard]] QJsonArray toJson(const QList<McpServer> &servers); // each raw overlaid with the typed fields

} // namespace desk::wire
