#include "support/proxyserver.h"

#include "support/proxyconnection.h"

#include <QHostAddress>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray challenge(const QByteArray &scheme)
{
    return "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + scheme + "\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

ProxyServer::ProxyServer(Mode mode, QObject *parent)
    : QTcpServer(parent)
    , m_mode(mode)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port");
}

void ProxyServer::setCredentials(const QByteArray &user, const QByteArray &password)
{
    m_credentials = "Basic " + (user + ':' + password).toBase64();
}

QNetworkProxy ProxyServer::proxy() const
{
    return {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, serverPort()};
}

QByteArray ProxyServer::objectionTo(const Received &request) const
{
    switch (m_mode) {
    case Mode::Pass:
        return {};
    case Mode::Basic:
        if (!m_credentials.isEmpty() && request.headers.value("proxy-authorization") == m_credentials)
            return {};
        return challenge("Basic realm=\"desk tests\"");
    case Mode::Ntlm:
    case Mode::NtlmForever:
        return challenge("NTLM");
    case Mode::Negotiate:
        return challenge("Negotiate");
    case Mode::Refuse:
    case Mode::Drop:
        break;
    }
    return "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

quint16 ProxyServer::portOf(const QByteArray &authority, quint16 defaultPort) const
{
    const qsizetype colon = authority.lastIndexOf(':');
    const QByteArray host = colon < 0 ? authority : authority.first(colon);
    const quint16 port = colon < 0 ? defaultPort : authority.mid(colon + 1).toUShort();
    return host == "127.0.0.1" || host == "localhost" ? port : m_routes.value(host);
}

void ProxyServer::record(Received &request, int connection)
{
    request.connection = connection;
    request.attempt = ++m_attempts[request.method + ' ' + request.target];
    m_received.append(request);
}

void ProxyServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    new ProxyConnection(*this, socket, ++m_connections);
}

} // namespace desk::test
