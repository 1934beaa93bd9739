#include "localserver/http/httpserver.h"

#include "domain/log.h"
#include "localserver/errors.h"
#include "localserver/http/eventchannel.h"
#include "localserver/http/exchange.h"
#include "localserver/http/listensocket.h"
#include "localserver/http/mhdresponse.h"
#include "localserver/http/peer.h"
#include "localserver/texts.h"

#include <QDir>
#include <QUuid>

#include <cstdarg>
#include <cstring>
#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr unsigned idleSeconds = 30;
constexpr size_t connectionMemory = 64 * 1024;
constexpr int headerTimeoutMs = 10'000;
constexpr int keepAliveMs = 60'000;

void logLine(void *, const char *format, va_list arguments)
{
    qCDebug(logServer, "%s", qUtf8Printable(QString::vasprintf(format, arguments).trimmed()));
}

Peer *peerOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<Peer *>(info->socket_context) : nullptr;
}

qsizetype headerBytesOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info ? static_cast<qsizetype>(info->header_size) : 0;
}

} // namespace

// The C callbacks; each only finds its object again.
struct HttpCallbacks {
    static MHD_Result access(void *self, MHD_Connection *connection, const char *url, const char *method, const char *, const char *data,
                             size_t *size, void **context)
    {
        return static_cast<HttpServer *>(self)->access(connection, url, method, data, size, context) ? MHD_YES : MHD_NO;
    }

    static void completed(void *self, MHD_Connection *connection, void **context, MHD_RequestTerminationCode)
    {
        delete static_cast<Exchange *>(*context);
        *context = nullptr;
        if (Peer *peer = peerOf(connection))
            static_cast<HttpServer *>(self)->limit(*peer, keepAliveMs);
    }

    static void *uri(void *self, const char *text, MHD_Connection *connection)
    {
        if (Peer *peer = peerOf(connection)) {
            peer->uriBytes = static_cast<qsizetype>(std::strlen(text));
            static_cast<HttpServer *>(self)->limit(*peer, headerTimeoutMs);
        }
        return nullptr;
    }

    static void connection(void *self, MHD_Connection *connection, void **context, MHD_ConnectionNotificationCode code)
    {
        if (code == MHD_CONNECTION_NOTIFY_STARTED)
            static_cast<HttpServer *>(self)->connected(connection, context);
        else
            static_cast<HttpServer *>(self)->disconnected(*context);
    }
};

HttpServer::HttpServer(HttpSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_sweeper.setInterval(1000);
    connect(&m_sweeper, &QTimer::timeout, this, &HttpServer::sweep);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<> HttpServer::start(Handler handler)
{
    const Result<ListenSocket> socket = listenOnLoopback(m_settings.port);
    if (!socket)
        return Unexpected{socket.error()};
    m_handler = std::move(handler);
    m_port = socket->port;
    m_gate = std::make_unique<TrustGate>(m_settings.token, m_port);
    m_daemon = MHD_start_daemon(MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, &HttpCallbacks::access, this, //
                                MHD_OPTION_EXTERNAL_LOGGER, &logLine, nullptr,                                                   //
                                MHD_OPTION_LISTEN_SOCKET, socket->descriptor,                                                    //
                                MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(maxConnections),                              //
                                MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds,                                                      //
                                MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionMemory,                                            //
                                MHD_OPTION_STRICT_FOR_CLIENT, 1,                                                                 //
                                MHD_OPTION_NOTIFY_COMPLETED, &HttpCallbacks::completed, this,                                    //
                                MHD_OPTION_NOTIFY_CONNECTION, &HttpCallbacks::connection, this,                                  //
                                MHD_OPTION_URI_LOG_CALLBACK, &HttpCallbacks::uri, this,                                          //
                                MHD_OPTION_END);
    if (!m_daemon) {
        ::close(socket->descriptor);
        return Unexpected{failure(Error::Kind::Server, u"http"_s, LocalServer::tr("The local server cannot start its HTTP library."),
                                  LocalServer::tr("Start again; if it happens again, report it with the log."))};
    }
    m_pump.attach(m_daemon);
    return {};
}

void HttpServer::stopAccepting()
{
    if (!m_daemon)
        return;
    const int descriptor = MHD_quiesce_daemon(m_daemon);
    if (descriptor >= 0)
        ::close(descriptor);
    m_pump.poke();
}

void HttpServer::stop()
{
    if (!m_daemon)
        return;
    // The library does not allow stopping with suspended connections.
    const auto channels = m_channels.values();
    for (EventChannel *channel : channels)
        channel->close();
    MHD_run(m_daemon);
    m_pump.detach();
    MHD_stop_daemon(std::exchange(m_daemon, nullptr));
    m_sweeper.stop();
}

int HttpServer::access(MHD_Connection *connection, const char *url, const char *method, const char *data, size_t *size, void **context)
{
    if (!*context)
        return begin(connection, url, method, context);
    auto &exchange = *static_cast<Exchange *>(*context);
    if (*size > 0) {
        const bool goesOn = exchange.take(data, *size);
        *size = 0;
        return goesOn;
    }
    if (auto refusal = exchange.complete())
        return answer(exchange, *refusal);
    return answer(exchange, m_handler(exchange.request()));
}

int HttpServer::begin(MHD_Connection *connection, const char *url, const char *method, void **context)
{
    Peer *peer = peerOf(connection);
    if (peer)
        peer->headerDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
    const QString path = QDir(m_settings.uploadFolder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    auto *exchange = new Exchange(connection, url, method, path); // owned by the library's context until completed()
    *context = exchange;
    exchange->judge([&](const Request &request) { return m_gate->refuse(request, peer ? peer->uriBytes : 0, headerBytesOf(connection)); });
    if (exchange->answersEarly())
        return answer(*exchange, *exchange->complete());
    return MHD_YES;
}

int HttpServer::answer(Exchange &exchange, Response response)
{
    if (response.feed && m_channels.size() >= maxStreams)
        response =
            Response::problem(503, LocalServer::tr("Too many event streams are open. Close some and try again.")).with("Retry-After", "5");
    return send(exchange, response);
}

int HttpServer::send(Exchange &exchange, const Response &response)
{
    MHD_Response *raw = nullptr;
    if (response.feed) {
        auto *channel = new EventChannel(m_pump, exchange.connection(), response.feed, m_settings.heartbeatMs); // owned by raw
        m_channels.insert(channel);
        connect(channel, &QObject::destroyed, this, [this, channel] { streamClosed(channel); });
        raw = mhdStream(channel);
    } else {
        raw = mhdBody(response);
    }
    if (!raw)
        return MHD_NO;
    addHeaders(raw, response, exchange.request().id);
    const MHD_Result queued = MHD_queue_response(exchange.connection(), static_cast<unsigned>(response.status), raw);
    MHD_destroy_response(raw); // the connection keeps it
    return queued;
}

void HttpServer::connected(MHD_Connection *connection, void **context)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    auto *peer = new Peer{info ? info->connect_fd : -1, 0, {}}; // deleted by disconnected()
    m_peers.insert(peer);
    *context = peer;
    limit(*peer, headerTimeoutMs);
}

void HttpServer::limit(Peer &peer, int milliseconds)
{
    peer.headerDeadline.setRemainingTime(milliseconds);
    if (!m_sweeper.isActive())
        m_sweeper.start();
}

void HttpServer::disconnected(void *context)
{
    auto *peer = static_cast<Peer *>(context);
    m_peers.remove(peer);
    delete peer;
}

void HttpServer::streamClosed(EventChannel *channel)
{
    m_channels.remove(channel);
}

void HttpServer::sweep()
{
    bool pending = false;
    for (Peer *peer : std::as_const(m_peers)) {
        if (peer->headerDeadline.isForever())
            continue;
        if (peer->headerDeadline.hasExpired())
            ::shutdown(peer->descriptor, SHUT_RDWR); // the library sees the end of the stream and cleans up
        else
            pending = true;
    }
    if (!pending)
        m_sweeper.stop();
}

} // namespace desk::server
