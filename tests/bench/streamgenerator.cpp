#include "streamgenerator.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <ctime>

namespace desk::bench {

namespace {

QByteArray json(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray run(const QByteArray &id)
{
    return R"({"id":")" + id + R"(","agent_id":"a","status":"running","input":{"prompt":"measure"},"events":[],)" +
           R"("created_at":"2026-05-02T09:14:03","updated_at":"2026-05-02T09:14:03"})";
}

} // namespace

qint64 monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

StreamGenerator::StreamGenerator(int perSecond)
    : m_perSecond(perSecond)
{
    connect(this, &QTcpServer::newConnection, this, &StreamGenerator::accept);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &StreamGenerator::tick);
    m_tick.start(1);
    listen(QHostAddress::LocalHost);
}

void StreamGenerator::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket, socket->readAll()); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_streams.removeIf([socket](const Stream &stream) { return stream.socket == socket; });
            socket->deleteLater();
        });
    }
}

void StreamGenerator::answer(QTcpSocket *socket, const QByteArray &head)
{
    const QByteArray path = head.mid(4, head.indexOf(' ', 4) - 4);
    if (path.startsWith("/streams/")) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        m_streams.append({socket, 0});
        m_startedUs = monotonicUs();
        m_sent = 0;
    } else if (path == "/capabilities") {
        socket->write(json(R"({"server":"x","version":"1","api":1,"features":["stream_ids","stream_resume","heartbeat"]})"));
    } else if (path.startsWith("/runs/")) {
        socket->write(json(run(path.mid(6))));
    } else {
        socket->write(json("[]"));
    }
}

void StreamGenerator::tick()
{
    if (m_streams.isEmpty())
        return;
    const qint64 due = (monotonicUs() - m_startedUs) * m_perSecond * m_streams.size() / 1'000'000;
    for (; m_sent < due; ++m_sent) {
        Stream &stream = m_streams[m_next++ % m_streams.size()];
        const QByteArray now = QByteArray::number(monotonicUs());
        stream.socket->write("id: " + QByteArray::number(++stream.sequence) +
                             "\r\nevent: event\r\ndata: {\"timestamp\": \"2026-05-02T09:14:03.100000+00:00\", \"type\": \"progress\", "
                             "\"data\": {\"completed\": 3, \"total\": 9, \"step_id\": \"search\", \"us\": " +
                             now + "}}\r\n\r\n");
    }
}

} // namespace desk::bench
