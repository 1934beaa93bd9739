#include "auth/signin/loopbacklistener.h"

#include "auth/signin/pkce.h"
#include "domain/log.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct RequestHead {
    QByteArray method;
    QByteArray target;
    QByteArray host;
    int hosts = 0;
    bool isSound = false;
};

RequestHead parse(const QByteArray &head)
{
    RequestHead out;
    const QByteArrayList lines = head.left(head.indexOf("\r\n\r\n")).split('\n');
    const QByteArrayList words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return out;
    out.method = words.at(0);
    out.target = words.at(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0 && lines.at(i).left(colon).compare("host", Qt::CaseInsensitive) == 0) {
            out.host = lines.at(i).mid(colon + 1).trimmed();
            ++out.hosts;
        }
    }
    out.isSound = true;
    return out;
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    default:
        return "Bad Request";
    }
}

} // namespace

LoopbackListener::LoopbackListener(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_path('/' + randomWord(24))
{
    m_server.setMaxPendingConnections(maxConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::onConnection);
}

bool LoopbackListener::listen()
{
    return m_server.listen(QHostAddress::LocalHost) || m_server.listen(QHostAddress::LocalHostIPv6);
}

QUrl LoopbackListener::redirectUrl() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    url.setPath(QString::fromLatin1(m_path));
    return url;
}

void LoopbackListener::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size() > maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(maxRequestBytes);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        QTimer::singleShot(requestMs, socket, [socket] { socket->abort(); });
        if (socket->bytesAvailable() > 0)
            onReadable(socket);
    }
}

void LoopbackListener::onReadable(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(maxRequestBytes);
    const bool isWhole = head.contains("\r\n\r\n");
    if (!isWhole && head.size() < maxRequestBytes)
        return;
    socket->disconnect(this);
    if (isWhole)
        answer(socket, head);
    else
        reply(socket, 400, {});
}

void LoopbackListener::answer(QTcpSocket *socket, const QByteArray &head)
{
    const RequestHead request = parse(head);
    const QUrl own = redirectUrl();
    const QByteArray authority = own.authority(QUrl::FullyEncoded).toLatin1();
    const qsizetype question = request.target.indexOf('?');
    // Another name for this computer would mean that a page made the browser come here (DNS rebinding).
    if (!request.isSound || request.hosts != 1 || request.host != authority)
        return reply(socket, 400, {});
    if (!m_server.isListening() || request.method != "GET" || question < 0 || request.target.left(question) != m_path)
        return reply(socket, 404, {});
    const QByteArray query = QByteArray(request.target.mid(question + 1)).replace('+', "%20"); // as forms write spaces
    const Page page = m_handler(QUrlQuery(QString::fromLatin1(query)));
    if (page.isAccepted)
        m_server.close();
    reply(socket, page.isAccepted ? 200 : 400, page);
}

void LoopbackListener::reply(QTcpSocket *socket, int status, const Page &page)
{
    const QString title = page.title.isEmpty() ? QString::fromLatin1(reason(status)) : page.title;
    const QByteArray body =
        u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title></head><body><h1>%1</h1><p>%2</p></body></html>"_s
            .arg(title.toHtmlEscaped(), page.text.toHtmlEscaped())
            .toUtf8();
    socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) +
                  "\r\nContent-Type: text/html; charset=utf-8"
                  "\r\nContent-Security-Policy: default-src 'none'"
                  "\r\nReferrer-Policy: no-referrer"
                  "\r\nX-Content-Type-Options: nosniff"
                  "\r\nCache-Control: no-store"
                  "\r\nConnection: close"
                  "\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace desk
