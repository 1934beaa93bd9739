#include "gui/shell/shelldialogs.h"

#include "auth/authmanager.h"
#include "gui/actions.h"
#include "gui/dialogs.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/diagnosticsdialog.h"
#include "gui/shell/doctordialog.h"
#include "gui/shell/shortcutsdialog.h"
#include "gui/signin/proxysignindialog.h"
#include "gui/signin/signindialog.h"
#include "state/networksetup.h"
#include "state/workspace.h"

#include <QAction>

namespace desk {

ShellDialogs::ShellDialogs(const Services &services, Actions &actions, QWidget &window)
    : QObject(&window)
    , m_services(services)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions.shortcuts, &QAction::triggered, this, &ShellDialogs::openShortcuts);
    connect(actions.doctor, &QAction::triggered, this, &ShellDialogs::openDoctor);
    actions.diagnostics->setEnabled(static_cast<bool>(services.diagnostics));
    connect(actions.diagnostics, &QAction::triggered, this, &ShellDialogs::openDiagnostics);
    connect(&services.workspace, &Workspace::stateChanged, this, &ShellDialogs::updateDoctor);
    updateDoctor();
}

void ShellDialogs::openShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_actions.withShortcuts(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ShellDialogs::openDoctor()
{
    NetworkSetup *network = m_services.network;
    if (!network)
        return;
    auto *dialog = new DoctorDialog(*network, m_services.workspace.profile(), &m_window);
    dialog->open();
    dialog->begin();
}

void ShellDialogs::openDiagnostics()
{
    (new DiagnosticsDialog(m_services.diagnostics, m_services.detailedLog, m_services.dialogs, &m_window))->open();
}

void ShellDialogs::updateDoctor()
{
    const bool isTeam = m_services.workspace.profile().kind == Profile::Kind::Team;
    m_actions.doctor->setEnabled(m_services.network && isTeam);
    m_actions.doctor->setToolTip(isTeam ? QString() : tr("The local workspace is on this computer: there is no way to look at."));
}

void ShellDialogs::signIn()
{
    AuthManager *session = m_services.workspace.session();
    if (!session)
        return;
    if (m_signIn) {
        m_signIn->raise();
        m_signIn->activateWindow();
        return;
    }
    m_signIn = new SignInDialog(*session, &m_window);
    connect(m_signIn, &SignInDialog::openRequested, this, [this](const QUrl &url) { m_services.dialogs.openUrl(url); });
    m_signIn->open();
    m_signIn->begin();
}

void ShellDialogs::signInToProxy()
{
    NetworkSetup *network = m_services.network;
    const QString proxy = network ? network->proxyFor(m_services.workspace.profile().baseUrl) : QString();
    if (!network || proxy.isEmpty()) {
        Q_EMIT settingsRequested(static_cast<int>(network ? SettingsPage::Section::Network : SettingsPage::Section::Profile));
        return;
    }
    auto *dialog = new ProxySignInDialog(*network, proxy, &m_window);
    dialog->open();
}

} // namespace desk
