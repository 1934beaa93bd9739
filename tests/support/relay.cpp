#include "support/relay.h"

#include "support/rawsocket.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray hostOf(quint16 port)
{
    return "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
}

} // namespace

Relay::Relay(quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &Relay::accept);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
    m_port = m_listener.serverPort();
    m_ownHost = hostOf(m_port);
    m_serverHost = hostOf(serverPort);
}

QUrl Relay::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void Relay::cut()
{
    m_listener.close();
    const QList<Pair> pairs = std::exchange(m_pairs, {});
    for (const Pair &pair : pairs) {
        for (const QPointer<QTcpSocket> &socket : {pair.client, pair.server}) {
            if (socket)
                resetConnection(*socket);
        }
    }
}

void Relay::mend()
{
    if (!m_listener.listen(QHostAddress::LocalHost, m_port))
        qFatal("somebody took the port");
}

void Relay::holdUploads(bool on)
{
    m_holdsUploads = on;
    if (on)
        return;
    for (Pair &pair : m_pairs) {
        if (std::exchange(pair.isUpload, false))
            pass(pair.client, pair.server);
    }
}

void Relay::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *server = new QTcpSocket(this);
        client->setParent(this);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
        m_pairs.append(Pair{client, server});
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            for (Pair &pair : m_pairs) {
                if (pair.client != client)
                    continue;
                pair.isUpload =
                    pair.isUpload ||
                    (m_holdsUploads && (client->peek(16).startsWith("POST /files") || client->peek(16).startsWith("POST /upload")));
                if (!pair.isUpload)
                    pass(pair.client, pair.server);
                return;
            }
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    }
}

void Relay::pass(const QPointer<QTcpSocket> &client, const QPointer<QTcpSocket> &server)
{
    if (client && server)
        server->write(client->readAll().replace(m_ownHost, m_serverHost));
}

} // namespace desk::test
