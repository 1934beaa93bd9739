#pragma once

#include "domain/conversation.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace desk {

enum class ExportFormat { Markdown, Html, PlainText, Json, Pdf, OpenDocument, Evidence };

// What stands beside a conversation in a file: who made the file and what answered. Empty: not known, and left out.
struct ProgramFacts {
    QString program;
    QString version;
    QString server; // its name or kind
    QString serverVersion;
    QString serverAddress; // without user info
    QString agent;         // the name people know it by
    QString model;
};

struct ExportOptions {
    bool thoughts = false;
    bool toolDetails = true; // input and output; that a tool was called is always said
};

// Everything an export needs, as a value: it is read on another thread while the window goes on.
struct ExportContent {
    Conversation conversation;
    QList<Message> messages; // oldest first
    ProgramFacts facts;
    ExportOptions options;
    QDateTime writtenAt = QDateTime::currentDateTimeUtc();
    QHash<QString, QByteArray> fileHashes; // SHA-256 by file id, of those whose bytes this computer has seen
};

} // namespace desk
