#pragma once

#include "support/scripted.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace desk::test {

class FaultConnection;

// Accepts on loopback, reads requests, asks the handler what to do. Everything happens in the thread it lives in.
class FaultServer : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<Scripted(const Received &)>;

    explicit FaultServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] virtual QUrl url() const;
    // In the order of their arrival. A pipelined request is here before the handler is asked for it.
    [[nodiscard]] const QList<Received> &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; } // left our process, on all connections
    // More bytes for every connection that is on Hold.
    void sendToHeld(const QByteArray &bytes);
    void closeHeld();
    void resetAll();
    // false: whatever clients send stays in the kernel, so that a large upload stalls.
    void setReading(bool on);
    void setHandler(Handler handler) { m_handler = std::move(handler); }

protected:
    // A new socket around the descriptor.
    [[nodiscard]] virtual QTcpSocket *makeSocket(qintptr descriptor);
    void incomingConnection(qintptr descriptor) final;

private:
    void record(Received &request, int connection);
    [[nodiscard]] QList<FaultConnection *> open() const;

    Handler m_handler;
    QList<Received> m_received;
    QHash<QPair<QByteArray, QByteArray>, int> m_attempts; // of method and target
    int m_connections = 0;
    qint64 m_bytesSent = 0;
    bool m_reading = true;
};

} // namespace desk::test
