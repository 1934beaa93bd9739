#include "gui/mainwindow.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "gui/actions.h"
#include "gui/admin/adminpage.h"
#include "gui/agents/agentspage.h"
#include "gui/approvals/approvalspage.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/turnactions.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/dialogs.h"
#include "gui/models/modelspage.h"
#include "gui/palette/palette.h"
#include "gui/profiles/profilemenu.h"
#include "gui/profiles/sessionbanner.h"
#include "gui/runs/runspage.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "gui/shell/linkfollower.h"
#include "gui/shell/navigationrail.h"
#include "gui/shell/openedfiles.h"
#include "gui/shell/pagehost.h"
#include "gui/shell/settingsbanner.h"
#include "gui/shell/shelldialogs.h"
#include "gui/shell/statusline.h"
#include "gui/shell/storebanner.h"
#include "gui/shell/windowmemory.h"
#include "gui/shell/windowmenus.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/workflows/workflowspage.h"
#include "state/agents/agentstore.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/networksetup.h"
#include "state/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_rules(services.workspace)
    , m_actions(new Actions(*this))
    , m_rail(new NavigationRail(this))
    , m_pages(new PageHost(*m_actions, *m_rail, m_rules, this))
    , m_failure(new ErrorBanner(this))
    , m_session(new SessionBanner(services.workspace, *m_failure, services.secrets, this))
    , m_profiles(new ProfileMenu(services, this))
    , m_dialogs(new ShellDialogs(services, *m_actions, *this))
    , m_links(new LinkFollower(services.workspace, services.agents, services.workflows, this))
    , m_opened(new OpenedFiles(services.workspace, services.dialogs, this))
    , m_palette(new Palette(services, *m_actions, *m_profiles, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Agent Desk"));
    setWindowIcon(Theme::icon(u"agentdesk"_s));
    setAcceptDrops(true);
    buildPages();
    m_status =
        new StatusLine(services.workspace, services.sessions, services.runs, services.secrets, this); // last, so that Tab comes to it last
    m_windows = new ConversationWindows(services, *this, *m_chat);
    m_memory = new WindowMemory(services.settings, services.workspace, *this, *m_chat, *m_windows);
    buildLayout();
    auto *conversation = new QMenu(tr("&Conversation"), this);
    m_chat->conversations().fillMenu(*conversation);
    WindowMenus::fill(*menuBar(), *m_actions, *conversation, *m_profiles, *m_windows->menu());
    m_status->setProfileMenu(m_profiles);
    connectActions();
    connectSearch();
    connectSession();
    connectWindows();
    updateOffers();
    m_memory->restoreGeometry();
    const QString last = m_memory->page();
    showPage(m_pages->pages().constFirst().key);
    showPage(last);
}

MainWindow::~MainWindow()
{
    delete m_memory; // while there is something to remember
    delete m_windows;
}

void MainWindow::buildLayout()
{
    auto *center = new QWidget(this);
    auto *row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const int gap = Theme::space(this, 2);
    m_failure->setContentsMargins(gap, gap, gap, 0);
    m_failure->setObjectName(u"workspaceFailure"_s);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failure);
    if (m_services.health) {
        auto *kept = new StoreBanner(*m_services.health, this);
        kept->setContentsMargins(gap, gap, gap, 0);
        column->addWidget(kept);
    }
    auto *repaired = new SettingsBanner(m_services.settings, this);
    repaired->setContentsMargins(gap, gap, gap, 0);
    column->addWidget(repaired);
    column->addWidget(m_pages, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
}

void MainWindow::connectActions()
{
    connect(m_pages, &PageHost::pageShown, this, &MainWindow::onPageShown);
    connect(m_actions->exportChat, &QAction::triggered, m_chat, &ChatPage::exportConversation);
    connect(m_chat, &ChatPage::canExportChanged, this, &MainWindow::updatePageActions);
    connect(m_actions->importChat, &QAction::triggered, this, [this] {
        comeForward();
        showPage(u"chat"_s);
    });
    m_chat->conversations().offerImport(*m_actions->importChat);
    m_actions->list(m_chat->conversations().withKeys());
    m_actions->list(m_chat->turnActions()->actions());
    // From the menus of every window: what they show is here.
    connect(m_actions->newChat, &QAction::triggered, this, [this] {
        comeForward();
        newChat();
    });
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_actions->settings, &QAction::triggered, this, [this] {
        comeForward();
        showPage(u"settings"_s);
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        comeForward();
        openSettings(static_cast<int>(SettingsPage::Section::About));
    });
    for (QAction *page : m_actions->pages())
        connect(page, &QAction::triggered, this, [this] {
            if (!isActiveWindow()) // chosen in another window
                comeForward();
        });
    connect(m_actions->refresh, &QAction::triggered, this, [this] { m_pages->current().refresh(); });
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::findOnPage);
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_palette, &Palette::conversationChosen, this, &MainWindow::showConversation);
    connect(m_palette, &Palette::agentChosen, this, [this](const QString &name) {
        comeForward();
        chatWithAgent(name);
    });
    connect(m_links, &LinkFollower::reached, this, &MainWindow::showLink);
    connect(m_opened, &OpenedFiles::accepted, this, [this](const QStringList &paths) {
        newChat();
        m_chat->takeFiles(paths);
    });
    connect(m_chat, &ChatPage::statusMessage, m_status, &StatusLine::showActivity);
    connect(m_settingsPage, &SettingsPage::modelChanged, m_status, &StatusLine::update);
    connect(m_status, &StatusLine::secretsClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Secrets)); });
    connect(m_status, &StatusLine::modelClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
}

// Who is signed in, the way to the server, and what to do when either fails.
void MainWindow::connectSession()
{
    connect(&m_services.conversations, &ConversationStore::conversationsChanged, this, [this] {
        if (m_services.conversations.isSavedCopy()) // there is no connection, and may be none for long
            m_memory->reopen();
    });
    connect(&m_services.workspace, &Workspace::stateChanged, this, &MainWindow::updateOffers);
    connect(&m_services.workspace.sessions(), &AuthManagers::added, this, [this](AuthManager *session) {
        connect(session, &AuthManager::stateChanged, this, &MainWindow::updateOffers);
        connect(session, &AuthManager::personChanged, this, &MainWindow::updateOffers);
    });
    connect(m_dialogs, &ShellDialogs::settingsRequested, this, &MainWindow::openSettings);
    const auto openProfiles = [this] { openSettings(static_cast<int>(SettingsPage::Section::Profile)); };
    connect(m_profiles, &ProfileMenu::manageRequested, this, openProfiles);
    connect(m_profiles, &ProfileMenu::signInRequested, m_dialogs, &ShellDialogs::signIn);
    connect(m_session, &SessionBanner::signInRequested, m_dialogs, &ShellDialogs::signIn);
    connect(m_session, &SessionBanner::secretsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Secrets)); });
    connect(m_session, &SessionBanner::proxySignInRequested, m_dialogs, &ShellDialogs::signInToProxy);
    connect(m_session, &SessionBanner::settingsRequested, this, [this, openProfiles] {
        if (m_services.network && m_services.workspace.error().kind == Error::Kind::Tls)
            openSettings(static_cast<int>(SettingsPage::Section::Network));
        else
            openProfiles();
    });
    if (m_services.network)
        connect(m_services.network, &NetworkSetup::changed, this, [this] {
            if (m_services.workspace.state() == Workspace::State::Failed)
                m_services.workspace.retry();
        });
    connect(m_session, &SessionBanner::dataFolderRequested, this,
            [this] { m_services.dialogs.openUrl(QUrl::fromLocalFile(m_services.dataDir)); });
}

// False: it stays, for somebody is asked.
bool MainWindow::mayClose(QWidget *closing)
{
    const QList<ConversationWindow *> &windows = m_windows->windows();
    const bool isLast = (closing == this || !isVisible()) && std::all_of(windows.cbegin(), windows.cend(), [closing](const QWidget *other) {
                            return other == closing || !other->isVisible();
                        });
    return m_quitting || qApp->isSavingSession() || !isLast || !m_asksOnClose || !m_asksOnClose(closing);
}

// Of a window beside this one: false leaves the program in the tray.
bool MainWindow::quitsOnClose()
{
    if (isVisible() || !m_hidesOnClose || !m_hidesOnClose())
        return true;
    if (!m_quitting && m_windows->windows().size() <= 1)
        Q_EMIT leftToTray();
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_memory->write();
    if (isVisible() && !mayClose(this)) {
        event->ignore();
        return;
    }
    if (!m_quitting && m_hidesOnClose && !qApp->isSavingSession() && m_hidesOnClose()) {
        event->ignore();
        hide();
        if (m_windows->windows().isEmpty())
            Q_EMIT leftToTray();
        return;
    }
    QMainWindow::closeEvent(event);
}

// Files dropped where no page takes them are for the chat (D-23): it comes forward, and they are attached there, or in the window where
// its conversation is written.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ChatPage::localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = ChatPage::localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    openConversation(m_chat->conversationId());
    ConversationWindow *own = m_windows->find(m_chat->conversationId());
    (own != nullptr ? own->chat() : *m_chat).takeFiles(paths);
}

void MainWindow::quit()
{
    m_quitting = true;
    m_memory->finish();
    m_windows->closeAll();
    const bool wasHidden = !isVisible();
    close();
    if (wasHidden)
        QApplication::quit(); // closing it closes no last window
}

void MainWindow::updateOffers()
{
    m_pages->updateOffers();
    updatePageActions();
}

void MainWindow::showPage(const QString &key)
{
    m_pages->showPage(key);
}

// What the windows of single conversations ask for is done here.
void MainWindow::connectWindows()
{
    m_windows->setShared({{m_actions->newChat, m_actions->quit}, {m_actions->palette, m_actions->settings}, m_windows->menu()});
    m_windows->setQuitOnClose([this] { return quitsOnClose(); });
    m_windows->setMayClose([this](QWidget *closing) { return mayClose(closing); });
    connect(m_windows, &ConversationWindows::statusMessage, m_status, &StatusLine::showActivity);
    connect(m_windows, &ConversationWindows::newChatRequested, this, [this] {
        comeForward();
        newChat();
    });
    connect(m_windows, &ConversationWindows::settingsRequested, this, [this] {
        comeForward();
        openSettings(static_cast<int>(SettingsPage::Section::Model));
    });
    const auto showInsights = [this] {
        comeForward();
        showPage(u"insights"_s);
    };
    connect(m_windows, &ConversationWindows::insightsRequested, this, showInsights);
    connect(m_chat, &ChatPage::insightsRequested, this, showInsights);
    connect(m_actions->openInWindow, &QAction::triggered, this, [this] { m_windows->open(m_chat->conversationId()); });
    connect(m_actions->insights, &QAction::triggered, m_chat, &ChatPage::toggleInsights);
    connect(m_chat, &ChatPage::conversationShown, this, &MainWindow::updatePageActions);
}

void MainWindow::onPageShown(const QString &key)
{
    m_memory->rememberPage(key);
    setWindowTitle(tr("%1 – Agent Desk", "page").arg(m_pages->current().title));
    updatePageActions();
    if (m_pages->currentWidget() == m_admin && m_services.workspace.state() == Workspace::State::Ready)
        m_admin->refresh(); // nobody else loads it
    if (m_models && m_pages->currentWidget() == m_models && m_services.workspace.state() == Workspace::State::Ready)
        m_models->refresh(); // the same
}

QString MainWindow::currentPage() const
{
    return m_pages->current().key;
}

void MainWindow::updatePageActions()
{
    const ShellPage &page = m_pages->current();
    const bool isChat = page.widget == m_chat;
    const QString onlyInChat = isChat ? QString() : tr("This works in the chat.");
    const auto offer = [](QAction &action, const QString &whyNot) {
        action.setEnabled(whyNot.isEmpty());
        action.setToolTip(whyNot);
    };
    offer(*m_actions->refresh, page.refresh ? QString() : tr("There is nothing to load on this page."));
    offer(*m_actions->find, page.search != nullptr || isChat ? QString() : tr("There is nothing to search on this page."));
    offer(*m_actions->exportChat, isChat && !m_chat->canExport() ? tr("This conversation has no messages yet.") : onlyInChat);
    offer(*m_actions->openInWindow, isChat ? m_windows->whyNot(m_chat->conversationId()) : onlyInChat);
    offer(*m_actions->insights, isChat && !m_chat->hasInsights() ? tr("The server keeps no insights.") : onlyInChat);
}

void MainWindow::openPalette()
{
    const QList<ConversationWindow *> &windows = m_windows->windows();
    const auto active =
        std::find_if(windows.cbegin(), windows.cend(), [](const ConversationWindow *window) { return window->isActiveWindow(); });
    if (active != windows.cend())
        m_palette->open(**active, (*active)->chat(), false);
    else
        m_palette->open(*this, *m_chat, true);
}

void MainWindow::findOnPage()
{
    QLineEdit *search = m_pages->current().search;
    if (search == nullptr)
        return m_chat->transcript()->openFind();
    search->setFocus(Qt::ShortcutFocusReason);
    search->selectAll();
}

void MainWindow::openSettings(int section)
{
    showPage(u"settings"_s);
    m_settingsPage->showSection(static_cast<SettingsPage::Section>(section));
}

void MainWindow::newChat()
{
    showPage(u"chat"_s);
    m_chat->newChat();
}

void MainWindow::chatWithAgent(const QString &agentName)
{
    showPage(u"chat"_s);
    m_chat->newChatWith(agentName);
}

void MainWindow::openConversation(const ConversationId &id)
{
    if (ConversationWindow *window = m_windows->find(id))
        return window->comeForward();
    showPage(u"chat"_s);
    m_chat->openConversation(id);
}

void MainWindow::showConversation(const ConversationId &id)
{
    if (ConversationWindow *window = m_windows->find(id)) {
        window->comeForward();
        window->chat().focusComposer();
        return;
    }
    comeForward();
    if (!id.isEmpty())
        openConversation(id);
    m_chat->focusComposer();
}

ConversationId MainWindow::watched() const
{
    const QList<ConversationWindow *> &windows = m_windows->windows();
    const auto active = std::find_if(windows.cbegin(), windows.cend(),
                                     [](const ConversationWindow *window) { return window->isActiveWindow() && !window->isMinimized(); });
    if (active != windows.cend())
        return (*active)->conversationId();
    const bool isChat = isVisible() && isActiveWindow() && !isMinimized() && currentPage() == "chat"_L1;
    return isChat ? m_chat->conversationId() : ConversationId();
}

bool MainWindow::watchesApprovals() const
{
    return m_approvals && isVisible() && isActiveWindow() && !isMinimized() && currentPage() == "approvals"_L1;
}

void MainWindow::showApproval(const QString &key)
{
    if (!m_approvals)
        return;
    comeForward();
    showPage(u"approvals"_s);
    m_approvals->choose(key);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::openFiles(const QStringList &paths)
{
    m_opened->open(paths);
}

void MainWindow::openLink(const DeskLink &link)
{
    m_links->open(link);
}

void MainWindow::showLink(const DeskLink &link)
{
    const auto known = [this](const QString &page, bool found) {
        showPage(page);
        if (!found)
            m_status->showActivity(tr("What the link leads to is not in this workspace."));
    };
    switch (link.kind) {
    case DeskLink::Kind::Conversation:
        openConversation(ConversationId(link.id));
        break;
    case DeskLink::Kind::Run:
        showPage(u"runs"_s);
        m_runs->choose(RunId(link.id));
        break;
    case DeskLink::Kind::Agent:
        known(u"agents"_s, m_agents->choose(AgentId(link.id)));
        break;
    case DeskLink::Kind::Workflow:
        known(u"workflows"_s, m_workflows->choose(WorkflowId(link.id)));
        break;
    }
}

} // namespace desk
