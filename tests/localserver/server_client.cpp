#include "server_client.h"

#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QNetworkRequest requestFor(const LocalServerProcess &server, const QString &path, const Headers &headers)
{
    QNetworkRequest request(server.url(path));
    request.setRawHeader("Authorization", "Bearer " + server.token());
    request.setTransferTimeout(30'000);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

Answer finish(QNetworkReply *reply)
{
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000))
        reply->abort();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson('[' + answer.body + ']').array().at(0);
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        answer.headers.insert(name.toLower(), value);
    delete reply;
    return answer;
}

QByteArray bytesOf(const QJsonValue &body)
{
    if (body.isUndefined())
        return {};
    const QByteArray list = QJsonDocument(QJsonArray{body}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

Answer ServerClient::get(const QString &path, const Headers &headers)
{
    return finish(m_network.get(requestFor(m_server, path, headers)));
}

Answer ServerClient::send(const QByteArray &method, const QString &path, const QJsonValue &body, const Headers &headers)
{
    QNetworkRequest request = requestFor(m_server, path, headers);
    if (!request.hasRawHeader("Content-Type"))
        request.setRawHeader("Content-Type", "application/json");
    return finish(m_network.sendCustomRequest(request, method, bytesOf(body)));
}

Answer ServerClient::upload(const QString &filename, const QByteArray &bytes, const Headers &headers)
{
    auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"file\"; filename=\"" + filename.toUtf8() + '"');
    part.setRawHeader("Content-Type", "application/octet-stream");
    part.setBody(bytes);
    parts->append(part);
    QNetworkReply *reply = m_network.post(requestFor(m_server, u"/files"_s, headers), parts);
    parts->setParent(reply);
    return finish(reply);
}

QByteArray ServerClient::raw(const QByteArray &request, int waitMs)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_server.port());
    if (!socket.waitForConnected(waitMs))
        return {};
    socket.write(request);
    QByteArray answer;
    const QDeadlineTimer deadline(waitMs);
    // Enough as soon as one whole answer with its length is there.
    const auto isWhole = [&answer] {
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype at = answer.toLower().indexOf("content-length: ");
        return head > 0 && at > 0 && at < head &&
               answer.size() >= head + 4 + answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toInt();
    };
    while (!isWhole() && socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        answer += socket.readAll();
    }
    return answer;
}

QByteArray ServerClient::goodHeaders() const
{
    return "Host: 127.0.0.1:" + QByteArray::number(m_server.port()) + "\r\nAuthorization: Bearer " + m_server.token() + "\r\n";
}

EventReader::EventReader(const LocalServerProcess &server, const QByteArray &method, const QString &path, const QByteArray &body,
                         const Headers &headers)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { onReadyRead(); });
    m_socket.connectToHost(u"127.0.0.1"_s, server.port());
    // HTTP/1.0 spares the reader the chunks; the streams over 1.1 are read by the client's own tests.
    QByteArray request = method + ' ' + path.toUtf8() + " HTTP/1.0\r\nHost: 127.0.0.1:" + QByteArray::number(server.port()) +
                         "\r\nAuthorization: Bearer " + server.token() + "\r\nAccept: text/event-stream\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_socket.write(request + "\r\n" + body);
}

void EventReader::onReadyRead()
{
    QByteArray piece = m_socket.readAll();
    if (m_status == 0) {
        m_head += piece;
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        piece = m_head.sliced(end + 4);
        m_head.truncate(end);
        m_status = m_head.mid(9, 3).toInt();
    }
    m_body += piece;
    m_events += m_parser.feed(piece);
}

bool EventReader::waitFor(const std::function<bool(const EventReader &)> &done, int milliseconds)
{
    return QTest::qWaitFor([this, &done] { return done(*this); }, milliseconds);
}

bool EventReader::waitForEvent(const QByteArray &type, int milliseconds)
{
    return waitFor(
        [&type](const EventReader &self) {
            return std::any_of(self.m_events.begin(), self.m_events.end(), [&type](const auto &event) { return event.type == type; });
        },
        milliseconds);
}

bool EventReader::waitForEnd(int milliseconds)
{
    return waitFor([](const EventReader &self) { return self.isClosed(); }, milliseconds);
}

void EventReader::pause()
{
    m_socket.setReadBufferSize(1024);
    m_socket.blockSignals(true);
}

void EventReader::resume()
{
    m_socket.blockSignals(false);
    m_socket.setReadBufferSize(0);
    onReadyRead();
}

QJsonObject EventReader::data(qsizetype index) const
{
    return index < m_events.size() ? QJsonDocument::fromJson(m_events.at(index).data).object() : QJsonObject();
}

QJsonObject EventReader::first(const QByteArray &type) const
{
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        if (m_events.at(i).type == type)
            return data(i);
    }
    return {};
}

QString EventReader::text() const
{
    QString out;
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        if (m_events.at(i).type == "content")
            out += data(i).value("message"_L1).toString();
    }
    return out;
}

QByteArray chatBody(const QString &prompt, const QJsonObject &more)
{
    QJsonObject object = more;
    object.insert("message"_L1, prompt);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace desk::test
