#pragma once

#include "api/replyerror.h"
#include "api/stream/responseparser.h"
#include "api/stream/streamlink.h"

#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace desk {

// text/event-stream over HTTP/1.1 on a socket of its own. QNetworkAccessManager would do, but not for a hundred streams: it has six
// connections a host, a thread for each manager, and five times the work per event (README, "Measured"). Proxy and TLS settings are
// Qt's, as for every other socket. Sends no Accept-Encoding (HTTP-15), follows nothing, keeps no cookie. Stream thread.
class SseLink : public StreamLink
{
    Q_OBJECT
public:
    SseLink(quint64 connection, StreamRequest request, QObject *parent = nullptr);
    ~SseLink() override;

    void open() override;
    void close() override;
    void setReading(bool reading) override;

private:
    void sendRequest();
    void onReadyRead();
    void onHead();
    void onBody(const QByteArray &bytes);
    void read();
    void take(const QByteArray &bytes);
    void onDisconnected();
    void onError(QAbstractSocket::SocketError code);
    void onTimeout();
    [[nodiscard]] int quietMs() const; // until silence is told, or is the end
    void armTimer(int ms);
    void deliver(Delivery::Kind kind);
    void end(Result<> outcome);
    [[nodiscard]] Result<> outcome();
    [[nodiscard]] Error statusError() const;
    [[nodiscard]] bool headSeen() const { return m_response.headComplete(); }
    [[nodiscard]] QByteArray requestHead() const;

    quint64 m_connection;
    StreamRequest m_request;
    std::unique_ptr<QTcpSocket> m_socket; // a QSslSocket for https only: it buffers everything twice
    QTimer m_timer;
    ResponseParser m_response;
    wire::SseParser m_parser;
    QList<wire::ServerEvent> m_events; // parsed, not yet delivered
    QByteArray m_errorBody;
    QList<QSslError> m_tlsErrors;
    bool m_isEventStream = false;
    bool m_connected = false;
    bool m_silent = false;
    bool m_reading = true;
    bool m_done = false;
};

} // namespace desk
