#include "gui/profiles/profilemenu.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "gui/dialogs.h"
#include "gui/profiles/profilemark.h"
#include "gui/profiles/profilename.h"
#include "gui/services.h"
#include "state/workspace.h"

#include <QPointer>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// A menu takes "&" as a mnemonic.
QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

ProfileMenu::ProfileMenu(const Services &services, QWidget *parent)
    : QMenu(tr("&Profile"), parent)
    , m_workspace(services.workspace)
    , m_dialogs(services.dialogs)
    , m_profiles(services.profiles)
    , m_opener(services.profiles, services.workspace, services.sessions, services.dialogs)
    , m_remove(services.removeStored)
{
    setObjectName(u"profileMenu"_s);
    connect(&m_profiles, &ProfileStore::changed, this, &ProfileMenu::fill);
    connect(&m_workspace, &Workspace::stateChanged, this, &ProfileMenu::fill);
    connect(&m_workspace.sessions(), &AuthManagers::added, this, &ProfileMenu::watch);
    fill();
}

void ProfileMenu::watch(AuthManager *session)
{
    connect(session, &AuthManager::stateChanged, this, &ProfileMenu::fill);
    connect(session, &AuthManager::personChanged, this, &ProfileMenu::fill);
}

void ProfileMenu::fill()
{
    clear();
    int number = 0;
    const QList<Profile> all = m_profiles.all();
    for (const Profile &profile : all)
        addProfile(profile, ++number);
    addSeparator();
    if (AuthManager *session = m_workspace.session())
        addSession(*session);
    QAction *manage = addAction(tr("&Manage Profiles…"));
    manage->setObjectName(u"manageProfiles"_s);
    connect(manage, &QAction::triggered, this, &ProfileMenu::manageRequested);
}

void ProfileMenu::addProfile(const Profile &profile, int number)
{
    constexpr int shortcuts = 9;
    const AuthManager *session = m_workspace.sessions().find(profile.id);
    const QString person = session ? session->person().label() : QString();
    const QString name = menuText(displayName(profile));
    auto *action = addAction(profileMark(profile.colour, font()),
                             person.isEmpty() ? name : tr("%1 (%2)", "profile, person").arg(name, menuText(person)));
    action->setObjectName(u"profile-"_s + profile.id);
    action->setCheckable(true);
    action->setChecked(m_opener.isOpen(profile));
    if (number <= shortcuts)
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
    // After the menu has closed and this action is gone: opening fills the menu anew.
    connect(
        action, &QAction::triggered, this, [this, profile] { m_opener.open(profile, parentWidget()); }, Qt::QueuedConnection);
}

void ProfileMenu::addSession(AuthManager &session)
{
    if (session.hasSession()) {
        QAction *out = addAction(tr("Sign &Out…"));
        out->setObjectName(u"signOut"_s);
        connect(out, &QAction::triggered, this, [this, kept = QPointer(&session)] {
            m_dialogs.confirm(parentWidget(), tr("Sign out?"),
                              tr("The sign-in is taken out of the keychain of this computer. What you typed and have not sent stays."),
                              tr("Sign out"), [kept] {
                                  if (kept)
                                      kept->signOut();
                              });
        });
    }
    if (session.hasSession() && m_remove) {
        QAction *clear = addAction(tr("Sign Out and &Remove…"));
        clear->setObjectName(u"signOutAndRemove"_s);
        connect(clear, &QAction::triggered, this, [this, kept = QPointer(&session)] {
            m_dialogs.confirm(parentWidget(), tr("Sign out and remove?"),
                              tr("The sign-in is taken out of the keychain of this computer, and everything of this account that is stored "
                                 "here is removed: what was typed and not sent, messages that wait, and the parts of answers that the "
                                 "server does not have. What the server has stays there."),
                              tr("Sign out and remove"), [kept, remove = m_remove] {
                                  if (!kept)
                                      return;
                                  const QString account = kept->account();
                                  kept->signOut();
                                  remove(account);
                              });
        });
    }
    if (!session.hasSession() || session.state() == AuthManager::State::Expired) {
        QAction *in = addAction(tr("Sign &In…"));
        in->setObjectName(u"signIn"_s);
        connect(in, &QAction::triggered, this, &ProfileMenu::signInRequested, Qt::QueuedConnection); // signing in fills the menu anew
    }
    addSeparator();
}

} // namespace desk
