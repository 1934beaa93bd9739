#include "state/agents/agentport.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/agents/agentimportrules.h"
#include "state/agents/agentsave.h"
#include "state/agents/agentstore.h"
#include "wire/json/agentjson.h"

#include <QPointer>

#include <utility>

namespace desk {

namespace {

Agent agentOf(const QJsonObject &definition)
{
    const Result<Agent> agent = wire::agentFromJson(definition);
    return agent ? *agent : Agent();
}

} // namespace

AgentPort::AgentPort(ApiClient &api, AgentStore &store, Surroundings surroundings, QObject *parent)
    : DefinitionPort(parent)
    , m_api(api)
    , m_store(store)
    , m_surroundings(std::move(surroundings))
{
    connect(&m_store, &AgentStore::agentsChanged, this, [this] {
        if (!m_store.isLoaded())
            Q_EMIT left();
    });
}

DefinitionImportPlan::Rules AgentPort::rules() const
{
    return AgentImportRules::of(m_surroundings());
}

void AgentPort::stop()
{
    ++m_round;
    delete std::exchange(m_save, nullptr);
}

void AgentPort::list(const TakeList &take)
{
    m_api.agents().list()->then(this, [this, take, round = m_round](const Result<QList<Agent>> &answer) {
        if (round != m_round)
            return;
        if (!answer)
            return take(Unexpected{answer.error()});
        m_store.takeList(*answer);
        QList<QJsonObject> out;
        for (const Agent &agent : *answer)
            out.append(wire::toJson(agent));
        take(out);
    });
}

void AgentPort::get(const QString &id, const TakeOne &take)
{
    m_api.agents().get(AgentId(id))->then(this, [take, round = m_round, this](const Result<Agent> &answer) {
        if (round == m_round)
            take(answer ? Result<QJsonObject>(wire::toJson(*answer)) : Result<QJsonObject>(Unexpected{answer.error()}));
    });
}

AgentSave *AgentPort::newSave(const TakeSaved &take)
{
    if (m_save)
        m_save->deleteLater(); // its signal brought us here
    m_save = new AgentSave(m_api, m_store, this);
    connect(m_save, &AgentSave::saved, this, [take](const Agent &agent, const QStringList &notKept, const QStringList &alsoChanged) {
        take(Saved{wire::toJson(agent), notKept, alsoChanged});
    });
    connect(m_save, &AgentSave::failed, this, [take](const Error &error) { take(Unexpected{error}); });
    connect(m_save, &AgentSave::conflicted, this, [take](const wire::ThreeWay &merge) { take(Unexpected{bothChanged(merge)}); });
    return m_save;
}

void AgentPort::create(const QJsonObject &mine, const TakeSaved &take)
{
    newSave(take)->create(agentOf(mine));
}

void AgentPort::update(const QJsonObject &base, const QJsonObject &mine, const TakeSaved &take)
{
    newSave(take)->update(agentOf(base), agentOf(mine));
}

void AgentPort::remove(const QJsonObject &definition, const TakeDone &take)
{
    const Agent agent = agentOf(definition);
    m_store.put(agent);
    m_store.remove(agent.id, [self = QPointer(this), id = agent.id, take, round = m_round](const Result<> &outcome) {
        if (!self || round != self->m_round)
            return;
        if (outcome)
            self->m_store.forget(id); // nothing of it was ever wanted
        take(outcome);
    });
}

} // namespace desk
