#include "state/agents/promotiontarget.h"

#include "api/endpoints/agentsapi.h"
#include "api/endpoints/toolsapi.h"
#include "auth/authmanager.h"

#include <algorithm>
#include <utility>

namespace desk {

PromotionTarget::PromotionTarget(Services services, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(services))
    , m_agents(m_connection.api())
{
    connect(&m_connection, &SideConnection::stateChanged, this, &PromotionTarget::onConnection);
}

void PromotionTarget::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void PromotionTarget::open(const Profile &profile)
{
    m_connection.open(profile);
}

void PromotionTarget::onConnection(SideConnection::State state)
{
    switch (state) {
    case SideConnection::State::Closed:
        forget();
        return setState(State::Closed);
    case SideConnection::State::Opening:
        return setState(State::Opening);
    case SideConnection::State::Failed:
        return setState(State::Failed);
    case SideConnection::State::Ready:
        return askTools(); // ready when they are known
    }
}

void PromotionTarget::forget()
{
    ++m_round;
    m_tools.reset();
    m_models.reset();
    if (m_agents.isLoaded())
        m_agents.clear();
}

void PromotionTarget::askTools()
{
    m_connection.api().tools().list()->then(this, [this, round = m_round](const Result<QList<Tool>> &tools) {
        if (round != m_round)
            return;
        if (tools)
            m_tools = *tools;
        askModels();
    });
}

void PromotionTarget::askModels()
{
    m_connection.api().agents().models()->then(this, [this, round = m_round](const Result<AgentModels> &models) {
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
    if (const AuthManager *session = m_connection.session())
        out.grantedScopes = session->person().scopes;
    return out;
}

QString PromotionTarget::person() const
{
    const AuthManager *session = m_connection.session();
    return session ? session->person().label() : QString();
}

} // namespace desk
