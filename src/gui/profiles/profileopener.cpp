#include "gui/profiles/profileopener.h"

#include "gui/dialogs.h"
#include "state/chat/chatsessions.h"
#include "state/profiles/profilestore.h"
#include "state/workspace.h"

namespace desk {

ProfileOpener::ProfileOpener(ProfileStore &profiles, Workspace &workspace, ChatSessions &sessions, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_workspace(workspace)
    , m_sessions(sessions)
    , m_dialogs(dialogs)
{
}

bool ProfileOpener::isOpen(const Profile &profile) const
{
    const Profile &current = m_workspace.profile();
    const bool same = profile.kind == current.kind && (profile.kind == Profile::Kind::Local || profile.id == current.id);
    return same && m_workspace.state() != Workspace::State::Stopped;
}

void ProfileOpener::open(const Profile &profile, QWidget *asker)
{
    if (isOpen(profile))
        return;
    const auto open = [this, profile] {
        m_profiles.noteOpened(profile);
        m_workspace.open(profile);
    };
    if (m_sessions.busyCount() == 0)
        return open();
    m_dialogs.confirm(
        asker, tr("Change the profile?"),
        tr("%n answer(s) are still being written. They go on at the server, but not before your eyes.", nullptr, m_sessions.busyCount()),
        tr("Change profile"), open);
}

} // namespace desk
