#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

namespace desk::bench {

// The other side of the stream benchmark, in a process of its own so that its work is not counted: answers /capabilities, /runs and
// /runs/{id} like a server that keeps its promises, and sends `perSecond` numbered events to every stream that is open, evenly spread.
// Each event carries the monotonic time at which it was written.
class StreamGenerator : public QTcpServer
{
    Q_OBJECT
public:
    explicit StreamGenerator(int perSecond);

private:
    struct Stream {
        QTcpSocket *socket = nullptr;
        qint64 sequence = 0;
    };
    void accept();
    void answer(QTcpSocket *socket, const QByteArray &head);
    void tick();

    QList<Stream> m_streams;
    QTimer m_tick;
    qint64 m_startedUs = 0;
    qint64 m_sent = 0;
    int m_perSecond;
    qsizetype m_next = 0;
};

[[nodiscard]] qint64 monotonicUs(); // CLOCK_MONOTONIC, the same in every process

} // namespace desk::bench
