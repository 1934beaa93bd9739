#include "state/definitions/definitionrecords.h"

#include "state/agents/agentstore.h"
#include "state/tools/toolstore.h"
#include "state/workflowstore.h"
#include "wire/json/agentjson.h"
#include "wire/json/tooljson.h"
#include "wire/json/workflowjson.h"

namespace desk {

namespace {

template <typename T>
DefinitionVersion seen(DefinitionKind kind, const T &definition)
{
    DefinitionVersion out;
    out.key = {kind, definition.id.value()};
    out.name = definition.name;
    out.json = wire::toJson(definition);
    out.origin = VersionOrigin::Seen;
    out.serverVersion = definition.version;
    return out;
}

} // namespace

DefinitionRecords::DefinitionRecords(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_history(store)
    , m_drafts(store)
    , m_agentMarks(store)
    , m_trialMarks(store)
{
    connect(&m_history, &DefinitionHistory::notKept, this, &DefinitionRecords::notKept);
    connect(&m_drafts, &DefinitionDrafts::notKept, this, &DefinitionRecords::notKept);
    connect(&m_agentMarks, &DefinitionMarks::notKept, this, &DefinitionRecords::notKept);
    connect(&m_trialMarks, &DefinitionMarks::notKept, this, &DefinitionRecords::notKept);
}

void DefinitionRecords::follow(AgentStore &agents)
{
    connect(&agents, &AgentStore::agentsChanged, this, [this, &agents] {
        QList<DefinitionVersion> versions;
        for (const Agent &agent : agents.agents()) {
            if (!agents.isPending(agent.id)) // else it shows what no server has taken
                versions.append(seen(DefinitionKind::Agent, agent));
        }
        m_history.addSeen(versions);
    });
}

void DefinitionRecords::follow(ToolStore &tools)
{
    connect(&tools, &ToolStore::toolsChanged, this, [this, &tools] {
        QList<DefinitionVersion> versions;
        for (const Tool &tool : tools.tools())
            versions.append(seen(DefinitionKind::Tool, tool));
        m_history.addSeen(versions);
    });
}

void DefinitionRecords::follow(WorkflowStore &workflows)
{
    connect(&workflows, &WorkflowStore::workflowsChanged, this, [this, &workflows] {
        QList<DefinitionVersion> versions;
        for (const Workflow &workflow : workflows.workflows())
            versions.append(seen(DefinitionKind::Workflow, workflow));
        m_history.addSeen(versions);
    });
}

void DefinitionRecords::open(const QString &account)
{
    m_history.open(account);
    m_drafts.open(account);
    m_agentMarks.open(account, DefinitionKind::Agent);
    m_trialMarks.open(account, DefinitionKind::Unknown);
}

void DefinitionRecords::forget(const QString &account)
{
    m_drafts.forget(account);
    m_agentMarks.forget(account);
    m_trialMarks.forget(account);
}

void DefinitionRecords::flush()
{
    m_drafts.flush();
}

} // namespace desk
