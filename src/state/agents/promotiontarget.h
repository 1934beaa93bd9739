#pragma once

#include "api/apiclient.h"
#include "api/transport.h"
#include "auth/profiletokensource.h"
#include "domain/capabilities.h"
#include "domain/error.h"
#include "domain/profile.h"
#include "domain/result.h"
#include "state/agents/agentstore.h"
#include "state/agents/agentsurroundings.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

namespace desk {

class AuthManager;
class AuthManagers;

// The server of a team profile besides the open one: connections, session and agents of its own (D-63). Nobody is asked to sign in here:
// who has no session there gets Kind::Unauthorized. Closes itself, and clears its store, when the session ends or becomes somebody else's.
// The local workspace is no such profile: its server runs only while it is open. Lives in the GUI thread.
class PromotionTarget : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Opening, Ready, Failed };
    Q_ENUM(State)

    struct Services {
        AuthManagers &sessions;
        // What has to be in place before the first connection to its servers; see Workspace::Options::prepare. Empty: nothing.
        std::function<void(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done)> prepare = {};
        std::function<void(Transport &transport)> setUp = {}; // its rules for certificates, its language; empty: none
    };

    explicit PromotionTarget(Services services, QObject *parent = nullptr);
    ~PromotionTarget() override;

    void open(const Profile &profile); // closes what was open
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Capabilities &capabilities() const { return m_capabilities; }
    [[nodiscard]] AgentSurroundings surroundings() const; // what cannot be had is not known
    [[nodiscard]] ApiClient &api() { return m_api; }
    [[nodiscard]] AgentStore &agents() { return m_agents; }
    [[nodiscard]] QString person() const; // who is signed in there

Q_SIGNALS:
    void stateChanged(desk::PromotionTarget::State state);

private:
    void setState(State state);
    void fail(const Error &error);
    void openSession();
    void onSession();
    void askCapabilities();
    void askTools();
    void askModels();

    Services m_services;
    State m_state = State::Closed;
    Error m_error;
    Profile m_profile;
    QPointer<AuthManager> m_session;
    ProfileTokenSource m_tokens;
    Transport m_transport;
    ApiClient m_api;
    AgentStore m_agents;
    Capabilities m_capabilities;
    std::optional<QList<Tool>> m_tools;
    std::optional<QStringList> m_models;
    quint64 m_round = 0; // answers of an earlier one are dropped
};

} // namespace desk
