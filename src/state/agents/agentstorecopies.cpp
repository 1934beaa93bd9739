// Making agents inactive, bringing them back and deleting them, and the copies that are kept of what a server lists no more.
#include "state/agents/agentstore.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/definitions/definitionmarks.h"
#include "wire/json/agentjson.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

void tell(const AgentStore::Done &done, const Result<> &outcome)
{
    if (done)
        done(outcome);
}

Error errorOf(Error::Kind kind, const QString &message = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

void AgentStore::setMarks(DefinitionMarks *marks)
{
    if (m_marks)
        m_marks->disconnect(this);
    m_marks = marks;
    if (marks) {
        connect(marks, &DefinitionMarks::changed, this, [this](const QString &id) {
            if (!m_loaded || !id.isEmpty()) // one alone is changed from here, or is no copy
                return;
            mergeCopies();
            Q_EMIT agentsChanged();
        });
    }
}

// The server's word counts: what it lists is no copy any more.
void AgentStore::mergeCopies()
{
    m_agents.removeIf([this](const Agent &agent) { return m_kept.contains(agent.id); });
    m_kept.clear();
    if (!m_marks)
        return;
    const QHash<QString, DefinitionMark> marks = m_marks->marks();
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        if (mark->hidden.isEmpty())
            continue;
        Result<Agent> copy = wire::agentFromJson(mark->hidden);
        if (find(AgentId(mark.key())))
            m_marks->unhide(mark.key());
        else if (copy && copy->id.value() == mark.key())
            putCopy(*copy);
    }
}

void AgentStore::putCopy(Agent agent)
{
    agent.isActive = false;
    m_kept.insert(agent.id);
    m_agents.append(agent);
}

void AgentStore::leaveOut(const AgentId &id)
{
    m_kept.remove(id);
    m_agents.removeIf([&id](const Agent &agent) { return agent.id == id; });
    Q_EMIT agentsChanged();
}

QList<Agent> AgentStore::activeAgents() const
{
    QList<Agent> active = m_agents;
    active.removeIf([](const Agent &agent) { return !agent.isActive; });
    return active;
}

void AgentStore::setActive(const AgentId &id, bool active, Done done)
{
    const Agent *known = find(id);
    if (!known || isPending(id)) {
        tell(done, Unexpected{known ? errorOf(Error::Kind::Conflict, tr("A change of it is still being saved. Try again in a moment."))
                                    : errorOf(Error::Kind::NotFound, tr("It is not in the list any more."))});
        return;
    }
    const Agent before = *known;
    if (before.isActive == active) {
        tell(done, {});
        return;
    }
    Agent after = before;
    after.isActive = active;
    const quint64 generation = m_generation;
    m_api.agents().update(before, after)->then(this, [this, before, active, done, generation](const Result<Agent> &answer) {
        if (generation != m_generation)
            tell(done, Unexpected{errorOf(Error::Kind::Cancelled)});
        else
            takeActivity(before, active, answer, done);
    });
}

void AgentStore::takeActivity(const Agent &before, bool active, const Result<Agent> &answer, const Done &done)
{
    const bool isGone = answer ? active && !answer->isActive : active && answer.error().kind == Error::Kind::NotFound;
    if (isGone) {
        const Error why = errorOf(Error::Kind::NotFound, tr("This server cannot bring it back."));
        Error told = answer ? why : answer.error();
        told.message = why.message;
        told.nextStep = tr("It can be made anew from the copy kept here.");
        tell(done, Unexpected{told});
        return;
    }
    if (!answer) {
        tell(done, Unexpected{answer.error()});
        return;
    }
    Agent now = *answer;
    now.isActive = active; // a server that deletes what is inactive may not say so
    noteActivity(now);
    if (find(before.id))
        show(now);
    Q_EMIT agentsChanged(); // another one can be asked, or one fewer
    tell(done, {});
}

void AgentStore::noteActivity(const Agent &now)
{
    if (now.isActive) {
        m_kept.remove(now.id);
        if (m_marks)
            m_marks->unhide(now.id.value());
    } else if (m_marks) {
        m_kept.insert(now.id);
        m_marks->hide(now.id.value(), wire::toJson(now));
    }
}

void AgentStore::remove(const AgentId &id, Done done)
{
    const Agent *known = find(id);
    if (!known) {
        tell(done, {});
        return;
    }
    m_api.agents().remove(id)->then(this, [this, before = *known, done, generation = m_generation](const Result<> &answer) {
        if (generation != m_generation)
            tell(done, Unexpected{errorOf(Error::Kind::Cancelled)});
        else
            takeRemoval(before, answer, done);
    });
}

void AgentStore::takeRemoval(const Agent &before, const Result<> &answer, const Done &done)
{
    if (!answer && answer.error().kind != Error::Kind::NotFound) { // gone already is gone as well
        tell(done, answer);
        return;
    }
    m_edits.forget(before.id);
    Agent copy = before;
    copy.isActive = false;
    if (m_marks && before.visibility == AgentVisibility::Personal) {
        m_kept.insert(copy.id);
        m_marks->hide(copy.id.value(), wire::toJson(copy));
        show(copy);
        Q_EMIT agentsChanged();
    } else {
        leaveOut(before.id);
    }
    Q_EMIT removed(before.id);
    tell(done, {});
}

void AgentStore::createAnew(const AgentId &id, Done done)
{
    const Agent *copy = find(id);
    if (!copy) {
        tell(done, Unexpected{errorOf(Error::Kind::NotFound, tr("It is not in the list any more."))});
        return;
    }
    Agent agent = *copy;
    agent.name = newNameOf(*copy);
    agent.isActive = true;
    agent.visibility = AgentVisibility::Personal;
    m_api.agents().create(agent)->then(this, [this, id, done, generation = m_generation](const Result<Agent> &answer) {
        if (generation != m_generation)
            tell(done, Unexpected{errorOf(Error::Kind::Cancelled)});
        else
            takeCreation(id, answer, done);
    });
}

void AgentStore::takeCreation(const AgentId &copy, const Result<Agent> &answer, const Done &done)
{
    if (!answer) {
        tell(done, Unexpected{answer.error()});
        return;
    }
    if (!find(answer->id))
        m_agents.append(*answer);
    forget(copy);
    tell(done, {});
}

QString AgentStore::newNameOf(const Agent &agent) const
{
    QString name;
    for (int number = 2; name.isEmpty() || findByName(name); ++number)
        name = agent.name + u'-' + QString::number(number);
    return name;
}

void AgentStore::forget(const AgentId &id)
{
    if (m_marks)
        m_marks->unhide(id.value());
    leaveOut(id);
}

} // namespace desk
