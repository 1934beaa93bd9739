#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk {

// One field the server refused, e.g. path "input.prompt" (contract 1.7, validation list).
struct FieldError {
    QString path;
    QString message;
};

// A failure as a value. The GUI branches on kind, never on text.
struct Error {
    enum class Kind {
        Offline,      // no route, connection refused or reset
        Dns,          // the host name could not be resolved
        Tls,          // certificate or handshake
        Proxy,        // the proxy refused or wants a sign-in
        Timeout,      // our deadline passed
        Cancelled,    // the user or the program aborted it; never shown
        Unauthorized, // 401
        Forbidden,    // 403
        NotFound,     // 404, 410
        Conflict,     // 409, 412
        Invalid,      // 400, 422: see fields
        RateLimited,  // 429: see retryAfterMs
        Gateway,      // 502, 504: something between us and the server
        Unavailable,  // 503
        Server,       // other 5xx
        Protocol,     // the answer could not be understood
        Storage,      // disk full, read-only, corrupt or newer database
        Interrupted   // the work was cut before its end (process or connection died)
    };

    Kind kind = Kind::Protocol;
    int httpStatus = 0; // 0 when no response line was received
    QString message;    // for people: what failed and why, translated or from the server
    QString nextStep;   // for people: what to do next; may be empty
    QString detail;     // for the log and the details pane; never translated, never secret
    QString requestId;  // X-Request-Id, to find the request in the server's log
    qint64 retryAfterMs = -1;
    bool outcomeUnknown = false; // a write left this computer and its answer was lost: it may have happened (HTTP-08)
    QList<FieldError> fields;
    QString code = {};      // the server's own word for it, such as "resource_in_use"; empty: it gave none
    QJsonObject asked = {}; // of "approval_required": what would be started, as it came; shown, never logged

    // The server's decision on this request: the same again is refused again. Not so a sign-in that is missing, a server that is busy, or
    // trouble on the way.
    [[nodiscard]] bool isFinal() const
    {
        return httpStatus >= 400 && httpStatus < 500 && httpStatus != 401 && httpStatus != 408 && httpStatus != 429;
    }

    // Everything a person needs in one line: "what, why. what next".
    [[nodiscard]] QString userText() const { return nextStep.isEmpty() ? message : message + QLatin1Char(' ') + nextStep; }
};

} // namespace desk
