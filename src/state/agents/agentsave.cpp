#include "state/agents/agentsave.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/agents/agentstore.h"
#include "wire/json/agentjson.h"

#include <QJsonArray>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRounds = 3; // of somebody else saving between our look and our write

const QStringList &serverOwned()
{
    static const QStringList members{u"id"_s, u"name"_s, u"is_builtin"_s, u"created_by"_s, u"version"_s, u"created_at"_s, u"updated_at"_s};
    return members;
}

// What `mine` has that `merged` says otherwise, as an agent that is like `server` in all other things.
Agent agentFrom(const Agent &server, const QJsonObject &merged)
{
    const Result<Agent> read = wire::agentFromJson(merged);
    return wire::agentWith(server, wire::agentChanges(server, read ? *read : server));
}

bool saysNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

// What was sent and is not in the answer. That it says nothing in another way is no loss.
QStringList lostMembers(const QJsonObject &sent, const Agent &answer)
{
    const Agent kept = wire::agentWith(answer, sent);
    const QJsonObject held = wire::toJson(answer);
    QStringList lost = wire::agentChanges(answer, kept).keys();
    lost.removeIf([&](const QString &member) { return saysNothing(sent.value(member)) && saysNothing(held.value(member)); });
    return lost;
}

bool isSameContent(const Agent &a, const Agent &b)
{
    QJsonObject changes = wire::agentChanges(a, wire::agentWith(a, wire::agentCreation(b)));
    changes.remove("context_compression"_L1); // which the team server never keeps
    return changes.isEmpty();
}

} // namespace

AgentSave::AgentSave(ApiClient &api, AgentStore &store, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
    connect(&store, &AgentStore::updated, this, &AgentSave::onUpdated);
    connect(&store, &AgentStore::pendingChanged, this, &AgentSave::onPending);
    connect(&store, &AgentStore::removed, this, [this](const AgentId &id) {
        if ((m_isSending || m_isWaiting) && id == m_base.id)
            fail();
    });
    connect(&store, &AgentStore::updateFailed, this,
            [this](const AgentId &id, const Agent &, const Error &error) { onRefused(id, error); });
}

void AgentSave::update(const Agent &base, const Agent &mine)
{
    m_base = base;
    m_mine = mine;
    m_isWaiting = m_store.isPending(base.id); // for an earlier edit: what comes of it is what the look must see
    if (!m_isWaiting)
        look();
}

void AgentSave::look()
{
    m_api.agents().get(m_base.id)->then(this, [this](const Result<Agent> &answer) {
        if (answer)
            merge(*answer);
        else
            Q_EMIT failed(answer.error());
    });
}

void AgentSave::onPending(const AgentId &id)
{
    if (m_isWaiting && id == m_base.id && !m_store.isPending(id)) {
        m_isWaiting = false;
        look();
    }
}

// Somebody has deleted it while its answer was awaited.
void AgentSave::fail()
{
    m_isSending = m_isWaiting = false;
    Error gone;
    gone.kind = Error::Kind::NotFound;
    gone.message = tr("The agent is no longer there.");
    Q_EMIT failed(gone);
}

void AgentSave::merge(const Agent &server)
{
    const wire::ThreeWay merge = wire::threeWayMerge(wire::toJson(m_base), wire::toJson(m_mine), wire::toJson(server), serverOwned());
    m_alsoChanged = merge.onlyServer + merge.combined;
    if (!merge.conflicts.isEmpty()) {
        m_store.put(server);
        Q_EMIT conflicted(merge, server);
        return;
    }
    send(server, merge.merged);
}

void AgentSave::send(const Agent &server, const QJsonObject &merged)
{
    const Agent next = agentFrom(server, merged);
    m_store.put(server);
    m_sent = wire::agentChanges(server, next);
    if (m_sent.isEmpty()) {
        finish(server);
        return;
    }
    ++m_rounds;
    m_isSending = m_store.update(next);
    if (!m_isSending)
        finish(server);
}

void AgentSave::onUpdated(const AgentId &id)
{
    if (!m_isSending || id != m_base.id)
        return;
    m_isSending = false;
    if (const Agent *agent = m_store.find(id))
        finish(*agent);
    else
        fail();
}

void AgentSave::onRefused(const AgentId &id, const Error &error)
{
    if (!m_isSending || id != m_base.id)
        return;
    m_isSending = false;
    const Agent *now = m_store.find(id);
    if (error.kind == Error::Kind::Conflict && now != nullptr && m_rounds < mostRounds) {
        const Agent server = *now;
        merge(server);
    } else {
        Q_EMIT failed(error);
    }
}

void AgentSave::finish(const Agent &agent)
{
    Q_EMIT saved(Agent(agent), lostMembers(m_sent, agent), m_alsoChanged);
}

void AgentSave::create(const Agent &mine)
{
    m_mine = mine;
    m_api.agents().list()->then(this, [this](const Result<QList<Agent>> &answer) { takeNames(answer); });
}

void AgentSave::takeNames(const Result<QList<Agent>> &answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    for (const Agent &agent : *answer) {
        if (agent.name != m_mine.name)
            continue;
        Error taken;
        taken.kind = Error::Kind::Conflict;
        taken.message = tr("There is an agent with this name already.");
        taken.nextStep = tr("Choose another name.");
        Q_EMIT failed(taken);
        return;
    }
    post();
}

void AgentSave::post()
{
    m_sent = wire::agentCreation(m_mine);
    m_api.agents().create(m_mine)->then(this, [this](const Result<Agent> &answer) {
        if (answer) {
            m_store.put(*answer);
            finish(*answer);
        } else if (answer.error().outcomeUnknown) {
            lookForIt(answer.error());
        } else {
            Q_EMIT failed(answer.error());
        }
    });
}

void AgentSave::lookForIt(const Error &error)
{
    m_api.agents().list()->then(this, [this, error](const Result<QList<Agent>> &answer) {
        for (const Agent &agent : answer ? *answer : QList<Agent>()) {
            if (agent.name != m_mine.name || !isSameContent(agent, m_mine))
                continue;
            m_store.put(agent);
            finish(agent);
            return;
        }
        Q_EMIT failed(error);
    });
}

} // namespace desk
