#pragma once

#include "domain/mcpserver.h"
#include "domain/result.h"
#include "localserver/mcp/mcptool.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace desk::server {

class McpProcess;

// Speaks to one tool server over the standard input and output of its program: the Model Context Protocol's stdio transport, JSON-RPC 2.0
// with one message a line. Main thread. Every request is answered exactly once, later, through its function, which may delete the client;
// not when the client is deleted first, which also ends the program. What the program says is hostile: an answer that breaks the rules
// fails every request, those of later included. Errors: Unavailable (does not start), Interrupted (ended), Timeout, Cancelled, Protocol,
// Server (the program's own refusal).
class McpClient : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxTools = 64;

    using Ready = std::function<void(const Result<> &)>;
    using Listed = std::function<void(const Result<QList<McpTool>> &)>;
    using Called = std::function<void(const Result<QJsonObject> &)>;

    explicit McpClient(const McpServer &server, QObject *parent = nullptr);
    ~McpClient() override;

    // Starts the program; once, and before anything else.
    void initialize(Ready done);
    // At most maxTools; what is beyond them is not asked for.
    void listTools(Listed done);
    // The result as it came: content, isError, structuredContent. Returns what cancel() takes.
    qint64 callTool(const QString &name, const QJsonObject &arguments, Called done);
    // The request fails with Cancelled, at once, and the program is told; unknown ones are ignored.
    void cancel(qint64 request);

private:
    struct Pending {
        Called done;
        std::unique_ptr<QTimer> deadline;
    };
    struct Page {
        QString cursor;
        int number = 0;
        QList<McpTool> tools;
    };

    qint64 request(const QString &method, const QJsonObject &params, Called done);
    void notify(const QString &method, const QJsonObject &params = {});
    void send(QJsonObject message);
    void take(const QByteArray &line);
    void takeRequest(const QJsonObject &message);
    void takeAnswer(const QJsonObject &message);
    void askForPage(const Page &page, const Listed &done);
    void abandon(qint64 request, const Error &error);
    void settle(qint64 request, const Result<QJsonObject> &result);
    void fail(const Error &error);
    void failProtocol(const QString &detail);

    std::unique_ptr<McpProcess> m_process;
    int m_timeoutMs;
    std::optional<Error> m_failure;
    std::map<qint64, Pending> m_pending;
    QSet<qint64> m_abandoned; // whose late answers are no fault
    qint64 m_last = 0;
    qint64 m_handshake = 0; // must not be cancelled (MCP, cancellation)
};

} // namespace desk::server
