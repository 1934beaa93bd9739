#include "state/profiles/sideconnection.h"

#include "api/endpoints/systemapi.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"

#include <utility>

namespace desk {

SideConnection::SideConnection(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_transport(m_tokens)
    , m_api(m_transport)
{
    if (m_services.setUp)
        m_services.setUp(m_transport);
}

SideConnection::~SideConnection()
{
    m_tokens.setSource(nullptr);
}

const AuthManager *SideConnection::session() const
{
    return m_session;
}

void SideConnection::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void SideConnection::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void SideConnection::open(const Profile &profile)
{
    close();
    m_profile = profile;
    setState(State::Opening);
    if (!m_services.prepare)
        return openSession();
    m_services.prepare(profile, this, [this, round = m_round](const Result<> &outcome) {
        if (round != m_round)
            return;
        if (outcome)
            openSession();
        else
            fail(outcome.error());
    });
}

void SideConnection::close()
{
    ++m_round;
    if (m_session)
        m_session->disconnect(this);
    m_session = nullptr;
    m_tokens.setSource(nullptr);
    m_transport.forgetSession();
    m_capabilities = {};
    if (m_state != State::Closed)
        setState(State::Closed);
}

void SideConnection::openSession()
{
    m_session = &m_services.sessions.of(m_profile);
    connect(m_session, &AuthManager::signedOut, this, &SideConnection::close);
    connect(m_session, &AuthManager::accountChanged, this, &SideConnection::close);
    if (m_session->isStarted())
        return onSession();
    connect(m_session, &AuthManager::started, this, &SideConnection::onSession, Qt::SingleShotConnection);
    m_session->start();
}

void SideConnection::onSession()
{
    if (m_state != State::Opening)
        return;
    if (!m_session->hasSession()) {
        Error nobody;
        nobody.kind = Error::Kind::Unauthorized;
        nobody.message = tr("Nobody is signed in to this profile.");
        nobody.nextStep = tr("Open it once and sign in, then come back.");
        return fail(nobody);
    }
    m_api.setBaseUrl(m_profile.baseUrl);
    m_tokens.setSource(m_session);
    askCapabilities();
}

void SideConnection::askCapabilities()
{
    m_api.system().capabilities()->then(this, [this, round = m_round](const Result<Capabilities> &answer) {
        if (round != m_round)
            return;
        // Without them it is the team server as it is.
        if (!answer && answer.error().kind != Error::Kind::NotFound && answer.error().httpStatus != 422)
            return fail(answer.error());
        m_capabilities = answer ? *answer : Capabilities();
        m_transport.policy().serverRemembersKeys = m_capabilities.has(feature::idempotency);
        setState(State::Ready);
    });
}

} // namespace desk
