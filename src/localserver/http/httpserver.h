#pragma once

#include "domain/result.h"
#include "localserver/http/eventpump.h"
#include "localserver/http/request.h"
#include "localserver/http/response.h"
#include "localserver/http/trustgate.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

struct MHD_Connection;
struct MHD_Daemon;

namespace desk::server {

class EventChannel;
class Exchange;
struct Peer;

struct HttpSettings {
    quint16 port = 0; // 0: any free one
    QByteArray token;
    QString uploadFolder;
    int heartbeatMs = 15'000;
};

// The HTTP side: libmicrohttpd in the main thread, trust rules, limits, answers. The handler is called with complete, trusted
// requests and answers at once; what takes long becomes an event feed.
class HttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<Response(const Request &)>;

    static constexpr int maxConnections = 256;
    static constexpr int maxStreams = 200;

    explicit HttpServer(HttpSettings settings, QObject *parent = nullptr);
    ~HttpServer() override;

    // Connections are accepted from here on; an error is one of listenOnLoopback().
    [[nodiscard]] Result<> start(Handler handler);
    [[nodiscard]] quint16 port() const { return m_port; }

    // Closes the listening socket; open connections go on.
    void stopAccepting();
    // Closes everything.
    void stop();

private:
    friend struct HttpCallbacks;

    [[nodiscard]] int access(MHD_Connection *connection, const char *url, const char *method, const char *data, size_t *size,
                             void **context);
    [[nodiscard]] int begin(MHD_Connection *connection, const char *url, const char *method, void **context);
    [[nodiscard]] int answer(Exchange &exchange, Response response);
    [[nodiscard]] int send(Exchange &exchange, const Response &response);
    void connected(MHD_Connection *connection, void **context);
    void disconnected(void *context);
    void limit(Peer &peer, int milliseconds);
    void streamClosed(EventChannel *channel);
    void sweep();

    HttpSettings m_settings;
    Handler m_handler;
    std::unique_ptr<TrustGate> m_gate;
    EventPump m_pump;
    QTimer m_sweeper;
    QSet<Peer *> m_peers;
    QSet<EventChannel *> m_channels;
    MHD_Daemon *m_daemon = nullptr;
    quint16 m_port = 0;
};

} // namespace desk::server
