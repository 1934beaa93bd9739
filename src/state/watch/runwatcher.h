#pragma once

#include "domain/run.h"
#include "state/watch/watchloop.h"
#include "wire/json/runjson.h"

namespace desk {

class ApiClient;

// Follows one run (WatchLoop) by GET /streams/runs/{id} and GET /runs/{id}. The store applies what it emits: a terminal state never goes
// back, and events are known by their index, since every stream tells them from the first on.
class RunWatcher : public WatchLoop
{
    Q_OBJECT
public:
    RunWatcher(ApiClient &api, const RunId &id, bool truthful, QObject *parent = nullptr);

Q_SIGNALS:
    void runReceived(const desk::Run &run);
    void statusReceived(const desk::RunStatus &status, const QDateTime &at);
    // events[0] is the run's event number firstIndex.
    void eventsReceived(qsizetype firstIndex, const QList<desk::RunEvent> &events);

private:
    void fetchTruth() override;
    void takeEvents(const QList<wire::ServerEvent> &events) override;
    void streamRestarted() override;
    void apply(const wire::ServerEvent &event, QList<RunEvent> &gathered);

    ApiClient &m_api;
    RunId m_id;
    qsizetype m_nextIndex = 0; // of the next `event` of the stream
};

} // namespace desk
