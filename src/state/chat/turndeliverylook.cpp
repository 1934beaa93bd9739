// Looking at what the server has of a turn whose fate is not known. The rest is in turndelivery.cpp.
#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "api/endpoints/runsapi.h"
#include "api/transport.h"
#include "state/chat/turndelivery.h"
#include "state/store/turnjournal.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The server stores a turn at its end, in one step (contract 4.6). One that was streaming notices the cut with its next word; one that had
// said nothing yet may go on for a while: half a minute of looks, each after twice the time of the one before.
constexpr int looksWhenCut = 2;
constexpr int looksWhenSilent = 5;
constexpr int lookAgainMs = 1000;
constexpr int lookedAtConversations = 5;
constexpr int skewSeconds = 300;
constexpr int clockSeconds = 3;          // Date headers are whole seconds, and travel
constexpr qsizetype titleLength = 40;    // the server makes a title of the first 50 characters
constexpr int firstLookedAtMessages = 4; // mostly it is among them
constexpr int moreLookedAtMessages = 100;
constexpr qsizetype mostLookedAtMessages = 1000;
constexpr qsizetype lookedAtRuns = 20;
constexpr int looksForRetry = 3;

} // namespace

// The server keeps nothing of a turn until its end, and a broken connection ends it (contract 4.6): either it is stored or it is gone.
void TurnDelivery::look(const Error &reason)
{
    m_reason = reason;
    m_asking = true;
    m_lookedAtMessages.clear();
    setPhase(Phase::Looking);
    if (isNewChat())
        lookForConversation();
    else
        lookIn(m_turn.conversation);
}

// A new chat whose server never named it: the newest conversations, of which one may have been made of this question.
void TurnDelivery::lookForConversation()
{
    m_candidates.clear();
    m_found.reset();
    m_api.conversations()
        .list({}, 0, lookedAtConversations)
        ->then(this, [this, generation = m_generation](const Result<Page<Conversation>> &page) {
            if (generation != m_generation || m_phase != Phase::Looking)
                return;
            if (!page)
                return onLooked(Unexpected{page.error()});
            onConversations(page->items);
        });
}

// Not one of yesterday's that began alike.
void TurnDelivery::onConversations(const QList<Conversation> &newest)
{
    const QString title = m_turn.request.text.left(titleLength).simplified();
    const QDateTime since = earliest();
    for (const Conversation &conversation : newest) {
        const bool isOther = isAnothers(conversation.id) || conversation.createdAt < since;
        if (!isOther && conversation.title.simplified().startsWith(title))
            m_candidates.append(conversation.id);
    }
    lookInNext();
}

// Each of them: the first that has the question need not be the one.
void TurnDelivery::lookInNext()
{
    m_lookedAtMessages.clear();
    if (!m_candidates.isEmpty())
        return lookIn(m_candidates.takeFirst());
    if (m_found && isAnothers(m_found->conversation)) // one that was looked for beside this one was faster
        m_found.reset();
    if (m_found)
        return end(Ending(*m_found));
    lookAgain();
}

// A chat that was there before, that has turns of its own, or that another question has become, be it of the same words: one of them each.
bool TurnDelivery::isAnothers(const ConversationId &conversation) const
{
    return m_others.contains(conversation) || (m_journal && m_journal->isTaken(conversation, m_turn.conversation));
}

void TurnDelivery::onFound(const Message &answer)
{
    const Ending ending{TurnState::Complete, {}, answer, m_lookedAt};
    if (!isNewChat())
        return end(ending);
    if (m_found)
        return endInDoubt(
            tr("It is not known which conversation this message has become: several begin with it. Look there before you send it again."));
    m_found = ending;
    lookInNext();
}

void TurnDelivery::lookIn(const ConversationId &conversation)
{
    m_lookedAt = conversation;
    const qsizetype known = m_lookedAtMessages.size();
    m_api.conversations()
        .messages(conversation, known, known == 0 ? firstLookedAtMessages : moreLookedAtMessages)
        ->then(this, [this, generation = m_generation](const Result<Page<Message>> &page) {
            if (generation == m_generation && m_phase == Phase::Looking)
                onLooked(page);
        });
}

void TurnDelivery::onLooked(const Result<Page<Message>> &page)
{
    if (m_stopping)
        return endStopped();
    if (!page && page.error().kind == Error::Kind::Cancelled)
        return leaveOpen();
    if (!page && page.error().kind != Error::Kind::NotFound)
        return notAnswered(page.error());
    m_isInDoubt = false;
    const bool isFirst = m_lookedAtMessages.isEmpty();
    const bool isNews = page && addLookedAt(page->items);
    const auto isAfter = [this](const Message &message) { return !m_turn.after.isEmpty() && message.id == m_turn.after; };
    const auto after = std::find_if(m_lookedAtMessages.crbegin(), m_lookedAtMessages.crend(), isAfter);
    const bool isPlaceKnown = after != m_lookedAtMessages.crend();
    const bool mayBeOlder = !isPlaceKnown && isNews && page->mayHaveMore() && m_lookedAtMessages.size() < mostLookedAtMessages;
    // Among older ones the same words may have been asked before: they count only behind the message it was asked after.
    const bool isAnchorGone = !isPlaceKnown && !m_turn.after.isEmpty();
    if (isPlaceKnown || (!isAnchorGone && (isFirst || !mayBeOlder))) {
        const qsizetype from = std::distance(after, m_lookedAtMessages.crend()); // what is older was there before it was asked
        if (const std::optional<Message> answer = storedAnswer(from))
            return onFound(*answer);
    }
    if (mayBeOlder) // others have added more than one page since
        return lookIn(m_lookedAt);
    if (isAnchorGone) { // deleted by somebody: the time of sending tells them apart, as far as it is known
        if (const std::optional<Message> answer = answerSince(m_sentAt))
            return end({TurnState::Complete, {}, answer, m_lookedAt});
        m_isInDoubt = mayBeStored(!page || !page->mayHaveMore());
    }
    if (isNewChat())
        return lookInNext();
    lookAgain();
}

void TurnDelivery::lookAgain()
{
    m_asking = false;
    if (++m_looks < looks())
        m_again.start(lookAgainMs << m_looks);
    else
        notFound();
}

// In front of those that are known, each once: pages move while others write. False: nothing new was among them.
bool TurnDelivery::addLookedAt(const QList<Message> &page)
{
    QList<Message> added;
    for (const Message &message : page) {
        const auto isSame = [&message](const Message &known) { return known.id == message.id; };
        if (std::none_of(m_lookedAtMessages.cbegin(), m_lookedAtMessages.cend(), isSame))
            added.append(message);
    }
    m_lookedAtMessages = added + m_lookedAtMessages;
    return !added.isEmpty();
}

std::optional<Message> TurnDelivery::storedAnswer(qsizetype from) const
{
    for (qsizetype i = m_lookedAtMessages.size() - 1; i > from; --i) {
        const Message &answer = m_lookedAtMessages.at(i);
        const Message &question = m_lookedAtMessages.at(i - 1);
        if (answer.role == Role::Assistant && question.role == Role::User && question.content == m_turn.request.text)
            return answer;
    }
    return std::nullopt;
}

// The newest pair of these words that is not older than that; none where the time is not known.
std::optional<Message> TurnDelivery::answerSince(const QDateTime &time) const
{
    if (!time.isValid())
        return std::nullopt;
    const QDateTime earliest = time.addSecs(-clockSeconds);
    const auto isLater = [&earliest](const Message &message) { return message.createdAt.isValid() && message.createdAt >= earliest; };
    const auto from = std::find_if(m_lookedAtMessages.cbegin(), m_lookedAtMessages.cend(), isLater);
    return storedAnswer(std::distance(m_lookedAtMessages.cbegin(), from));
}

// Whether one of the messages that were read could be this one, or one that was not read could.
bool TurnDelivery::mayBeStored(bool isAllRead) const
{
    const auto mayBeIt = [this, since = earliest()](const Message &message) {
        const bool isEarlier = message.createdAt.isValid() && message.createdAt < since;
        return message.role == Role::User && message.content == m_turn.request.text && !isEarlier;
    };
    return !isAllRead || std::any_of(m_lookedAtMessages.cbegin(), m_lookedAtMessages.cend(), mayBeIt);
}

bool TurnDelivery::isNewChat() const
{
    return isProvisional(m_turn.conversation) || m_turn.conversation.isEmpty();
}

// By the server's clock: what it has of before that is not this turn. After a restart the time of sending is not known; the question was
// there before it, and clocks may have been set since.
QDateTime TurnDelivery::earliest() const
{
    if (m_sentAt.isValid())
        return m_sentAt.addSecs(-clockSeconds);
    const ServerClock &clock = m_api.transport().policy().clock;
    return (clock.isKnown() ? clock.toServer(m_turn.createdAt) : m_turn.createdAt).addSecs(-skewSeconds);
}

// Nothing is said before it is known. What is refused will be refused the next time too, and still says nothing of the turn; but somebody
// can sign in again, and a busy server has time later.
void TurnDelivery::notAnswered(const Error &error)
{
    m_asking = false;
    if (error.isFinal() && ++m_looks >= looks()) {
        Error unknown = error;
        unknown.message = tr("The server does not show whether it has this message: %1").arg(error.message);
        return end({TurnState::Interrupted, unknown});
    }
    m_again.start(std::min(30'000, lookAgainMs << std::min(m_attempt++, 5)));
}

int TurnDelivery::looks() const
{
    return m_sawEvent ? looksWhenCut : looksWhenSilent;
}

void TurnDelivery::notFound()
{
    if (m_isInDoubt) // sent again it could stand there twice: that is for the person to say
        return endInDoubt(
            tr("It is not known whether the server has this message. Look for it in the conversation before you send it again."));
    Error error = m_reason;
    if (error.message.isEmpty()) {
        error.kind = Error::Kind::Interrupted;
        error.message =
            m_sawEvent ? tr("The connection broke before the answer was stored.") : tr("The server does not have this message.");
    }
    end({m_sawEvent ? TurnState::Interrupted : TurnState::Failed, error});
}

void TurnDelivery::endInDoubt(const QString &text)
{
    Error unknown;
    unknown.kind = Error::Kind::Interrupted;
    unknown.message = text;
    end({TurnState::Interrupted, unknown});
}

// ------------------------------------------------------------------------------------------------ a run once more

void TurnDelivery::retry(const TurnRecord &turn)
{
    begin(turn);
    setPhase(Phase::Sending);
    m_asking = true;
    m_isRetryStopped = std::make_shared<bool>(false);
    m_api.runs().retry(turn.run)->then(this, [this, generation = m_generation, isStopped = m_isRetryStopped](const Result<Run> &run) {
        if (generation == m_generation)
            onRetried(run);
        else if (*isStopped && run) // it was stopped before the server had named it
            m_canceller.cancel(run->id);
    });
}

void TurnDelivery::onRetried(const Result<Run> &run)
{
    m_asking = false;
    if (!run && run.error().kind == Error::Kind::Cancelled)
        return leaveOpen();
    if (!run && run.error().outcomeUnknown) {
        m_reason = run.error();
        m_retried = m_turn.run;
        return lookForRetry();
    }
    if (!run)
        return end({TurnState::Failed, run.error()});
    m_retried = {};
    m_isRetryStopped.reset();
    m_turn.run = run->id;
    if (m_stopping)
        m_canceller.cancel(run->id);
    attachToRun(true);
}

// Asked a second time, it would do everything twice, tools and all: its new run names the one it repeats.
void TurnDelivery::lookForRetry()
{
    m_asking = true;
    m_api.runs().list({}, 0, lookedAtRuns)->then(this, [this, generation = m_generation](const Result<Page<Run>> &page) {
        if (generation != m_generation)
            return;
        if (m_stopping)
            return endStopped();
        if (!page && page.error().kind == Error::Kind::Cancelled)
            return leaveOpen();
        if (!page)
            return notAnswered(page.error());
        onRuns(page->items);
    });
}

void TurnDelivery::onRuns(const QList<Run> &newest)
{
    const auto isIt = [this](const Run &run) { return run.retryOf == m_retried; };
    const auto found = std::find_if(newest.cbegin(), newest.cend(), isIt);
    if (found != newest.cend())
        return onRetried(*found);
    m_asking = false;
    if (++m_looks < looksForRetry) // it may be on its way still
        m_again.start(lookAgainMs << m_looks);
    else
        end({TurnState::Failed, m_reason});
}

} // namespace desk
