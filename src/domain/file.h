#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace desk {

// An attachment stored on the server (local contract, POST /files).
struct StoredFile {
    FileId id;
    QString filename; // a display name, never a path
    QString mimeType;
    qint64 size = 0; // bytes
    QDateTime createdAt;
    QByteArray sha256 = {};   // of the bytes this computer has just uploaded; empty everywhere else. No server is asked for it
    bool isInLibrary = false; // the server also added it to the person's documents (contract 3.10, added_to_library)
    QString text = {};        // what the server read in it, as it came with a message; to be searched, in no record. Hostile
};

// A file at the team's file service (contract 3.10, data-api), not yet known to the agent server.
struct DataFile {
    FileId id;              // fit to stand in an address as it is
    QByteArray sha256 = {}; // as above
};

// Where a statement of an answer comes from.
struct Citation {
    FileId fileId;
    QString filename;
    int page = 0;                     // 1-based page, or line for plain text; 0 when unknown
    QString quote;                    // the words of the source
    std::optional<double> score = {}; // how well it fits the question, higher is better; nothing: the server did not say

    bool operator==(const Citation &) const = default;
};

} // namespace desk
