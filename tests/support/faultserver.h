#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace desk::test {

// A request as it came over the socket.
struct Received {
    QByteArray method;
    QByteArray target;                     // path and query
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    int connection = 0; // counts connections from 1
};

// What to answer, byte for byte, and how to end.
struct Scripted {
    enum class End {
        KeepAlive, // the answer is complete, the connection stays
        Close,     // orderly FIN
        Reset,     // RST
        Hold       // say nothing more
    };
    QList<QByteArray> pieces; // written one after the other, each after pieceDelayMs
    int pieceDelayMs = 0;
    End end = End::KeepAlive;
};

// Accepts on loopback, reads requests, asks the handler what to do. Everything happens in the thread it lives in.
class FaultServer : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<Scripted(const Received &)>;

    explicit FaultServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<Received> &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const;
    // More bytes for every connection that is on Hold.
    void sendToHeld(const QByteArray &bytes);
    void closeHeld();
    void setHandler(Handler handler) { m_handler = std::move(handler); }

private:
    struct Connection {
        QPointer<QTcpSocket> socket;
        QByteArray buffer;
        int number = 0;
        bool held = false;
    };
    void accept();
    void read(int number);
    void answer(int number, const Scripted &script, qsizetype next);
    [[nodiscard]] static bool takeRequest(QByteArray &buffer, Received &out);

    Handler m_handler;
    QHash<int, Connection> m_open;
    QList<Received> m_received;
    int m_connections = 0;
};

[[nodiscard]] Scripted reply(int status, const QByteArray &body, const QByteArray &contentType = "application/json",
                             const QList<QByteArray> &extraHeaders = {});
[[nodiscard]] inline Scripted json(const QByteArray &body)
{
    return reply(200, body);
}
// Header of an event stream and the given pieces of its body, unframed: the body ends with the connection.
[[nodiscard]] Scripted eventStream(const QList<QByteArray> &pieces, Scripted::End end);

} // namespace desk::test
