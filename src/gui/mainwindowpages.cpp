// Which pages the main window has. How it works is in mainwindow.cpp.
#include "gui/mainwindow.h"

#include "gui/admin/adminpage.h"
#include "gui/agents/agentspage.h"
#include "gui/approvals/approvalspage.h"
#include "gui/insights/insightspage.h"
#include "gui/models/modelspage.h"
#include "gui/runs/runspage.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/chatservices.h"
#include "gui/shell/pagehost.h"
#include "gui/tools/toolspage.h"
#include "gui/workflows/workflowspage.h"
#include "state/approvals/approvalinbox.h"
#include "state/conversations/conversationstore.h"
#include "state/insights/insightstore.h"
#include "state/tools/toolstore.h"
#include "state/workflows/workflowwork.h"

namespace desk {

using namespace Qt::StringLiterals;

void MainWindow::buildPages()
{
    const Services &s = m_services;
    m_chat = new ChatPage(chatServices(s, s.attachments, false), this);
    connect(m_chat, &ChatPage::settingsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
    addPage({u"chat"_s, tr("Chat"), u"chat"_s, m_chat, [this] { m_services.conversations.refresh(); }, nullptr,
             [this] { m_chat->focusComposer(); }});

    m_agents = new AgentsPage({s.agents,
                               s.agentModel,
                               s.workspace,
                               s.dialogs,
                               s.agentMarks,
                               {s.newAgentEditing, s.agentChoices, {s.newScratchRun, s.newScratchScenarios, s.newDesignTalk}},
                               s.newVersions,
                               &s.runs,
                               s.newAgentFigures,
                               {s.newAgentImport, s.newAgentPromotion, &s.profiles}},
                              this);
    connect(m_agents, &AgentsPage::chatRequested, this, &MainWindow::chatWithAgent);
    connect(m_agents, &AgentsPage::runRequested, this, [this](const RunId &id) {
        showPage(u"runs"_s);
        m_runs->choose(id);
    });
    addPage({u"agents"_s, tr("Agents"), u"agents"_s, m_agents, [page = m_agents] { page->refresh(); }, m_agents->searchField(),
             [page = m_agents] { page->focusList(); }});

    if (s.toolStore && s.toolModel)
        buildTools();
    if (s.modelCatalog && s.llmModel && s.providers && s.newProviderCheck)
        buildModels();

    m_workflows = new WorkflowsPage(s.workflows, s.workflowModel, s.workspace, s.newVersions, this);
    m_workflows->setExchange(s.dialogs, s.workflowExchange);
    if (s.workflowWork) {
        m_workflows->setStudio({s.workspace, s.dialogs, s.workflows, s.agents, s.toolStore, s.workflowWork->executions(),
                                s.workflowWork->inputs(), [work = s.workflowWork](QObject *parent) { return work->newSession(parent); },
                                &s.workflowWork->begun()});
    }
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
    if (s.approvals)
        buildApprovals();
}

void MainWindow::buildTools()
{
    const Services &s = m_services;
    m_tools = new ToolsPage({*s.toolStore, *s.toolModel, s.workspace, s.dialogs, s.newToolRun,
                             s.newToolConfigs ? s.newToolConfigs(this) : nullptr, s.newVersions, s.toolCases, s.toolExchange},
                            this);
    connect(m_tools, &ToolsPage::agentRequested, this, [this](const AgentId &id) {
        showPage(u"agents"_s);
        m_agents->choose(id);
    });
    connect(m_agents, &AgentsPage::toolRequested, this, &MainWindow::showTool);
    connect(s.toolStore, &ToolStore::toolsChanged, this, &MainWindow::tellTools);
    connect(s.toolStore, &ToolStore::loadingChanged, this, &MainWindow::tellTools);
    tellTools();
    addPage({u"tools"_s, tr("Tools"), u"tool"_s, m_tools, [page = m_tools] { page->refresh(); }, m_tools->searchField(),
             [page = m_tools] { page->focusList(); }});
}

void MainWindow::showTool(const QString &name)
{
    const Tool *tool = m_services.toolStore->findByName(name);
    const ToolId id = tool ? tool->id : ToolId(); // a page that comes into view loads anew
    showPage(u"tools"_s);
    m_tools->choose(id);
}

void MainWindow::tellTools()
{
    QHash<QString, QString> texts;
    for (const Tool &tool : m_services.toolStore->tools())
        texts.insert(tool.name, tool.description);
    m_agents->setToolTexts(texts, m_services.toolStore->isLoaded());
}

void MainWindow::buildModels()
{
    const Services &s = m_services;
    m_models = new ModelsPage({*s.modelCatalog, *s.llmModel, *s.providers, s.workspace, s.newProviderCheck}, this);
    connect(m_models, &ModelsPage::agentRequested, this, [this](const AgentId &id) {
        showPage(u"agents"_s);
        m_agents->choose(id);
    });
    connect(m_models, &ModelsPage::settingsRequested, this, [this] { openSettings(static_cast<int>(SettingsPage::Section::Model)); });
    addPage({u"models"_s, tr("Models"), u"model"_s, m_models, [page = m_models] { page->refresh(); }, m_models->searchField(),
             [page = m_models] { page->focusList(); }});
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

void MainWindow::buildApprovals()
{
    ApprovalInbox &inbox = *m_services.approvals;
    m_approvals = new ApprovalsPage(inbox, m_services.workspace, this);
    connect(m_approvals, &ApprovalsPage::conversationRequested, this, &MainWindow::openConversation);
    connect(&inbox, &ApprovalInbox::changed, this, &MainWindow::tellApprovals);
    addPage({u"approvals"_s, tr("Approvals"), u"pending"_s, m_approvals, [this] { m_approvals->refresh(); }, nullptr,
             [this] { m_approvals->focusList(); }});
    tellApprovals();
}

void MainWindow::tellApprovals()
{
    const int count = m_services.approvals->count();
    m_pages->setBadge(u"approvals"_s, count, tr("%n waiting", "things that need an answer", count));
}

void MainWindow::addPage(const ShellPage &page)
{
    m_pages->add(page);
}

} // namespace desk
