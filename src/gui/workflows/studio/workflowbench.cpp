#include "gui/workflows/studio/workflowbench.h"

#include "gui/chat/table/datawindows.h"
#include "gui/workflows/run/executionspane.h"
#include "gui/workflows/run/executionview.h"
#include "gui/workflows/studio/workflowstudio.h"
#include "state/agents/agentstore.h"
#include "state/executions/executionstore.h"
#include "state/tools/toolstore.h"
#include "state/workflows/workflowsession.h"
#include "state/workflowstore.h"
#include "state/workspace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestName = 100; // contract 3.4

} // namespace

WorkflowBench::WorkflowBench(QWidget *list, const Services &services, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_list(list)
    , m_windows(new DataWindows(*this, services.dialogs))
{
    addWidget(list);
    connect(&services.agents, &AgentStore::agentsChanged, this, &WorkflowBench::showSurroundings);
    if (services.tools != nullptr)
        connect(services.tools, &ToolStore::toolsChanged, this, &WorkflowBench::showSurroundings);
    connect(&services.workspace, &Workspace::ready, this, &WorkflowBench::showSurroundings);
    connect(&services.workflows, &WorkflowStore::cleared, this, &WorkflowBench::close);
}

// A studio goes before what it looks at, also one that was closed in this moment.
WorkflowBench::~WorkflowBench()
{
    blockSignals(true);
    setCurrentWidget(m_list); // a field that is left tells what stands in it
    if (m_session)
        m_session->close();
    // Before what they look at, and before the executions change: nobody is to make widgets for a window that is going.
    qDeleteAll(findChildren<WorkflowStudio *>(QString(), Qt::FindDirectChildrenOnly));
    m_services.executions.look({});
}

WorkflowSession *WorkflowBench::start()
{
    close();
    m_session = m_services.newSession(this);
    m_studio = new WorkflowStudio({*m_session, m_services.executions, m_services.inputs, m_services.dialogs}, this);
    addWidget(m_studio);
    setCurrentWidget(m_studio);
    showSurroundings();
    connect(m_studio, &WorkflowStudio::closeRequested, this, &WorkflowBench::close);
    connect(m_studio, &WorkflowStudio::tableRequested, m_windows, &DataWindows::showTable);
    connect(m_studio, &WorkflowStudio::saveRequested, m_windows, &DataWindows::save);
    connect(m_session, &WorkflowSession::saved, this, &WorkflowBench::saved);
    return m_session;
}

void WorkflowBench::open(const Workflow &workflow)
{
    start()->open(workflow);
    m_studio->focusCanvas();
}

void WorkflowBench::create()
{
    start()->openNew();
    m_studio->focusCanvas();
}

void WorkflowBench::openBegun(const QString &draftId)
{
    start()->openNew({}, draftId);
    m_studio->focusCanvas();
}

void WorkflowBench::createCopy(const Workflow &other)
{
    Workflow copy = other;
    copy.raw.insert("name"_L1, tr("Copy of %1").arg(other.name).left(longestName));
    start()->openNew(copy);
    m_studio->focusCanvas();
}

void WorkflowBench::run(const Workflow &workflow)
{
    start()->open(workflow);
    m_studio->run();
}

void WorkflowBench::showExecution(const Workflow &workflow, const ExecutionId &id)
{
    start()->open(workflow);
    m_studio->showExecution(id);
}

void WorkflowBench::restore(const Workflow &workflow, const QJsonObject &version, const QString &text)
{
    WorkflowSession *session = start();
    // Over what was kept of it, which must not go for that.
    connect(
        session, &WorkflowSession::ready, m_studio, [session, version, text] { session->editing().replaceDefinition(version, text); },
        Qt::SingleShotConnection);
    session->open(workflow);
    m_studio->focusCanvas();
}

WorkflowStudio *WorkflowBench::studio() const
{
    return m_studio;
}

void WorkflowBench::close()
{
    if (m_studio.isNull())
        return;
    m_services.executions.look({});
    setCurrentWidget(m_list); // a field that is left tells what stands in it
    letGo();
    Q_EMIT closed();
}

void WorkflowBench::letGo()
{
    WorkflowSession *session = std::exchange(m_session, nullptr);
    WorkflowStudio *studio = std::exchange(m_studio, nullptr);
    const bool isSaving = session->state() == WorkflowSession::State::Saving;
    session->close(); // what is not saved is kept now
    removeWidget(studio);
    studio->deleteLater(); // its own button may have asked for it
    if (isSaving)          // it waits for what became of that
        connect(session, &WorkflowSession::lateTaken, session, &QObject::deleteLater);
    else
        session->deleteLater();
}

void WorkflowBench::showSurroundings()
{
    if (m_studio.isNull())
        return;
    const WorkflowDialect dialect = workflowDialect(m_services.workspace.capabilities());
    InspectorSurroundings fields;
    fields.isTeamServer = dialect == WorkflowDialect::Team;
    fields.hasAgents = m_services.agents.isLoaded();
    fields.agents = m_services.agents.agents();
    WorkflowSurroundings rules{dialect};
    if (fields.hasAgents)
        rules.agents = fields.agents;
    if (m_services.tools != nullptr && m_services.tools->isLoaded()) {
        fields.hasTools = true;
        fields.tools = m_services.tools->tools();
        rules.tools = fields.tools;
    }
    m_studio->setSurroundings(fields, rules);
}

} // namespace desk
