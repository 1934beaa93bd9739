// The turn under way: from the queue to the server, and what its ending means. The rest is in chatsession.cpp.
#include "state/chat/chatsession.h"

#include "api/apiclient.h"
#include "api/endpoints/streamsapi.h"
#include "state/chat/messagemerge.h"
#include "state/chat/transcriptmerge.h"
#include "state/chat/turnphase.h"
#include "state/conversations/conversationstore.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int previewLength = 100;
constexpr int firstOfflineMs = 2000;
constexpr int longestOfflineMs = 60'000;

MessageState shownState(TurnState state)
{
    switch (state) {
    case TurnState::Complete:
        return MessageState::Complete;
    case TurnState::Stopped:
        return MessageState::Stopped;
    case TurnState::Failed:
        return MessageState::Failed;
    default:
        return MessageState::Interrupted;
    }
}

} // namespace

void ChatSession::makeCurrent(const TurnRecord &turn)
{
    m_turn = turn;
    m_isDelivering = false;
    m_toldNotKept = false;
    m_projection.begin(questionKeyOf(turn), answerKeyOf(turn));
    addAnswerRow();
    m_turnClock.start();
    // What was seen before the restart is seen again, before anything new comes.
    for (const wire::ServerEvent &event : turn.events) {
        if (!m_turn || m_turn->id != turn.id)
            return; // its end was among them: only the answer was not yet folded
        m_projection.apply(event);
    }
    m_projection.flush();
    if (m_turn)
        setState(turn.state == TurnState::Waiting || turn.state == TurnState::Sending ? State::Sending : State::Reconnecting);
}

void ChatSession::addAnswerRow()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.createdAt = m_turn->createdAt;
    answer.runId = m_turn->run;
    const int question = m_projection.questionRow();
    m_transcript.insert(question < 0 ? m_transcript.rowCount() : question + 1, answer, m_projection.answerKey());
    showVersions();
    updateQuestion();
}

// On disk as "sending" before a byte leaves: after a crash it is known that it may have arrived.
void ChatSession::deliver()
{
    if (!m_turn)
        return;
    m_isDelivering = true;
    const TurnRecord before = *m_turn;
    const bool isNew = before.state == TurnState::Waiting;
    if (isNew) {
        m_turn->state = TurnState::Sending;
        m_turn->after = lastServerId(); // the answers before it have come since it was written
        if (const int row = m_projection.questionRow(); row >= 0)
            m_transcript.setState(row, MessageState::Pending);
    }
    setState(before.run.isEmpty() ? State::Sending : State::Reconnecting);
    keep(*m_turn, [this, isNew, before, generation = m_generation](const Result<> &outcome) {
        if (generation != m_generation || !m_turn || m_turn->id != before.id)
            return;
        // The disk has it as waiting: sent now, it would be sent again after a restart.
        const bool isMarked = outcome || !m_turn->isOnDisk || m_workspace.capabilities().has(feature::idempotency);
        if (isNew && !isMarked)
            return backToWaiting(outcome.error());
        handOver(before, isNew);
    });
}

void ChatSession::handOver(const TurnRecord &turn, bool isNew)
{
    findOthers(isNew, [this, turn, isNew, generation = m_generation] {
        if (generation != m_generation || !m_turn || m_turn->id != turn.id)
            return;
        if (isNew)
            return m_delivery.send(*m_turn);
        TurnRecord found = turn;
        if (!m_promised.isEmpty())
            found.conversation = m_promised; // where to look
        m_delivery.goOn(found);
    });
}

// What a new chat cannot have become: where it is not yet sent, everything that is there; after a restart, what other turns belong to.
void ChatSession::findOthers(bool isNew, std::function<void()> then)
{
    if (!isProvisional(m_conversationId) || m_workspace.capabilities().has(feature::idempotency) || (!isNew && !m_journal))
        return then();
    if (!isNew)
        return m_journal->loadConversations(this, [this, then = std::move(then)](const Result<QList<ConversationId>> &known) {
            if (known)
                m_delivery.setOthers(QSet<ConversationId>(known->cbegin(), known->cend()));
            then();
        });
    QSet<ConversationId> others;
    for (const Conversation &conversation : m_conversations.conversations())
        others.insert(conversation.id);
    m_delivery.setOthers(others);
    then();
}

void ChatSession::stop()
{
    m_approval.withdraw(); // what is stopped runs nothing more
    if (const int row = m_turn ? m_projection.answerRow() : -1; row >= 0)
        m_transcript.setStopping(row);
    sayPhase();
    if (!m_turn || m_delivery.phase() != TurnDelivery::Phase::Idle)
        return m_delivery.stop();
    m_delivery.canceller().cancel(m_turn->run); // found open: nobody has asked for the rest of it yet
    finishTurn(TurnState::Stopped, {});
}

// ------------------------------------------------------------------------------------------------ what comes

void ChatSession::onEvents(const QList<wire::ServerEvent> &events)
{
    const QString turn = m_turn ? m_turn->id : QString();
    for (const wire::ServerEvent &event : events) {
        if (!m_turn || m_turn->id != turn)
            return; // it ended, or another began
        Q_EMIT eventReceived(event);
        m_projection.apply(event);
    }
    m_projection.flush();
    sayPhase();
}

// The same as the transcript says below the answer.
void ChatSession::sayPhase()
{
    const int row = m_turn ? m_projection.answerRow() : -1;
    if (row >= 0 && m_approval.isWaiting())
        return say(tr("Waiting for an approval…"));
    say(row < 0 ? QString() : TurnPhase::of(m_transcript.messageAt(row)));
}

void ChatSession::onApprovalAsked(const Prompt &prompt)
{
    if (!m_turn)
        return;
    m_approval.ask(m_turn->run, prompt);
    if (m_approval.isWaiting())
        Q_EMIT prompted(prompt);
}

void ChatSession::say(const QString &text)
{
    if (text != std::exchange(m_said, text))
        Q_EMIT activity(text);
}

void ChatSession::onStartsOver()
{
    m_projection.resetAnswer();
    m_approval.withdraw();
    updateQuestion();
    if (!m_turn)
        return;
    m_turn->run = m_delivery.run();
    m_turn->state = TurnState::Streaming;
    keep(*m_turn);
}

void ChatSession::onRunCreated(const RunCreated &event)
{
    if (!m_turn)
        return;
    const bool isNews = m_turn->run != event.runId;
    m_turn->run = event.runId;
    m_turn->question = event.messageId;
    m_turn->state = TurnState::Streaming;
    if (m_conversationId.isEmpty() || isProvisional(m_conversationId))
        adopt(event.conversationId);
    if (!m_turn)
        return; // whoever heard of it opened another one
    if (isNews)
        keep(*m_turn);
    const auto isQuestion = [&event](const Message &message) { return message.id == event.messageId; };
    if (std::any_of(m_server.crbegin(), m_server.crend(), isQuestion)) // a page that came before this shows it already: it is one
        showRows();
    m_delivery.setRun(event.runId);
    touchConversation(true);
}

void ChatSession::onNamed(const ConversationId &id, const QString &title)
{
    if (!id.isEmpty() && id != m_conversationId) {
        if (!m_conversationId.isEmpty() && !isProvisional(m_conversationId))
            return; // of another conversation
        // Without chat_detach it is stored with its first answer and not before: until then it may never come to be (contract 4.6).
        if (m_workspace.capabilities().has(feature::chatDetach)) {
            adopt(id);
            if (m_turn)
                keep(*m_turn);
        } else if (!isProvisional(id)) {
            m_promised = id;
            if (m_journal)
                m_journal->take(id, m_conversationId);
            m_delivery.setConversation(id);
        }
    }
    m_title = title;
    touchConversation(true);
    Q_EMIT titleChanged(m_title);
}

void ChatSession::adopt(const ConversationId &id)
{
    if (id == m_conversationId || id.isEmpty() || (isProvisional(id) && !m_conversationId.isEmpty()))
        return;
    m_promised = {};
    const ConversationId before = std::exchange(m_conversationId, id);
    if (m_turn) {
        m_turn->conversation = id;
        m_delivery.setConversation(id);
    }
    for (TurnRecord &turn : m_queue)
        turn.conversation = id;
    if (isProvisional(before)) {
        if (m_journal)
            m_journal->move(before, id);
        m_conversations.forget(before);
    }
    Q_EMIT conversationIdChanged(id, before);
}

void ChatSession::onCompleted(const TurnCompleted &event)
{
    if (m_conversationId.isEmpty() || isProvisional(m_conversationId))
        adopt(event.conversationId.isEmpty() ? m_promised : event.conversationId);
    if (m_turn)
        m_turn->answerId = event.messageId;
    finishTurn(TurnState::Complete, {});
}

void ChatSession::onFailed(const TurnFailed &event)
{
    if (event.type == "cancelled"_L1)
        return finishTurn(TurnState::Stopped, {});
    finishTurn(event.type == "interrupted"_L1 ? TurnState::Interrupted : TurnState::Failed, event.text);
}

void ChatSession::onPhase(TurnDelivery::Phase phase)
{
    switch (phase) {
    case TurnDelivery::Phase::Idle:
        return; // finishTurn() says so
    case TurnDelivery::Phase::Sending:
        setState(State::Sending);
        break;
    case TurnDelivery::Phase::Streaming:
        setState(State::Streaming);
        if (const int row = m_projection.questionRow(); row >= 0) { // it answers: it has the question, whether it says so or not
            const MessageState shown = m_transcript.messageAt(row).state;
            if (shown == MessageState::Pending || shown == MessageState::Unknown)
                m_transcript.setState(row, MessageState::Complete);
        }
        break;
    case TurnDelivery::Phase::Reconnecting:
        setState(State::Reconnecting);
        say(tr("Reconnecting…"));
        break;
    case TurnDelivery::Phase::Looking:
        setState(State::Reconnecting);
        say(tr("The connection broke. Asking the server what it has…"));
        if (const int row = m_projection.questionRow(); row >= 0 && m_turn && m_turn->run.isEmpty())
            m_transcript.setState(row, MessageState::Unknown);
        if (m_turn && std::exchange(m_turn->state, TurnState::Unknown) != TurnState::Unknown)
            keep(*m_turn);
        break;
    }
}

// The next event says what goes on.
void ChatSession::onSilence(bool silent)
{
    if (silent)
        return m_silence.begin(m_api.streams().silentMs());
    m_silence.end();
    sayPhase();
}

// ------------------------------------------------------------------------------------------------ how it ends

void ChatSession::onEnded(const TurnDelivery::Ending &ending)
{
    if (!m_turn)
        return;
    if (ending.state == TurnState::Waiting)
        return backToWaiting(ending.error, ending.mayHaveArrived);
    m_projection.finish(); // what was held back belongs to what came, not to what is stored
    const int answer = m_projection.answerRow();
    const bool hasAnswer =
        answer >= 0 && (!m_transcript.messageAt(answer).content.isEmpty() || !m_transcript.messageAt(answer).runId.isEmpty() ||
                        !m_transcript.messageAt(answer).toolCalls.isEmpty());
    if (ending.stored && isProvisional(m_conversationId))
        adopt(ending.conversation);
    if (!m_turn)
        return; // whoever heard of it opened another one
    if (ending.stored && answer >= 0) {
        m_turn->answerId = ending.stored->id;
        m_transcript.replace(answer, withWhatIsKnown(*ending.stored, m_transcript.messageAt(answer)));
    } else if (ending.state == TurnState::Failed && !hasAnswer) {
        // Nothing of the answer exists: the question itself carries the failure and its Retry.
        if (answer >= 0)
            m_transcript.removeRow(answer);
        if (const int question = m_projection.questionRow(); question >= 0)
            m_transcript.setState(question, MessageState::Failed, ending.error.userText());
        m_isHeld = true;
    }
    const Error error = ending.error;
    m_mayRun = m_mayRun || ending.mayRun;
    finishTurn(ending.state, error.userText());
    if (ending.stored)
        showRows(); // the history that was loaded may hold it already: it is one
    if (ending.state == TurnState::Failed)
        Q_EMIT failed(error);
}

// What became of it is not known: neither said nor written. The journal is read anew when there is a connection.
void ChatSession::onLeftOpen()
{
    if (!m_turn)
        return;
    const QString text = tr("The connection was closed. The answer is looked for when there is one again.");
    const int answer = m_projection.answerRow();
    const bool isHereAlone = m_unwritten.contains(m_turn->id); // the disk has not taken it
    if (isHereAlone && (answer < 0 || m_transcript.messageAt(answer).content.isEmpty())) {
        Error error;
        error.message = text;
        return backToWaiting(error, true);
    }
    if (!m_journal || m_turn->id.isEmpty() || isHereAlone) {
        m_needsHistory = true; // and what runs in it
        return finishTurn(TurnState::Interrupted, text);
    }
    m_turn.reset();
    m_approval.withdraw();
    m_isDelivering = false;
    m_needsJournal = true;
    if (answer >= 0)
        m_transcript.setState(answer, MessageState::Interrupted, text);
    say({});
    setState(State::Idle);
}

// Nothing left this computer: it is first in the queue again, and goes when there is a connection.
void ChatSession::backToWaiting(const Error &error, bool mayHaveArrived)
{
    TurnRecord turn = *std::exchange(m_turn, std::nullopt);
    m_approval.withdraw();
    m_isDelivering = false;
    if (const int answer = m_transcript.rowOfKey(answerKeyOf(turn)); answer >= 0)
        m_transcript.removeRow(answer);
    turn.state = mayHaveArrived ? TurnState::Sending : TurnState::Waiting;
    turn.error = error.message;
    if (const int row = m_transcript.rowOfKey(questionKeyOf(turn)); row >= 0)
        m_transcript.setState(row, MessageState::Waiting, tr("Waiting for a connection: %1").arg(error.message));
    keep(turn);
    m_queue.prepend(turn);
    say({});
    setState(State::Idle);
    Q_EMIT waitingChanged(m_queue.size());
    waitForNextTry();
}

void ChatSession::waitForNextTry()
{
    m_offline.start(std::min(longestOfflineMs, firstOfflineMs << std::min(m_offlineTries++, 5)));
}

void ChatSession::finishTurn(TurnState state, const QString &errorText)
{
    if (!m_turn)
        return;
    m_projection.finish();
    TurnRecord turn = *std::exchange(m_turn, std::nullopt);
    m_approval.withdraw();
    m_isDelivering = false;
    m_delivery.finish();
    say({});
    turn.state = state;
    turn.error = state == TurnState::Complete || state == TurnState::Stopped ? QString() : errorText;
    turn.events.clear();
    if (const int row = m_projection.answerRow(); row >= 0) {
        m_transcript.setState(row, shownState(state), turn.error);
        turn.answer = m_transcript.messageAt(row);
        if (turn.answerId.isEmpty())
            turn.answerId = turn.answer->id;
    }
    if (const int row = m_projection.questionRow(); row >= 0) {
        const MessageState shown = m_transcript.messageAt(row).state;
        if (shown == MessageState::Pending || shown == MessageState::Unknown)
            m_transcript.setState(row, MessageState::Complete);
    }
    if (!turn.id.isEmpty()) { // one that this computer asked
        keep(turn);
        m_ended.append(turn);
    }
    keepCopy(turn);
    updateQuestion();
    m_offlineTries = 0;
    setState(State::Idle);
    touchConversation(false);
    Q_EMIT turnEnded(state == TurnState::Complete);
    startNext();
    lookForStopped();
}

void ChatSession::keep(TurnRecord &turn, std::function<void(const Result<> &outcome)> then)
{
    if (!m_journal || turn.id.isEmpty()) {
        if (then)
            then(Result<>());
        return;
    }
    ++m_writes;
    m_journal->update(turn, this, [this, id = turn.id, then = std::move(then)](const Result<> &outcome) {
        --m_writes;
        if (outcome) {
            m_unkept.remove(id);
        } else {
            m_unkept.insert(id);
            tellNotKept(outcome.error());
            writeAgainLater();
        }
        if (then)
            then(outcome);
    });
}

void ChatSession::tellNotKept(const Error &error)
{
    if (!std::exchange(m_toldNotKept, true))
        Q_EMIT notKept(error);
}

void ChatSession::touchConversation(bool running)
{
    if (m_conversationId.isEmpty())
        return;
    Conversation conversation;
    conversation.id = m_conversationId;
    conversation.title = m_title;
    conversation.updatedAt = QDateTime::currentDateTimeUtc();
    if (running && m_turn)
        conversation.activeRun = m_turn->run;
    const int row = m_projection.answerRow();
    if (row >= 0)
        conversation.lastMessage = m_transcript.messageAt(row).content.left(previewLength).simplified();
    m_conversations.upsert(conversation);
}

} // namespace desk
