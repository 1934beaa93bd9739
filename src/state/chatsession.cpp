// The life of one turn. What its events do to the transcript is in chatsessionevents.cpp.
#include "state/chatsession.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "api/endpoints/runsapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/stream/eventstream.h"
#include "domain/log.h"
#include "state/conversationstore.h"
#include "state/workspace.h"
#include "wire/json/chateventjson.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int pageSize = 100;
constexpr int flushMs = 33;       // one repaint per frame at most (SSE-24)
constexpr int stopGraceMs = 3000; // then the turn counts as stopped, whatever the server says
constexpr int maxReconnects = 10;
constexpr int previewLength = 100;

} // namespace

ChatSession::ChatSession(ApiClient &api, Workspace &workspace, ConversationStore &conversations, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_conversations(conversations)
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(flushMs);
    connect(&m_flushTimer, &QTimer::timeout, this, &ChatSession::flushText);
    m_reconnectTimer.setSingleShot(true);
    connect(&m_reconnectTimer, &QTimer::timeout, this, [this] { attachToRun(m_runId, false); });
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(stopGraceMs);
    connect(&m_stopTimer, &QTimer::timeout, this, [this] { finishTurn(MessageState::Stopped, {}); });
    connect(&workspace, &Workspace::serverRestarted, this, &ChatSession::onServerRestarted);
}

ChatSession::~ChatSession()
{
    closeStream();
}

void ChatSession::open(const ConversationId &id)
{
    ++m_generation;
    closeStream();
    m_transcript.clear();
    m_conversationId = id;
    m_totalMessages = 0;
    if (id.isEmpty()) {
        setState(State::Idle);
        return;
    }
    if (const Conversation *known = m_conversations.find(id))
        m_title = known->title;
    setState(State::Loading);
    loadPage(0, true);
}

void ChatSession::loadOlder()
{
    if (canLoadOlder() && m_state != State::Loading && !m_loadingOlder)
        loadPage(m_transcript.rowCount(), false);
}

void ChatSession::loadPage(int offset, bool first)
{
    m_loadingOlder = !first;
    const quint64 generation = m_generation;
    m_api.conversations()
        .messages(m_conversationId, offset, pageSize)
        ->then(this, [this, generation, first](const Result<Page<Message>> &page) {
            if (generation != m_generation)
                return;
            m_loadingOlder = false;
            if (page)
                return onHistory(*page, first);
            if (first)
                setState(State::Idle);
            Q_EMIT failed(page.error());
        });
}

void ChatSession::onHistory(const Page<Message> &page, bool first)
{
    m_totalMessages = static_cast<int>(page.total);
    QList<Message> unknown;
    std::copy_if(page.items.cbegin(), page.items.cend(), std::back_inserter(unknown),
                 [this](const Message &message) { return m_transcript.rowOf(message.id) < 0; });
    m_transcript.prepend(unknown);
    if (!first)
        return;
    setState(State::Idle);
    const quint64 generation = m_generation;
    m_api.conversations().get(m_conversationId)->then(this, [this, generation](const Result<Conversation> &conversation) {
        if (generation != m_generation || !conversation || isBusy())
            return;
        m_title = conversation->title;
        Q_EMIT titleChanged(m_title);
        if (conversation->activeRun.isEmpty())
            return;
        // A turn that outlived its window, or that another program started: watch it from its first event.
        Message answer;
        answer.role = Role::Assistant;
        answer.createdAt = QDateTime::currentDateTimeUtc();
        answer.runId = conversation->activeRun;
        m_answerKey = m_transcript.index(m_transcript.append(answer)).data(TranscriptModel::IdRole).toString();
        m_questionKey.clear();
        m_request = {};
        m_runId = conversation->activeRun;
        m_turnClock.start();
        resetAnswerRow();
        attachToRun(m_runId, true);
    });
}

void ChatSession::send(const QString &text, const QList<StoredFile> &files, const QStringList &agents)
{
    if (isBusy() || text.trimmed().isEmpty())
        return;
    Message question;
    question.role = Role::User;
    question.content = text;
    question.attachments = files;
    question.state = MessageState::Pending;
    question.createdAt = QDateTime::currentDateTimeUtc();
    question.conversationId = m_conversationId;
    m_questionKey = m_transcript.index(m_transcript.append(question)).data(TranscriptModel::IdRole).toString();

    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.createdAt = question.createdAt;
    m_answerKey = m_transcript.index(m_transcript.append(answer)).data(TranscriptModel::IdRole).toString();

    m_request = {text, files, agents, QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    m_turnClock.start();
    startTurn();
}

void ChatSession::startTurn()
{
    m_runId = {};
    m_lastEventId.clear();
    m_attempt = 0;
    m_stopping = false;
    m_provisional = false;
    setState(State::Sending);
    ChatTurn request;
    request.message = m_request.text;
    request.conversationId = m_conversationId;
    request.agents = m_request.agents;
    for (const StoredFile &file : std::as_const(m_request.files))
        request.files.append(file.id);
    attach(m_api.streams().turn(request, m_request.idempotencyKey, m_workspace.capabilities().has("heartbeat"_L1)));
}

void ChatSession::attach(EventStream *stream)
{
    closeStream();
    m_stream = stream;
    connect(stream, &EventStream::received, this, &ChatSession::onServerEvents);
    connect(stream, &EventStream::closed, this, &ChatSession::onStreamClosed);
}

void ChatSession::attachToRun(const RunId &run, bool fromStart)
{
    if (fromStart) {
        m_lastEventId.clear();
        resetAnswerRow();
    }
    m_runId = run;
    setState(fromStart ? State::Streaming : State::Reconnecting);
    attach(m_api.streams().run(run, m_lastEventId));
}

void ChatSession::onServerEvents(const QList<wire::ServerEvent> &events)
{
    const QPointer<EventStream> stream = m_stream;
    for (const wire::ServerEvent &event : events) {
        if (!stream || stream != m_stream) // the turn ended, or another began
            return;
        onServerEvent(event);
    }
}

void ChatSession::onServerEvent(const wire::ServerEvent &event)
{
    m_attempt = 0;
    m_lastEventId = event.id;
    if (m_state == State::Sending || m_state == State::Reconnecting)
        setState(State::Streaming);
    Q_EMIT eventReceived(event);
    std::visit([this](const auto &e) { on(e); }, wire::chatEventFrom(event));
}

void ChatSession::onStreamClosed(const Result<> &outcome)
{
    flushText();
    Error error;
    if (!outcome)
        error = outcome.error();
    if (m_stopping)
        return finishTurn(MessageState::Stopped, {});
    // A stream that broke has the status 200 it began with: only a refusal has another one.
    const bool refused = !outcome && error.httpStatus >= 300;
    const bool nonsense = !outcome && error.kind == Error::Kind::Protocol;
    if (m_state == State::Sending && (refused || nonsense))
        return failBeforeStart(error);
    const bool mayResume = m_workspace.capabilities().has(feature::streamResume) && !m_runId.isEmpty();
    if (mayResume && error.httpStatus == 410) // the server does not know our place in the stream any more
        return attachToRun(m_runId, true);
    if (m_workspace.state() == Workspace::State::Restarting || (mayResume && !refused))
        return waitAndReconnect();
    if (m_state != State::Sending)
        return reloadAfterLoss(error);
    if (m_workspace.capabilities().has(feature::idempotency))
        return waitAndReconnect();
    // Without keys a repeat could ask twice; the user decides.
    if (outcome) {
        error.kind = Error::Kind::Interrupted;
        error.message = tr("The server ended the answer before it began.");
        error.nextStep = tr("Try again.");
    }
    failBeforeStart(error);
}

void ChatSession::waitAndReconnect()
{
    if (++m_attempt > maxReconnects) {
        Error error;
        error.kind = Error::Kind::Offline;
        error.message = tr("The connection to the server was lost.");
        return m_runId.isEmpty() ? failBeforeStart(error) : finishTurn(MessageState::Interrupted, error.message);
    }
    if (m_workspace.state() == Workspace::State::Failed) {
        const QString reason = m_workspace.error().message;
        return m_runId.isEmpty() ? failBeforeStart(m_workspace.error()) : finishTurn(MessageState::Interrupted, reason);
    }
    const bool known = !m_runId.isEmpty();
    setState(known ? State::Reconnecting : State::Sending);
    Q_EMIT activity(tr("Reconnecting…"));
    if (m_workspace.state() != Workspace::State::Ready)
        return;                                                                              // onServerRestarted goes on
    const int delay = m_attempt == 1 ? 20 : std::min(30'000, 250 << std::min(m_attempt, 7)); // one hiccup is not worth a wait
    if (known)
        m_reconnectTimer.start(delay);
    else // the same key: a server that has the turn attaches to it instead of starting a second one (HTTP-06)
        QTimer::singleShot(delay, this, [this, generation = m_generation] {
            if (generation == m_generation && m_state == State::Sending && !m_stream)
                startAgain();
        });
}

void ChatSession::startAgain()
{
    const int attempt = m_attempt;
    startTurn();
    m_attempt = attempt;
}

void ChatSession::onServerRestarted()
{
    if (!isBusy())
        return;
    if (m_runId.isEmpty())
        startAgain();
    else
        attachToRun(m_runId, false);
}

void ChatSession::failBeforeStart(const Error &error)
{
    // Nothing of the answer exists: the question itself carries the failure and its Retry.
    const int answer = answerRow();
    if (answer >= 0)
        m_transcript.removeRow(answer);
    m_answerKey.clear();
    const int question = questionRow();
    if (question >= 0)
        m_transcript.setState(question, MessageState::Failed, error.userText());
    finishTurn(MessageState::Failed, error.userText());
    Q_EMIT failed(error);
}

void ChatSession::reloadAfterLoss(const Error &error)
{
    closeStream();
    if (m_conversationId.isEmpty()) {
        finishTurn(MessageState::Interrupted, tr("The connection broke before the answer was stored."));
        return;
    }
    const quint64 generation = m_generation;
    const QString question = m_request.text;
    m_api.conversations()
        .messages(m_conversationId, 0, 4)
        ->then(this, [this, generation, question, error](const Result<Page<Message>> &page) {
            if (generation != m_generation || !isBusy())
                return;
            const QList<Message> messages = page ? page->items : QList<Message>();
            const bool isStored = messages.size() >= 2 && messages.last().role == Role::Assistant &&
                                  messages.at(messages.size() - 2).content == question && m_transcript.rowOf(messages.last().id) < 0;
            if (isStored && answerRow() >= 0) {
                m_transcript.replace(answerRow(), messages.last());
                finishTurn(MessageState::Complete, {});
            } else {
                finishTurn(MessageState::Interrupted,
                           error.message.isEmpty() ? tr("The connection broke before the answer was stored.") : error.message);
            }
        });
}

void ChatSession::stop()
{
    if (!isBusy() || m_stopping)
        return;
    m_stopping = true;
    flushText();
    restartStop();
}

void ChatSession::restartStop()
{
    if (!m_workspace.capabilities().has(feature::runCancel))
        return finishTurn(MessageState::Stopped, {});
    m_stopTimer.start(); // the stream's own end normally comes first
    if (!m_runId.isEmpty())
        m_api.runs().cancel(m_runId)->then(this, [](const Result<> &answer) {
            if (!answer) // the turn is shown as stopped either way; its run may go on
                qCWarning(logState) << "a run was not cancelled:" << answer.error().message << answer.error().detail;
        });
}

void ChatSession::retry(int row)
{
    if (isBusy() || row < 0 || row >= m_transcript.rowCount())
        return;
    const Message &message = m_transcript.messageAt(row);
    if (message.role != Role::Assistant || message.runId.isEmpty() || !m_workspace.capabilities().has(feature::runRetry))
        return resend(row);
    m_answerKey = m_transcript.index(row).data(TranscriptModel::IdRole).toString();
    m_questionKey.clear();
    m_stopping = false;
    m_turnClock.start();
    setState(State::Sending);
    const quint64 generation = m_generation;
    m_api.runs().retry(message.runId)->then(this, [this, generation](const Result<Run> &run) {
        if (generation != m_generation)
            return;
        if (run)
            return attachToRun(run->id, true);
        setState(State::Idle);
        Q_EMIT failed(run.error());
    });
}

void ChatSession::resend(int row)
{
    const bool isAnswer = m_transcript.messageAt(row).role == Role::Assistant;
    const int questionIndex = isAnswer ? row - 1 : row;
    if (questionIndex < 0 || m_transcript.messageAt(questionIndex).role != Role::User)
        return;
    const Message question = m_transcript.messageAt(questionIndex);
    const Request last = m_request;
    if (isAnswer)
        m_transcript.removeRow(row);
    m_transcript.removeRow(questionIndex);
    send(question.content, question.attachments, last.text == question.content ? last.agents : QStringList());
}

void ChatSession::finishTurn(MessageState state, const QString &errorText)
{
    if (!isBusy())
        return;
    flushText();
    closeStream();
    m_stopTimer.stop();
    m_reconnectTimer.stop();
    const int row = answerRow();
    if (row >= 0)
        m_transcript.setState(row, state, errorText);
    const int question = questionRow();
    if (question >= 0 && m_transcript.messageAt(question).state == MessageState::Pending)
        m_transcript.setState(question, MessageState::Complete);
    m_totalMessages = std::max(m_totalMessages, m_transcript.rowCount());
    m_stopping = false;
    setState(State::Idle);
    touchConversation(false);
    Q_EMIT turnEnded(state == MessageState::Complete);
}

void ChatSession::flushText()
{
    m_flushTimer.stop();
    if (m_pendingText.isEmpty())
        return;
    const int row = answerRow();
    if (row >= 0)
        m_transcript.appendText(row, m_pendingText);
    m_pendingText.clear();
}

void ChatSession::closeStream()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->abort();
    m_stream = nullptr;
}

void ChatSession::resetAnswerRow()
{
    m_pendingText.clear();
    m_flushTimer.stop();
    m_provisional = false;
    const int row = answerRow();
    if (row < 0)
        return;
    const Message &old = m_transcript.messageAt(row);
    Message fresh;
    fresh.id = old.id;
    fresh.role = Role::Assistant;
    fresh.state = MessageState::Streaming;
    fresh.createdAt = old.createdAt;
    fresh.runId = old.runId;
    m_transcript.replace(row, fresh);
}

void ChatSession::touchConversation(bool running)
{
    if (m_conversationId.isEmpty())
        return;
    Conversation conversation;
    conversation.id = m_conversationId;
    conversation.title = m_title;
    conversation.updatedAt = QDateTime::currentDateTimeUtc();
    if (running)
        conversation.activeRun = m_runId;
    const int row = answerRow();
    if (row >= 0)
        conversation.lastMessage = m_transcript.messageAt(row).content.left(previewLength).simplified();
    m_conversations.upsert(conversation);
}

qint64 ChatSession::elapsedMs() const
{
    return isBusy() && m_turnClock.isValid() ? m_turnClock.elapsed() : 0;
}

void ChatSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace desk
