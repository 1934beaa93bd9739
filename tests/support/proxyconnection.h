#pragma once

#include "support/requestreader.h"

#include <QObject>

class QTcpSocket;

namespace desk::test {

class ProxyServer;

// One client of a ProxyServer and the connection made for it.
class ProxyConnection : public QObject
{
    Q_OBJECT
public:
    // Takes the socket; a child of the server that goes when either side ends.
    ProxyConnection(ProxyServer &server, QTcpSocket *client, int number);

private:
    void readClient();
    void serve(const Received &request);
    void openTunnel(const Received &request);
    void forward(const Received &request);
    [[nodiscard]] bool reach(quint16 port);
    void fail();
    void end();

    ProxyServer &m_server;
    QTcpSocket *m_client;
    QTcpSocket *m_upstream;
    RequestReader m_reader;
    quint16 m_upstreamPort = 0;
    int m_number;
    bool m_tunnel = false;
    bool m_reached = false;
};

} // namespace desk::test
