#pragma once

#include "domain/chatoptions.h"
#include "domain/ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// One question to the agents (contract 3.11, the agentic stream).
struct ChatTurn {
    QString message;               // 1 … 50 000 characters
    ConversationId conversationId; // empty: the server makes one
    QStringList agents;            // names or ids; empty: the server chooses
    QList<FileId> files;
    QJsonObject metadata; // for the tools
    ChatOptions options;  // without its agents; only what the server takes
};

} // namespace desk
