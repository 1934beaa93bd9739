#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace desk {

// A tool as the server describes it (contract 3.3). Fields this client does not know stay in `raw`, so that an edit writes them back
// unchanged. Custom tools of the team server are entries of the catalogue only: no agent can use them and no test can run them.
struct Tool {
    ToolId id;
    QString name; // unique; an update takes only [a-zA-Z_][a-zA-Z0-9_]*
    QString description;
    QJsonObject schema; // {"input": JSON Schema, "output": JSON Schema} for built-ins, free for others
    QString entrypoint; // "module.path:function"
    QStringList scopes; // with a colon: "data:read"
    bool isActive = true;
    bool isBuiltin = false;
    UserId createdBy; // the team server never records it
    int version = 0;
    QDateTime createdAt; // UTC; built-ins of the team server report the time of the request
    QDateTime updatedAt;
    QJsonObject raw;
    QByteArray etag; // of a single reading, where the server gives one: an update sends it along (HTTP-29)

    // The JSON Schema of the arguments, or empty.
    [[nodiscard]] QJsonObject inputSchema() const { return schema.value(QLatin1StringView("input")).toObject(); }
};

// What a real call of a tool did. A failure of the tool is a result, not an error of the request.
struct ToolTestResult {
    bool success = false;
    QJsonValue output; // free JSON; null where there is none
    QString error;
    qint64 executionMs = -1; // -1: not told
    QString toolName;
    QJsonObject inputUsed;
    QJsonArray providersUsed;
};

// An agent that stands in the way of a tool's removal.
struct ToolUser {
    AgentId id;
    QString name;
};

} // namespace desk
