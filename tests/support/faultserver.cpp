#include "support/faultserver.h"

#include "support/faultconnection.h"

#include <QHostAddress>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace desk::test {

FaultServer::FaultServer(Handler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port");
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(serverPort());
    return url;
}

QList<FaultConnection *> FaultServer::open() const
{
    QList<FaultConnection *> connections = findChildren<FaultConnection *>(Qt::FindDirectChildrenOnly);
    connections.removeIf([](const FaultConnection *connection) { return !connection->isOpen(); });
    return connections;
}

int FaultServer::openConnections() const
{
    return static_cast<int>(open().size());
}

void FaultServer::sendToHeld(const QByteArray &bytes)
{
    for (FaultConnection *connection : open()) {
        if (connection->isHeld())
            connection->write(bytes);
    }
}

void FaultServer::closeHeld()
{
    for (FaultConnection *connection : open()) {
        if (connection->isHeld())
            connection->close();
    }
}

void FaultServer::resetAll()
{
    for (FaultConnection *connection : open())
        connection->reset();
}

void FaultServer::setReading(bool on)
{
    m_reading = on;
    for (FaultConnection *connection : open())
        connection->setReading(on);
}

QTcpSocket *FaultServer::makeSocket(qintptr descriptor)
{
    auto *socket = new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    return socket;
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    const int number = ++m_connections;
    QTcpSocket *socket = makeSocket(descriptor);
    connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) { m_bytesSent += bytes; });
    auto *connection = new FaultConnection(
        socket,
        {[this, number](Received &request) { record(request, number); }, [this](const Received &request) { return m_handler(request); }},
        this);
    connection->setReading(m_reading);
}

void FaultServer::record(Received &request, int connection)
{
    request.connection = connection;
    request.attempt = ++m_attempts[{request.method, request.target}];
    m_received.append(request);
}

} // namespace desk::test
