#include "support/proxyconnection.h"

#include "support/proxyserver.h"

#include <QHostAddress>
#include <QSignalBlocker>
#include <QTcpSocket>
#include <QUrl>

namespace desk::test {

namespace {

// The request as the origin gets it: path only, and nothing of it that was meant for the proxy.
QByteArray originForm(const Received &request, const QUrl &url)
{
    QByteArray out = request.method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\n";
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it) {
        if (!it.key().startsWith("proxy-") && it.key() != "transfer-encoding" && it.key() != "content-length")
            out += it.key() + ": " + it.value() + "\r\n";
    }
    return out + "content-length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body;
}

} // namespace

ProxyConnection::ProxyConnection(ProxyServer &server, QTcpSocket *client, int number)
    : QObject(&server)
    , m_server(server)
    , m_client(client)
    , m_upstream(new QTcpSocket(this))
    , m_number(number)
{
    client->setParent(this);
    m_upstream->setProxy(QNetworkProxy::NoProxy);
    connect(client, &QTcpSocket::readyRead, this, &ProxyConnection::readClient);
    connect(client, &QTcpSocket::disconnected, this, &ProxyConnection::end);
    connect(m_upstream, &QTcpSocket::connected, this, [this] {
        m_reached = true;
        if (m_tunnel)
            m_client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    connect(m_upstream, &QTcpSocket::readyRead, this, [this] { m_client->write(m_upstream->readAll()); });
    connect(m_upstream, &QTcpSocket::disconnected, this, &ProxyConnection::end);
    connect(m_upstream, &QTcpSocket::errorOccurred, this, [this] {
        if (!m_reached)
            fail();
    });
}

void ProxyConnection::readClient()
{
    const QByteArray bytes = m_client->readAll();
    m_server.m_seen += bytes;
    if (m_tunnel) {
        m_upstream->write(bytes);
        return;
    }
    m_reader.feed(bytes);
    while (!m_tunnel) {
        std::optional<Received> request = m_reader.next();
        if (!request)
            return;
        m_server.record(*request, m_number);
        serve(*request);
    }
    m_upstream->write(m_reader.takeRest());
}

void ProxyConnection::serve(const Received &request)
{
    const ProxyServer::Mode mode = m_server.m_mode;
    if (const QByteArray objection = m_server.objectionTo(request); !objection.isEmpty()) {
        if (mode != ProxyServer::Mode::Drop)
            m_client->write(objection);
        if (mode != ProxyServer::Mode::Basic && mode != ProxyServer::Mode::NtlmForever)
            m_client->disconnectFromHost();
    } else if (request.method == "CONNECT") {
        m_tunnel = reach(m_server.portOf(request.target, 443));
    } else {
        const QUrl url = QUrl::fromEncoded(request.target);
        if (reach(m_server.portOf(url.authority().toLatin1(), 80)))
            m_upstream->write(originForm(request, url));
    }
}

// What is written before the connection stands waits in the socket.
bool ProxyConnection::reach(quint16 port)
{
    if (port == 0) {
        fail();
        return false;
    }
    if (m_upstreamPort != port) {
        const QSignalBlocker quiet(m_upstream); // the end of the old one is not the end of the client
        m_upstream->abort();
        m_reached = false;
        m_upstreamPort = port;
        m_upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    return true;
}

void ProxyConnection::fail()
{
    m_client->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_client->disconnectFromHost();
}

void ProxyConnection::end()
{
    m_client->disconnectFromHost();
    m_upstream->disconnectFromHost();
    if (m_client->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

} // namespace desk::test
