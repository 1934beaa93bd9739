#include "state/doctor/streamprobe.h"

#include "api/endpoints/runsapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/stream/eventstream.h"
#include "api/transport.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype newest = 20; // runs to choose from

bool endsTheStream(const wire::ServerEvent &event)
{
    return event.type == "complete" || event.type == "error";
}

} // namespace

StreamProbe::StreamProbe(Transport &transport, const Patience &patience)
    : m_transport(transport)
    , m_patience(patience)
{
    m_timer.setSingleShot(true);
}

StreamProbe::~StreamProbe()
{
    if (m_stream)
        m_stream->abort();
}

void StreamProbe::start()
{
    RunsApi(m_transport).list({}, 0, newest)->then(this, [this](const Result<Page<Run>> &page) {
        if (!page) {
            m_error = page.error();
            return end(Outcome::Refused);
        }
        if (page->items.isEmpty())
            return end(Outcome::NoRun);
        // What is "completed" was made by a chat: the team server's stream of it stays open too (contract 4.2).
        const auto isOpen = [](const Run &run) { return !run.status.isTerminal() || run.status == RunStatus::Completed; };
        const auto open = std::find_if(page->items.cbegin(), page->items.cend(), isOpen);
        const bool hasEnded = open == page->items.cend();
        watch(hasEnded ? page->items.constFirst().id : open->id, hasEnded);
    });
}

void StreamProbe::watch(const RunId &run, bool hasEnded)
{
    m_runHasEnded = hasEnded;
    EventStream::Spec spec;
    spec.request.path = StreamsApi::runPath(run);
    spec.silentMs = m_patience.silentMs;
    spec.idleMs = 2 * m_patience.watchMs;
    m_stream = new EventStream(m_transport, spec);
    connect(m_stream, &EventStream::opened, this, [this] {
        m_sinceOpened.start();
        m_timer.start(m_patience.firstMs);
    });
    connect(m_stream, &EventStream::received, this, [this](const QList<wire::ServerEvent> &events) {
        m_sawEnd = m_sawEnd || std::any_of(events.cbegin(), events.cend(), endsTheStream);
        if (!std::exchange(m_hasEvent, true))
            m_timer.start(m_patience.watchMs);
    });
    connect(m_stream, &EventStream::silenceChanged, this, [this](bool silent) {
        if (silent)
            end(Outcome::HeldBack);
    });
    connect(m_stream, &EventStream::closed, this, &StreamProbe::onClosed);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_hasEvent)
            end(Outcome::HeldBack);
        else
            end(m_runHasEnded ? Outcome::Whole : Outcome::Flows);
    });
}

void StreamProbe::onClosed(const Result<> &outcome)
{
    if (!m_sinceOpened.isValid()) {
        // Not even its beginning came: what collects answers may hold that back too.
        m_error = outcome ? Error() : outcome.error();
        return end(m_error.kind == Error::Kind::Timeout ? Outcome::HeldBack : Outcome::Refused);
    }
    m_afterMs = m_sinceOpened.elapsed();
    end(m_sawEnd ? Outcome::Whole : Outcome::CutOff);
}

void StreamProbe::end(Outcome outcome)
{
    if (std::exchange(m_isDone, true))
        return;
    m_timer.stop();
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
    }
    Q_EMIT finished(outcome);
}

} // namespace desk
