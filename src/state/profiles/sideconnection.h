#pragma once

#include "api/apiclient.h"
#include "api/transport.h"
#include "auth/profiletokensource.h"
#include "domain/capabilities.h"
#include "domain/error.h"
#include "domain/profile.h"
#include "domain/result.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace desk {

class AuthManager;
class AuthManagers;

// A connection to the server of a team profile besides the open one: sockets and capabilities of its own, the session that the profile
// keeps anyway. Nobody is asked to sign in here: who has no session there gets Kind::Unauthorized. Closes itself when the session ends or
// becomes somebody else's; what was had of it is to be forgotten then. The local workspace is no such profile: its server runs only while
// it is open. Lives in the GUI thread.
class SideConnection : public QObject
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

    explicit SideConnection(Services services, QObject *parent = nullptr);
    ~SideConnection() override;

    void open(const Profile &profile); // closes what was open
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; } // why it Failed
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Capabilities &capabilities() const { return m_capabilities; } // none while it is not Ready
    [[nodiscard]] ApiClient &api() { return m_api; }
    [[nodiscard]] const AuthManager *session() const; // null: closed, or the profile is gone

Q_SIGNALS:
    void stateChanged(desk::SideConnection::State state);

private:
    void setState(State state);
    void fail(const Error &error);
    void openSession();
    void onSession();
    void askCapabilities();

    Services m_services;
    State m_state = State::Closed;
    Error m_error;
    Profile m_profile;
    QPointer<AuthManager> m_session;
    ProfileTokenSource m_tokens;
    Transport m_transport;
    ApiClient m_api;
    Capabilities m_capabilities;
    quint64 m_round = 0; // answers of an earlier one are dropped
};

} // namespace desk
