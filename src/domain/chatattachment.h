#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QString>

namespace desk {

// A file that a message refers to (contract 3.10). The agent server stores no bytes: they are elsewhere, and a URL that holds
// /files/{file_id}/download says where.
struct ChatAttachment {
    AttachmentId id;
    MessageId messageId; // empty until a message took it
    QString filename;
    QString fileUrl; // may be a path alone
    QString mimeType;
    qint64 size = -1; // bytes; -1: unknown
    bool isInLibrary = false;
    QString libraryDocumentId;
    QString parsedContent;
    QDateTime createdAt;
};

} // namespace desk
