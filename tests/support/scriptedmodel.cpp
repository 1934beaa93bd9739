#include "support/scriptedmodel.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

namespace desk::test {

using namespace Qt::StringLiterals;

ScriptedModel::ScriptedModel(QObject *parent)
    : QObject(parent)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the scripted model cannot listen");
    m_url = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()));
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedModel::onConnection);
}

ScriptedModel::~ScriptedModel()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->disconnect(this); // they go after our members
}

QUrl ScriptedModel::baseUrl() const
{
    return m_url;
}

void ScriptedModel::close()
{
    m_server.close();
}

QByteArray ScriptedModel::delta(const QJsonObject &delta, const QString &finishReason)
{
    const QJsonObject choice{
        {u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, finishReason.isEmpty() ? QJsonValue() : QJsonValue(finishReason)}};
    const QJsonObject chunk{{u"id"_s, u"chatcmpl-1"_s}, {u"object"_s, u"chat.completion.chunk"_s}, {u"choices"_s, QJsonArray{choice}}};
    return "data: " + QJsonDocument(chunk).toJson(QJsonDocument::Compact) + "\n\n";
}

QByteArray ScriptedModel::done()
{
    return "data: [DONE]\n\n";
}

void ScriptedModel::addText(const QStringList &deltas, const QString &finishReason)
{
    ModelScript script;
    script.pieces.append(delta({{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}));
    for (const QString &text : deltas)
        script.pieces.append(delta({{u"content"_s, text}}));
    script.pieces.append(delta({}, finishReason));
    script.pieces.append(done());
    add(script);
}

void ScriptedModel::addToolCall(const QString &name, const QJsonObject &arguments, const QString &id)
{
    ModelScript script;
    const auto call = [](const QJsonObject &parts) { return delta({{u"tool_calls"_s, QJsonArray{parts}}}); };
    script.pieces.append(call({{u"index"_s, 0},
                               {u"id"_s, id},
                               {u"type"_s, u"function"_s},
                               {u"function"_s, QJsonObject{{u"name"_s, name}, {u"arguments"_s, QString()}}}}));
    const QString text = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    for (qsizetype at = 0; at < text.size(); at += 5)
        script.pieces.append(call({{u"index"_s, 0}, {u"function"_s, QJsonObject{{u"arguments"_s, text.mid(at, 5)}}}}));
    script.pieces.append(delta({}, u"tool_calls"_s));
    script.pieces.append(done());
    add(script);
}

void ScriptedModel::addError(int status, const QString &message)
{
    ModelScript script;
    script.status = status;
    script.contentType = "application/json";
    script.pieces = {
        QJsonDocument(QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, message}, {u"type"_s, u"invalid_request_error"_s}}}}).toJson()};
    add(script);
}

void ScriptedModel::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedModel::onReadable(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request;
    const QList<QByteArray> lines = buffer.first(end).split('\n');
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.mid(1))
        request.headers.insert(line.left(line.indexOf(':')).trimmed().toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = QJsonDocument::fromJson(buffer.mid(end + 4, length)).object();
    buffer.remove(0, end + 4 + length);
    m_requests.append(request);
    answer(socket);
}

void ScriptedModel::answer(QTcpSocket *socket)
{
    const ModelScript script = m_scripts.value(qMin(m_used++, m_scripts.size() - 1));
    if (script.noResponse) {
        if (script.end != ModelScript::End::Stall)
            socket->abort();
        return;
    }
    socket->write("HTTP/1.1 " + QByteArray::number(script.status) + " X\r\nContent-Type: " + script.contentType + "\r\n" +
                  script.extraHeaders + "Transfer-Encoding: chunked\r\n\r\n");
    writePiece(socket, script, 0);
}

void ScriptedModel::writePiece(QTcpSocket *socket, const ModelScript &script, qsizetype index)
{
    if (index < script.pieces.size()) {
        const QByteArray &piece = script.pieces[index];
        if (!piece.isEmpty())
            socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        socket->flush();
        QTimer::singleShot(script.pieceDelayMs, socket, [this, socket, script, index] { writePiece(socket, script, index + 1); });
    } else if (script.end == ModelScript::End::Close) {
        socket->write("0\r\n\r\n");
    } else if (script.end == ModelScript::End::Cut) {
        socket->disconnectFromHost();
    }
}

} // namespace desk::test
