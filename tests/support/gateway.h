#pragma once

#include "support/requestreader.h"

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace desk::test {

// What companies put before a server: it looks at the bearer token of every request, refuses as the contract says (1.7) what is not good,
// and passes on the rest with the token the server itself wants. Requests go on when they are whole, on one connection to the server for
// each of the client's; answers go back byte by byte as they come, event streams too. A client must have read an answer before it asks
// again on the same connection. Everything happens in the thread it lives in.
class Gateway : public QObject
{
    Q_OBJECT
public:
    Gateway(quint16 serverPort, QByteArray serverToken, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    // Who may pass; empty: nobody.
    std::function<bool(const QByteArray &bearer)> isGood;

    // In the order of their arrival, as the client sent them.
    [[nodiscard]] const QList<Received> &passed() const { return m_passed; }
    [[nodiscard]] int passed(const QByteArray &method, const QByteArray &target) const;
    [[nodiscard]] int refused() const { return m_refused; }

private:
    class Connection;
    [[nodiscard]] QByteArray forServer(const Received &request) const;

    QTcpServer m_listener;
    quint16 m_serverPort;
    QByteArray m_serverToken;
    QList<Received> m_passed;
    int m_refused = 0;
    int m_connections = 0;
};

} // namespace desk::test
