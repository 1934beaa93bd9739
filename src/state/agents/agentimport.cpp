#include "state/agents/agentimport.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "state/agents/agentsave.h"
#include "state/agents/agentstore.h"
#include "state/definitions/definitionhistory.h"
#include "state/inpool.h"
#include "wire/json/agentjson.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Whether nobody has changed it since: but for what changes by itself.
bool isAsLeft(const Agent &now, const Agent &after)
{
    const Agent wanted = wire::agentWith(now, wire::agentCreation(after));
    return wire::agentChanges(now, wanted).isEmpty() &&
           wire::agentChanges(after, wire::agentWith(after, wire::agentCreation(now))).isEmpty();
}

Error changedSince()
{
    Error changed;
    changed.kind = Error::Kind::Conflict;
    changed.message = AgentImport::tr("Somebody has changed it since. It stays as it is.");
    return changed;
}

} // namespace

AgentImport::AgentImport(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    connect(&m_services.store, &AgentStore::agentsChanged, this, [this] {
        if (!m_services.store.isLoaded() && (isRunning() || !m_items.isEmpty())) {
            ++m_round;
            delete std::exchange(m_save, nullptr);
            setState(State::Abandoned);
        }
    });
}

AgentImport::~AgentImport() = default;

void AgentImport::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void AgentImport::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void AgentImport::readFiles(const QStringList &paths)
{
    if (isRunning() || paths.isEmpty())
        return;
    setState(State::Reading);
    runInPool([paths] { return AgentImportPlan::read(paths); }, this,
              [this, round = ++m_round](const ImportSource &source) {
                  if (round == m_round)
                      plan(source);
              });
}

void AgentImport::plan(const ImportSource &source)
{
    if (isRunning())
        return;
    m_source = source;
    m_steps.clear();
    m_state = State::Reading;
    replan();
}

void AgentImport::replan()
{
    if (m_state != State::Reading && m_state != State::Planned && m_state != State::Failed)
        return;
    setState(State::Reading);
    m_services.api.agents().list()->then(this, [this, round = ++m_round](const Result<QList<Agent>> &answer) {
        if (round == m_round)
            takeServer(answer);
    });
}

void AgentImport::takeServer(const Result<QList<Agent>> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_services.store.takeList(*answer);
    runInPool(
        [source = m_source, server = *answer, known = m_services.surroundings()] { return AgentImportPlan::make(source, server, known); },
        this,
        [this, round = m_round](const QList<ImportItem> &items) {
            if (round != m_round)
                return;
            m_items = items;
            m_reports = QList<Report>(items.size());
            Q_EMIT planned();
            setState(State::Planned);
        });
}

void AgentImport::apply(const QList<int> &items)
{
    if (m_state != State::Planned)
        return;
    m_queue.clear();
    for (const int item : items) {
        if (item >= 0 && item < m_items.size() && m_items.at(item).canApply() && !m_queue.contains(item))
            m_queue.append(item);
    }
    if (m_queue.isEmpty())
        return;
    m_done = 0;
    m_total = static_cast<int>(m_queue.size());
    m_isCancelled = false;
    ++m_round;
    setState(State::Applying);
    next();
}

void AgentImport::next()
{
    if (m_isCancelled) {
        for (const int item : std::exchange(m_queue, {}))
            report(item, Outcome::NotReached);
    }
    if (!m_queue.isEmpty()) {
        saveItem(m_queue.takeFirst());
        return;
    }
    setState(State::Applied);
    Q_EMIT finished();
}

AgentSave *AgentImport::newSave()
{
    if (m_save)
        m_save->deleteLater(); // its signal brought us here
    m_save = new AgentSave(m_services.api, m_services.store, this);
    return m_save;
}

void AgentImport::saveItem(int item)
{
    AgentSave *save = newSave();
    connect(save, &AgentSave::saved, this, [this, item](const Agent &agent, const QStringList &notKept, const QStringList &alsoChanged) {
        takeSaved(item, agent, notKept, alsoChanged);
    });
    connect(save, &AgentSave::failed, this, [this, item](const Error &error) { takeRefusal(item, error); });
    connect(save, &AgentSave::conflicted, this, [this, item](const wire::ThreeWay &merge) { takeConflict(item, merge); });
    const ImportItem &planned = m_items.at(item);
    if (planned.state == ImportItem::State::New)
        save->create(planned.agent);
    else
        save->update(planned.before, planned.agent);
}

void AgentImport::takeSaved(int item, const Agent &agent, const QStringList &notKept, const QStringList &alsoChanged)
{
    const bool isCreation = m_items.at(item).state == ImportItem::State::New;
    Agent before = m_items.at(item).before;
    if (!isCreation && !alsoChanged.isEmpty()) // what somebody else did meanwhile stays when this is taken back
        before = wire::agentWith(agent, wire::agentChanges(m_items.at(item).agent, before));
    m_steps.append({item, isCreation, before, agent});
    noteVersion(agent);
    QStringList words;
    if (!notKept.isEmpty())
        words.append(tr("The server did not keep: %1.").arg(notKept.join(u", "_s)));
    if (!alsoChanged.isEmpty())
        words.append(tr("Somebody else changed meanwhile, which was kept: %1.").arg(alsoChanged.join(u", "_s)));
    report(item, isCreation ? Outcome::Created : Outcome::Changed, words.join(u' '));
    next();
}

void AgentImport::takeConflict(int item, const wire::ThreeWay &merge)
{
    QStringList members;
    for (const wire::MergeConflict &conflict : merge.conflicts)
        members.append(conflict.member);
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = tr("Somebody has changed the same meanwhile: %1.").arg(members.join(u", "_s));
    takeRefusal(item, error);
}

void AgentImport::takeRefusal(int item, const Error &error)
{
    const ImportItem &planned = m_items.at(item);
    // The answer was lost: whoever takes everything back looks what came of it.
    if (error.outcomeUnknown)
        m_steps.append({item, planned.state == ImportItem::State::New, planned.before, planned.agent});
    report(item, error.outcomeUnknown ? Outcome::Unknown : Outcome::Refused, error.userText());
    next();
}

void AgentImport::report(int item, Outcome outcome, const QString &text)
{
    m_reports[item] = {outcome, text};
    m_done = std::min(m_done + 1, m_total);
    Q_EMIT progressed(item);
}

void AgentImport::noteVersion(const Agent &agent)
{
    if (!m_services.history)
        return;
    DefinitionVersion version;
    version.key = {DefinitionKind::Agent, agent.id.value()};
    version.name = agent.name;
    version.json = wire::toJson(agent);
    version.author = m_services.person;
    version.origin = m_services.origin;
    version.serverVersion = agent.version;
    m_services.history->add(version);
}

void AgentImport::cancel()
{
    m_isCancelled = true;
}

bool AgentImport::canRollBack() const
{
    return (m_state == State::Applied || m_state == State::RolledBack) && !m_steps.isEmpty();
}

int AgentImport::count(Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(m_reports.cbegin(), m_reports.cend(), [outcome](const Report &report) { return report.outcome == outcome; }));
}

void AgentImport::rollBack()
{
    if (!canRollBack())
        return;
    m_undoing = std::exchange(m_steps, {});
    m_done = 0;
    m_total = static_cast<int>(m_undoing.size());
    m_isCancelled = false;
    ++m_round;
    setState(State::RollingBack);
    undoNext();
}

void AgentImport::undoNext()
{
    if (m_isCancelled)
        m_steps = std::exchange(m_undoing, {}) + m_steps;
    if (m_undoing.isEmpty()) {
        setState(State::RolledBack);
        Q_EMIT finished();
        return;
    }
    const Step step = m_undoing.takeLast();
    if (step.after.id.value() == "new"_L1) { // a creation whose answer was lost: by its name
        m_services.api.agents().list()->then(this, [this, step, round = m_round](const Result<QList<Agent>> &answer) {
            if (round != m_round)
                return;
            Error gone;
            gone.kind = Error::Kind::NotFound;
            Result<Agent> found{Unexpected{answer ? gone : answer.error()}};
            for (const Agent &agent : answer ? *answer : QList<Agent>()) {
                if (agent.name == step.after.name)
                    found = agent;
            }
            undo(step, found);
        });
        return;
    }
    m_services.api.agents().get(step.after.id)->then(this, [this, step, round = m_round](const Result<Agent> &answer) {
        if (round == m_round)
            undo(step, answer);
    });
}

void AgentImport::undo(const Step &step, const Result<Agent> &answer)
{
    const bool isGone = !answer && answer.error().kind == Error::Kind::NotFound;
    if (isGone && step.isCreation)
        return undone(step, {});
    if (!answer)
        return undone(step, Unexpected{answer.error()});
    if (!step.isCreation && isAsLeft(*answer, step.before))
        return undone(step, {}); // it never was done, or somebody else took it back
    if (!isAsLeft(*answer, step.after))
        return undone(step, Unexpected{changedSince()});
    m_services.store.put(*answer);
    Step found = step;
    found.after = *answer;
    if (step.isCreation)
        removeAgain(found);
    else
        saveAsBefore(found, *answer);
}

void AgentImport::removeAgain(const Step &step)
{
    m_services.store.remove(step.after.id, [self = QPointer(this), step, round = m_round](const Result<> &outcome) {
        if (!self || round != self->m_round)
            return;
        if (outcome)
            self->m_services.store.forget(step.after.id); // nothing of it was ever wanted
        self->undone(step, outcome);
    });
}

void AgentImport::saveAsBefore(const Step &step, const Agent &now)
{
    AgentSave *save = newSave();
    connect(save, &AgentSave::saved, this, [this, step](const Agent &agent) {
        noteVersion(agent);
        undone(step, {});
    });
    connect(save, &AgentSave::failed, this, [this, step](const Error &error) { undone(step, Unexpected{error}); });
    connect(save, &AgentSave::conflicted, this, [this, step] { undone(step, Unexpected{changedSince()}); });
    save->update(now, wire::agentWith(now, wire::agentChanges(now, step.before)));
}

void AgentImport::undone(const Step &step, const Result<> &outcome)
{
    if (!outcome && outcome.error().kind != Error::Kind::Conflict)
        m_steps.prepend(step); // it can be tried again
    report(step.item, outcome ? Outcome::TakenBack : Outcome::Stays, outcome ? QString() : outcome.error().userText());
    undoNext();
}

} // namespace desk
