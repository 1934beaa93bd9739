#include "gui/desktop/desktopintegration.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/guard/sendguard.h"
#include "gui/desktop/answerkeeper.h"
#include "gui/desktop/answernotices.h"
#include "gui/desktop/approvalnotices.h"
#include "gui/desktop/desktopfeatures.h"
#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/desktop/screentaker.h"
#include "gui/desktop/trayicon.h"
#include "gui/desktop/traynotifier.h"
#include "gui/mainwindow.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/chat/sourcefiles.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QApplication>
#ifdef Q_OS_LINUX
#include "gui/desktop/portalshortcut.h"
#endif

using namespace Qt::StringLiterals;

namespace desk {

DesktopIntegration::DesktopIntegration(const Services &services, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_window(window)
    , m_tray(std::make_unique<TrayIcon>(services.sessions, services.conversations))
    , m_quickAsk(std::make_unique<QuickAskWindow>(services.sessions, services.workspace, services.dialogs))
    , m_notices(new AnswerNotices(
          {services.sessions, services.conversations, services.settings, [this](const ConversationId &id) { return isWatched(id); }}, this))
    , m_keeper(new AnswerKeeper(
          {services.sessions, services.settings, services.workspace, services.dialogs, [this] { return m_tray->isShown(); }}, window, this))
    , m_trayNotifier(new TrayNotifier(m_tray->icon(), this))
{
    m_quickAsk->followSettings(services.settings);
    offerMaterial();
    if (services.drafts)
        m_quickAsk->keepDrafts(*services.drafts);
    connectTray();
    connectNotices();
    if (m_services.approvals)
        connectApprovals();
    connectShortcut();
    connect(&services.settings, &Settings::changed, this, &DesktopIntegration::applySettings);
}

// Its files are of a queue of its own: the main window's stay as they are.
void DesktopIntegration::offerMaterial()
{
    if (!m_services.newAttachments)
        return;
    AttachmentQueue *queue = m_services.newAttachments(this);
    if (SourceFiles *sources = m_services.sources)
        connect(queue, &AttachmentQueue::uploaded, this,
                [sources](const StoredFile &file, const QString &path) { sources->originals().remember(file, path); });
    m_quickAsk->offer({m_services.agents, *queue, m_services.desktop->selection, m_services.desktop->screen.get()}, m_services.pastedDir);
}

DesktopIntegration::~DesktopIntegration()
{
    delete m_keeper; // asks the tray
}

void DesktopIntegration::start()
{
    applySettings();
#ifdef Q_OS_LINUX
    if (auto *shortcut = qobject_cast<PortalShortcut *>(m_services.desktop->quickAsk.get()))
        shortcut->start(m_services.settings.value(Settings::Key::QuickAskBound).toBool());
#endif
}

void DesktopIntegration::connectTray()
{
    connect(m_tray.get(), &TrayIcon::openRequested, &m_window, &MainWindow::comeForward);
    connect(m_tray.get(), &TrayIcon::newChatRequested, this, [this] {
        m_window.comeForward();
        m_window.newChat();
    });
    connect(m_tray.get(), &TrayIcon::quickAskRequested, this, &DesktopIntegration::quickAsk);
    connect(m_tray.get(), &TrayIcon::conversationRequested, this, &DesktopIntegration::openConversation);
    connect(m_tray.get(), &TrayIcon::quitRequested, &m_window, &MainWindow::quit);
    connect(m_quickAsk.get(), &QuickAskWindow::conversationRequested, this, &DesktopIntegration::openConversation);
}

void DesktopIntegration::connectNotices()
{
    if (Notifier *notifier = m_services.desktop->notifier.get()) {
        m_notices->addNotifier(*notifier);
        m_keeper->addNotifier(*notifier);
    }
    m_notices->addNotifier(*m_trayNotifier);
    m_keeper->addNotifier(*m_trayNotifier);
    connect(m_notices, &AnswerNotices::unseenChanged, this, [this] {
        const AnswerNotices::Unseen unseen = m_notices->unseen();
        m_tray->setUnseen(unseen.answers, unseen.questions);
    });
    connect(m_notices, &AnswerNotices::openRequested, this, &DesktopIntegration::openConversation);
    connect(m_notices, &AnswerNotices::replyRequested, this, &DesktopIntegration::reply);
    connect(&m_window.chat(), &ChatPage::conversationShown, this, &DesktopIntegration::seen);
    connect(qApp, &QApplication::focusChanged, this, &DesktopIntegration::seen); // the window came forward
}

void DesktopIntegration::connectApprovals()
{
    m_approvals = new ApprovalNotices({*m_services.approvals, m_services.settings, [this] { return m_window.watchesApprovals(); }}, this);
    if (Notifier *notifier = m_services.desktop->notifier.get())
        m_approvals->addNotifier(*notifier);
    m_approvals->addNotifier(*m_trayNotifier);
    connect(m_approvals, &ApprovalNotices::openRequested, &m_window, &MainWindow::showApproval);
}

void DesktopIntegration::connectShortcut()
{
    GlobalShortcut *shortcut = m_services.desktop->quickAsk.get();
    if (!shortcut)
        return;
    connect(shortcut, &GlobalShortcut::activated, this, &DesktopIntegration::quickAsk);
    connect(shortcut, &GlobalShortcut::stateChanged, this, [this, shortcut] {
        if (shortcut->state() == GlobalShortcut::State::Bound)
            m_services.settings.set(Settings::Key::QuickAskBound, true);
    });
}

void DesktopIntegration::applySettings()
{
    m_tray->setShown(m_services.settings.value(Settings::Key::TrayIcon).toBool());
}

void DesktopIntegration::quickAsk()
{
    m_quickAsk->summon();
}

void DesktopIntegration::openConversation(const ConversationId &id)
{
    m_window.showConversation(id);
    m_notices->withdraw(id);
}

void DesktopIntegration::reply(const ConversationId &id, const QString &text)
{
    ChatSession *session = m_services.sessions.find(id);
    const bool canSend = session && !session->isBusy() && m_services.workspace.state() == Workspace::State::Ready;
    const QString said = text.trimmed();
    const GuardPolicy policy = GuardPolicy::of(m_services.settings, m_services.workspace.profile());
    if (said.isEmpty() || !canSend || !SendGuard::find(said, policy).findings.isEmpty()) {
        openConversation(id);
        if (!said.isEmpty()) { // where it can be looked at, and sent
            m_window.chat().openConversation(id);
            m_window.chat().addText(said);
        }
        return;
    }
    m_notices->withdraw(id);
    session->send(said, {}, {});
}

bool DesktopIntegration::isWatched(const ConversationId &id) const
{
    if (m_quickAsk->isVisible() && m_quickAsk->isActiveWindow() && m_quickAsk->conversationId() == id)
        return true;
    return !id.isEmpty() && m_window.watched() == id;
}

void DesktopIntegration::seen()
{
    if (m_window.isVisible())
        m_keeper->withdraw();
    const ConversationId id = m_window.watched();
    if (!id.isEmpty())
        m_notices->withdraw(id);
    if (const ConversationId quick = m_quickAsk->conversationId(); m_quickAsk->isVisible() && m_quickAsk->isActiveWindow())
        m_notices->withdraw(quick);
}

} // namespace desk
