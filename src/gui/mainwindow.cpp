#include "gui/mainwindow.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "gui/actions.h"
#include "gui/admin/adminpage.h"
#include "gui/agents/agentspage.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/transcriptview.h"
#include "gui/diagnosticsdialog.h"
#include "gui/dialogs.h"
#include "gui/doctordialog.h"
#include "gui/insights/insightspage.h"
#include "gui/navigationrail.h"
#include "gui/profiles/profilemenu.h"
#include "gui/profiles/sessionbanner.h"
#include "gui/runs/runspage.h"
#include "gui/settings/settingspage.h"
#include "gui/shortcutsdialog.h"
#include "gui/signin/proxysignindialog.h"
#include "gui/signin/signindialog.h"
#include "gui/statusline.h"
#include "gui/storebanner.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/workflows/workflowspage.h"
#include "state/agentstore.h"
#include "state/chatsessions.h"
#include "state/conversationstore.h"
#include "state/insightstore.h"
#include "state/networksetup.h"
#include "state/settings.h"
#include "state/workflowstore.h"
#include "state/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_rules(services.workspace)
    , m_actions(new Actions(*this))
    , m_rail(new NavigationRail(this))
    , m_stack(new QStackedWidget(this))
    , m_failure(new ErrorBanner(this))
    , m_session(new SessionBanner(services.workspace, *m_failure, services.secrets, this))
    , m_profiles(new ProfileMenu(services, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Agent Desk"));
    setWindowIcon(Theme::icon(u"agentdesk"_s));
    buildPages();
    m_status =
        new StatusLine(services.workspace, services.sessions, services.runs, services.secrets, this); // last, so that Tab comes to it last
    buildLayout();
    buildMenus();
    connectActions();
    connectSearch();
    connect(&m_services.workspace, &Workspace::ready, this, &MainWindow::reopenConversation);
    connect(&m_services.conversations, &ConversationStore::conversationsChanged, this, [this] {
        if (m_services.conversations.isSavedCopy())
            reopenConversation();
    });
    connect(&m_services.workspace, &Workspace::ready, this, &MainWindow::followLink);
    connect(&m_services.agents, &AgentStore::agentsChanged, this, &MainWindow::followLink);
    connect(&m_services.workflows, &WorkflowStore::workflowsChanged, this, &MainWindow::followLink);
    connect(&m_services.workspace, &Workspace::stateChanged, this, &MainWindow::updateOffers);
    connect(&m_services.workspace.sessions(), &AuthManagers::added, this, [this](AuthManager *session) {
        connect(session, &AuthManager::stateChanged, this, &MainWindow::updateOffers);
        connect(session, &AuthManager::personChanged, this, &MainWindow::updateOffers);
    });
    updateOffers();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    const Services &s = m_services;
    m_chat = new ChatPage({s.sessions, s.conversations, s.conversationModel, s.agents, s.attachments, s.workspace, s.dialogs, s.drafts,
                           &s.settings, s.pastedDir},
                          this);
    m_chat->restoreSplitter(s.settings.value(Settings::Key::ChatSplitter).toByteArray());
    connect(m_chat, &ChatPage::settingsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
    connect(m_chat, &ChatPage::conversationShown, this, &MainWindow::rememberConversation);
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
        Page page{u"admin"_s,
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
    Page page{u"insights"_s,
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
               (store.availability() != Availability::Unknown && m_stack->currentWidget() == m_insights);
    };
    addPage(page);
}

void MainWindow::addPage(const Page &page)
{
    m_pages.append(page);
    m_stack->addWidget(page.widget);
    QAction *action = m_actions->addPage(page.key, page.title, page.iconName);
    const bool atBottom = page.key == "settings"_L1;
    m_rail->addPage(*action, u"rail:"_s + page.key, atBottom ? NavigationRail::Place::Bottom : NavigationRail::Place::Top);
    connect(action, &QAction::triggered, this, [this, key = page.key] { showPage(key); });
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
    column->addWidget(m_stack, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions->newChat);
    file->addAction(m_actions->exportChat);
    file->addSeparator();
    file->addAction(m_actions->quit);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_actions->fillEditMenu(*edit);
    edit->addSeparator();
    edit->addAction(m_actions->find);
    edit->addAction(m_actions->findEverywhere);
    edit->addSeparator();
    edit->addAction(m_actions->settings);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    auto *group = new QActionGroup(this);
    for (QAction *page : m_actions->pages()) {
        group->addAction(page);
        view->addAction(page);
    }
    view->addSeparator();
    view->addAction(m_actions->refresh);
    menuBar()->addMenu(m_profiles);
    m_status->setProfileMenu(m_profiles);
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions->shortcuts);
    help->addAction(m_actions->doctor);
    help->addAction(m_actions->diagnostics);
    help->addAction(m_actions->about);
}

void MainWindow::connectActions()
{
    connect(m_actions->exportChat, &QAction::triggered, m_chat, &ChatPage::exportConversation);
    connect(m_chat, &ChatPage::canExportChanged, this, &MainWindow::updatePageActions);
    connect(m_actions->newChat, &QAction::triggered, this, &MainWindow::newChat);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quit);
    connect(m_actions->settings, &QAction::triggered, this, [this] { showPage(u"settings"_s); });
    connect(m_actions->about, &QAction::triggered, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::About)); });
    connect(m_actions->refresh, &QAction::triggered, this, [this] { m_pages.at(m_stack->currentIndex()).refresh(); });
    connect(m_actions->find, &QAction::triggered, this, [this] {
        QLineEdit *search = m_pages.at(m_stack->currentIndex()).search;
        if (search == nullptr)
            return m_chat->transcript()->openFind();
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(m_actions->withShortcuts(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_services.workspace, &Workspace::stateChanged, this, &MainWindow::updateDoctor);
    updateDoctor();
    connect(m_actions->doctor, &QAction::triggered, this, [this] {
        NetworkSetup *network = m_services.network;
        if (!network)
            return;
        auto *dialog = new DoctorDialog(*network, m_services.workspace.profile(), this);
        dialog->open();
        dialog->begin();
    });
    m_actions->diagnostics->setEnabled(static_cast<bool>(m_services.diagnostics));
    connect(m_actions->diagnostics, &QAction::triggered, this,
            [this] { (new DiagnosticsDialog(m_services.diagnostics, m_services.detailedLog, m_services.dialogs, this))->open(); });
    connect(m_chat, &ChatPage::statusMessage, m_status, &StatusLine::showActivity);
    connect(m_settingsPage, &SettingsPage::modelChanged, m_status, &StatusLine::update);
    const auto openProfiles = [this] { openSettings(static_cast<int>(SettingsPage::Section::Profile)); };
    connect(m_profiles, &ProfileMenu::manageRequested, this, openProfiles);
    connect(m_profiles, &ProfileMenu::signInRequested, this, &MainWindow::signIn);
    connect(m_session, &SessionBanner::signInRequested, this, &MainWindow::signIn);
    connect(m_session, &SessionBanner::secretsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Secrets)); });
    connect(m_session, &SessionBanner::proxySignInRequested, this, &MainWindow::signInToProxy);
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
    connect(m_status, &StatusLine::secretsClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Secrets)); });
    connect(m_status, &StatusLine::modelClicked, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
}

void MainWindow::restore()
{
    resize(Theme::space(this, 150), Theme::space(this, 96));
    restoreGeometry(m_services.settings.value(Settings::Key::WindowGeometry).toByteArray());
    const QString last = m_services.settings.text(Settings::Key::WindowPage);
    showPage(m_pages.constFirst().key);
    showPage(last);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.set(Settings::Key::WindowGeometry, saveGeometry());
    m_services.settings.set(Settings::Key::ChatSplitter, m_chat->splitterState());
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

bool MainWindow::isOffered(const Page &page) const
{
    return (!page.needs || m_rules.isOffered(*page.needs)) && (!page.exists || page.exists());
}

// The server alone decides (AUTH-10); this keeps out of the way what would be refused.
void MainWindow::updateOffers()
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        QAction *action = m_actions->pages().at(i);
        const bool offered = isOffered(m_pages.at(i));
        action->setVisible(offered);
        action->setEnabled(offered); // its keys, too
        if (!offered && m_pages.at(i).key == currentPage())
            showPage(m_pages.constFirst().key);
    }
}

void MainWindow::showPage(const QString &key)
{
    // Focus that was on the page that goes moves to the one that comes; on the rail or in the status line it stays.
    const QWidget *focus = focusWidget();
    const bool focusMoves = !focus || m_stack->isAncestorOf(focus);
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).key != key || !isOffered(m_pages.at(i)))
            continue;
        m_stack->setCurrentIndex(static_cast<int>(i));
        m_actions->pages().at(i)->setChecked(true);
        m_services.settings.set(Settings::Key::WindowPage, key);
        setWindowTitle(tr("%1 – Agent Desk", "page").arg(m_pages.at(i).title));
        updatePageActions();
        if (focusMoves)
            m_pages.at(i).focus();
        if (m_pages.at(i).widget == m_admin && m_services.workspace.state() == Workspace::State::Ready)
            m_admin->refresh(); // nobody else loads it
    }
}

QString MainWindow::currentPage() const
{
    return m_pages.at(m_stack->currentIndex()).key;
}

void MainWindow::updatePageActions()
{
    const Page &page = m_pages.at(m_stack->currentIndex());
    m_actions->refresh->setEnabled(static_cast<bool>(page.refresh));
    m_actions->find->setEnabled(page.search != nullptr || page.widget == m_chat);
    m_actions->exportChat->setEnabled(page.widget == m_chat && m_chat->canExport());
}

void MainWindow::updateDoctor()
{
    const bool isTeam = m_services.workspace.profile().kind == Profile::Kind::Team;
    m_actions->doctor->setEnabled(m_services.network && isTeam);
    m_actions->doctor->setToolTip(isTeam ? QString() : tr("The local workspace is on this computer: there is no way to look at."));
}

void MainWindow::signInToProxy()
{
    NetworkSetup *network = m_services.network;
    const QString proxy = network ? network->proxyFor(m_services.workspace.profile().baseUrl) : QString();
    if (!network || proxy.isEmpty()) {
        openSettings(static_cast<int>(network ? SettingsPage::Section::Network : SettingsPage::Section::Profile));
        return;
    }
    auto *dialog = new ProxySignInDialog(*network, proxy, this);
    dialog->open();
}

void MainWindow::signIn()
{
    AuthManager *session = m_services.workspace.session();
    if (!session)
        return;
    if (m_signIn) {
        m_signIn->raise();
        m_signIn->activateWindow();
        return;
    }
    m_signIn = new SignInDialog(*session, this);
    connect(m_signIn, &SignInDialog::openRequested, this, [this](const QUrl &url) { m_services.dialogs.openUrl(url); });
    m_signIn->open();
    m_signIn->begin();
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
    m_link = link;
    followLink();
}

void MainWindow::followLink()
{
    if (!m_link || m_services.workspace.state() != Workspace::State::Ready)
        return;
    const DeskLink link = *m_link;
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
        if (!m_services.agents.isLoaded())
            return; // asked again when they are
        known(u"agents"_s, m_agents->choose(AgentId(link.id)));
        break;
    case DeskLink::Kind::Workflow:
        if (!m_services.workflows.isLoaded())
            return;
        known(u"workflows"_s, m_workflows->choose(WorkflowId(link.id)));
        break;
    }
    m_link.reset();
}

// One for each profile: another server, or account, does not know the conversation.
void MainWindow::rememberConversation(const ConversationId &id)
{
    QVariantMap last = m_services.settings.value(Settings::Key::LastConversation).toMap();
    last.insert(profileKey(), id.value());
    m_services.settings.set(Settings::Key::LastConversation, last);
}

void MainWindow::reopenConversation()
{
    if (std::exchange(m_reopenedFor, profileKey()) == profileKey())
        return; // ready again: somebody may have begun something else
    const QVariantMap last = m_services.settings.value(Settings::Key::LastConversation).toMap();
    const ConversationId id(last.value(profileKey()).toString());
    if (!id.isEmpty() && m_chat->conversationId().isEmpty())
        m_chat->openConversation(id);
}

QString MainWindow::profileKey() const
{
    const Profile &profile = m_services.workspace.profile();
    return profile.id.isEmpty() ? profile.name : profile.id;
}

} // namespace desk
