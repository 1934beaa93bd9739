#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <memory>

namespace desk {

class UploadHash;

// How long an operation may take (HTTP-09, HTTP-10, contract 6.6). Milliseconds; 0 switches the limit off.
struct Patience {
    int connectMs = 10'000;
    int firstByteMs = 30'000;
    int idleMs = 30'000;
    int totalMs = 120'000;

    [[nodiscard]] static Patience normal() { return {}; }
    // Calls that answer only when the work is done: POST /runs, tool tests, tasks (contract 6.1 #1, #9).
    [[nodiscard]] static Patience blocking() { return {10'000, 15 * 60'000, 30'000, 15 * 60'000}; }
    [[nodiscard]] static Patience batch() { return {10'000, 35 * 60'000, 30'000, 35 * 60'000}; }
    // Progress is the deadline of an upload or a download.
    [[nodiscard]] static Patience transfer() { return {10'000, 30'000, 30'000, 0}; }
};

// One operation, before anything of it is sent. The token, the request id and the attempt number are added for each attempt.
struct RequestSpec {
    QByteArray verb = "GET";
    QString path = {}; // below the base URL; ids in it are percent-encoded
    QUrlQuery query = {};
    QByteArray body = {};                        // JSON; a write other than DELETE sends {} where it is empty
    QString uploadPath = {};                     // instead of body: this file as multipart field "file"
    QString uploadName = {};                     // its name for the server
    std::shared_ptr<UploadHash> uploadHash = {}; // of the file, as it goes out; null: nobody asks
    QString downloadPath = {};                   // the body of a 2xx goes to this file instead of memory
    qint64 firstBytes = 0;                       // > 0: the body of a 2xx as it is, at most so many bytes; the rest is not waited for
    QByteArray idempotencyKey = {};              // of the user's action (HTTP-06); POST and PATCH get a fresh one where it is empty
    QByteArray ifMatch = {};                     // HTTP-29
    Patience patience = {};
    bool mayRepeat = true; // false: never sent twice by us, whatever the verb (contract 6.6: runs, tests, tasks)
};

} // namespace desk
