#pragma once

#include "domain/error.h"

#include <QAbstractSocket>
#include <QByteArray>
#include <QList>
#include <QSslError>
#include <QString>

class QNetworkReply;
class QUrl;

// The one place that turns a failed exchange into an Error (HTTP-11, HTTP-16, HTTP-32). Usable in any thread. The words are in
// errortexts.
namespace desk {

// Why we ended an exchange ourselves; Qt reports its own time-outs and our abort() with the same code (M-7).
enum class AbortReason {
    None,
    User,           // somebody pressed Cancel
    Superseded,     // another server or account: nobody waits for it any more
    ConnectTimeout, // no connection in time
    Timeout,        // no answer in time
    TooLarge,       // over a cap
    EnoughRead,     // an error body over its cap: the status says enough
    DiskFailed,     // a download could not be written
    Untrusted       // the server has another key than it must (TLS-03): nothing was sent
};

// An answer that is not a success, as far as it was read.
struct HttpFailure {
    int status = 0;
    QByteArray body = {};
    QByteArray contentType = {};
    QByteArray retryAfter = {};
    QByteArray date = {};
    QString host = {};
    QByteArray requestId = {};
    QString redirectedTo = {}; // host of a redirect that was not followed
};

// The host a redirect leads to, as ASCII; empty where there is none.
[[nodiscard]] QString redirectHost(const QUrl &from, const QByteArray &location);

// 2xx, no network error, not cut short.
[[nodiscard]] bool replySucceeded(const QNetworkReply &reply, AbortReason reason);

// Only for a reply that did not succeed. `body` is what was read so far.
[[nodiscard]] Error errorFromReply(const QNetworkReply &reply, const QByteArray &body, AbortReason reason,
                                   const QList<QSslError> &tlsErrors = {});
[[nodiscard]] Error errorFromStatus(const HttpFailure &failure);
[[nodiscard]] Error errorFromSocket(QAbstractSocket::SocketError code, const QString &detail, const QString &host,
                                    const QList<QSslError> &tlsErrors);
[[nodiscard]] Error errorForAbort(AbortReason reason, const QString &host);

// 2xx, but HTML where JSON was due: most often the sign-in page of a hotel's network (FI-33).
[[nodiscard]] Error captivePortalError(const HttpFailure &failure);
// 200, but not text/event-stream (SSE-20): an error in the body is used where there is one.
[[nodiscard]] Error notAStreamError(const HttpFailure &failure);
[[nodiscard]] Error protocolError(const QString &host, const QString &detail);
[[nodiscard]] Error storageError(const QString &path, const QString &detail);
[[nodiscard]] Error unreadableError(const QString &name, const QString &detail);

} // namespace desk
