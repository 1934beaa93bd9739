#pragma once

#include "domain/account.h"
#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace desk::wire {

// Who somebody is, from the claims of a token, OIDC userinfo, GET /me, or the user of a login (contract 2.2): id from sub, user_id, userId
// or id; roles as strings or {id, name}; scopes as one string or a list (inventory S-038 … S-041). Fails where neither id nor e-mail is in.
[[nodiscard]] Result<Account> accountFromJson(const QJsonValue &value);

// What a token says of itself: a label and a hint, never a permission, because its signature is not checked (AUTH-10). An opaque token
// gives an empty label (AUTH-11).
struct TokenLabel {
    Account account = {};
    qint64 issuedAt = -1;  // seconds since 1970 by the server's clock; -1: not said
    qint64 expiresAt = -1; // the same
    QString id = {};       // jti: names the session without being the secret
};
[[nodiscard]] TokenLabel tokenLabel(const QByteArray &token);

} // namespace desk::wire
