#include "auth/signin/oidcsignin.h"

#include "auth/identity/discovery.h"
#include "auth/identity/identityapi.h"
#include "auth/renewal.h"
#include "wire/json/accountjson.h"

using namespace Qt::StringLiterals;

namespace desk {

OidcSignIn::OidcSignIn(const Profile &profile, IdentityApi &api)
    : m_profile(profile)
    , m_api(api)
{
}

void OidcSignIn::start()
{
    work();
    discover(m_api, m_profile.identityUrl, newRound(), [this](const Result<IdentityMetadata> &metadata) {
        if (!metadata)
            return fail(metadata.error());
        m_metadata = *metadata;
        begin();
    });
}

QByteArray OidcSignIn::scope() const
{
    return m_metadata.givesRefreshTokensOnScope ? "openid profile email offline_access" : "openid profile email";
}

void OidcSignIn::takeTokens(const IdentityAnswer &answer)
{
    Session session;
    session.way = way();
    session.issuer = m_profile.identityUrl;
    session.baseUrl = m_profile.baseUrl;
    session.signedInAt = m_api.services().clock->now();
    const Result<Session> filled = withTokens(session, answer, true);
    if (!filled)
        return fail(filled.error());
    if (m_metadata.userinfo.isEmpty())
        return succeed(*filled);
    askWho(*filled);
}

void OidcSignIn::askWho(const Session &session)
{
    m_api.send(IdentityRequest::get(m_metadata.userinfo, session.access), round(), [this, session](const Result<IdentityAnswer> &answer) {
        Session known = session;
        const Result<Account> account = answer && answer->isSuccess() ? wire::accountFromJson(answer->json) : Result<Account>(Account());
        if (account && account->isKnown()) { // the token's own roles and scopes stay: they are of the agent server
            known.account.id = account->id;
            known.account.email = account->email;
            known.account.displayName = account->displayName;
            if (known.account.roles.isEmpty())
                known.account.roles = account->roles;
        }
        succeed(known);
    });
}

Error OidcSignIn::refusal(const QString &code) const
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = tr("%1 did not let you in.", "%1 host").arg(m_profile.identityUrl.host());
    error.nextStep = tr("Try again, or ask your administrator.");
    if (code == "access_denied"_L1) {
        error.message = tr("The sign-in was declined in the browser.");
        error.nextStep = tr("Start again and agree there.");
    } else if (code == "expired_token"_L1) {
        error.message = tr("The code has expired.");
        error.nextStep = tr("Start again to get a new one.");
    } else if (code == "unauthorized_client"_L1 || code == "invalid_client"_L1) {
        error.message = tr("%1 does not know this program.", "%1 host").arg(m_profile.identityUrl.host());
        error.nextStep = tr("Ask your administrator for the client ID of this workspace.");
    }
    error.detail = code.left(100);
    return error;
}

Error OidcSignIn::notOffered() const
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = tr("%1 does not offer this way of signing in.", "%1 host").arg(m_profile.identityUrl.host());
    error.nextStep = tr("Choose another one.");
    return error;
}

} // namespace desk
