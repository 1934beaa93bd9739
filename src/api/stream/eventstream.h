#pragma once

#include "api/requestspec.h"
#include "api/stream/delivery.h"
#include "domain/result.h"
#include "wire/sseparser.h"

#include <QObject>
#include <QUrl>

namespace desk {

class Transport;

// One text/event-stream answer, to a GET or a POST. Starts on the next turn of the event loop; received() as events come, then closed()
// exactly once, after which the stream deletes itself. closed(ok) only says that the server ended the stream: whether the work is
// finished is told by its last event (SSE-27). Redirects within the server are followed, a 401 is replayed once with a fresh token
// (HTTP-12, SSE-30). After abort() no signal follows. GUI thread; the socket and the parser are in the stream thread.
class EventStream : public QObject
{
    Q_OBJECT
public:
    struct Spec {
        RequestSpec request;
        QByteArray lastEventId;
        int silentMs = 30'000;
        int idleMs = 45'000; // 0: silence is legal (team server's chat streams), and only told
    };

    EventStream(Transport &transport, Spec spec);
    ~EventStream() override;

    void abort();
    [[nodiscard]] QByteArray lastEventId() const { return m_lastEventId; }
    [[nodiscard]] int retryMs() const { return m_retryMs; }
    [[nodiscard]] int httpStatus() const { return m_status; } // of the answer, once closed() is on its way

    // For StreamHub.
    void take(const Delivery &delivery);
    void supersede(); // another server: closed(Cancelled)

Q_SIGNALS:
    void opened();
    void received(const QList<desk::wire::ServerEvent> &events); // as they came together; stop when you have aborted it
    void silenceChanged(bool silent);                            // no byte for silentMs, or bytes again
    void closed(const desk::Result<> &outcome);

private:
    void start();
    void onClosed(const StreamEnd &end);
    [[nodiscard]] bool followRedirect(const StreamEnd &end);
    void close(const Result<> &outcome);

    Transport &m_transport;
    Spec m_spec;
    QByteArray m_requestId;
    QUrl m_url;
    QByteArray m_lastEventId;
    quint64 m_connection = 0; // 0: none
    quint64 m_tokenGeneration = 0;
    int m_retryMs = -1;
    int m_status = 0;
    int m_attempt = 0;
    int m_redirects = 0;
    bool m_replayed = false;
    bool m_askedForFresh = false; // token, before work that goes on with it
    bool m_done = false;
};

} // namespace desk
