#pragma once

#include "domain/capabilities.h"
#include "domain/error.h"
#include "domain/profile.h"
#include "domain/provider.h"
#include "domain/providerreport.h"
#include "domain/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class ApiClient;
template <typename T>
class ApiCall;
class AuthManager;
class AuthManagers;
class LocalServer;
class ProfileTokenSource;

// The connection to the server of one profile, from the start of the child process (local) or the first request (team) to
// the capabilities. Everything else waits for ready(). Lives in the GUI thread.
//
//   Stopped → Starting → Ready → (server died) Restarting → Ready …   and   → Failed with error() from anywhere.
//
// A team profile is opened through its session: Failed with Kind::Unauthorized means that somebody has to sign in, Failed with another
// kind and a session out of reach that its keeper is trying; either way it goes on by itself when there is a token. A session that ends
// later leaves the workspace Ready: calls fail Unauthorized and streams wait until somebody has signed in again, then ready() is emitted.
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
        // What has to be in place before the first connection to a team's servers; may take a while. Empty: nothing.
        std::function<void(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done)> prepare = {};
        std::function<QJsonObject()> network = {}; // how the local server reaches language models; empty: as the system says
    };

    Workspace(ApiClient &api, ProfileTokenSource &tokens, AuthManagers &sessions, Options options, QObject *parent = nullptr);
    ~Workspace() override;

    void open(const Profile &profile); // closes what was open
    void retry();                      // after Failed
    void close();                      // lets the local server finish and end
    void shutdown(int waitMs);         // close(), and wait that long at most: for the program's own end only

    // The language models of this start's turns: only its own server hears of them, in memory; other programs on the same data folder keep
    // theirs. The first one answers whoever asks for no other. None: the built-in engine answers. The keys of endpoints that are not among
    // them are forgotten, here and in the server.
    void setProviders(const QList<ModelProvider> &providers);
    // In use from now on, and by a server that starts later; empty: forgotten here and in the server. Its provider may be named later.
    void setProviderKey(const ModelProvider &provider, const QByteArray &key);
    // This one alone; an empty name: none. An empty key keeps the one of the same endpoint.
    void setProvider(const ModelProvider &provider, const QByteArray &key);
    // Besides, what the data folder itself names, for programs that name none; only for what a person decided to keep. While the local
    // server is not open it waits for that.
    void storeProviders(const QList<ModelProvider> &providers);
    void storeProvider(const ModelProvider &provider); // this one alone; an empty name: none

    // Asks the local server whether an endpoint can be used, without a change to anything. A typed key is for this test alone; an empty one
    // means the key that is in use for the same name and origin. Null: the local server is not open.
    [[nodiscard]] ApiCall<ProviderReport> *testProvider(ModelProvider provider, const QByteArray &typedKey);

    void sendNetwork(); // to the local server, when how the network is reached has changed

    // The open profile was edited: with another way to the server it is opened anew. Others: nothing happens.
    void updateProfile(const Profile &profile);

    // A pasted access token of a team server becomes the profile's session; empty ends it. done: see SecretStore.
    void saveToken(const Profile &profile, const QByteArray &token, QObject *context, std::function<void(const Result<> &)> done);

    // Whether the person is asked to sign in already: nothing else need say so.
    [[nodiscard]] bool asksForSignIn() const;
    [[nodiscard]] AuthManager *session() const; // of the open team profile; nullptr: local, or nothing open
    [[nodiscard]] AuthManagers &sessions() { return m_sessions; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &dataDir() const { return m_options.dataDir; }
    [[nodiscard]] qint64 serverPid() const; // of the local server, 0 when there is none
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Capabilities &capabilities() const { return m_capabilities; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool hasModel() const { return !m_providers.isEmpty(); }
    [[nodiscard]] ModelProvider provider() const { return m_providers.value(0); } // the first one; without a name: none
    [[nodiscard]] const QList<ModelProvider> &providers() const { return m_providers; }

Q_SIGNALS:
    void stateChanged(desk::Workspace::State state);
    void ready();                                  // each time State::Ready is entered: (re)load everything
    void providerFailed(const desk::Error &error); // the server did not take the settings of the language models
    // Signed out, or somebody else signed in: nothing that is kept of the one before may be shown any more. Before anything is asked for
    // in the new one's name.
    void accountChanged();
    void serverRestarted(); // the local server died and came back: running answers were interrupted

private:
    void setState(State state);
    void fail(const Error &error);
    void prepareTeam();
    void openTeam();
    void onSession();
    void onSignedIn();
    void onUnauthorized();
    void onSignedOut();
    void onAccountChanged();
    void startLocal();
    void onLocalReady();
    void onLocalDied(const Error &error);
    void askCapabilities();
    void setCapabilities(const Capabilities &capabilities);
    void onServerBack();
    void setUp();
    void enterReady();
    [[nodiscard]] bool isLocalReady() const { return m_state == State::Ready && m_profile.kind == Profile::Kind::Local; }
    // done is told of what was sent last, in this workspace: what an earlier list or another server is told is nobody's news.
    void sendProviders(std::function<void(const Result<> &outcome)> done);
    void onProvidersRefused(const Error &error, std::function<void(const Result<> &outcome)> done);
    void sendProviderKeys();
    void sendStored();

    ApiClient &m_api;
    ProfileTokenSource &m_tokens;
    AuthManagers &m_sessions;
    QPointer<AuthManager> m_session;
    Options m_options;
    Profile m_profile;
    Capabilities m_capabilities;
    Error m_error;
    State m_state = State::Stopped;
    std::unique_ptr<LocalServer> m_server;
    QList<ModelProvider> m_providers;
    QHash<QString, QByteArray> m_providerKeys;     // by endpoint
    quint64 m_providersTicket = 0;                 // of the list that counts
    std::optional<quint64> m_sendingIn;            // the generation in which a list is on its way to the server
    std::optional<QList<ModelProvider>> m_toStore; // not sent yet
    QTimer m_restartTimer;
    QTimer m_healthyTimer;
    bool m_waitsForSession = false;
    int m_restarts = 0;       // in a row, without a minute of health between
    quint64 m_generation = 0; // answers for an earlier open() are dropped
};

} // namespace desk
