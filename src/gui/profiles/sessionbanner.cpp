#include "gui/profiles/sessionbanner.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/secretkeeper.h"
#include "gui/widgets/errorbanner.h"
#include "state/workspace.h"

#include <QPointer>

namespace desk {

SessionBanner::SessionBanner(Workspace &workspace, ErrorBanner &banner, const SecretKeeper *secrets, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_banner(banner)
    , m_secrets(secrets)
{
    connect(&m_workspace, &Workspace::stateChanged, this, &SessionBanner::update);
    connect(&m_workspace.sessions(), &AuthManagers::added, this, &SessionBanner::watch);
    update();
}

void SessionBanner::watch(AuthManager *session)
{
    connect(session, &AuthManager::stateChanged, this, &SessionBanner::update);
    connect(session, &AuthManager::stillUnreachable, this, &SessionBanner::update); // its button has hidden the banner
}

void SessionBanner::update()
{
    AuthManager *session = m_workspace.session();
    if (session && session->isStarted() && showSession(*session))
        return;
    if (m_workspace.state() == Workspace::State::Failed)
        showFailure();
    else
        m_banner.clear();
}

// False: the session is not what is the matter.
bool SessionBanner::showSession(AuthManager &session)
{
    const bool failed = m_workspace.state() == Workspace::State::Failed;
    if (failed && m_workspace.error().kind != Error::Kind::Unauthorized && session.state() != AuthManager::State::Unreachable)
        return false; // the way there, not who goes it
    Error error;
    switch (session.state()) {
    case AuthManager::State::SigningIn: // what it is about stays on the screen meanwhile
    case AuthManager::State::Expired:
        if (failed) {
            error = m_workspace.error();
            break;
        }
        error.kind = Error::Kind::Unauthorized;
        error.message = tr("Your sign-in at %1 has ended. What you typed is kept.", "profile").arg(session.profile().name);
        error.nextStep = tr("Sign in again to go on.");
        error.detail = session.error().detail;
        break;
    case AuthManager::State::SignedOut:
        if (!failed)
            return false;
        error = m_workspace.error();
        break;
    case AuthManager::State::Unreachable:
        error = session.error();
        if (error.kind != Error::Kind::Storage) // else it is the keychain that cannot be read, and its error says so
            error.message = tr("The sign-in service does not answer. You are still signed in, and it is asked again by itself.");
        m_banner.showError(error, tr("Try now"), [kept = QPointer(&session)] {
            if (kept)
                kept->retryNow();
        });
        if (error.kind == Error::Kind::Storage && m_secrets && m_secrets->state() == SecretState::Locked)
            m_banner.setSecondAction(tr("Open settings"), [this] { Q_EMIT secretsRequested(); }); // where it is unlocked
        else if (error.kind == Error::Kind::Storage)
            m_banner.setSecondAction(tr("Sign In…"), [this] { Q_EMIT signInRequested(); });
        return true;
    default:
        return false;
    }
    m_banner.showError(error, tr("Sign In…"), [this] { Q_EMIT signInRequested(); });
    return true;
}

void SessionBanner::showFailure()
{
    m_banner.showError(m_workspace.error(), tr("Try again"), [this] { m_workspace.retry(); });
    if (m_workspace.profile().kind == Profile::Kind::Local)
        m_banner.setSecondAction(tr("Open data folder"), [this] { Q_EMIT dataFolderRequested(); });
    else if (m_workspace.error().kind == Error::Kind::Proxy)
        m_banner.setSecondAction(tr("Sign in to the proxy…"), [this] { Q_EMIT proxySignInRequested(); });
    else
        m_banner.setSecondAction(tr("Open settings"), [this] { Q_EMIT settingsRequested(); });
}

} // namespace desk
