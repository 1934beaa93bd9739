#include "state/workflows/workflowsession.h"

#include "state/definitions/definitiondrafts.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/exchange/definitionport.h"
#include "state/definitions/exchange/definitionshape.h"
#include "wire/json/workflowjson.h"

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int keepMs = 150; // after the first change that is not kept; with what DefinitionDrafts waits 400 ms, no more is lost

QJsonObject emptyDefinition()
{
    return {{"name"_L1, WorkflowSession::tr("New workflow")},
            {"steps"_L1, QJsonArray()},
            {"trigger"_L1, QJsonObject{{"type"_L1, u"manual"_s}}}};
}

// What a server sets by itself is nothing to undo: the graph is without.
QJsonObject withoutServers(QJsonObject json)
{
    for (const QString &member : serverOwnedMembers())
        json.remove(member);
    return json;
}

bool isSame(const QJsonObject &one, const QJsonObject &other)
{
    return definitionShape(DefinitionKind::Workflow).isSame(one, other);
}

} // namespace

WorkflowSession::WorkflowSession(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_editing(m_graph)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(keepMs);
    connect(&m_soon, &QTimer::timeout, this, &WorkflowSession::keep);
    connect(&m_editing, &WorkflowEditing::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
        m_dirty.reset();
        Q_EMIT changed();
    });
}

WorkflowSession::~WorkflowSession()
{
    close();
}

void WorkflowSession::open(const Workflow &workflow)
{
    start(workflow, {DefinitionKind::Workflow, workflow.id.value()}, false);
}

void WorkflowSession::openNew(const Workflow &start, const QString &draftId)
{
    Workflow begun = start;
    begun.id = {};
    begun.isBuiltin = false;
    begun.raw = start.raw.isEmpty() ? emptyDefinition() : start.raw;
    begun.raw = withoutServers(begun.raw);
    begun.raw.insert("id"_L1, u"new"_s); // a reader wants one
    const QString id = draftId.isEmpty() ? newPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces) : draftId;
    this->start(begun, {DefinitionKind::Workflow, id}, true);
}

void WorkflowSession::start(const Workflow &workflow, const DefinitionKey &key, bool isNew)
{
    close();
    ++m_round;
    m_key = key;
    m_isNew = isNew;
    setBase(workflow);
    m_graph.setDefinition(withoutServers(m_baseJson));
    m_editing.setClean();
    setState(State::Editing);
    Q_EMIT opened();
    if (!m_services.drafts || isReadOnly()) {
        Q_EMIT ready();
        return;
    }
    m_services.drafts->find(m_key, this, [this, round = m_round](const Result<std::optional<DefinitionDraft>> &draft) {
        if (round != m_round)
            return;
        if (draft && *draft)
            takeKept(**draft);
        Q_EMIT ready();
    });
}

// What was written before a slow disk had answered stands over what was kept, and can be undone to it.
void WorkflowSession::takeKept(const DefinitionDraft &draft)
{
    const bool isWritten = !m_editing.isClean();
    const QJsonObject begun = withoutServers(m_baseJson);
    const QJsonObject written = m_graph.definition();
    takeDraft(draft);
    if (isWritten)
        m_editing.replaceDefinition(wire::threeWayMerge(begun, written, m_graph.definition()).merged, tr("Bring both changes together"));
}

void WorkflowSession::keepNow()
{
    if (m_soon.isActive())
        keep();
}

void WorkflowSession::abandon()
{
    m_soon.stop();
    if (m_isNew && m_services.drafts && !m_key.id.isEmpty())
        m_services.drafts->remove(m_key);
    close();
}

void WorkflowSession::close()
{
    keepNow();
    ++m_round;
    m_key = {};
    m_sent = {};
    m_conflict = {};
    setState(State::Editing);
}

void WorkflowSession::setBase(const Workflow &server)
{
    m_base = server;
    m_baseJson = server.raw;
    m_dirty.reset();
}

// What somebody wrote is over what the server has by now: the next save brings both together. What was saved counts only while the server
// still has it; its comments stay in any case, for they have no other place.
void WorkflowSession::takeDraft(const DefinitionDraft &draft)
{
    const QJsonObject state = draft.mine.value("editing"_L1).toObject();
    const bool wasSaved = draft.mine.value("saved"_L1).toBool();
    const bool isBase = isSame(draft.base, m_baseJson);
    if (wasSaved && !isBase) {
        WorkflowGraph graph;
        WorkflowEditing other(graph);
        if (other.restore(state) && !graph.notes().isEmpty()) {
            GraphEdit edit;
            edit.kind = GraphEdit::Kind::Notes;
            edit.notes = graph.notes();
            m_graph.apply(edit);
        }
        return;
    }
    if (!m_editing.restore(state))
        return;
    m_dirty.reset();
    if (!isBase && !m_isNew && isDirty()) { // else the server has it already: only the answer did not come
        if (const Result<Workflow> base = wire::workflowFromJson(draft.base))
            setBase(*base);
    }
    Q_EMIT opened();
    Q_EMIT changed();
    if (isDirty())
        Q_EMIT draftTaken(draft.at);
}

void WorkflowSession::keep()
{
    m_soon.stop();
    if (!m_services.drafts || m_key.id.isEmpty() || isReadOnly())
        return;
    const QJsonObject mine{
        {"name"_L1, m_graph.definition().value("name"_L1)}, {"editing"_L1, m_editing.state()}, {"saved"_L1, !m_isNew && !isDirty()}};
    m_services.drafts->put({m_key, m_isNew ? QJsonObject() : m_baseJson, mine, {}});
}

QJsonObject WorkflowSession::whole() const
{
    QJsonObject json = m_graph.definition();
    for (const QString &member : serverOwnedMembers())
        json.insert(member, m_baseJson.value(member));
    return json;
}

Workflow WorkflowSession::mine() const
{
    Result<Workflow> read = wire::workflowFromJson(whole());
    Workflow mine = read ? *std::move(read) : m_base;
    mine.id = m_base.id;
    mine.etag = m_base.etag;
    return mine;
}

// What is in it counts, not the way there: after a save and an undo it is dirty again. What cannot be read is nothing a server has.
bool WorkflowSession::isDirty() const
{
    if (!m_dirty) {
        const QJsonObject now = whole();
        m_dirty = now != m_baseJson && (!wire::workflowFromJson(now) || !isSame(now, m_baseJson));
    }
    return *m_dirty;
}

void WorkflowSession::save()
{
    if (m_state == State::Saving || m_key.id.isEmpty() || isReadOnly())
        return;
    const QJsonObject sent = whole();
    if (const Result<Workflow> workflow = wire::workflowFromJson(sent); !workflow) {
        Q_EMIT failed(workflow.error());
        return;
    }
    setState(State::Saving);
    m_sent = sent;
    const auto take = [this, round = m_round, left = m_isNew ? m_key : DefinitionKey()](const Result<DefinitionPort::Saved> &answer) {
        if (round != m_round)
            takeLate(left, answer); // another workflow by now
        else if (answer)
            takeSaved(answer->definition, answer->notKept, answer->alsoChanged);
        else
            takeRefusal(answer.error());
    };
    if (m_isNew)
        m_services.port.create(m_sent, take);
    else
        m_services.port.update(m_baseJson, m_sent, take);
}

// A new one that was left while it was saved is on the server now, and no longer one that was begun.
void WorkflowSession::takeLate(const DefinitionKey &left, const Result<DefinitionPort::Saved> &answer)
{
    if (answer)
        m_services.port.settle();
    if (!answer || left.id.isEmpty() || !m_services.drafts || left == m_key) {
        Q_EMIT lateTaken();
        return;
    }
    const QJsonObject server = answer->definition;
    m_services.drafts->find(left, this, [this, left, server](const Result<std::optional<DefinitionDraft>> &draft) {
        if (draft && *draft) {
            DefinitionDraft moved = **draft;
            moved.key.id = server.value("id"_L1).toString();
            moved.base = server;
            m_services.drafts->put(moved);
            m_services.drafts->remove(left);
        }
        Q_EMIT lateTaken();
    });
}

void WorkflowSession::takeSaved(const QJsonObject &definition, const QStringList &notKept, const QStringList &alsoChanged)
{
    const Result<Workflow> workflow = wire::workflowFromJson(definition);
    if (!workflow) {
        setState(State::Editing);
        Q_EMIT failed(workflow.error());
        return;
    }
    if (m_isNew && m_services.drafts)
        m_services.drafts->remove(m_key);
    m_isNew = false;
    m_key = {DefinitionKind::Workflow, workflow->id.value()};
    rebase(*workflow);
    keep();
    if (m_services.history)
        m_services.history->add({0, m_key, workflow->name, definition, m_services.author, VersionOrigin::Saved, {}, workflow->version, {}});
    setState(State::Editing);
    m_services.port.settle();
    Q_EMIT saved(workflow->id, notKept, alsoChanged);
}

// What was done while it was saved stays, as a change that is not saved.
void WorkflowSession::rebase(const Workflow &server)
{
    const QJsonObject now = whole();
    const bool isAsSent = m_sent.isEmpty() || now == m_sent;
    const QJsonObject next = isAsSent ? server.raw : wire::threeWayMerge(m_sent, now, server.raw, serverOwnedMembers()).merged;
    m_sent = {};
    setBase(server);
    if (!wire::workflowFromJson(now) || !isSame(now, next)) // what says the same in another way is nothing to undo
        m_editing.replaceDefinition(withoutServers(next), tr("Take over what the server has"));
    if (isAsSent)
        m_editing.setClean();
    m_dirty.reset();
    Q_EMIT changed();
}

void WorkflowSession::takeRefusal(const Error &error)
{
    if (error.kind == Error::Kind::Conflict && !m_isNew) {
        askServer(error);
        return;
    }
    setState(State::Editing);
    Q_EMIT failed(error);
}

void WorkflowSession::askServer(const Error &refusal)
{
    m_services.port.get(m_base.id.value(), [this, refusal, round = m_round](const Result<QJsonObject> &answer) {
        if (round != m_round)
            return;
        const Result<Workflow> server = answer ? wire::workflowFromJson(*answer) : Result<Workflow>(Unexpected{answer.error()});
        if (server)
            m_conflict = wire::threeWayMerge(m_baseJson, whole(), *answer, serverOwnedMembers());
        if (!server || m_conflict.conflicts.isEmpty()) {
            setState(State::Editing);
            Q_EMIT failed(server ? refusal : server.error());
            return;
        }
        m_server = *server;
        setState(State::Conflict);
    });
}

void WorkflowSession::resolve(const QHash<QString, wire::Side> &choices)
{
    if (m_state != State::Conflict)
        return;
    const wire::ThreeWay merge =
        wire::threeWayMerge(m_baseJson, whole(), m_server.raw, serverOwnedMembers()); // it may be written meanwhile
    setBase(m_server);
    m_editing.replaceDefinition(withoutServers(wire::resolve(merge, choices)), tr("Bring both changes together"));
    setState(State::Editing);
    save();
}

void WorkflowSession::giveUp()
{
    if (m_state != State::Conflict)
        return;
    m_sent = {};
    setState(State::Editing);
    rebase(m_server);
    keep();
}

void WorkflowSession::editOn()
{
    if (m_state == State::Conflict)
        setState(State::Editing);
}

void WorkflowSession::discard()
{
    m_editing.replaceDefinition(withoutServers(m_baseJson), tr("Discard the changes"));
    m_editing.setClean();
    m_dirty.reset();
    keep();
    Q_EMIT changed();
}

void WorkflowSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace desk
