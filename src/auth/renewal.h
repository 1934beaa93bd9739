#pragma once

#include "auth/identity/identityrequest.h"
#include "auth/session.h"
#include "domain/result.h"

namespace desk {

// Arithmetic of an access token's life. Pure.

// When to renew a token that lives so long, from its receipt on: at 80 % of its life or one minute (10 % of a longer life) before its
// end, whichever is earlier, and a little earlier still by `random` (0 … 1), so that a team does not ask all at once; never before half
// of it (AUTH-11, contract 2.7). -1: unknown life, only a refusal tells.
[[nodiscard]] qint64 renewAfterMs(qint64 lifeMs, double random);

// How long the access token in a token answer lives, in milliseconds from now: expires_in, else its own claims against the service's own
// clock; -1: nobody says.
[[nodiscard]] qint64 lifeOf(const IdentityAnswer &answer, const QByteArray &accessToken);

// The session with what a token answer brought: access token, its life, perhaps another renewal token, roles and scopes for the screen.
// Kind::Protocol where there is no usable access token.
[[nodiscard]] Result<Session> withTokens(const Session &session, const IdentityAnswer &answer, bool takesRefreshToken);

} // namespace desk
