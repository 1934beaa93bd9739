// A run that the server works on in this conversation: it is watched, or cancelled where it was stopped here. The rest is in
// chatsession.cpp.
#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "api/endpoints/runsapi.h"
#include "state/chat/chatsession.h"
#include "state/chat/transcriptmerge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int skewSeconds = 300; // clocks may differ by that

} // namespace

// A turn that outlived its window, or that another program started: it is watched from its first event.
void ChatSession::lookForActiveRun()
{
    m_api.conversations().get(m_conversationId)->then(this, [this, generation = m_generation](const Result<Conversation> &conversation) {
        if (generation != m_generation || !conversation || m_turn)
            return;
        m_title = conversation->title;
        Q_EMIT titleChanged(m_title);
        if (!conversation->activeRun.isEmpty())
            onActiveRun(conversation->activeRun);
    });
}

// It may be one that was stopped here before its run was known, or while it was asked for once more: only the run itself tells.
void ChatSession::onActiveRun(const RunId &run)
{
    const auto isIt = [&run](const TurnRecord &turn) { return turn.run == run; };
    const bool isKnown = std::any_of(m_ended.cbegin(), m_ended.cend(), isIt);
    if (isKnown || m_ended.isEmpty() || m_ended.constLast().state != TurnState::Stopped)
        return watchRun(run);
    m_api.runs().get(run)->then(this, [this, run, generation = m_generation](const Result<Run> &asked) {
        if (generation != m_generation || m_turn)
            return;
        if (asked && !m_ended.isEmpty() && isOfStopped(*asked, m_ended.constLast()))
            return cancelStopped(*asked);
        watchRun(run);
    });
}

bool ChatSession::isOfStopped(const Run &run, const TurnRecord &stopped) const
{
    if (!stopped.run.isEmpty())
        return run.retryOf == stopped.run;
    return run.prompt == stopped.request.text && run.createdAt >= stopped.createdAt.addSecs(-skewSeconds);
}

void ChatSession::cancelStopped(const Run &run)
{
    TurnRecord &stopped = m_ended.last();
    stopped.run = run.id;
    keep(stopped);
    m_delivery.canceller().cancel(run.id);
}

void ChatSession::watchRun(const RunId &run)
{
    const auto known = std::find_if(m_ended.begin(), m_ended.end(), [&run](const TurnRecord &turn) { return turn.run == run; });
    if (known != m_ended.end() && known->state == TurnState::Stopped) // the server has not heard of it
        return m_delivery.canceller().cancel(run);
    if (known != m_ended.end()) { // ours, given up too early
        TurnRecord turn = *known;
        m_ended.erase(known);
        turn.answer.reset();
        turn.state = TurnState::Streaming;
        if (const int row = m_transcript.rowOfKey(answerKeyOf(turn)); row >= 0)
            m_transcript.removeRow(row);
        makeCurrent(turn);
        return deliver();
    }
    TurnRecord turn;
    turn.conversation = m_conversationId;
    turn.run = run;
    turn.state = TurnState::Streaming;
    turn.createdAt = QDateTime::currentDateTimeUtc();
    m_turn = turn;
    m_isDelivering = true;
    m_projection.begin({}, u"r:"_s + run.value());
    addAnswerRow();
    m_turnClock.start();
    m_delivery.goOn(turn);
}

} // namespace desk
