#pragma once

#include "domain/chatattachment.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// A question to the dispatcher (contract 3.12): which of these tools and agents would answer it? Nothing is run.
struct RouteRequest {
    // Where given, only these come into question.
    struct Enabled {
        QStringList tools;
        QStringList agents;
    };

    QString query;      // 1 … 1 000 characters
    QStringList tools;  // names
    QStringList agents; // names or ids
    QList<ChatAttachment> attachments;
    std::optional<Enabled> enabled;
};

} // namespace desk
