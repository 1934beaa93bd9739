#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace desk {

// A user's defaults for chats (contract 3.10). The server resets what a write leaves out, so all of it is always written; a model once
// chosen can be replaced but not cleared.
struct ChatSettings {
    UserId userId;
    QStringList enabledTools;
    QList<AgentId> enabledAgents; // any entry makes the plain chat of the team server fail
    QString model;
    std::optional<double> temperature; // 0 … 2; nothing: left as it is
    std::optional<int> maxTokens;      // 1 … 32 000; the same
    QByteArray etag;                   // of these when they were read; empty: replaced whatever came between (HTTP-29)
    QJsonObject raw;
};

} // namespace desk
