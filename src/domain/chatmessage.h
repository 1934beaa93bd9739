#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace desk {

// A message to be answered in one piece (contract 3.11). Beyond 1 000 characters the team server's router fails unless agents are
// chosen or the model is "test".
struct ChatMessageRequest {
    QString message;               // 1 … 50 000 characters
    ConversationId conversationId; // empty: the server makes one, titled with the first 50 characters
    QString model;                 // empty: "auto"
    QList<AttachmentId> attachments;
    bool searchesWeb = false;
    bool searchesDocuments = false;
    QStringList agents;   // names or ids; empty: the server chooses
    QJsonObject metadata; // for the tools
};

struct ChatReply {
    MessageId messageId;
    ConversationId conversationId;
    QString content; // markdown; hostile
    QString model;
    std::optional<RoutingDecision> routing;
    QList<ToolCall> toolCalls;
    RunId runId;
};

struct ChatHistory {
    ConversationId conversationId;
    QString title;
    QList<Message> messages; // oldest first
    qsizetype total = 0;
};

// What the server learnt from a conversation when asked to.
struct InsightGeneration {
    ConversationId conversationId;
    int generated = 0;
    int existing = 0;
    int total = 0;
    QString message;
};

} // namespace desk
