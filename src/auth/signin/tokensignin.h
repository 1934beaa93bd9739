#pragma once

#include "auth/session.h"
#include "auth/signin/signinattempt.h"
#include "domain/result.h"

namespace desk {

class IdentityApi;
struct IdentityAnswer;

// A token somebody was handed: tried once at the agent server itself (AUTH-20).
class TokenSignIn : public SignInAttempt
{
    Q_OBJECT
public:
    TokenSignIn(const Profile &profile, IdentityApi &api);

    void start() override;
    void answer(const QString &text) override;
    [[nodiscard]] SignInWay way() const override { return SignInWay::Token; }

private:
    void ask(const std::optional<Error> &problem = std::nullopt);
    void onTried(const Result<IdentityAnswer> &answer);

    Profile m_profile;
    IdentityApi &m_api;
    Session m_session; // what is being tried
};

} // namespace desk
