#pragma once

#include <QObject>

namespace desk {

class AuthManager;
class ErrorBanner;
class SecretKeeper;
class Workspace;

// Says above the pages how the connection to the open workspace stands when it does not stand: the server cannot be reached, nobody is
// signed in, the session has ended while somebody was typing, or the sign-in service is away. Nothing on the pages changes for it.
class SessionBanner : public QObject
{
    Q_OBJECT
public:
    // secrets may be null. All outlive this.
    SessionBanner(Workspace &workspace, ErrorBanner &banner, const SecretKeeper *secrets, QObject *parent = nullptr);

    void update();

Q_SIGNALS:
    void signInRequested();
    void dataFolderRequested();
    void settingsRequested();
    void proxySignInRequested();
    void secretsRequested(); // the keychain is what stands in the way

private:
    void watch(AuthManager *session);
    bool showSession(AuthManager &session);
    void showFailure();

    Workspace &m_workspace;
    ErrorBanner &m_banner;
    const SecretKeeper *m_secrets;
};

} // namespace desk
