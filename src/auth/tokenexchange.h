#pragma once

#include "auth/identity/identityrequest.h"
#include "auth/session.h"
#include "domain/result.h"

namespace desk {

// Contract 2.3, RFC 8693: the session token of a team's own sign-in service for an access token of one of its servers. Pure.

// audience: "agent-api", "data-api" …: whose token it is.
[[nodiscard]] IdentityRequest tokenExchange(const Session &session, const QByteArray &audience);
// The session with the access token of that audience. Kind::Unauthorized: the service refused the session for good.
[[nodiscard]] Result<Session> exchanged(const Session &session, const IdentityAnswer &answer);

} // namespace desk
