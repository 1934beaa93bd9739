#pragma once

#include <QUrl>

namespace desk {

// Where sign-in may send a secret or a browser: https, or http to a loopback address given as a number (RFC 8252 8.3); a host, no user
// info, no fragment (AUTH-06, AUTH-07).
[[nodiscard]] bool isLoopbackLiteral(const QUrl &url); // 127.0.0.0/8 or ::1; not a name, which may be made to point elsewhere
[[nodiscard]] bool isSafeForSignIn(const QUrl &url);
[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);
// base without its trailing slashes, and path: a prefix is kept.
[[nodiscard]] QUrl below(const QUrl &base, const QString &path);

} // namespace desk
