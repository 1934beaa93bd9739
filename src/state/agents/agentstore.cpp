#include "state/agents/agentstore.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/agents/scratch/scratchthing.h"
#include "wire/json/agentjson.h"

#include <QThreadPool>

#include <utility>

namespace desk {

namespace {

QJsonObject merged(QJsonObject earlier, const QJsonObject &later)
{
    for (auto change = later.begin(); change != later.end(); ++change)
        earlier.insert(change.key(), change.value());
    return earlier;
}

// Whether what the server holds may be neither what it was nor what was sent.
bool mustAskAgain(const Error &error)
{
    return error.kind == Error::Kind::Conflict || error.outcomeUnknown;
}

} // namespace

AgentStore::AgentStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_edits(wire::agentWith, merged)
{
}

void AgentStore::refresh()
{
    if (m_loading)
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.agents().list()->then(this, [this, generation](Result<QList<Agent>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer)
            takeList(*answer);
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void AgentStore::takeList(QList<Agent> agents)
{
    agents.removeIf([](const Agent &agent) { return isScratchName(agent.name); }); // of trials, which remove them (AG-48)
    for (qsizetype i = 0; i < agents.size(); ++i) {
        const AgentId id = agents.at(i).id; // at(): the list may be shared, and most agents are not edited
        const std::optional<Agent> base = m_edits.base(id);
        if (!base)
            continue;
        // The base of an agent that has not changed may know an ETag; a list never does.
        if (base->version != agents.at(i).version || base->updatedAt != agents.at(i).updatedAt)
            m_edits.rebase(id, agents.at(i));
        agents[i] = m_edits.shown(id, *m_edits.base(id));
    }
    QList<Agent> before = std::exchange(m_agents, std::move(agents));
    m_kept.clear();
    m_loaded = true;
    mergeCopies();
    Q_EMIT agentsChanged();
    // To free the texts of ten thousand agents takes longer than all else here: models have let go of them now.
    QThreadPool::globalInstance()->start([old = std::move(before)] { Q_UNUSED(old) });
}

bool AgentStore::update(const Agent &edited)
{
    const Agent *known = find(edited.id);
    if (!known)
        return false;
    const Agent before = *known;
    const QJsonObject changes = wire::agentChanges(before, edited);
    if (changes.isEmpty())
        return false;
    const bool waits = isPending(before.id);
    const std::optional<Edits::Request> request = m_edits.edit(before.id, before, changes);
    show(wire::agentWith(before, changes));
    if (!waits)
        Q_EMIT pendingChanged(before.id);
    if (request)
        send(before.id, *request);
    return true;
}

void AgentStore::put(const Agent &agent)
{
    m_edits.rebase(agent.id, agent);
    const Agent shown = m_edits.shown(agent.id, agent);
    if (find(agent.id) != nullptr) {
        show(shown);
        return;
    }
    m_agents.append(shown);
    Q_EMIT agentChanged(agent.id);
}

void AgentStore::send(const AgentId &id, const Edits::Request &request)
{
    if (wire::agentChanges(request.before, request.after).isEmpty()) {
        settle(id, request.before); // an edit that took an earlier one back, which had failed
        Q_EMIT updated(id);
        return;
    }
    m_api.agents().update(request.before, request.after)->then(this, [this, id, ticket = request.ticket](const Result<Agent> &answer) {
        takeUpdate(id, ticket, answer);
    });
}

void AgentStore::takeUpdate(const AgentId &id, quint64 ticket, const Result<Agent> &answer)
{
    if (!m_edits.isAwaited(id, ticket))
        return;
    if (answer) {
        const QJsonValue active = m_edits.underWay(id)->value(QLatin1StringView("is_active"));
        Agent now = *answer;
        if (active.isBool()) {
            now.isActive = now.isActive && active.toBool(); // a server that deletes what is inactive may not say so
            noteActivity(now);
        }
        settle(id, now);
        Q_EMIT updated(id);
        if (active.isBool())
            Q_EMIT agentsChanged(); // another one can be asked, or one fewer
    } else if (mustAskAgain(answer.error())) {
        m_api.agents().get(id)->then(this, [this, id, ticket, error = answer.error()](const Result<Agent> &now) {
            if (!m_edits.isAwaited(id, ticket))
                return;
            if (now)
                m_edits.rebase(id, *now);
            takeBack(id, error);
        });
    } else {
        takeBack(id, answer.error());
    }
}

void AgentStore::takeBack(const AgentId &id, const Error &error)
{
    const QJsonObject lost = *m_edits.underWay(id);
    const Agent base = *m_edits.base(id);
    settle(id, base);
    const Agent *shown = find(id);
    Q_EMIT updateFailed(id, wire::agentWith(shown ? *shown : base, lost), error);
}

void AgentStore::settle(const AgentId &id, const Agent &base)
{
    const std::optional<Edits::Request> next = m_edits.settle(id, base);
    show(m_edits.shown(id, base));
    if (next)
        send(id, *next);
    else
        Q_EMIT pendingChanged(id);
}

void AgentStore::show(const Agent &agent)
{
    const AgentId id = agent.id;
    for (Agent &row : m_agents) {
        if (row.id != id)
            continue;
        row = agent;
        Q_EMIT agentChanged(id);
        return;
    }
}

void AgentStore::clear()
{
    m_edits.clear();
    m_agents.clear();
    m_kept.clear();
    ++m_generation;
    m_loading = false;
    m_loaded = false;
    Q_EMIT agentsChanged();
}

const Agent *AgentStore::find(const AgentId &id) const
{
    for (const Agent &agent : m_agents) {
        if (agent.id == id)
            return &agent;
    }
    return nullptr;
}

const Agent *AgentStore::findByName(const QString &name) const
{
    for (const Agent &agent : m_agents) {
        if (agent.name == name)
            return &agent;
    }
    return nullptr;
}

} // namespace desk
