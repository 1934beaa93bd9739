#include "gui/agents/agentspage.h"

#include "gui/agents/agentdetail.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/agents/agentcopy.h"
#include "state/agents/agentstore.h"
#include "state/models/agentfilter.h"
#include "state/models/agentlistmodel.h"
#include "state/workspace.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

AgentsPage::AgentsPage(AgentStore &store, AgentListModel &model, Workspace &workspace, const AgentWorkbench::Services &writing,
                       QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(model)
    , m_workspace(workspace)
    , m_header(new PageHeader(tr("Agents"), tr("Search agents"), this))
    , m_banner(new ErrorBanner(this))
    , m_filter(new AgentFilter(this))
    , m_list(new QListView(this))
    , m_detail(new AgentDetail(this))
    , m_workbench(new AgentWorkbench(m_detail, writing, this))
{
    setObjectName(u"agentsPage"_s);
    m_filter->setAgents(&m_model);
    m_list->setObjectName(u"agentList"_s);
    m_list->setAccessibleName(tr("Agents"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(u"agents"_s, AgentListModel::TitleRole, AgentListModel::DescriptionRole, m_list));
    m_list->setUniformItemSizes(true);
    new EmptyHint(*m_list, tr("No agent matches the search."));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_workbench);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    const ContentStack::EmptyText none{u"agents"_s, tr("No agents"), tr("This server offers none to you.")};
    m_stack = new ContentStack(workspace, splitter, none, this);

    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_workbench->hide();
    buildWriting();
    connectParts();
    keepSelection();
}

void AgentsPage::connectParts()
{
    connect(searchField(), &QLineEdit::textChanged, m_filter, &AgentFilter::setText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AgentsPage::updateDetail);
    connect(m_detail, &AgentDetail::chatRequested, this, &AgentsPage::chatRequested);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chatRequested(index.data(AgentListModel::NameRole).toString()); });
    connect(&m_store, &AgentStore::agentsChanged, this, &AgentsPage::keepSelection);
    connect(&m_store, &AgentStore::agentsChanged, m_banner, &ErrorBanner::clear);
    connect(&m_store, &AgentStore::loadingChanged, this, &AgentsPage::updateStatus);
    connect(&m_store, &AgentStore::failed, this, &AgentsPage::showFailure);
    connect(m_stack, &ContentStack::retryRequested, this, &AgentsPage::refresh);
    connect(&m_store, &AgentStore::agentChanged, this, &AgentsPage::updateDetail);
}

void AgentsPage::buildWriting()
{
    if (!m_workbench->canWrite())
        return;
    auto *create = new QPushButton(Theme::icon(u"add"_s), tr("&New agent"), this);
    create->setObjectName(u"newAgent"_s);
    m_header->addFilter(create);
    m_detail->offerWriting();
    connect(create, &QPushButton::clicked, this, [this] {
        m_workbench->create();
        m_workbench->show();
    });
    connect(m_detail, &AgentDetail::editRequested, this, [this] {
        if (const Agent *agent = m_store.find(m_current))
            m_workbench->edit(*agent);
    });
    connect(m_detail, &AgentDetail::copyRequested, this, [this] {
        QStringList taken;
        for (const Agent &agent : m_store.agents())
            taken.append(agent.name);
        if (const Agent *agent = m_store.find(m_current))
            m_workbench->createFrom(agentCopy(*agent, taken));
    });
    connect(m_workbench, &AgentWorkbench::saved, this, [this](const AgentId &id) { m_current = id; });
    connect(m_workbench, &AgentWorkbench::closed, this, [this] {
        keepSelection();
        focusList();
    });
    // Whoever looks at another agent is done with this one, for now: what was written is a draft.
    connect(m_list, &QListView::clicked, m_workbench, &AgentWorkbench::close);
    connect(&m_workspace, &Workspace::accountChanged, m_workbench, &AgentWorkbench::close);
}

void AgentsPage::refresh()
{
    m_store.refresh();
}

void AgentsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QLineEdit *AgentsPage::searchField() const
{
    return m_header->search();
}

bool AgentsPage::choose(const AgentId &id)
{
    const QModelIndex source = m_model.indexOf(id);
    if (!source.isValid())
        return false;
    if (!m_filter->mapFromSource(source).isValid())
        searchField()->clear(); // it is filtered away
    m_list->setCurrentIndex(m_filter->mapFromSource(source));
    updateDetail();
    return true;
}

void AgentsPage::updateStatus()
{
    m_stack->setStatus({m_store.isLoading(), m_store.isLoaded(), m_store.agents().isEmpty()});
}

void AgentsPage::updateDetail()
{
    const Agent *agent = m_model.agentAt(m_filter->mapToSource(m_list->currentIndex()));
    m_workbench->setVisible(agent != nullptr || m_workbench->isWriting());
    if (!agent || m_workbench->isWriting())
        return;
    m_current = agent->id;
    m_detail->setAgent(*agent);
}

void AgentsPage::keepSelection()
{
    updateStatus();
    QModelIndex index = m_filter->mapFromSource(m_model.indexOf(m_current));
    if (!index.isValid())
        index = m_filter->index(0, 0);
    m_list->setCurrentIndex(index);
    updateDetail();
}

void AgentsPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
