// How a workspace stands to the session of its profile.
#include "state/workspace.h"

#include "api/apiclient.h"
#include "api/transport.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/profiletokensource.h"

namespace desk {

namespace {

Error notSignedIn(const QUrl &server)
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = Workspace::tr("You are not signed in at %1.", "%1 host").arg(server.host());
    error.nextStep = Workspace::tr("Sign in to go on.");
    return error;
}

// Servers behind a company's own door need none: with a token to paste, or nothing at all, it is worth asking.
bool mayNeedNoSignIn(const Profile &profile, const AuthManager &session)
{
    const bool neverHadOne = session.state() == AuthManager::State::SignedOut && session.error().message.isEmpty() &&
                             session.error().kind != Error::Kind::Cancelled;
    return neverHadOne && (profile.signIn == SignInWay::Token || profile.signIn == SignInWay::None);
}

} // namespace

AuthManager *Workspace::session() const
{
    return m_session;
}

void Workspace::prepareTeam()
{
    if (!m_options.prepare)
        return openTeam();
    m_options.prepare(m_profile, this, [this, generation = m_generation](const Result<> &outcome) {
        if (generation != m_generation)
            return; // another profile was opened in the meantime
        if (outcome)
            openTeam();
        else
            fail(outcome.error());
    });
}

void Workspace::openTeam()
{
    m_session = &m_sessions.of(m_profile);
    m_api.setBaseUrl(m_profile.baseUrl); // before its token is there: it must not reach another server (AUTH-19)
    m_tokens.setSource(m_session);
    m_waitsForSession = true;
    connect(m_session, &AuthManager::started, this, &Workspace::onSession);
    connect(m_session, &AuthManager::stateChanged, this, &Workspace::onSession);
    connect(m_session, &AuthManager::signedIn, this, &Workspace::onSignedIn);
    connect(m_session, &AuthManager::signedOut, this, &Workspace::onSignedOut);
    connect(m_session, &AuthManager::accountChanged, this, &Workspace::onAccountChanged);
    m_session->start();
}

void Workspace::onSession()
{
    if (!m_waitsForSession || !m_session || !m_session->isStarted())
        return;
    const AuthManager::State state = m_session->state();
    const bool hasToken = m_session->hasSession() && !m_session->bearer().isEmpty();
    const bool wasRefused = m_state == State::Failed && m_error.kind == Error::Kind::Unauthorized; // without a token
    if (hasToken || (!wasRefused && mayNeedNoSignIn(m_profile, *m_session))) {
        m_waitsForSession = false;
        setState(State::Starting);
        askCapabilities();
    } else if (state == AuthManager::State::Unreachable) {
        fail(m_session->error());
    } else if (state == AuthManager::State::SignedOut || state == AuthManager::State::Expired) {
        fail(m_session->error().message.isEmpty() ? notSignedIn(m_profile.baseUrl) : m_session->error());
    }
}

void Workspace::onSignedIn()
{
    if (m_state == State::Ready)
        Q_EMIT ready(); // whatever failed for want of a token is loaded now; what was typed has been kept
}

// It was opened without anybody's token, which it needs after all.
void Workspace::onUnauthorized()
{
    if (m_state != State::Ready || !m_session || m_session->state() != AuthManager::State::SignedOut)
        return;
    m_waitsForSession = true;
    fail(notSignedIn(m_profile.baseUrl));
}

bool Workspace::asksForSignIn() const
{
    if (!m_session)
        return false;
    const AuthManager::State state = m_session->state();
    return state == AuthManager::State::Expired || state == AuthManager::State::SigningIn ||
           (m_state == State::Failed && m_error.kind == Error::Kind::Unauthorized);
}

void Workspace::onSignedOut()
{
    if (m_session->state() == AuthManager::State::SignedOut)
        onAccountChanged();
}

void Workspace::onAccountChanged()
{
    ++m_generation;
    m_waitsForSession = true;
    m_api.transport().forgetSession();
    m_capabilities = {};
    Q_EMIT accountChanged();
    setState(State::Starting);
    onSession();
}

} // namespace desk
