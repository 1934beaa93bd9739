#include "state/runwatcher.h"

#include "api/apiclient.h"

namespace desk {

namespace {

constexpr int soonMs = 150;
constexpr int pollMs = 2000; // without a truthful stream
constexpr int safetyPollMs = 10'000;
constexpr int maxStreamFailures = 3;

} // namespace

RunWatcher::RunWatcher(ApiClient &api, const RunId &id, bool streamIsTruthful, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_id(id)
    , m_streamIsTruthful(streamIsTruthful)
{
    m_pollTimer.setSingleShot(true);
    m_soonTimer.setSingleShot(true);
    m_soonTimer.setInterval(soonMs);
    connect(&m_pollTimer, &QTimer::timeout, this, &RunWatcher::poll);
    connect(&m_soonTimer, &QTimer::timeout, this, &RunWatcher::poll);
    poll();
    openStream();
}

RunWatcher::~RunWatcher()
{
    if (m_stream)
        m_stream->abort();
}

void RunWatcher::openStream()
{
    m_stream = m_api.streamRun(m_id);
    connect(m_stream, &EventStream::opened, this, [this] { setLive(m_streamIsTruthful); });
    connect(m_stream, &EventStream::received, this, [this] {
        m_streamFailures = 0;
        if (!m_soonTimer.isActive())
            m_soonTimer.start();
    });
    connect(m_stream, &EventStream::closed, this, [this](const Result<> &outcome) {
        setLive(false);
        if (!outcome)
            ++m_streamFailures;
        poll(); // truth first; the next stream comes with schedulePoll()
    });
}

void RunWatcher::poll()
{
    m_soonTimer.stop();
    m_pollTimer.stop();
    m_api.getRun(m_id)->then(this, [this](const Result<Run> &run) {
        if (m_isOver)
            return;
        if (run) {
            Q_EMIT runReceived(*run);
            if (run->status.isTerminal())
                return finish();
        } else if (run.error().kind == Error::Kind::Forbidden || run.error().kind == Error::Kind::NotFound) {
            finish();
            Q_EMIT failed(run.error());
            return;
        }
        schedulePoll();
    });
}

void RunWatcher::schedulePoll()
{
    m_pollTimer.start(m_isLive ? safetyPollMs : pollMs);
    if (!m_stream && m_streamFailures < maxStreamFailures)
        openStream();
}

void RunWatcher::setLive(bool live)
{
    if (m_isLive == live)
        return;
    m_isLive = live;
    Q_EMIT livenessChanged();
}

void RunWatcher::finish()
{
    m_isOver = true;
    m_pollTimer.stop();
    m_soonTimer.stop();
    if (m_stream)
        m_stream->abort();
    setLive(false);
}

} // namespace desk
