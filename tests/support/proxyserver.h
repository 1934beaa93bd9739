#pragma once

#include "support/requestreader.h"

#include <QHash>
#include <QList>
#include <QNetworkProxy>
#include <QTcpServer>

namespace desk::test {

// An HTTP proxy on loopback: tunnels (CONNECT) and requests in absolute form. It asks no name server and reaches loopback only:
// names lead where the test says, anything else is 502. Everything happens in the thread it lives in.
class ProxyServer : public QTcpServer
{
    Q_OBJECT
public:
    enum class Mode {
        Pass,
        Basic,       // 407 until the credentials are right; the connection stays
        Ntlm,        // 407 and FIN
        Negotiate,   // 407 and FIN
        NtlmForever, // 407 to whatever comes; the connection stays. Qt asks thousands of times a second and reports nothing
        Refuse,      // 403
        Drop         // FIN without an answer
    };

    explicit ProxyServer(Mode mode = Mode::Pass, QObject *parent = nullptr);

    void setMode(Mode mode) { m_mode = mode; }
    void setCredentials(const QByteArray &user, const QByteArray &password);
    // This name, with whatever port, is this port of loopback.
    void setRoute(const QByteArray &host, quint16 port) { m_routes.insert(host, port); }

    [[nodiscard]] QNetworkProxy proxy() const;
    // What it was asked, CONNECT included; not what went through a tunnel.
    [[nodiscard]] const QList<Received> &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    // Every byte that clients sent, also through tunnels: nothing secret may be in it.
    [[nodiscard]] const QByteArray &seen() const { return m_seen; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class ProxyConnection;
    // The answer to send instead of passing the request on, or nothing.
    [[nodiscard]] QByteArray objectionTo(const Received &request) const;
    [[nodiscard]] quint16 portOf(const QByteArray &authority, quint16 defaultPort) const; // 0: nowhere
    void record(Received &request, int connection);

    Mode m_mode;
    QByteArray m_credentials; // as in the header
    QHash<QByteArray, quint16> m_routes;
    QHash<QByteArray, int> m_attempts; // of request lines
    QList<Received> m_received;
    QByteArray m_seen;
    int m_connections = 0;
};

} // namespace desk::test
