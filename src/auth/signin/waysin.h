#pragma once

#include "auth/clock.h"
#include "auth/identity/identitymetadata.h"
#include "auth/session.h"
#include "auth/signin/signinattempt.h"
#include "domain/result.h"

#include <QList>

#include <memory>

namespace desk {

class IdentityApi;

// One attempt at signing in the given way; `last` is who was signed in here before, for the first answer. api outlives it.
[[nodiscard]] std::unique_ptr<SignInAttempt> makeWayIn(SignInWay way, const Profile &profile, const Account &last, IdentityApi &api);

// The ways a service offers by its metadata; without any it is the team server's own (contract 2.1). A pasted token is always one, the
// last.
[[nodiscard]] QList<SignInWay> waysOf(const Result<IdentityMetadata> &metadata);

// The session a token is by itself.
[[nodiscard]] Session sessionFromToken(const QByteArray &token, const Profile &profile, const Clock &clock);

} // namespace desk
