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
    start()->open(workflow);
    m_session->editing().replaceDefinition(version, text);
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
    m_session->close(); // what is not saved is kept now
    setCurrentWidget(m_list);
    removeWidget(m_studio);
    m_studio->deleteLater(); // its own button may have asked for it
    m_session->deleteLater();
    m_studio.clear();
    m_session.clear();
    Q_EMIT closed();
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
