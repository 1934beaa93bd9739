#pragma once

#include "auth/identity/identitymetadata.h"
#include "auth/session.h"
#include "auth/signin/signinattempt.h"

namespace desk {

class IdentityApi;
struct IdentityAnswer;

// What the ways in of an OIDC service share: finding out about it, and turning its token answer into a session. The ID token is not
// used: who somebody is, is asked of the userinfo endpoint over TLS, so that there is no signature to check (AUTH-12 has no subject).
class OidcSignIn : public SignInAttempt
{
    Q_OBJECT
public:
    OidcSignIn(const Profile &profile, IdentityApi &api);

    void start() override;

protected:
    virtual void begin() = 0; // metadata() is known

    // Token endpoint's answer → userinfo → succeed().
    void takeTokens(const IdentityAnswer &answer);
    [[nodiscard]] QByteArray scope() const;
    [[nodiscard]] const IdentityMetadata &metadata() const { return m_metadata; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] IdentityApi &api() { return m_api; }

    // What a service says against a sign-in, for people; never its own words, which may be anybody's (AUTH-05).
    [[nodiscard]] Error refusal(const QString &code) const;
    [[nodiscard]] Error notOffered() const;

private:
    void askWho(const Session &session);

    Profile m_profile;
    IdentityApi &m_api;
    IdentityMetadata m_metadata;
};

} // namespace desk
