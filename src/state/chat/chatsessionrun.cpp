// A run that the server works on in this conversation: it is watched, or cancelled where it was stopped here. The rest is in
// chatsession.cpp.
#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "api/endpoints/runsapi.h"
#include "state/chat/chatsession.h"
#include "state/chat/transcriptmerge.h"
#include "state/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int skewSeconds = 300; // clocks may differ by that
constexpr int lookAgainMs = 10'000;
constexpr qsizetype lookedAtRuns = 20;

} // namespace

// A turn that outlived its window, or that another program started: it is watched from its first event.
void ChatSession::lookForActiveRun()
{
    m_api.conversations().get(m_conversationId)->then(this, [this, generation = m_generation](const Result<Conversation> &conversation) {
        if (generation != m_generation)
            return;
        if (!conversation)
            return lookForStoppedLater(conversation.error());
        if (m_turn)
            return; // its end looks again, where something has to be looked for
        m_mayRun = m_mayRun && !conversation->activeRun.isEmpty();
        m_title = conversation->title;
        Q_EMIT titleChanged(m_title);
        if (!conversation->activeRun.isEmpty())
            onActiveRun(conversation->activeRun);
    });
}

// It may be one that was stopped here before its run was known: only the run itself tells.
void ChatSession::onActiveRun(const RunId &run)
{
    const auto isIt = [&run](const TurnRecord &turn) { return turn.run == run; };
    const bool isKnown = std::any_of(m_ended.cbegin(), m_ended.cend(), isIt);
    if (isKnown || (!m_mayRun && !hasNamelessStop()))
        return watchRun(run);
    m_api.runs().get(run)->then(this, [this, run, generation = m_generation](const Result<Run> &asked) {
        if (generation != m_generation || m_turn)
            return;
        if (!asked || !cancelIfStopped(*asked))
            watchRun(run);
    });
}

bool ChatSession::hasNamelessStop() const
{
    const auto isIt = [](const TurnRecord &turn) { return turn.state == TurnState::Stopped && turn.run.isEmpty(); };
    return std::any_of(m_ended.cbegin(), m_ended.cend(), isIt);
}

// After a stop that came before the run was known. A new chat has no conversation on the server yet that could be asked.
void ChatSession::lookForStopped()
{
    if (m_turn || !m_mayRun || m_workspace.state() != Workspace::State::Ready)
        return; // its end, or ready(), goes on
    if (!m_workspace.capabilities().has(feature::runCancel)) {
        m_mayRun = false;
        return;
    }
    if (!isProvisional(m_conversationId))
        return lookForActiveRun();
    m_api.runs().list({}, 0, lookedAtRuns)->then(this, [this, generation = m_generation](const Result<Page<Run>> &page) {
        if (generation != m_generation)
            return;
        if (!page)
            return lookForStoppedLater(page.error());
        for (const Run &run : page->items) {
            if (!run.status.isTerminal() && cancelIfStopped(run))
                return adopt(run.conversationId);
        }
        m_mayRun = false;
    });
}

void ChatSession::lookForStoppedLater(const Error &error)
{
    m_mayRun = m_mayRun && !error.isFinal();
    if (!m_mayRun || error.kind == Error::Kind::Cancelled)
        return; // ready() goes on
    QTimer::singleShot(lookAgainMs, this, [this, generation = m_generation] {
        if (generation == m_generation)
            lookForStopped();
    });
}

bool ChatSession::cancelIfStopped(const Run &run)
{
    const auto isIt = [this, &run](const TurnRecord &turn) { return isOfStopped(run, turn); };
    const auto stopped = std::find_if(m_ended.rbegin(), m_ended.rend(), isIt);
    if (stopped == m_ended.rend())
        return false;
    m_mayRun = false;
    stopped->run = run.id;
    keep(*stopped);
    m_delivery.canceller().cancel(run.id);
    return true;
}

// After a restart it is not known whether the question has arrived at all: the same words of another program, later, are not ours to stop.
bool ChatSession::isOfStopped(const Run &run, const TurnRecord &stopped) const
{
    if (stopped.state != TurnState::Stopped)
        return false;
    if (!stopped.run.isEmpty())
        return m_mayRun && run.retryOf == stopped.run;
    const qint64 later = stopped.createdAt.secsTo(run.createdAt);
    return run.prompt == stopped.request.text && later >= -skewSeconds && (m_mayRun || later <= 2 * skewSeconds);
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
