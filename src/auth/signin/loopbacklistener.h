#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

class QTcpSocket;

namespace desk {

// Where the browser comes back to: one path nobody can guess at a free port of 127.0.0.1 (of ::1 where there is no other), GET only, for
// this host only, 8 KiB at most; everything else gets 404 or 400 and does not end the wait (AUTH-03, AUTH-05). Closed by its end. GUI
// thread.
class LoopbackListener : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxRequestBytes = 8 * 1024;
    static constexpr int maxConnections = 16;
    static constexpr int requestMs = 10'000;

    // What the person sees in the browser. Plain text: it is escaped here.
    struct Page {
        bool isAccepted = false; // true: the wait is over, nothing more is accepted
        QString title;
        QString text;
    };
    using Handler = std::function<Page(const QUrlQuery &query)>; // for a request that is right in form

    explicit LoopbackListener(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] bool listen(); // false: no loopback port to be had
    [[nodiscard]] QUrl redirectUrl() const;
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }

private:
    void onConnection();
    void onReadable(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &head);
    void reply(QTcpSocket *socket, int status, const Page &page);

    QTcpServer m_server;
    Handler m_handler;
    QByteArray m_path;
};

} // namespace desk
