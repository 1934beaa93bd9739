#include "support/gateway.h"

#include "support/bearercheck.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace desk::test {

// One client, and the server for it from its first good request on.
class Gateway::Connection : public QObject
{
public:
    Connection(Gateway &gateway, QTcpSocket *client, int number)
        : QObject(&gateway)
        , m_gateway(gateway)
        , m_client(client)
        , m_server(new QTcpSocket(this))
        , m_number(number)
    {
        client->setParent(this);
        m_server->setProxy(QNetworkProxy::NoProxy);
        connect(client, &QTcpSocket::readyRead, this, &Connection::read);
        connect(client, &QTcpSocket::disconnected, this, [this] {
            m_server->disconnect(this);
            m_server->abort(); // whoever leaves in the middle of a stream is gone for the server too
            deleteLater();
        });
        connect(m_server, &QTcpSocket::readyRead, this, &Connection::passBack);
        connect(m_server, &QTcpSocket::disconnected, this, [this] {
            passBack();
            m_client->disconnectFromHost(); // behind what is still to be written
        });
        connect(m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError)
                m_client->disconnectFromHost();
        });
        read(); // what came before we listened
    }

private:
    void passBack() { m_client->write(m_server->readAll()); }

    void read()
    {
        if (m_client->state() != QAbstractSocket::ConnectedState)
            return; // the server has closed: no answer could go back
        m_reader.feed(m_client->readAll());
        while (std::optional<Received> request = m_reader.next()) {
            request->connection = m_number;
            serve(*request);
        }
    }

    void serve(const Received &request)
    {
        const auto nobody = [](const QByteArray &) { return false; };
        if (const std::optional<Scripted> refusal = refusalOf(request, m_gateway.isGood ? m_gateway.isGood : nobody)) {
            ++m_gateway.m_refused;
            for (const QByteArray &piece : refusal->pieces)
                m_client->write(piece);
            return;
        }
        m_gateway.m_passed.append(request);
        if (m_server->state() == QAbstractSocket::UnconnectedState)
            m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_gateway.m_serverPort);
        m_server->write(m_gateway.forServer(request)); // waits in the socket until the connection stands
    }

    Gateway &m_gateway;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    RequestReader m_reader;
    int m_number;
};

Gateway::Gateway(quint16 serverPort, QByteArray serverToken, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
    , m_serverToken(std::move(serverToken))
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_listener.nextPendingConnection())
            new Connection(*this, client, ++m_connections); // deletes itself when the client has gone
    });
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

int Gateway::passed(const QByteArray &method, const QByteArray &target) const
{
    return static_cast<int>(std::count_if(m_passed.cbegin(), m_passed.cend(),
                                          [&](const Received &request) { return request.method == method && request.target == target; }));
}

// The same lines but for those that are between the client and us: whose address, who asks, and how the body is framed.
QByteArray Gateway::forServer(const Received &request) const
{
    const QList<QByteArray> lines = request.head.split('\n');
    QByteArray out = lines.constFirst().trimmed() + "\r\n";
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray name = lines.at(i).left(lines.at(i).indexOf(':')).trimmed().toLower();
        if (name != "host" && name != "authorization" && name != "transfer-encoding" && name != "content-length" && name != "trailer")
            out += lines.at(i).trimmed() + "\r\n";
    }
    out += "Host: 127.0.0.1:" + QByteArray::number(m_serverPort) + "\r\nAuthorization: Bearer " + m_serverToken + "\r\n";
    const bool hasBody = request.headers.contains("content-length") || request.headers.contains("transfer-encoding");
    if (hasBody)
        out += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return out + "\r\n" + request.body;
}

} // namespace desk::test
