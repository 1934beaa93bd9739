#pragma once

#include "api/replyerror.h"
#include "domain/result.h"
#include "wire/sseparser.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace desk {

class Transport;

// One text/event-stream answer. Starts on the next turn of the event loop; received() per event, then closed() exactly once, after which
// the stream deletes itself. closed(ok) only says that the server ended the stream: whether the work is finished is told by its last
// event (SSE-27). After abort() no signal follows. GUI thread only.
class EventStream : public QObject
{
    Q_OBJECT
public:
    struct Spec {
        QByteArray verb = "GET";
        QNetworkRequest request;
        QByteArray body;
        int idleTimeoutMs = 45'000; // 0: silence is legal (team server's chat streams)
    };

    EventStream(Transport &transport, Spec spec, QObject *parent);
    ~EventStream() override;

    void abort();
    [[nodiscard]] QByteArray lastEventId() const { return m_parser.lastEventId(); }
    [[nodiscard]] int retryMs() const { return m_parser.retryMs(); }

Q_SIGNALS:
    void opened();
    void received(const desk::wire::ServerEvent &event);
    void closed(const desk::Result<> &outcome);

private:
    void start();
    void onHeaders();
    void onReadyRead();
    void onFinished();
    void close(const Result<> &outcome);

    Transport &m_transport;
    Spec m_spec;
    QPointer<QNetworkAccessManager> m_manager;
    QPointer<QNetworkReply> m_reply;
    wire::SseParser m_parser;
    QByteArray m_errorBody;
    QTimer m_idle;
    AbortReason m_abortReason = AbortReason::None;
    bool m_isEventStream = false;
    bool m_done = false;
};

} // namespace desk
