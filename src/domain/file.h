#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace desk {

// An attachment stored on the server (local contract, POST /files).
struct StoredFile {
    FileId id;
    QString filename; // a display name, never a path
    QString mimeType;
    qint64 size = 0; // bytes
    QDateTime createdAt;
    QByteArray sha256 = {}; // of the bytes this computer has just uploaded; empty everywhere else. No server is asked for it
};

// Where a statement of an answer comes from.
struct Citation {
    FileId fileId;
    QString filename;
    int page = 0;  // 1-based page, or line for plain text; 0 when unknown
    QString quote; // the words of the source
};

} // namespace desk
