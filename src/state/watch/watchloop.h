#pragma once

#include "domain/error.h"
#include "domain/knowledge.h"
#include "wire/sseparser.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace desk {

class LiveStream;
class StreamHub;

// Follows one thing on the server until it is over. The stream is the truth only where the server keeps the promises of numbered,
// resumable streams with heartbeats (capabilities stream_ids, stream_resume, heartbeat); elsewhere it shows one snapshot and then
// nothing (contract 4.2, 4.3), so there it only says "look again", and a GET is the truth. Subclasses know what to fetch and what the
// events mean. GUI thread.
//
// Polling: every second in the first half minute, then every 2 to 5 s (contract 4.2); none while a truthful stream is connected.
class WatchLoop : public QObject
{
    Q_OBJECT
public:
    ~WatchLoop() override;

    [[nodiscard]] bool isLive() const; // the shown state is what the stream said last
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] Knowledge knowledge() const;
    [[nodiscard]] const LiveStream *stream() const { return m_stream.get(); } // for how the connection stands; null when over

Q_SIGNALS:
    void livenessChanged();                // isLive() or stream()->state()
    void failed(const desk::Error &error); // 403, 404, 410: the watch is over; 401: once; anything else goes on and is logged

protected:
    WatchLoop(StreamHub &hub, const QString &path, bool truthful, QObject *parent);

    // Asks the server; ends in truthArrived() or truthFailed(), never before it returns.
    virtual void fetchTruth() = 0;
    // Events of a truthful stream, in order. Anything not understood is answered by lookAgain().
    virtual void takeEvents(const QList<wire::ServerEvent> &events) = 0;
    // A truthful stream begins from its first event again.
    virtual void streamRestarted() {}

    void lookAgain(); // soon, and only once for a burst
    void truthArrived(bool terminal);
    void truthFailed(const Error &error);
    void finish();

private:
    void fetch();
    void schedulePoll();
    void onStateChanged();

    std::shared_ptr<LiveStream> m_stream;
    QTimer m_poll;
    QTimer m_soon;
    QElapsedTimer m_age;
    QElapsedTimer m_sinceTruth;
    bool m_truthful;
    bool m_fetching = false;
    bool m_again = false;
    bool m_over = false;
    bool m_refused = false; // 401, and told
    int m_failures = 0;     // GETs in a row without an answer
};

} // namespace desk
