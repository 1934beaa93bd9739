#include "api/stream/livestream.h"

#include "api/policy/retrypolicy.h"
#include "api/replyerror.h"
#include "api/stream/eventstream.h"
#include "api/stream/streamhub.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "domain/log.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qint64 worthwhileMs = 30'000; // SSE-22: one that ended sooner, with nothing new, counts as a failure: else we would hammer

// Whether an event takes the stream further. A server that replays what we have had, and ends, would be asked again and again.
bool isNews(const QByteArray &id, const QByteArray &before)
{
    bool isNumber = false;
    bool wasNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    const qint64 last = before.toLongLong(&wasNumber);
    return isNumber && wasNumber ? number > last : !id.isEmpty() && id != before;
}

} // namespace

LiveStream::LiveStream(Transport &transport, QString path, const Options &options)
    : m_transport(transport)
    , m_path(std::move(path))
    , m_options(options)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LiveStream::connectNow);
    connect(&m_transport.tokens(), &TokenSource::tokenChanged, this, [this] {
        if (m_state == State::AuthRequired)
            connectNow();
    });
    m_retry.start(0);
}

LiveStream::~LiveStream()
{
    stop();
}

qint64 LiveStream::retryInMs() const
{
    return std::max(0, m_retry.remainingTime());
}

void LiveStream::stop()
{
    m_retry.stop();
    if (m_stream)
        m_stream->abort();
    if (std::exchange(m_hasPlace, false))
        m_transport.hub().givePlaceBack(*this);
    m_state = State::Closed;
}

void LiveStream::supersede()
{
    if (m_state == State::Closed)
        return;
    stop();
    m_lastError = errorForAbort(AbortReason::Superseded, m_transport.baseUrl().host());
    Q_EMIT stateChanged(); // who follows it would wait for ever
}

void LiveStream::reconnectNow()
{
    if (m_state != State::Backoff && m_state != State::Polling && m_state != State::AuthRequired)
        return;
    m_failures = 0;
    connectNow();
}

void LiveStream::placeFreed()
{
    if (m_state == State::ServerLimit)
        connectNow();
}

void LiveStream::connectNow()
{
    m_retry.stop();
    if (m_stream || m_state == State::Closed)
        return;
    if (!m_hasPlace)
        m_hasPlace = m_transport.hub().takePlace(*this);
    if (!m_hasPlace) {
        setState(State::ServerLimit);
        return;
    }
    if (m_state != State::Polling) // polling goes on until a connection is really open
        setState(State::Connecting);
    EventStream::Spec spec;
    spec.request.path = m_path;
    spec.lastEventId = m_options.resume ? m_lastEventId : QByteArray();
    spec.silentMs = m_options.silentMs;
    spec.idleMs = m_options.idleMs;
    m_progressed = false;
    m_wasOpened = false;
    m_stream = new EventStream(m_transport, spec);
    connect(m_stream, &EventStream::opened, this, &LiveStream::onOpened);
    connect(m_stream, &EventStream::received, this, &LiveStream::onReceived);
    connect(m_stream, &EventStream::silenceChanged, this, [this](bool silent) { setState(silent ? State::Stale : State::Connected); });
    connect(m_stream, &EventStream::closed, this, &LiveStream::onClosed);
}

void LiveStream::onOpened()
{
    m_wasOpened = true;
    m_sinceOpened.start();
    setState(State::Connected);
    if (!m_options.resume || m_lastEventId.isEmpty())
        Q_EMIT opened();
}

void LiveStream::onReceived(const QList<wire::ServerEvent> &events)
{
    const QByteArray id = m_stream->lastEventId();
    if (isNews(id, m_newestId)) {
        m_progressed = true;
        m_newestId = id;
    }
    m_lastEventId = id;
    Q_EMIT received(events);
}

void LiveStream::onClosed(const Result<> &outcome)
{
    const int status = m_stream->httpStatus();
    m_retryMs = m_stream->retryMs() >= 0 ? m_stream->retryMs() : m_retryMs;
    if (m_wasOpened)
        m_lastEventId = m_stream->lastEventId(); // an id: without data counts as well (SSE-12)
    m_stream = nullptr;
    if (!outcome && outcome.error().kind == Error::Kind::Cancelled) {
        supersede();
        return;
    }
    const bool worthwhile = m_wasOpened && (m_progressed || m_sinceOpened.elapsed() >= worthwhileMs);
    m_failures = worthwhile ? 0 : m_failures + 1;
    if (!outcome && outcome.error().kind == Error::Kind::Protocol)
        m_failures = maxFailures; // a wrong type, a redirect elsewhere, nonsense: the next try will not be better
    if (!outcome)
        m_transport.noteStreamLost(outcome.error());
    if (outcome) {
        backOff({});
    } else if (status == 410 && m_options.resume && !std::exchange(m_lastEventId, {}).isEmpty()) {
        m_newestId.clear();
        qCInfo(logSse) << "the server no longer knows our last event; starting over" << m_path;
        connectNow(); // opened() follows: the watcher fetches the snapshot
    } else if (status == 204 || status == 403 || status == 404 || status == 409 || status == 410 || status == 422) {
        m_lastError = outcome.error();
        if (std::exchange(m_hasPlace, false))
            m_transport.hub().givePlaceBack(*this);
        setState(State::Closed);
    } else if (status == 401) {
        m_lastError = outcome.error();
        if (std::exchange(m_hasPlace, false))
            m_transport.hub().givePlaceBack(*this);
        m_retry.start(retryWhilePollingMs); // an identity service that is down looks the same (contract 6.4 #36)
        setState(State::AuthRequired);
    } else {
        backOff(outcome.error());
    }
}

void LiveStream::backOff(const Error &error)
{
    m_lastError = error;
    const double random = m_transport.policy().dice.generateDouble();
    const bool polling = m_failures >= maxFailures;
    const qint64 wait = polling ? qint64(retryWhilePollingMs) : retry::reconnectMs(m_failures, random, m_retryMs, error.retryAfterMs);
    m_retry.start(static_cast<int>(wait));
    if (polling && std::exchange(m_hasPlace, false))
        m_transport.hub().givePlaceBack(*this); // somebody else may make better use of it
    if (polling)
        setState(State::Polling);
    else
        setState(error.kind == Error::Kind::RateLimited ? State::ServerLimit : State::Backoff);
}

void LiveStream::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace desk
