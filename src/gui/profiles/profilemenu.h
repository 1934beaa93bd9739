#pragma once

#include "gui/profiles/profileopener.h"
#include "state/profiles/profilestore.h"

#include <QMenu>

#include <functional>

namespace desk {

struct Services;
class AuthManager;

// The workspaces to choose from, each with its mark and account, and what can be done about the session of the one that is open. Filled
// anew whenever something of it changes, so that its shortcuts (Ctrl+Alt+1 …) always work.
class ProfileMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ProfileMenu(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInRequested();
    void manageRequested();

private:
    void fill();
    void addProfile(const Profile &profile, int number);
    void addSession(AuthManager &session);
    void watch(AuthManager *session);

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    ProfileStore &m_profiles;
    ProfileOpener m_opener;
    std::function<void(const QString &account)> m_remove; // what is stored here of one; empty: nothing is
};

} // namespace desk
