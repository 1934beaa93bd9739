#include "gui/mainwindow.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "gui/actions.h"
#include "gui/admin/adminpage.h"
#include "gui/agents/agentspage.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/transcriptview.h"
#include "gui/dialogs.h"
#include "gui/insights/insightspage.h"
#include "gui/profiles/profilemenu.h"
#include "gui/profiles/sessionbanner.h"
#include "gui/runs/runspage.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/linkfollower.h"
#include "gui/shell/navigationrail.h"
#include "gui/shell/pagehost.h"
#include "gui/shell/shelldialogs.h"
#include "gui/shell/statusline.h"
#include "gui/shell/storebanner.h"
#include "gui/shell/windowmemory.h"
#include "gui/shell/windowmenus.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/workflows/workflowspage.h"
#include "state/agentstore.h"
#include "state/chatsessions.h"
#include "state/conversationstore.h"
#include "state/insightstore.h"
#include "state/networksetup.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QVBoxLayout>

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
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Agent Desk"));
    setWindowIcon(Theme::icon(u"agentdesk"_s));
    buildPages();
    m_status =
        new StatusLine(services.workspace, services.sessions, services.runs, services.secrets, this); // last, so that Tab comes to it last
    m_memory = new WindowMemory(services.settings, services.workspace, *this, *m_chat);
    buildLayout();
    WindowMenus::fill(*menuBar(), *m_actions, *m_profiles);
    m_status->setProfileMenu(m_profiles);
    connectActions();
    connectSession();
    updateOffers();
    m_memory->restoreGeometry();
    const QString last = m_memory->page();
    showPage(m_pages->pages().constFirst().key);
    showPage(last);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    const Services &s = m_services;
    m_chat = new ChatPage({s.sessions, s.conversations, s.conversationModel, s.agents, s.attachments, s.workspace, s.dialogs, s.drafts,
                           &s.settings, s.pastedDir},
                          this);
    connect(m_chat, &ChatPage::settingsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
    addPage({u"chat"_s, tr("Chat"), u"chat"_s, m_chat, [this] { m_services.conversations.refresh(); }, nullptr,
             [this] { m_chat->focusComposer(); }});

    m_agents = new AgentsPage(s.agents, s.agentModel, s.workspace, this);
    connect(m_agents, &AgentsPage::chatRequested, this, &MainWindow::chatWithAgent);
    addPage({u"agents"_s, tr("Agents"), u"agents"_s, m_agents, [page = m_agents] { page->refresh(); }, m_agents->searchField(),
             [page = m_agents] { page->focusList(); }});

    m_workflows = new WorkflowsPage(s.workflows, s.workflowModel, s.workspace, this);
    addPage({u"workflows"_s, tr("Workflows"), u"workflows"_s, m_workflows, [page = m_workflows] { page->refresh(); },
             m_workflows->searchField(), [page = m_workflows] { page->focusList(); }});

    m_runs = new RunsPage(s.runs, s.runModel, s.workspace, s.dialogs, this);
    connect(m_runs, &RunsPage::conversationRequested, this, &MainWindow::openConversation);
    addPage({u"runs"_s, tr("Runs"), u"runs"_s, m_runs, [page = m_runs] { page->refresh(); }, m_runs->searchField(),
             [page = m_runs] { page->focusTable(); }});

    m_settingsPage = new SettingsPage(s, this);
    addPage({u"settings"_s, tr("Settings"), u"settings"_s, m_settingsPage, {}, nullptr, [this] { m_settingsPage->setFocus(); }});

    if (s.admin) {
        m_admin = new AdminPage(*s.admin, s.workspace, this);
        ShellPage page{u"admin"_s,
                       tr("Administration"),
                       u"server"_s,
                       m_admin,
                       [page = m_admin] { page->refresh(); },
                       nullptr,
                       [page = m_admin] { page->focusContent(); }};
        page.needs = CommandRules::Command::Administer;
        addPage(page);
    }
    if (s.insights) // last, so that the other pages keep their keys
        buildInsights();
}

void MainWindow::buildInsights()
{
    InsightStore &store = *m_services.insights;
    m_insights =
        new InsightsPage({store, m_services.conversations, m_services.conversationModel, m_services.workspace, m_services.dialogs}, this);
    connect(m_insights, &InsightsPage::conversationRequested, this, &MainWindow::openConversation);
    connect(&store, &InsightStore::availabilityChanged, this, &MainWindow::updateOffers);
    ShellPage page{u"insights"_s,
                   tr("Insights"),
                   u"thought"_s,
                   m_insights,
                   [this] { m_insights->refresh(); },
                   m_insights->searchField(),
                   [this] { m_insights->focusList(); }};
    // A server that begins to refuse while somebody is on the page explains itself there.
    page.exists = [this, &store] {
        using Availability = InsightStore::Availability;
        return store.availability() == Availability::Available ||
               (store.availability() != Availability::Unknown && m_pages->currentWidget() == m_insights);
    };
    addPage(page);
}

void MainWindow::addPage(const ShellPage &page)
{
    m_pages->add(page);
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
    connect(m_actions->newChat, &QAction::triggered, this, &MainWindow::newChat);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_actions->settings, &QAction::triggered, this, [this] { showPage(u"settings"_s); });
    connect(m_actions->about, &QAction::triggered, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::About)); });
    connect(m_actions->refresh, &QAction::triggered, this, [this] { m_pages->current().refresh(); });
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::findOnPage);
    connect(m_links, &LinkFollower::reached, this, &MainWindow::showLink);
    connect(m_chat, &ChatPage::statusMessage, m_status, &StatusLine::showActivity);
    connect(m_settingsPage, &SettingsPage::modelChanged, m_status, &StatusLine::update);
    connect(m_status, &StatusLine::secretsClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Secrets)); });
    connect(m_status, &StatusLine::modelClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
}

// Who is signed in, the way to the server, and what to do when either fails.
void MainWindow::connectSession()
{
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

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_memory->saveGeometry();
    if (!m_quitting && m_hidesOnClose && !qApp->isSavingSession() && m_hidesOnClose()) {
        event->ignore();
        hide();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::quit()
{
    m_quitting = true;
    const bool wasHidden = !isVisible();
    close();
    if (wasHidden)
        QApplication::quit(); // closing it closes no last window
}

void MainWindow::updateOffers()
{
    m_pages->updateOffers();
}

void MainWindow::showPage(const QString &key)
{
    m_pages->showPage(key);
}

void MainWindow::onPageShown(const QString &key)
{
    m_memory->rememberPage(key);
    setWindowTitle(tr("%1 – Agent Desk", "page").arg(m_pages->current().title));
    updatePageActions();
    if (m_pages->currentWidget() == m_admin && m_services.workspace.state() == Workspace::State::Ready)
        m_admin->refresh(); // nobody else loads it
}

QString MainWindow::currentPage() const
{
    return m_pages->current().key;
}

void MainWindow::updatePageActions()
{
    const ShellPage &page = m_pages->current();
    m_actions->refresh->setEnabled(static_cast<bool>(page.refresh));
    m_actions->find->setEnabled(page.search != nullptr || page.widget == m_chat);
    m_actions->exportChat->setEnabled(page.widget == m_chat && m_chat->canExport());
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
    showPage(u"chat"_s);
    m_chat->openConversation(id);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
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
