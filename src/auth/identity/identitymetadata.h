#pragma once

#include "domain/result.h"

#include <QJsonObject>
#include <QUrl>

namespace desk {

// What an OIDC or OAuth service publishes of itself, after it was checked (RFC 8414, OIDC Discovery): the issuer is the configured one to
// the letter, and every endpoint lies at the issuer's own scheme, host and port. A service that spreads over several hosts is refused
// with their names: a token sent to a host that nobody typed in would be the price of a mistake there (AUTH-06).
struct IdentityMetadata {
    QUrl issuer = {};
    QUrl authorization = {}; // empty: no sign-in with the browser
    QUrl token = {};
    QUrl device = {};                       // empty: no device sign-in
    QUrl revocation = {};                   // empty: nothing can be revoked
    QUrl userinfo = {};                     // empty: the person is known by the token's label only
    bool saysIssuer = false;                // the answer in the browser carries iss, which must be checked (RFC 9207)
    bool givesRefreshTokensOnScope = false; // offline_access must be asked for

    [[nodiscard]] static Result<IdentityMetadata> fromJson(const QJsonObject &json, const QUrl &issuer);
    [[nodiscard]] static QUrl addressOf(const QUrl &issuer); // where it is published
};

} // namespace desk
