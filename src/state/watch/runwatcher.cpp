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
        truthArrived(run->status.isTerminal());
    });
}

void RunWatcher::streamRestarted()
{
    m_nextIndex = 0;
}

void RunWatcher::takeEvents(const QList<wire::ServerEvent> &events)
{
    QList<RunEvent> gathered;
    for (const wire::ServerEvent &event : events)
        apply(event, gathered);
    if (gathered.isEmpty())
        return;
    const qsizetype first = std::exchange(m_nextIndex, m_nextIndex + gathered.size());
    Q_EMIT eventsReceived(first, gathered);
}

void RunWatcher::apply(const wire::ServerEvent &event, QList<RunEvent> &gathered)
{
    const wire::RunUpdate update = wire::runUpdateFrom(event);
    if (const auto *runEvent = std::get_if<RunEvent>(&update)) {
        gathered.append(*runEvent);
    } else if (const auto *status = std::get_if<wire::RunStatusUpdate>(&update)) {
        Q_EMIT statusReceived(status->status, status->timestamp);
        if (status->status.isTerminal())
            endTold();
    } else if (std::holds_alternative<wire::RunEnded>(update)) {
        endTold();
    } else if (event.type == "event") {
        gathered.append(RunEvent()); // not understood, and it has its index nevertheless, as in GET
        lookAgain();
    } else {
        lookAgain(); // an output, a word of a chat turn: the run as a whole tells the rest
    }
}

} // namespace desk
