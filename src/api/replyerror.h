#pragma once

#include "domain/error.h"

#include <QByteArray>

class QNetworkReply;

namespace desk {

// Why we ended a request ourselves; Qt reports its own time-outs and our abort() with the same code (M-7).
enum class AbortReason { None, User, Timeout, TooLarge };

// The one place that turns a finished reply into an Error (HTTP-11, HTTP-16, HTTP-32). `body` is what was read so far.
// Only call it for a reply that did not succeed.
[[nodiscard]] Error errorFromReply(const QNetworkReply &reply, const QByteArray &body, AbortReason reason);

// 2xx, no network error, not cut short.
[[nodiscard]] bool replySucceeded(const QNetworkReply &reply, AbortReason reason);

} // namespace desk
