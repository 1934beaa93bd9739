#include "support/faultserver.h"

#include <QHostAddress>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk::test {

FaultServer::FaultServer(Handler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
{
    connect(this, &QTcpServer::newConnection, this, &FaultServer::accept);
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

int FaultServer::openConnections() const
{
    int open = 0;
    for (const Connection &connection : m_open)
        open += connection.socket && connection.socket->state() == QAbstractSocket::ConnectedState ? 1 : 0;
    return open;
}

void FaultServer::sendToHeld(const QByteArray &bytes)
{
    for (const Connection &connection : std::as_const(m_open)) {
        if (connection.held && connection.socket)
            connection.socket->write(bytes);
    }
}

void FaultServer::closeHeld()
{
    for (const Connection &connection : std::as_const(m_open)) {
        if (connection.held && connection.socket)
            connection.socket->disconnectFromHost();
    }
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        const int number = ++m_connections;
        m_open.insert(number, {socket, {}, number, false});
        connect(socket, &QTcpSocket::readyRead, this, [this, number] { read(number); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

bool FaultServer::takeRequest(QByteArray &buffer, Received &out)
{
    const qsizetype headerEnd = buffer.indexOf("\r\n\r\n");
    if (headerEnd < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(headerEnd).split('\n');
    const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
    out.method = first.value(0);
    out.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        out.headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    const qsizetype length = out.headers.value("content-length").toLongLong();
    if (buffer.size() < headerEnd + 4 + length)
        return false;
    out.body = buffer.mid(headerEnd + 4, length);
    buffer.remove(0, headerEnd + 4 + length);
    return true;
}

void FaultServer::read(int number)
{
    Connection &connection = m_open[number];
    if (!connection.socket)
        return;
    connection.buffer += connection.socket->readAll();
    Received request;
    if (!takeRequest(connection.buffer, request))
        return;
    request.connection = number;
    m_received.append(request);
    answer(number, m_handler(request), 0);
}

void FaultServer::answer(int number, const Scripted &script, qsizetype next)
{
    Connection &connection = m_open[number];
    QTcpSocket *socket = connection.socket;
    if (!socket)
        return;
    if (next < script.pieces.size()) {
        socket->write(script.pieces.at(next));
        socket->flush();
        if (next + 1 < script.pieces.size()) {
            QTimer::singleShot(script.pieceDelayMs, this, [this, number, script, next] { answer(number, script, next + 1); });
            return;
        }
    }
    switch (script.end) {
    case Scripted::End::KeepAlive:
        break;
    case Scripted::End::Close:
        socket->disconnectFromHost();
        break;
    case Scripted::End::Reset:
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->abort();
        break;
    case Scripted::End::Hold:
        connection.held = true;
        break;
    }
}

Scripted reply(int status, const QByteArray &body, const QByteArray &contentType, const QList<QByteArray> &extraHeaders)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + contentType +
                       "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &header : extraHeaders)
        bytes += header + "\r\n";
    return {{bytes + "\r\n" + body}, 0, Scripted::End::KeepAlive};
}

Scripted eventStream(const QList<QByteArray> &pieces, Scripted::End end)
{
    Scripted script;
    script.pieces.append("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n");
    script.pieces += pieces;
    script.end = end;
    return script;
}

} // namespace desk::test
