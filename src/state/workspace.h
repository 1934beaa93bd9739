#pragma once

#include "domain/capabilities.h"
#include "domain/error.h"
#include "domain/profile.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace desk {

class ApiClient;
template <typename T>
class ApiCall;
class LocalServer;
class ProfileTokenSource;
class SecretStore;

// The connection to the server of one profile, from the start of the child process (local) or the first request (team) to
// the capabilities. Everything else waits for ready(). Lives in the GUI thread.
//
//   Stopped → Starting → Ready → (server died) Restarting → Ready …   and   → Failed with error() from anywhere.
class Workspace : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Ready, Restarting, Failed };
    Q_ENUM(State)

    struct Options {
        QString dataDir;       // of the local server
        QString serverProgram; // path of agentdesk-localserver
        QString language;      // of the built-in engine's answers
    };

    Workspace(ApiClient &api, ProfileTokenSource &tokens, SecretStore &secrets, Options options, QObject *parent = nullptr);
    ~Workspace() override;

    void open(const Profile &profile); // closes what was open; team: reads the token from the secret store
    void retry();                      // after Failed
    void close();                      // lets the local server finish and end
    void shutdown(int waitMs);         // close(), and wait that long at most: for the program's own end only
    void setProvider(const ModelProvider &provider, const QByteArray &key); // empty name: none; an empty key keeps the one of the same name

    void forgetProviderKey(); // in this process and in the server

    // The access token of a team server, kept in the secret store and nowhere else; empty removes it. done: see SecretStore.
    void saveToken(const Profile &profile, const QByteArray &token, QObject *context, std::function<void(const Result<> &)> done);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &dataDir() const { return m_options.dataDir; }
    [[nodiscard]] qint64 serverPid() const; // of the local server, 0 when there is none
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Capabilities &capabilities() const { return m_capabilities; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool hasModel() const { return !m_provider.name.isEmpty(); }
    [[nodiscard]] const ModelProvider &provider() const { return m_provider; }

Q_SIGNALS:
    void stateChanged(desk::Workspace::State state);
    void ready();                                  // each time State::Ready is entered: (re)load everything
    void providerFailed(const desk::Error &error); // the server did not take the language model's settings
    void serverRestarted();                        // the local server died and came back: running answers were interrupted

private:
    void setState(State state);
    void fail(const Error &error);
    void startLocal();
    void onLocalReady();
    void onLocalDied(const Error &error);
    void askCapabilities();
    void setCapabilities(const Capabilities &capabilities);
    void onServerBack();
    void setUp();
    void enterReady();
    [[nodiscard]] ApiCall<void> *sendProvider();

    ApiClient &m_api;
    ProfileTokenSource &m_tokens;
    SecretStore &m_secrets;
    Options m_options;
    Profile m_profile;
    Capabilities m_capabilities;
    Error m_error;
    State m_state = State::Stopped;
    std::unique_ptr<LocalServer> m_server;
    ModelProvider m_provider;
    QByteArray m_providerKey;
    QTimer m_restartTimer;
    QTimer m_healthyTimer;
    int m_restarts = 0;       // in a row, without a minute of health between
    quint64 m_generation = 0; // answers for an earlier open() are dropped
};

} // namespace desk
