#include "state/watch/watchloop.h"

#include "api/stream/livestream.h"
#include "api/stream/streamhub.h"
#include "domain/log.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int longestPollMs = 60'000;
constexpr qsizetype maxHeld = 10'000; // events; a truth that takes longer is asked for again instead

} // namespace

void WatchLoop::LetGo::operator()(WatchLoop *gone) const
{
    gone->blockSignals(true);
    gone->finish();
    gone->deleteLater();
}

WatchLoop::WatchLoop(StreamHub &hub, const QString &path, bool truthful, QObject *parent)
    : QObject(parent)
    , m_stream(hub.watch(path, {.resume = truthful}))
    , m_truthful(truthful)
    , m_joinedLate(m_stream->state() != LiveStream::State::Connecting || !m_stream->lastEventId().isEmpty())
{
    for (QTimer *timer : {&m_poll, &m_soon, &m_stale})
        timer->setSingleShot(true);
    m_stale.setTimerType(Qt::PreciseTimer);
    connect(&m_poll, &QTimer::timeout, this, &WatchLoop::fetch);
    connect(&m_soon, &QTimer::timeout, this, &WatchLoop::fetch);
    connect(&m_stale, &QTimer::timeout, this, &WatchLoop::livenessChanged);
    connect(m_stream.get(), &LiveStream::stateChanged, this, &WatchLoop::onStateChanged);
    connect(m_stream.get(), &LiveStream::opened, this, &WatchLoop::onOpened);
    connect(m_stream.get(), &LiveStream::received, this, &WatchLoop::onReceived);
    m_begun = m_joinedLate ? 1 : 0;
    m_age.start();
    m_poll.start(0);
}

WatchLoop::~WatchLoop() = default;

bool WatchLoop::isLive() const
{
    return m_truthful && !m_missing && !m_owed && m_settled && m_stream && m_stream->isConnected();
}

Knowledge WatchLoop::knowledge() const
{
    if (!m_sinceTruth.isValid())
        return Knowledge::Unknown;
    if (isLive())
        return Knowledge::Live;
    if (m_over)
        return m_atEnd ? Knowledge::Polled : Knowledge::Stale;
    return m_sinceHeard.elapsed() < m_pace.staleAfter ? Knowledge::Polled : Knowledge::Stale;
}

void WatchLoop::onOpened()
{
    m_sequence.restart();
    m_held.clear();
    m_missing = false;
    m_joinedLate = false;
    m_settled = false;
    ++m_begun;
    streamRestarted();
    lookAgain();
}

void WatchLoop::onReceived(const QList<wire::ServerEvent> &events)
{
    if (m_over)
        return;
    if (!m_truthful || m_joinedLate) {
        lookAgain();
        return;
    }
    const QList<wire::ServerEvent> next = inOrder(events);
    if (m_settled) {
        hear();
        takeEvents(next);
        return;
    }
    m_held += next;
    if (m_held.size() > maxHeld) {
        m_held.clear();
        distrust();
    }
}

// SSE-26.
QList<wire::ServerEvent> WatchLoop::inOrder(const QList<wire::ServerEvent> &events)
{
    QList<wire::ServerEvent> next;
    next.reserve(events.size());
    for (const wire::ServerEvent &event : events) {
        const SequenceFilter::Verdict verdict = m_sequence.take(event.id);
        if (verdict == SequenceFilter::Verdict::Duplicate)
            continue;
        if (m_missing || verdict != SequenceFilter::Verdict::Next)
            distrust();
        else
            next.append(event);
    }
    return next;
}

void WatchLoop::distrust()
{
    m_missing = true;
    lookAgain();
    tellLiveness();
}

void WatchLoop::endTold()
{
    m_endTold = true;
    lookAgain();
}

void WatchLoop::lookAgain()
{
    if (m_over || m_soon.isActive())
        return;
    const bool busy = m_sinceTruth.isValid() && m_sinceTruth.elapsed() < m_pace.busySoon;
    m_soon.start(busy ? m_pace.busySoon : m_pace.soon);
}

void WatchLoop::fetch()
{
    m_poll.stop();
    m_soon.stop();
    if (m_over)
        return;
    if (std::exchange(m_fetching, true)) {
        m_again = true; // the answer under way may be older than what made us look
        return;
    }
    m_askedIn = m_begun;
    fetchTruth();
}

void WatchLoop::truthArrived(bool terminal)
{
    m_fetching = false;
    if (m_over)
        return;
    m_owed = false;
    m_sinceTruth.start();
    m_failures = 0;
    m_refused = false;
    hear();
    if (terminal) {
        m_atEnd = true;
        finish();
        return;
    }
    m_settled = m_begun > 0 && m_askedIn == m_begun;
    if (m_settled && !m_held.isEmpty())
        takeEvents(std::exchange(m_held, {}));
    schedulePoll();
    tellLiveness();
}

void WatchLoop::truthFailed(const Error &error)
{
    m_fetching = false;
    if (m_over)
        return;
    m_owed = true;
    if (error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound) {
        finish();
        Q_EMIT failed(error);
        return;
    }
    if (error.kind == Error::Kind::Cancelled) // another server: whoever made this watch makes another
        return;
    qCInfo(logState) << "a watch got no answer:" << error.message << error.detail;
    if (error.kind == Error::Kind::Unauthorized && !std::exchange(m_refused, true))
        Q_EMIT failed(error); // once; the next token ends it
    ++m_failures;
    schedulePoll();
    tellLiveness();
}

void WatchLoop::schedulePoll()
{
    if (m_over)
        return;
    if (std::exchange(m_again, false)) {
        lookAgain();
        return;
    }
    if (isLive() && !m_endTold && !m_owed)
        return;
    const bool young = m_age.elapsed() < m_pace.youngFor;
    const int wait = young ? m_pace.youngPoll : QRandomGenerator::global()->bounded(m_pace.minPoll, m_pace.maxPoll);
    m_poll.start(std::min(wait << std::min(m_failures, 5), longestPollMs)); // a server that does not answer is asked less and less
}

void WatchLoop::onStateChanged()
{
    if (m_over)
        return;
    const LiveStream::State state = m_stream->state();
    if (state == LiveStream::State::Closed && m_stream->lastError().kind == Error::Kind::Cancelled) {
        finish(); // another server: it must not be asked for what belongs to this one (AUTH-19)
        return;
    }
    if (isLive() && !m_endTold && !m_owed)
        m_poll.stop();
    else if (m_wasLive && state != LiveStream::State::Stale)
        noteLoss();
    m_wasLive = isLive();
    if (!m_wasLive && !m_fetching && !m_poll.isActive())
        schedulePoll();
    Q_EMIT livenessChanged();
}

// What happened is unknown until somebody asks, even if the stream goes on where it ended (SSE-27).
void WatchLoop::noteLoss()
{
    hear(); // until this moment
    lookAgain();
}

void WatchLoop::hear()
{
    m_sinceHeard.start();
    m_stale.start(m_pace.staleAfter + 10); // a timer may come a little early, and there is no second
}

void WatchLoop::tellLiveness()
{
    const bool live = isLive();
    if (!m_over && std::exchange(m_wasLive, live) != live)
        Q_EMIT livenessChanged();
}

void WatchLoop::finish()
{
    if (std::exchange(m_over, true))
        return;
    for (QTimer *timer : {&m_poll, &m_soon, &m_stale})
        timer->stop();
    m_held.clear();
    m_stream->disconnect(this);
    m_stream.reset(); // its place is another's now
    Q_EMIT livenessChanged();
}

} // namespace desk
