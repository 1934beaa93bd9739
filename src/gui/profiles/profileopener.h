#pragma once

#include "domain/profile.h"

#include <QObject>

class QWidget;

namespace desk {

class ChatSessions;
class Dialogs;
class ProfileStore;
class Workspace;

// Opens another profile in place of the one that is open; asks first while answers are being written.
class ProfileOpener : public QObject
{
    Q_OBJECT
public:
    ProfileOpener(ProfileStore &profiles, Workspace &workspace, ChatSessions &sessions, Dialogs &dialogs, QObject *parent = nullptr);

    void open(const Profile &profile, QWidget *asker); // nothing happens for the one that is open
    [[nodiscard]] bool isOpen(const Profile &profile) const;

private:
    ProfileStore &m_profiles;
    Workspace &m_workspace;
    ChatSessions &m_sessions;
    Dialogs &m_dialogs;
};

} // namespace desk
