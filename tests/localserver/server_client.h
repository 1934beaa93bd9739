#pragma once

#include "support/localserverprocess.h"
#include "wire/sseparser.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QNetworkAccessManager>
#include <QTcpSocket>

#include <functional>

namespace desk::test {

// Sanitizers keep freed memory and take longer: bounds of memory and time are this much wider under them.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr int slack = 8;
#else
inline constexpr int slack = 1;
#endif

struct Answer {
    int status = 0;
    QByteArray body;
    QJsonValue json;
    QHash<QByteArray, QByteArray> headers; // lower case

    [[nodiscard]] QJsonObject object() const { return json.toObject(); }
    [[nodiscard]] QString text(QLatin1StringView key) const { return json.toObject().value(key).toString(); }
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

// Requests to one server, each waited for.
class ServerClient
{
public:
    explicit ServerClient(const LocalServerProcess &server)
        : m_server(server)
    {
    }

    Answer get(const QString &path, const Headers &headers = {});
    Answer send(const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined, const Headers &headers = {});
    Answer post(const QString &path, const QJsonValue &body = QJsonValue::Undefined, const Headers &headers = {})
    {
        return send("POST", path, body, headers);
    }
    Answer upload(const QString &filename, const QByteArray &bytes, const Headers &headers = {});
    // The bytes as they are, and everything that comes back until the server closes or falls silent.
    QByteArray raw(const QByteArray &request, int waitMs = 3000);
    // "Host: …\r\nAuthorization: …\r\n" of a good request.
    [[nodiscard]] QByteArray goodHeaders() const;

private:
    const LocalServerProcess &m_server;
    QNetworkAccessManager m_network;
};

// One event stream over its own socket.
class EventReader
{
public:
    EventReader(const LocalServerProcess &server, const QByteArray &method, const QString &path, const QByteArray &body = {},
                const Headers &headers = {});

    // Waits until the predicate holds; false after the time.
    bool waitFor(const std::function<bool(const EventReader &)> &done, int milliseconds = 10'000);
    bool waitForEvent(const QByteArray &type, int milliseconds = 10'000);
    bool waitForEnd(int milliseconds = 10'000);
    void pause(); // stops reading: a slow client
    void resume();
    void abort() { m_socket.abort(); }

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const QList<wire::ServerEvent> &events() const { return m_events; }
    [[nodiscard]] QJsonObject data(qsizetype index) const;
    [[nodiscard]] QJsonObject first(const QByteArray &type) const; // its data
    [[nodiscard]] QString text() const;                            // of all content events
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    void onReadyRead();
    QTcpSocket m_socket;
    wire::SseParser m_parser;
    QByteArray m_head;
    QByteArray m_body;
    QList<wire::ServerEvent> m_events;
    int m_status = 0;
};

[[nodiscard]] QByteArray chatBody(const QString &prompt, const QJsonObject &more = {});

} // namespace desk::test
