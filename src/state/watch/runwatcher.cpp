#include "state/watch/runwatcher.h"

#include "api/apiclient.h"
#include "api/endpoints/runsapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/transport.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

RunWatcher::RunWatcher(ApiClient &api, const RunId &id, bool truthful, QObject *parent)
    : WatchLoop(api.transport().hub(), StreamsApi::runPath(id), truthful, parent)
    , m_api(api)
    , m_id(id)
{
}

void RunWatcher::fetchTruth()
{
    m_api.runs().get(m_id)->then(this, [this](const Result<Run> &run) {
        if (!run) {
            truthFailed(run.error());
            return;
        }
        Q_EMIT runReceived(*run);
        m_hasSnapshot = true;
        release({});
        truthArrived(run->status.isTerminal());
    });
}

void RunWatcher::streamRestarted()
{
    m_sequence.restart();
    m_held.clear();
    m_nextIndex = 0;
    m_gap = false;
}

void RunWatcher::takeEvents(const QList<wire::ServerEvent> &events)
{
    QList<RunEvent> gathered;
    for (const wire::ServerEvent &event : events) {
        const SequenceFilter::Verdict verdict = m_sequence.take(event.id);
        if (verdict == SequenceFilter::Verdict::Duplicate)
            continue;
        m_gap = m_gap || verdict != SequenceFilter::Verdict::Next;
        if (m_gap) {
            lookAgain();
            continue;
        }
        apply(wire::runUpdateFrom(event), gathered);
    }
    release(gathered);
}

void RunWatcher::release(const QList<RunEvent> &gathered)
{
    m_held += gathered;
    if (!m_hasSnapshot || m_held.isEmpty())
        return;
    const QList<RunEvent> events = std::exchange(m_held, {});
    const qsizetype first = std::exchange(m_nextIndex, m_nextIndex + events.size());
    Q_EMIT eventsReceived(first, events);
}

void RunWatcher::apply(const wire::RunUpdate &update, QList<RunEvent> &gathered)
{
    if (const auto *event = std::get_if<RunEvent>(&update)) {
        gathered.append(*event);
    } else if (const auto *status = std::get_if<wire::RunStatusUpdate>(&update)) {
        Q_EMIT statusReceived(status->status, status->timestamp);
    } else {
        lookAgain(); // the end, an output, a word of a chat turn: the run as a whole tells the rest
    }
}

} // namespace desk
