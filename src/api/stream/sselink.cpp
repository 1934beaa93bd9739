#include "api/stream/sselink.h"

#include "domain/log.h"
#include "wire/json/eventjson.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxErrorBody = 64 * 1024; // SSE-20
constexpr qint64 readBufferBytes = 256 * 1024;
constexpr qint64 pieceBytes = 64 * 1024;

bool isEventStreamType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "text/event-stream"; // SSE-20: parameters do not count
}

// The one the calls use: a bare socket would ask for a proxy for TCP, which is another question. May block in a PAC script, which is
// why it is asked in this thread.
QNetworkProxy proxyFor(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability))
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

} // namespace

SseLink::SseLink(quint64 connection, StreamRequest request, QObject *parent)
    : StreamLink(parent)
    , m_connection(connection)
    , m_request(std::move(request))
    , m_response({.onHead = [this] { onHead(); },
                  .onBody = [this](const char *data, qsizetype size) { onBody(QByteArray::fromRawData(data, size)); }})
{
    m_parser.resumeAfter(m_request.lastEventId);
    if (!m_request.lastEventId.isEmpty())
        m_request.headers.append({"Last-Event-ID", m_request.lastEventId}); // as UTF-8 bytes (SSE-19)
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SseLink::onTimeout);
}

SseLink::~SseLink()
{
    if (m_socket) // it would report its own end to a half destroyed object
        m_socket->disconnect(this);
}

void SseLink::open()
{
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    auto *secure = m_request.url.scheme() == "https"_L1 ? new QSslSocket : nullptr;
    m_socket.reset(secure ? secure : new QTcpSocket);
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setProxy(m_request.bypassProxy ? QNetworkProxy(QNetworkProxy::NoProxy) : proxyFor(m_request.url));
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &SseLink::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SseLink::onDisconnected);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &SseLink::onError);
    armTimer(m_request.connectMs);
    if (!secure) {
        connect(m_socket.get(), &QTcpSocket::connected, this, &SseLink::sendRequest);
        m_socket->connectToHost(host, static_cast<quint16>(m_request.url.port(80)));
        return;
    }
    QSslConfiguration tls = m_request.tls->configurationFor(m_request.url);
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    secure->setSslConfiguration(tls);
    connect(secure, &QSslSocket::encrypted, this, [this, secure] {
        if (const std::optional<Error> refusal = m_request.tls->refusal(m_request.url, secure->peerCertificate()))
            end(Unexpected{*refusal});
        else
            sendRequest();
    });
    connect(secure, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; }); // none is ignored
    secure->connectToHostEncrypted(host, static_cast<quint16>(m_request.url.port(443)));
}

void SseLink::close()
{
    m_done = true;
    m_timer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

void SseLink::setReading(bool reading)
{
    m_reading = reading;
    if (m_done)
        return;
    if (!m_reading && m_connected) {
        m_timer.stop(); // the silence is ours
        return;
    }
    if (m_connected)
        armTimer(headSeen() ? quietMs() : m_request.firstByteMs);
    onReadyRead();
}

QByteArray SseLink::requestHead() const
{
    const QUrl &url = m_request.url;
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray head = m_request.verb + ' ' + (target.isEmpty() ? QByteArray("/") : target) + " HTTP/1.1\r\nHost: " + host + "\r\n";
    head += "Accept: text/event-stream\r\nCache-Control: no-cache\r\nConnection: keep-alive\r\n"; // SSE-19
    for (const auto &[name, value] : m_request.headers) {
        if (!value.contains('\r') && !value.contains('\n') && !value.contains('\0')) // no header may make another one
            head += name + ": " + value + "\r\n";
    }
    if (!m_request.body.isEmpty())
        head += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(m_request.body.size()) + "\r\n";
    return head + "\r\n";
}

void SseLink::sendRequest()
{
    m_connected = true;
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1); // chat streams have no heartbeat (contract 4.1)
    m_socket->write(requestHead());
    m_socket->write(m_request.body);
    armTimer(m_request.firstByteMs);
}

void SseLink::onReadyRead()
{
    if (m_reading && !m_done)
        read();
}

void SseLink::read()
{
    // Until nothing is left: a socket whose buffer was full listens again only when it was asked for more than it had.
    while (m_reading && !m_done) {
        const QByteArray bytes = m_socket->read(pieceBytes);
        if (bytes.isEmpty())
            return;
        take(bytes);
    }
}

void SseLink::take(const QByteArray &bytes)
{
    if (std::exchange(m_silent, false))
        deliver(Delivery::Kind::Alive);
    const bool understood = m_response.feed(bytes);
    if (!m_events.isEmpty())
        deliver(Delivery::Kind::Events);
    if (!understood)
        end(Unexpected{protocolError(m_request.url.host(), QString::fromLatin1(m_response.error()))});
    else if (m_parser.failed())
        end(Unexpected{errorForAbort(AbortReason::TooLarge, m_request.url.host())});
    else if (m_response.isComplete() || m_errorBody.size() >= maxErrorBody)
        end(outcome());
    else if (m_isEventStream)
        armTimer(quietMs());
    // Any other answer has to end within the time for the first byte: a body that drips must not hold us.
}

void SseLink::onHead()
{
    const QByteArray coding = m_response.header("content-encoding");
    const bool plain = coding.isEmpty() || coding == "identity"; // none was asked for
    m_isEventStream = m_response.status() == 200 && plain && isEventStreamType(m_response.header("content-type"));
    if (m_isEventStream)
        deliver(Delivery::Kind::Opened);
}

void SseLink::onBody(const QByteArray &bytes)
{
    if (m_isEventStream)
        m_events += m_parser.feed(bytes);
    else
        m_errorBody.append(bytes.constData(), std::min(bytes.size(), maxErrorBody - m_errorBody.size())); // a copy: the bytes are borrowed
}

void SseLink::onDisconnected()
{
    m_reading = true; // whoever held it back: nothing more will come
    read();
    if (!m_done)
        end(outcome());
}

void SseLink::onError(QAbstractSocket::SocketError code)
{
    if (m_done || (code == QAbstractSocket::RemoteHostClosedError && m_connected))
        return; // disconnected() follows, after what has still arrived
    end(Unexpected{errorFromSocket(code, m_socket->errorString(), m_request.url.host(), m_tlsErrors)});
}

void SseLink::onTimeout()
{
    const QString host = m_request.url.host();
    if (!m_connected) {
        end(Unexpected{errorForAbort(AbortReason::ConnectTimeout, host)});
    } else if (!headSeen()) {
        end(Unexpected{errorForAbort(AbortReason::Timeout, host)});
    } else if (!m_isEventStream) {
        end(Unexpected{statusError()});
    } else if (m_request.idleMs == 0) { // legal, and worth telling all the same
        if (!std::exchange(m_silent, true))
            deliver(Delivery::Kind::Silent);
    } else if (!m_silent && m_request.idleMs > m_request.silentMs) {
        m_silent = true;
        deliver(Delivery::Kind::Silent);
        armTimer(m_request.idleMs - m_request.silentMs);
    } else {
        end(Unexpected{errorForAbort(AbortReason::Timeout, host)});
    }
}

int SseLink::quietMs() const
{
    return m_request.idleMs > 0 ? std::min(m_request.silentMs, m_request.idleMs) : m_request.silentMs;
}

void SseLink::armTimer(int ms)
{
    if (m_done || ms <= 0 || (m_connected && !m_reading)) // held back: the silence is ours
        m_timer.stop();
    else
        m_timer.start(ms);
}

void SseLink::deliver(Delivery::Kind kind)
{
    Delivery delivery;
    delivery.connection = m_connection;
    delivery.kind = kind;
    delivery.events = std::exchange(m_events, {});
    for (wire::ServerEvent &event : delivery.events)
        wire::decodeJson(event); // here, not in the thread of the windows (SSE-24)
    delivery.lastEventId = m_parser.lastEventId();
    delivery.retryMs = m_parser.reconnectMs();
    Q_EMIT delivered(delivery);
}

Result<> SseLink::outcome()
{
    const bool whole = m_response.finish();
    if (!headSeen())
        return Unexpected{errorFromSocket(QAbstractSocket::RemoteHostClosedError, m_socket->errorString(), m_request.url.host(), {})};
    if (!m_isEventStream)
        return Unexpected{statusError()};
    if (!whole) // a framed body that was cut
        return Unexpected{errorFromSocket(QAbstractSocket::RemoteHostClosedError, m_socket->errorString(), m_request.url.host(), {})};
    return {};
}

void SseLink::end(Result<> outcome)
{
    if (m_done)
        return;
    Delivery last;
    last.connection = m_connection;
    last.kind = Delivery::Kind::Closed;
    last.lastEventId = m_parser.lastEventId();
    last.retryMs = m_parser.reconnectMs();
    if (!outcome && m_connected && m_request.verb != "GET" && m_response.status() < 300) {
        Error error = outcome.error();
        error.outcomeUnknown = true; // it may have arrived before the connection broke (HTTP-08)
        outcome = Unexpected{error};
    }
    last.end = {std::move(outcome), m_response.status(), m_response.header("location")};
    m_done = true;
    m_timer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    Q_EMIT delivered(last);
}

Error SseLink::statusError() const
{
    QByteArray requestId;
    for (const auto &[name, value] : m_request.headers) {
        if (name == "X-Request-Id")
            requestId = value;
    }
    const HttpFailure failure{.status = m_response.status(),
                              .body = m_errorBody,
                              .contentType = m_response.header("content-type"),
                              .retryAfter = m_response.header("retry-after"),
                              .date = m_response.header("date"),
                              .host = m_request.url.host(),
                              .requestId = requestId,
                              .redirectedTo = redirectHost(m_request.url, m_response.header("location"))};
    return m_response.status() == 200 ? notAStreamError(failure) : errorFromStatus(failure);
}

} // namespace desk
