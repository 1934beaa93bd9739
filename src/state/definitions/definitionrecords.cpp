#include "state/definitions/definitionrecords.h"

#include "state/agents/agentstore.h"
#include "wire/json/agentjson.h"

namespace desk {

namespace {

QList<DefinitionVersion> seen(const AgentStore &agents)
{
    QList<DefinitionVersion> out;
    for (const Agent &agent : agents.agents()) {
        if (!agents.isPending(agent.id)) // else it shows what no server has taken
            out.append({0,
                        {DefinitionKind::Agent, agent.id.value()},
                        agent.name,
                        wire::toJson(agent),
                        {},
                        VersionOrigin::Seen,
                        {},
                        agent.version,
                        {}});
    }
    return out;
}

} // namespace

DefinitionRecords::DefinitionRecords(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_history(store)
    , m_drafts(store)
    , m_agentMarks(store)
{
    connect(&m_history, &DefinitionHistory::notKept, this, &DefinitionRecords::notKept);
    connect(&m_drafts, &DefinitionDrafts::notKept, this, &DefinitionRecords::notKept);
    connect(&m_agentMarks, &DefinitionMarks::notKept, this, &DefinitionRecords::notKept);
}

void DefinitionRecords::follow(AgentStore &agents)
{
    connect(&agents, &AgentStore::agentsChanged, this, [this, &agents] { m_history.addSeen(seen(agents)); });
}

void DefinitionRecords::open(const QString &account)
{
    m_history.open(account);
    m_drafts.open(account);
    m_agentMarks.open(account, DefinitionKind::Agent);
}

void DefinitionRecords::forget(const QString &account)
{
    m_drafts.forget(account);
    m_agentMarks.forget(account);
}

void DefinitionRecords::flush()
{
    m_drafts.flush();
}

} // namespace desk
