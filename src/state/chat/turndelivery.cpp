// A question and its answer on their way. How the server is looked at is in turndeliverylook.cpp.
#include "state/chat/turndelivery.h"

#include "api/apiclient.h"
#include "api/endpoints/streamsapi.h"
#include "api/stream/eventstream.h"
#include "api/transport.h"
#include "state/chat/chatabilities.h"
#include "state/chat/turncontext.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int frameMs = 33;       // one repaint per frame at most (SSE-24), and one transaction
constexpr int stopGraceMs = 3000; // then the turn counts as stopped, whatever the server says
constexpr int mostPosts = 10;     // then the question waits, visibly
constexpr int longestWaitMs = 30'000;
constexpr int firstHiccupMs = 20; // one is not worth a wait

} // namespace

TurnDelivery::TurnDelivery(ApiClient &api, Workspace &workspace, TurnJournal *journal, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_journal(journal)
    , m_canceller(api, workspace)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &TurnDelivery::keep);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &TurnDelivery::reconnect);
    m_stopGrace.setSingleShot(true);
    m_stopGrace.setInterval(stopGraceMs);
    connect(&m_stopGrace, &QTimer::timeout, this, &TurnDelivery::endStopped);
}

TurnDelivery::~TurnDelivery()
{
    closeStream();
    keepRest(); // the program ends: nothing that came is lost (P10)
}

bool TurnDelivery::can(QLatin1StringView feature) const
{
    return m_workspace.capabilities().has(feature);
}

void TurnDelivery::begin(const TurnRecord &turn)
{
    ++m_generation;
    closeStream();
    m_turn = turn;
    m_unkept.clear();
    m_atDisk.clear();
    m_closed.reset();
    m_lastEventId.clear();
    m_reason = {};
    m_retried = {};
    m_isRetryStopped.reset();
    m_candidates.clear();
    m_found.reset();
    m_sentAt = {};
    m_isInDoubt = false;
    m_attempt = 0;
    m_looks = 0;
    m_keeping = false;
    m_asking = false;
    m_stopping = false;
    m_startedOver = false;
    m_mayHaveArrived = false;
    m_sawEvent = !turn.events.isEmpty();
    m_frame.stop();
    m_again.stop();
    m_stopGrace.stop();
}

void TurnDelivery::send(const TurnRecord &turn)
{
    begin(turn);
    post();
}

void TurnDelivery::goOn(const TurnRecord &turn)
{
    begin(turn);
    m_mayHaveArrived = turn.state != TurnState::Waiting;
    if (!turn.events.isEmpty())
        m_lastEventId = turn.events.constLast().id;
    const bool somebodyElses = turn.request.text.isEmpty();
    if (!turn.run.isEmpty() && (somebodyElses || can(feature::streamResume)))
        attachToRun(false);
    else if (turn.state == TurnState::Waiting || can(feature::idempotency))
        post();
    else
        look({});
}

void TurnDelivery::post()
{
    setPhase(Phase::Sending);
    const ServerClock &clock = m_api.transport().policy().clock;
    if (!m_mayHaveArrived)
        m_sentAt = clock.isKnown() ? clock.toServer(QDateTime::currentDateTimeUtc()) : QDateTime();
    ChatTurn request;
    request.message = m_turn.request.text;
    request.conversationId = isProvisional(m_turn.conversation) ? ConversationId() : m_turn.conversation;
    request.agents = m_turn.request.agents;
    request.metadata.insert("user_context"_L1, TurnContext::here().toJson());
    if (can(feature::hiddenMessages) && !m_turn.request.hidden.isEmpty())
        request.metadata.insert("hidden_message_ids"_L1, QJsonArray::fromStringList(m_turn.request.hidden));
    request.options = ChatAbilities::of(m_workspace.capabilities()).limited(m_turn.request.options);
    for (const StoredFile &file : std::as_const(m_turn.request.files))
        request.files.append(file.id);
    attach(m_api.streams().turn(request, m_turn.id.toLatin1(), can(feature::heartbeat)));
}

void TurnDelivery::attach(EventStream *stream)
{
    closeStream();
    setSilent(false);
    m_closed.reset();
    m_stream = stream;
    connect(stream, &EventStream::received, this, &TurnDelivery::onEvents);
    connect(stream, &EventStream::silenceChanged, this, &TurnDelivery::setSilent);
    connect(stream, &EventStream::closed, this, &TurnDelivery::onClosed);
}

void TurnDelivery::setSilent(bool silent)
{
    if (std::exchange(m_silent, silent) != silent)
        Q_EMIT silenceChanged(silent);
}

void TurnDelivery::attachToRun(bool fromStart)
{
    if (fromStart) {
        m_lastEventId.clear();
        m_unkept.clear();
        if (m_journal && !m_turn.request.text.isEmpty())
            m_journal->startOver(m_turn.id);
        Q_EMIT startsOver();
    }
    m_mayHaveArrived = true;
    setPhase(fromStart ? Phase::Streaming : Phase::Reconnecting);
    attach(m_api.streams().run(m_turn.run, m_lastEventId));
}

void TurnDelivery::closeStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->abort();
    m_stream = nullptr;
}

// ------------------------------------------------------------------------------------------------ what comes

void TurnDelivery::onEvents(const QList<wire::ServerEvent> &events)
{
    m_attempt = 0;
    m_sawEvent = true;
    m_lastEventId = m_stream->lastEventId();
    m_unkept += events;
    if (m_phase == Phase::Sending) // the first are not kept waiting
        keep();
    else if (!m_keeping && !m_frame.isActive())
        m_frame.start();
}

// One batch at a time: while the disk works, what comes meanwhile makes the next one.
void TurnDelivery::keep()
{
    m_frame.stop();
    if (m_keeping)
        return;
    if (m_unkept.isEmpty()) {
        if (m_closed)
            afterClose(*std::exchange(m_closed, std::nullopt));
        return;
    }
    m_atDisk = std::exchange(m_unkept, {});
    m_keeping = true;
    if (!m_journal || m_turn.request.text.isEmpty())
        return onKept({});
    m_journal->append(m_turn, m_atDisk, this, [this, generation = m_generation](const Result<> &outcome) {
        if (generation == m_generation)
            onKept(outcome);
    });
}

void TurnDelivery::onKept(const Result<> &outcome)
{
    const quint64 generation = m_generation;
    const QList<wire::ServerEvent> events = std::exchange(m_atDisk, {});
    m_keeping = false;
    if (!outcome)
        Q_EMIT notKept(outcome.error());
    if (m_phase == Phase::Sending || m_phase == Phase::Reconnecting)
        setPhase(Phase::Streaming);
    Q_EMIT received(events);
    if (generation != m_generation || m_phase == Phase::Idle)
        return; // the last of them ended the turn
    if (m_closed && m_unkept.isEmpty())
        afterClose(*std::exchange(m_closed, std::nullopt));
    else if (!m_unkept.isEmpty())
        m_frame.start();
}

void TurnDelivery::setRun(const RunId &run)
{
    m_turn.run = run;
    if (m_stopping) // Stop was pressed before the run had a name
        m_canceller.cancel(run);
}

void TurnDelivery::setConversation(const ConversationId &conversation)
{
    m_turn.conversation = conversation;
}

void TurnDelivery::finish()
{
    ++m_generation;
    closeStream();
    m_again.stop();
    m_stopGrace.stop();
    m_frame.stop();
    m_unkept.clear();
    m_atDisk.clear();
    m_closed.reset();
    m_keeping = false;
    m_asking = false;
    m_stopping = false;
    m_isRetryStopped.reset();
    setPhase(Phase::Idle);
    setSilent(false);
}

// ------------------------------------------------------------------------------------------------ when it breaks

void TurnDelivery::onClosed(const Result<> &outcome)
{
    m_stream = nullptr;
    setSilent(false);
    m_closed = outcome;
    keep(); // what it brought comes first
}

bool TurnDelivery::isRefusal(const Result<> &outcome) const
{
    // A stream that broke has the status 200 it began with: only a refusal has another one. What something on the way, or a server in
    // trouble, answers (408, 5xx) says nothing about whether the question arrived.
    if (outcome)
        return false;
    const int status = outcome.error().httpStatus;
    return (status >= 300 && status < 500 && status != 408) || outcome.error().kind == Error::Kind::Protocol;
}

void TurnDelivery::afterClose(const Result<> &outcome)
{
    const Error error = outcome ? Error() : outcome.error();
    if (m_stopping)
        return endStopped();
    if (!outcome && error.kind == Error::Kind::Cancelled)
        return leaveOpen();
    if (m_phase == Phase::Sending && isRefusal(outcome))
        return end({TurnState::Failed, error});
    const bool mayResume = can(feature::streamResume) && !m_turn.run.isEmpty();
    if (mayResume && error.httpStatus == 410 && !std::exchange(m_startedOver, true)) // it does not know our place in the stream any more
        return attachToRun(true);
    const bool nothingLeft = !m_sawEvent && !outcome && !error.outcomeUnknown && error.httpStatus == 0;
    m_mayHaveArrived = m_mayHaveArrived || !nothingLeft;
    const bool restarts = m_workspace.state() == Workspace::State::Restarting && (mayResume || mayPost());
    const bool isUnsure = m_workspace.state() == Workspace::State::Starting && !isRefusal(outcome); // what the server can do is not known
    if (restarts || isUnsure || (mayResume && !isRefusal(outcome)) || (!m_sawEvent && can(feature::idempotency)))
        return waitAndReconnect();
    if (!m_mayHaveArrived)
        return end({TurnState::Waiting, error});
    look(error);
}

// Twice the same question is two questions, where no key tells the server that it is one.
bool TurnDelivery::mayPost() const
{
    return !m_mayHaveArrived || can(feature::idempotency);
}

// For now. Of a run nothing can be said without its server: it may work on, and its answer is there when somebody asks again.
void TurnDelivery::giveUp(const Error &error)
{
    if (!m_turn.run.isEmpty())
        return leaveOpen();
    Ending ending{TurnState::Waiting, error};
    ending.mayHaveArrived = m_mayHaveArrived;
    end(ending);
}

// For the answer of a known run as long as it takes; a question that does not get through goes back to those that wait.
void TurnDelivery::waitAndReconnect()
{
    const bool isKnown = !m_turn.run.isEmpty();
    if (m_workspace.state() == Workspace::State::Failed)
        return giveUp(m_workspace.error());
    if (++m_attempt > mostPosts && !isKnown) {
        Error error;
        error.kind = Error::Kind::Offline;
        error.message = tr("The connection to the server was lost.");
        return giveUp(error);
    }
    setPhase(isKnown ? Phase::Reconnecting : Phase::Sending);
    if (m_workspace.state() != Workspace::State::Ready)
        return; // serverRestarted() goes on
    m_again.start(m_attempt == 1 ? firstHiccupMs : std::min(longestWaitMs, 250 << std::min(m_attempt, 7)));
}

void TurnDelivery::reconnect()
{
    if (m_stopping) // nothing more is asked for it
        return endStopped();
    if (!m_retried.isEmpty())
        return lookForRetry();
    if (m_phase == Phase::Looking)
        return look(m_reason);
    const bool somebodyElses = m_turn.request.text.isEmpty();
    if (!m_turn.run.isEmpty() && (somebodyElses || can(feature::streamResume)))
        return attachToRun(false);
    if (!mayPost()) // the server that came back promises less than the one before
        return look(m_reason);
    post(); // the same key: a server that has the turn attaches to it instead of starting a second one
}

void TurnDelivery::reconnectNow()
{
    if (!m_again.isActive() || isAtWork())
        return;
    m_again.stop();
    m_attempt = 0;
    reconnect();
}

void TurnDelivery::wake()
{
    if (!isAtWork() && !m_again.isActive())
        reconnect();
}

// Whatever it is goes on by itself at its end: a second request beside it could be a second question.
bool TurnDelivery::isAtWork() const
{
    return m_phase == Phase::Idle || m_stream || m_keeping || m_asking;
}

void TurnDelivery::leaveOpen()
{
    keepRest();
    finish();
    Q_EMIT leftOpen();
}

// What came is in the journal, or goes there now. A turn that is only watched has no place in it.
void TurnDelivery::keepRest()
{
    if (m_journal && !m_unkept.isEmpty() && !m_turn.request.text.isEmpty())
        m_journal->append(m_turn, m_unkept, m_journal, [](const Result<> &) {});
}

void TurnDelivery::serverRestarted()
{
    if (isAtWork())
        return;
    m_again.stop();
    reconnect();
}

// ------------------------------------------------------------------------------------------------ when it ends

void TurnDelivery::stop()
{
    if (m_phase == Phase::Idle || m_stopping)
        return;
    m_stopping = true;
    const quint64 generation = m_generation;
    keep();
    if (generation != m_generation)
        return; // its end was among what came
    m_canceller.cancel(m_turn.run);
    if (m_isRetryStopped)
        *m_isRetryStopped = true;
    const bool isWaiting = !m_stream && !m_asking && !m_keeping; // nothing is under way that could say more
    if (isWaiting || !can(feature::runCancel))
        return endStopped();
    m_stopGrace.start(); // the stream's own end normally comes first
}

void TurnDelivery::endStopped()
{
    Ending ending{TurnState::Stopped};
    const bool mayHaveArrived = m_mayHaveArrived || m_stream;
    ending.mayRun = m_turn.run.isEmpty() ? mayHaveArrived : m_isRetryStopped != nullptr;
    end(ending);
}

void TurnDelivery::end(const Ending &ending)
{
    // What came but is not painted yet is painted: stopping loses no word.
    const QList<wire::ServerEvent> rest = std::exchange(m_atDisk, {}) + std::exchange(m_unkept, {});
    const quint64 generation = m_generation;
    if (!rest.isEmpty())
        Q_EMIT received(rest);
    if (generation != m_generation)
        return; // the terminal event was among them
    finish();
    Q_EMIT ended(ending);
}

void TurnDelivery::setPhase(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

} // namespace desk
