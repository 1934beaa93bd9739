#include "state/agents/agentediting.h"

#include "state/agents/agentsave.h"
#include "state/agents/agentstore.h"
#include "state/agents/serverrefusal.h"
#include "state/definitions/definitiondrafts.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/keptsecrets.h"
#include "wire/json/agentjson.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 stepMs = 1200; // without a change of the same field: the next change is a step of its own
constexpr qsizetype mostSteps = 200;
const QString newPrefix = u"new:"_s; // of the drafts of new ones

bool isSame(const Agent &a, const Agent &b)
{
    return a.name == b.name && wire::agentChanges(a, b).isEmpty();
}

// A draft as it was kept; what it cannot read is as good as none.
std::optional<Agent> agentOf(const QJsonObject &json)
{
    const Result<Agent> read = wire::agentFromJson(json);
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace

AgentEditing::AgentEditing(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_sinceStep.start();
    if (!services.drafts)
        return;
    m_begun = new BegunDefinitions(*services.drafts, DefinitionKind::Agent, newPrefix, this);
    connect(m_begun, &BegunDefinitions::changed, this, &AgentEditing::begunChanged);
    connect(services.drafts, &DefinitionDrafts::notKept, this, [this] { setDraftRefused(true); });
    connect(services.drafts, &DefinitionDrafts::saved, this, [this] { setDraftRefused(false); });
}

AgentEditing::~AgentEditing() = default;

void AgentEditing::open(const Agent &agent)
{
    start(agent, false, agent.id.value());
    findDraft();
}

void AgentEditing::findDraft()
{
    if (!m_services.drafts)
        return;
    m_services.drafts->find({DefinitionKind::Agent, m_draftId}, this,
                            [this, id = m_draftId](const Result<std::optional<DefinitionDraft>> &draft) {
                                if (id == m_draftId && m_state == State::Editing && draft)
                                    takeDraft(*draft);
                            });
}

void AgentEditing::openBlank()
{
    openEmpty();
    if (!m_begun)
        return;
    connect(
        m_begun, &BegunDefinitions::changed, this,
        [this, id = m_draftId] {
            if (id == m_draftId && !isDirty() && !begun().isEmpty())
                openBegun(begun().constFirst().draftId);
        },
        Qt::SingleShotConnection);
}

void AgentEditing::openEmpty()
{
    openNew({});
}

void AgentEditing::openBegun(const QString &draftId)
{
    if (m_state == State::Saving)
        return;
    start({}, true, draftId);
    findDraft();
}

QList<BegunDefinitions::Entry> AgentEditing::begun() const
{
    QList<BegunDefinitions::Entry> out = m_begun && m_isNew ? m_begun->entries() : QList<BegunDefinitions::Entry>();
    out.removeIf([this](const BegunDefinitions::Entry &entry) { return entry.draftId == m_draftId; });
    return out;
}

void AgentEditing::openNew(const Agent &start)
{
    this->start(start, true, newPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces));
}

void AgentEditing::start(Agent agent, bool isNew, const QString &draftId)
{
    agent.id = AgentId(draftId); // of a new one: until the server gives it one
    delete m_save;
    m_isNew = isNew;
    m_draftId = draftId;
    m_base = agent;
    m_undo.clear();
    m_redo.clear();
    m_refusals.clear();
    setState(State::Editing);
    show(agent);
    if (isNew && m_begun)
        m_begun->load();
}

void AgentEditing::takeDraft(const std::optional<DefinitionDraft> &draft)
{
    if (!draft)
        return;
    const QJsonObject now = wire::toJson(m_base); // which has the secrets that no draft has
    const std::optional<Agent> base = agentOf(withServerSecrets(draft->base, now));
    const std::optional<Agent> mine = agentOf(withServerSecrets(draft->mine, now));
    if (!base || !mine || isSame(*base, *mine))
        return;
    // What was base then: a server that went on meanwhile is a conflict for the save to find, not a change to lose here.
    const bool hasBegun = isDirty(); // a slow disk; what was kept is written over by now
    const bool wasTouched = canUndo();
    const Agent next = hasBegun ? writtenOver(*mine) : *mine;
    m_undo.append({hasBegun ? *mine : m_mine, {}});
    m_base = *base;
    show(next);
    if (wasTouched)
        keepDraft();
    Q_EMIT draftTaken(draft->at);
}

// What was changed since base, over another version of the same agent.
Agent AgentEditing::writtenOver(const Agent &other) const
{
    const wire::ThreeWay merge = wire::threeWayMerge(wire::toJson(m_base), wire::toJson(m_mine), wire::toJson(other));
    const std::optional<Agent> merged = agentOf(merge.merged);
    if (!merged)
        return m_mine;
    Agent out = wire::agentWith(other, wire::agentChanges(other, *merged));
    out.name = merged->name;
    return out;
}

void AgentEditing::setSurroundings(const AgentSurroundings &known)
{
    m_known = known;
    check();
}

bool AgentEditing::isDirty() const
{
    return !isSame(m_base, m_mine);
}

QList<AgentRemark> AgentEditing::obstacles() const
{
    QList<AgentRemark> out;
    const QList<AgentRemark> rules = m_remarks.first(m_remarks.size() - m_refusals.size());
    for (const AgentRemark &remark : rules) {
        if (remark.level == AgentRemark::Fault && (m_isNew || ServerRefusal::isTouched(remark.field, m_base, m_mine)))
            out.append(remark);
    }
    return out;
}

void AgentEditing::edit(const Agent &mine, const QString &field)
{
    if (m_state != State::Editing || isSame(m_mine, mine))
        return;
    const bool goesOn = !m_undo.isEmpty() && m_redo.isEmpty() && m_undo.constLast().field == field && m_sinceStep.elapsed() < stepMs;
    if (!goesOn)
        m_undo.append({m_mine, field});
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
    m_sinceStep.restart();
    m_redo.clear();
    m_refusals = ServerRefusal::stillThere(m_refusals, m_mine, mine);
    show(mine);
    keepDraft();
}

void AgentEditing::undo()
{
    if (!canUndo() || m_state != State::Editing)
        return;
    const Step step = m_undo.takeLast();
    m_redo.append({m_mine, step.field});
    m_refusals = ServerRefusal::stillThere(m_refusals, m_mine, step.mine);
    show(step.mine);
    keepDraft();
}

void AgentEditing::redo()
{
    if (!canRedo() || m_state != State::Editing)
        return;
    const Step step = m_redo.takeLast();
    m_undo.append({m_mine, step.field});
    m_refusals = ServerRefusal::stillThere(m_refusals, m_mine, step.mine);
    show(step.mine);
    keepDraft();
}

void AgentEditing::discard()
{
    if (m_state == State::Saving)
        return;
    dropDraft();
    m_undo.append({m_mine, {}});
    m_redo.clear();
    m_refusals.clear();
    setState(State::Editing);
    show(m_base);
}

void AgentEditing::show(const Agent &mine)
{
    m_mine = mine;
    Q_EMIT changed();
    check();
}

void AgentEditing::check()
{
    m_checkedAgainst = m_known;
    m_checkedAgainst.isNew = m_isNew;
    m_checkedAgainst.takenNames.clear();
    for (const Agent &agent : m_services.store.agents())
        m_checkedAgainst.takenNames.append(agent.name);
    m_remarks = agentRemarks(m_mine, m_checkedAgainst) + m_refusals;
    Q_EMIT remarksChanged();
}

void AgentEditing::keepDraft()
{
    if (!m_services.drafts)
        return;
    if (!isDirty()) {
        dropDraft();
        return;
    }
    m_services.drafts->put(
        {{DefinitionKind::Agent, m_draftId}, wire::toJson(m_base), wire::toJson(m_mine), QDateTime::currentDateTimeUtc()});
}

void AgentEditing::setDraftRefused(bool isRefused)
{
    if (m_isDraftRefused == isRefused)
        return;
    m_isDraftRefused = isRefused;
    Q_EMIT stateChanged();
}

void AgentEditing::dropDraft()
{
    if (m_services.drafts)
        m_services.drafts->remove({DefinitionKind::Agent, m_draftId});
}

void AgentEditing::save()
{
    if (m_state != State::Editing || !obstacles().isEmpty())
        return;
    startSave();
    if (m_isNew)
        m_save->create(m_mine);
    else
        m_save->update(m_base, m_mine);
}

void AgentEditing::startSave()
{
    delete m_save;
    m_save = new AgentSave(m_services.api, m_services.store, this);
    connect(m_save, &AgentSave::saved, this, &AgentEditing::takeSaved);
    connect(m_save, &AgentSave::conflicted, this, &AgentEditing::takeConflict);
    connect(m_save, &AgentSave::failed, this, &AgentEditing::takeFailure);
    setState(State::Saving);
}

// Not in the middle of its own signal.
void AgentEditing::endSave()
{
    if (m_save)
        m_save->deleteLater();
    m_save = nullptr;
}

void AgentEditing::takeSaved(const Agent &agent, const QStringList &notKept, const QStringList &alsoChanged)
{
    endSave();
    dropDraft();
    m_isNew = false;
    m_draftId = agent.id.value();
    m_base = agent;
    m_undo.clear(); // what was before is a version now
    m_redo.clear();
    m_refusals.clear();
    if (m_services.history) {
        const DefinitionKey key{DefinitionKind::Agent, agent.id.value()};
        m_services.history->add({0, key, agent.name, wire::toJson(agent), m_services.author, VersionOrigin::Saved, {}, agent.version, {}});
    }
    setState(State::Editing);
    show(agent);
    Q_EMIT saved(agent.id, notKept, alsoChanged);
}

void AgentEditing::takeConflict(const wire::ThreeWay &merge, const Agent &server)
{
    endSave();
    m_conflict = merge;
    m_server = server;
    setState(State::Conflict);
}

void AgentEditing::resolve(const QHash<QString, wire::Side> &choices)
{
    if (m_state != State::Conflict)
        return;
    const std::optional<Agent> merged = agentOf(wire::resolve(m_conflict, choices));
    if (!merged)
        return;
    moveToServer();
    m_undo.append({m_mine, {}});
    show(wire::agentWith(m_server, wire::agentChanges(m_server, *merged)));
    keepDraft();
    setState(State::Editing);
    if (isDirty())
        save();
    else
        takeSaved(m_server, {}, {});
}

void AgentEditing::giveUp()
{
    if (m_state != State::Conflict)
        return;
    moveToServer();
    discard();
}

// What is mine, and was at each step, over what the server has now. As it was, an undo and a save would take back what others have changed.
void AgentEditing::moveToServer()
{
    const auto move = [this](Agent &mine) {
        const wire::ThreeWay merge = wire::threeWayMerge(wire::toJson(m_base), wire::toJson(mine), wire::toJson(m_server));
        if (const std::optional<Agent> merged = agentOf(merge.merged))
            mine = wire::agentWith(m_server, wire::agentChanges(m_server, *merged));
    };
    for (QList<Step> *steps : {&m_undo, &m_redo}) {
        for (Step &step : *steps)
            move(step.mine);
    }
    move(m_mine);
    m_base = m_server;
}

void AgentEditing::editOn()
{
    if (m_state == State::Conflict)
        setState(State::Editing);
}

void AgentEditing::takeFailure(const Error &error)
{
    endSave();
    setState(State::Editing);
    m_refusals = ServerRefusal::remarks(error, m_isNew);
    check();
    Q_EMIT failed(error);
}

void AgentEditing::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace desk
