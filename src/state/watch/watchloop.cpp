#include "state/watch/watchloop.h"

#include "api/stream/livestream.h"
#include "api/stream/streamhub.h"
#include "domain/log.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int soonMs = 150;
constexpr int busySoonMs = 1000; // a stream that ticks all the time need not be asked more often
constexpr int youngPollMs = 1000;
constexpr qint64 youngForMs = 30'000;
constexpr int minPollMs = 2000;
constexpr int maxPollMs = 5000;
constexpr qint64 staleAfterMs = 3 * maxPollMs;

} // namespace

WatchLoop::WatchLoop(StreamHub &hub, const QString &path, bool truthful, QObject *parent)
    : QObject(parent)
    , m_stream(hub.watch(path, {.resume = truthful}))
    , m_truthful(truthful)
{
    m_poll.setSingleShot(true);
    m_soon.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &WatchLoop::fetch);
    connect(&m_soon, &QTimer::timeout, this, &WatchLoop::fetch);
    connect(m_stream.get(), &LiveStream::stateChanged, this, &WatchLoop::onStateChanged);
    connect(m_stream.get(), &LiveStream::opened, this, [this] {
        streamRestarted();
        lookAgain();
    });
    connect(m_stream.get(), &LiveStream::received, this, [this](const QList<wire::ServerEvent> &events) {
        if (m_over)
            return;
        if (m_truthful)
            takeEvents(events);
        else
            lookAgain();
    });
    m_age.start();
    m_poll.start(0);
}

WatchLoop::~WatchLoop() = default;

bool WatchLoop::isLive() const
{
    return m_truthful && m_stream && m_stream->isConnected();
}

Knowledge WatchLoop::knowledge() const
{
    if (!m_sinceTruth.isValid())
        return Knowledge::Unknown;
    if (isLive())
        return Knowledge::Live;
    return m_over || m_sinceTruth.elapsed() < staleAfterMs ? Knowledge::Polled : Knowledge::Stale;
}

void WatchLoop::lookAgain()
{
    if (m_over || m_soon.isActive())
        return;
    const bool busy = m_sinceTruth.isValid() && m_sinceTruth.elapsed() < busySoonMs;
    m_soon.start(busy ? busySoonMs : soonMs);
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
    fetchTruth();
}

void WatchLoop::truthArrived(bool terminal)
{
    m_fetching = false;
    m_sinceTruth.start();
    m_failures = 0;
    m_refused = false;
    if (terminal)
        finish();
    else
        schedulePoll();
}

void WatchLoop::truthFailed(const Error &error)
{
    m_fetching = false;
    if (m_over)
        return;
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
    m_again = false;
    m_poll.start(std::min(maxPollMs << std::min(++m_failures, 4), 60'000)); // live or not: without a snapshot nothing is known
}

void WatchLoop::schedulePoll()
{
    if (std::exchange(m_again, false)) {
        lookAgain();
        return;
    }
    if (isLive())
        return;
    const bool young = m_age.elapsed() < youngForMs;
    m_poll.start(young ? youngPollMs : QRandomGenerator::global()->bounded(minPollMs, maxPollMs));
}

void WatchLoop::onStateChanged()
{
    if (m_over)
        return;
    if (!isLive() && !m_fetching && !m_poll.isActive())
        schedulePoll();
    Q_EMIT livenessChanged();
}

void WatchLoop::finish()
{
    if (std::exchange(m_over, true))
        return;
    m_poll.stop();
    m_soon.stop();
    m_stream->disconnect(this);
    m_stream.reset(); // its place is another's now
    Q_EMIT livenessChanged();
}

} // namespace desk
