#include "state/agents/promotiontarget.h"

#include "api/endpoints/agentsapi.h"
#include "api/endpoints/systemapi.h"
#include "api/endpoints/toolsapi.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"

#include <algorithm>
#include <utility>

namespace desk {

PromotionTarget::PromotionTarget(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_transport(m_tokens)
    , m_api(m_transport)
    , m_agents(m_api)
{
    if (m_services.setUp)
        m_services.setUp(m_transport);
}

PromotionTarget::~PromotionTarget()
{
    m_tokens.setSource(nullptr);
}

void PromotionTarget::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void PromotionTarget::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void PromotionTarget::open(const Profile &profile)
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

void PromotionTarget::close()
{
    ++m_round;
    if (m_session)
        m_session->disconnect(this);
    m_session = nullptr;
    m_tokens.setSource(nullptr);
    m_transport.forgetSession();
    m_tools.reset();
    m_models.reset();
    m_capabilities = {};
    if (m_agents.isLoaded())
        m_agents.clear();
    if (m_state != State::Closed)
        setState(State::Closed);
}

void PromotionTarget::openSession()
{
    m_session = &m_services.sessions.of(m_profile);
    connect(m_session, &AuthManager::signedOut, this, &PromotionTarget::close);
    connect(m_session, &AuthManager::accountChanged, this, &PromotionTarget::close);
    if (m_session->isStarted())
        return onSession();
    connect(m_session, &AuthManager::started, this, &PromotionTarget::onSession, Qt::SingleShotConnection);
    m_session->start();
}

void PromotionTarget::onSession()
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

void PromotionTarget::askCapabilities()
{
    m_api.system().capabilities()->then(this, [this, round = m_round](const Result<Capabilities> &answer) {
        if (round != m_round)
            return;
        // Without them it is the team server as it is.
        if (!answer && answer.error().kind != Error::Kind::NotFound && answer.error().httpStatus != 422)
            return fail(answer.error());
        m_capabilities = answer ? *answer : Capabilities();
        m_transport.policy().serverRemembersKeys = m_capabilities.has(feature::idempotency);
        askTools();
    });
}

void PromotionTarget::askTools()
{
    m_api.tools().list()->then(this, [this, round = m_round](const Result<QList<Tool>> &tools) {
        if (round != m_round)
            return;
        if (tools)
            m_tools = *tools;
        askModels();
    });
}

void PromotionTarget::askModels()
{
    m_api.agents().models()->then(this, [this, round = m_round](const Result<AgentModels> &models) {
        if (round != m_round)
            return;
        if (models) {
            QStringList names = models->commonPurposes;
            std::transform(models->models.cbegin(), models->models.cend(), std::back_inserter(names),
                           [](const AgentModel &model) { return model.id; });
            if (!names.isEmpty()) // a server without a list says nothing about what it takes
                m_models = names;
        }
        setState(State::Ready);
    });
}

AgentSurroundings PromotionTarget::surroundings() const
{
    AgentSurroundings out;
    out.models = m_models;
    out.tools = m_tools;
    out.reservedNames = teamReservedNames();
    if (m_session)
        out.grantedScopes = m_session->person().scopes;
    return out;
}

QString PromotionTarget::person() const
{
    return m_session ? m_session->person().label() : QString();
}

} // namespace desk
