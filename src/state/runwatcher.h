#pragma once

#include "domain/error.h"
#include "domain/run.h"
#include "wire/sseparser.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace desk {

class ApiClient;
class EventStream;

// Follows one run until it is over: the stream as a ticker, GET /runs/{id} as the truth, because the team server's stream shows one
// snapshot and then only heartbeats (contract 4.2). Emits whole runs; the store applies them monotonically.
class RunWatcher : public QObject
{
    Q_OBJECT
public:
    RunWatcher(ApiClient &api, const RunId &id, bool streamIsTruthful, QObject *parent = nullptr);
    ~RunWatcher() override;

    [[nodiscard]] bool isLive() const { return m_isLive; } // the stream is open and truthful
    [[nodiscard]] bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void runReceived(const desk::Run &run);
    void livenessChanged();
    void failed(const desk::Error &error); // 403, 404: the watch ends; anything else goes on quietly

private:
    void openStream();
    void poll();
    void schedulePoll();
    void setLive(bool live);
    void finish();

    ApiClient &m_api;
    RunId m_id;
    QPointer<EventStream> m_stream;
    QTimer m_pollTimer;
    QTimer m_soonTimer; // coalesces the ticks of a busy stream into one GET
    bool m_streamIsTruthful;
    bool m_isLive = false;
    bool m_isOver = false;
    int m_streamFailures = 0;
};

} // namespace desk
