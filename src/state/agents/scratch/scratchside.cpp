#include "state/agents/scratch/scratchside.h"

#include "api/apiclient.h"
#include "api/endpoints/streamsapi.h"
#include "api/stream/eventstream.h"
#include "state/agents/scratch/scratchagent.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/chat/turncontext.h"
#include "state/workspace.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString answerKey = u"answer"_s;

Error failure(const TurnFailed &event)
{
    Error error;
    error.kind = Error::Kind::Server;
    error.message = event.text.isEmpty() ? ScratchSide::tr("The server ended the run without an answer.") : event.text;
    return error;
}

Error cutOff(const Result<> &outcome)
{
    Error error = outcome ? Error() : outcome.error();
    error.kind = Error::Kind::Interrupted;
    error.message = ScratchSide::tr("The connection broke off before the end of the answer.");
    error.nextStep = ScratchSide::tr("What its tools did until then is done. Run it again for a whole answer.");
    return error;
}

} // namespace

ScratchSide::ScratchSide(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_cleaner(cleaner)
    , m_projection(m_transcript)
    , m_approval(api)
{
    connect(&m_projection, &TurnProjection::runCreated, this, [this](const RunCreated &event) { m_run = event.runId; });
    connect(&m_projection, &TurnProjection::completed, this, [this] { end(State::Done); });
    connect(&m_projection, &TurnProjection::approvalAsked, this, [this](const Prompt &prompt) { m_approval.ask(m_run, prompt); });
    connect(&m_projection, &TurnProjection::toolBegan, &m_approval, &ToolApproval::noteBegun);
    connect(&m_projection, &TurnProjection::toolEnded, &m_approval, &ToolApproval::noteEnded);
    connect(&m_approval, &ToolApproval::changed, this, &ScratchSide::answerChanged);
    connect(&m_projection, &TurnProjection::failed, this, [this](const TurnFailed &event) { end(State::Failed, failure(event)); });
}

ScratchSide::~ScratchSide()
{
    m_projection.disconnect(this);
    m_approval.disconnect(this);
    release();
}

void ScratchSide::run(const Agent &agent, Definition definition, const QString &question)
{
    if (isBusy())
        return;
    clear();
    m_agent = agent.name;
    m_question = question;
    m_clock.invalidate();
    m_measuredMs = -1;
    const bool isUnsaved = definition == Definition::Unsaved;
    m_made = new ScratchAgent(m_api, m_cleaner, isUnsaved ? std::optional(agent) : std::nullopt);
    if (isUnsaved)
        m_agent = m_made->name();
    connect(m_made, &ScratchAgent::made, this, &ScratchSide::ask);
    connect(m_made, &ScratchAgent::failed, this, [this](const Error &error) { end(State::Failed, error); });
    m_made->make();
    setState(State::Preparing);
}

void ScratchSide::ask()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    m_transcript.append(answer, answerKey);
    m_projection.begin({}, answerKey);
    ChatTurn turn;
    turn.message = m_question;
    turn.conversationId = m_made->conversation();
    turn.agents = {m_agent};
    turn.metadata.insert("user_context"_L1, TurnContext::here().toJson()); // as in every chat: a trial has to show what a chat would
    const bool hasHeartbeats = m_workspace.capabilities().has(feature::heartbeat);
    m_clock.start();
    m_stream = m_api.streams().turn(turn, QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1(), hasHeartbeats);
    connect(m_stream, &EventStream::opened, this, [this] { m_hasOpened = true; });
    connect(m_stream, &EventStream::received, this, &ScratchSide::onEvents);
    connect(m_stream, &EventStream::closed, this, &ScratchSide::onClosed);
    setState(State::Running);
}

void ScratchSide::onEvents(const QList<wire::ServerEvent> &events)
{
    m_hasOpened = true;
    for (const wire::ServerEvent &event : events) {
        if (m_state != State::Running)
            return; // one of them ended it, or somebody who heard of one
        m_projection.apply(event);
    }
    if (m_state != State::Running)
        return;
    m_projection.flush();
    Q_EMIT answerChanged();
}

void ScratchSide::onClosed(const Result<> &outcome)
{
    m_stream = nullptr;
    if (m_hasOpened || outcome)
        end(State::Incomplete, cutOff(outcome));
    else
        end(State::Failed, outcome.error());
}

void ScratchSide::stop()
{
    if (isBusy())
        end(State::Stopped);
}

void ScratchSide::clear()
{
    stop();
    m_transcript.clear();
    m_error = {};
    m_run = {};
    m_hasOpened = false;
    setState(State::Idle);
}

void ScratchSide::end(State state, const Error &error)
{
    if (!isBusy())
        return;
    if (state == State::Failed && error.kind == Error::Kind::Cancelled) // the connection was taken away
        state = State::Stopped;
    if (m_clock.isValid())
        m_measuredMs = m_clock.elapsed();
    if (m_state == State::Running)
        m_projection.finish();
    m_error = error;
    const bool mayRun = state == State::Stopped || state == State::Incomplete;
    if (mayRun && !m_run.isEmpty() && m_made)
        m_cleaner.cancelRun(m_made->thing(), m_run);
    release();
    setState(state);
    if (!isBusy()) // else whoever heard of it asked anew
        m_approval.withdraw();
    Q_EMIT answerChanged();
}

void ScratchSide::release()
{
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
        m_stream = nullptr;
    }
    if (m_made) {
        m_made->disconnect(this);
        m_made->discard();
        m_made = nullptr;
    }
}

void ScratchSide::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

Message ScratchSide::answer() const
{
    return m_transcript.rowCount() > 0 ? m_transcript.messageAt(0) : Message();
}

qint64 ScratchSide::elapsedMs() const
{
    const qint64 told = answer().elapsedMs;
    return told >= 0 ? told : m_measuredMs;
}

} // namespace desk
