#pragma once

#include <QJsonObject>
#include <QString>

namespace desk::server {

// A tool as its server describes it (MCP, tools/list). Hostile text.
struct McpTool {
    QString name;
    QString description;
    QJsonObject inputSchema;
};

} // namespace desk::server
