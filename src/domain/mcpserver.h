#pragma once

#include "domain/openenum.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

enum class McpTransport { Stdio, Sse, Unknown };
constexpr std::array<EnumWord<McpTransport>, 2> enumWords(McpTransport)
{
    return {{
        {McpTransport::Stdio, QLatin1StringView("stdio")},
        {McpTransport::Sse, QLatin1StringView("sse")},
    }};
}

// A tool server that an agent brings along (contract 3.1). `environment` and `headers` may hold secrets in clear text: mask them
// wherever they are shown, and never log them (contract 6.2 #41).
struct McpServer {
    QString name;
    OpenEnum<McpTransport> transport = McpTransport::Stdio;
    QString url;     // for Sse
    QString command; // for Stdio
    QStringList arguments;
    QMap<QString, QString> environment;
    QMap<QString, QString> headers;
    std::optional<QStringList> toolFilter; // none: every tool of the server
    int timeoutSeconds = 30;
    QJsonObject raw;
};

} // namespace desk
