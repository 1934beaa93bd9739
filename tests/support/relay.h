#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace desk::test {

// The cable between a client and a server on loopback, and a hand to pull it. Passes bytes both ways; the server is told its own address as
// host, for it answers under no other.
class Relay : public QObject
{
    Q_OBJECT
public:
    explicit Relay(quint16 serverPort, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    void cut();  // every connection breaks, new ones are refused
    void mend(); // at the same address again
    // What the client sends is kept back from its next byte on, as on a line that takes none; off: it goes on.
    void holdUploads(bool on);

private:
    struct Pair {
        QPointer<QTcpSocket> client;
        QPointer<QTcpSocket> server;
        bool isUpload = false; // held
    };
    void accept();
    void pass(const QPointer<QTcpSocket> &client, const QPointer<QTcpSocket> &server);

    QTcpServer m_listener;
    quint16 m_serverPort;
    quint16 m_port = 0;
    QByteArray m_ownHost;
    QByteArray m_serverHost;
    QList<Pair> m_pairs;
    bool m_holdsUploads = false;
};

} // namespace desk::test
