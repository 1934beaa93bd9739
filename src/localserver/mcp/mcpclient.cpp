#include "localserver/mcp/mcpclient.h"

#include "localserver/http/jsonguard.h"
#include "localserver/mcp/mcpprocess.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int maxPages = 64; // of a list that may be empty page after page
constexpr qint64 maxUnreadBytes = 32 * 1024 * 1024;
constexpr int methodNotFound = -32601; // JSON-RPC 2.0

Error errorOf(Error::Kind kind, const QString &message, const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.detail = detail;
    return error;
}

bool isKnownVersion(const QString &version)
{
    return version == "2025-06-18"_L1 || version == "2025-03-26"_L1 || version == "2024-11-05"_L1;
}

// The tools of one page over those before it, up to the limit.
void addTools(QList<McpTool> &tools, const QJsonArray &array)
{
    for (const QJsonValue &value : array) {
        const wire::Reader reader(value);
        const QString name = reader.string("name"_L1);
        const bool known = std::any_of(tools.begin(), tools.end(), [&name](const McpTool &tool) { return tool.name == name; });
        if (!name.isEmpty() && !known && tools.size() < McpClient::maxTools)
            tools.append({name, reader.string("description"_L1), reader.object("inputSchema"_L1)});
    }
}

} // namespace

McpClient::McpClient(const McpServer &server, QObject *parent)
    : QObject(parent)
    , m_process(std::make_unique<McpProcess>(server))
    , m_timeoutMs(std::clamp(server.timeoutSeconds, 1, 3600) * 1000)
{
    connect(m_process.get(), &McpProcess::line, this, &McpClient::take);
    connect(m_process.get(), &McpProcess::failed, this, &McpClient::fail);
}

McpClient::~McpClient() = default;

void McpClient::initialize(Ready done)
{
    m_process->start();
    const QJsonObject params{
        {"protocolVersion"_L1, u"2025-06-18"_s},
        {"capabilities"_L1, QJsonObject()},
        {"clientInfo"_L1, QJsonObject{{"name"_L1, u"agentdesk-localserver"_s}, {"version"_L1, QStringLiteral(DESK_VERSION)}}}};
    m_handshake = request(u"initialize"_s, params, [this, done = std::move(done)](const Result<QJsonObject> &result) {
        if (!result)
            return done(Unexpected{result.error()});
        if (const QString version = result->value("protocolVersion"_L1).toString(); !isKnownVersion(version)) {
            const Error error = errorOf(Error::Kind::Protocol, LocalServer::tr("The tool server speaks another version of its protocol."));
            fail(error);
            return done(Unexpected{error});
        }
        notify(u"notifications/initialized"_s);
        done({});
    });
}

void McpClient::listTools(Listed done)
{
    askForPage({}, done);
}

void McpClient::askForPage(const Page &page, const Listed &done)
{
    const QJsonObject params = page.cursor.isEmpty() ? QJsonObject() : QJsonObject{{"cursor"_L1, page.cursor}};
    request(u"tools/list"_s, params, [this, page, done](const Result<QJsonObject> &result) {
        if (!result)
            return done(Unexpected{result.error()});
        if (!result->value("tools"_L1).isArray())
            return done(Unexpected{errorOf(Error::Kind::Protocol, LocalServer::tr("The tool server's list of tools cannot be read."))});
        Page next{result->value("nextCursor"_L1).toString(), page.number + 1, page.tools};
        addTools(next.tools, result->value("tools"_L1).toArray());
        if (next.cursor.isEmpty() || next.number >= maxPages || next.tools.size() >= maxTools)
            return done(next.tools);
        askForPage(next, done);
    });
}

qint64 McpClient::callTool(const QString &name, const QJsonObject &arguments, Called done)
{
    return request(u"tools/call"_s, {{"name"_L1, name}, {"arguments"_L1, arguments}}, std::move(done));
}

void McpClient::cancel(qint64 request)
{
    if (m_pending.contains(request))
        abandon(request, errorOf(Error::Kind::Cancelled, LocalServer::tr("The call was cancelled.")));
}

qint64 McpClient::request(const QString &method, const QJsonObject &params, Called done)
{
    const qint64 id = ++m_last;
    auto deadline = std::make_unique<QTimer>();
    deadline->setSingleShot(true);
    connect(deadline.get(), &QTimer::timeout, this, [this, id] {
        abandon(id, m_failure ? *m_failure
                              : errorOf(Error::Kind::Timeout, LocalServer::tr("The tool server did not answer within %n second(s).",
                                                                              nullptr, m_timeoutMs / 1000)));
    });
    deadline->start(m_failure ? 0 : m_timeoutMs);
    m_pending.emplace(id, Pending{std::move(done), std::move(deadline)});
    send({{"id"_L1, id}, {"method"_L1, method}, {"params"_L1, params}});
    return id;
}

void McpClient::notify(const QString &method, const QJsonObject &params)
{
    QJsonObject message{{"method"_L1, method}};
    if (!params.isEmpty())
        message.insert("params"_L1, params);
    send(message);
}

void McpClient::send(QJsonObject message)
{
    message.insert("jsonrpc"_L1, u"2.0"_s);
    m_process->write(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

void McpClient::take(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const Result<QJsonValue> value = isShallowJson(line) ? wire::parseJson(line) : Result<QJsonValue>(QJsonValue());
    const QJsonObject message = value ? value->toObject() : QJsonObject();
    if (message.value("jsonrpc"_L1) != "2.0"_L1)
        return failProtocol(u"a line is no JSON-RPC 2.0 message"_s);
    if (message.contains("method"_L1))
        takeRequest(message);
    else
        takeAnswer(message);
}

// We offer the program nothing but to say that we are there; its notifications change nothing.
void McpClient::takeRequest(const QJsonObject &message)
{
    if (!message.contains("id"_L1))
        return;
    if (m_process->unreadBytes() > maxUnreadBytes)
        return failProtocol(u"it asks and does not read the answers"_s);
    const QJsonValue id = message.value("id"_L1);
    if (message.value("method"_L1) == "ping"_L1)
        return send({{"id"_L1, id}, {"result"_L1, QJsonObject()}});
    send({{"id"_L1, id}, {"error"_L1, QJsonObject{{"code"_L1, methodNotFound}, {"message"_L1, u"Method not found"_s}}}});
}

void McpClient::takeAnswer(const QJsonObject &message)
{
    const qint64 id = message.value("id"_L1).toInteger(-1);
    if (m_abandoned.remove(id))
        return;
    if (!m_pending.contains(id))
        return failProtocol(u"an answer to nothing that was asked"_s);
    const bool refused = message.contains("error"_L1);
    if (refused == message.contains("result"_L1))
        return failProtocol(u"an answer needs either a result or an error"_s);
    const QJsonValue body = message.value(refused ? "error"_L1 : "result"_L1);
    if (!body.isObject())
        return failProtocol(u"an answer that is no object"_s);
    if (!refused)
        return settle(id, body.toObject());
    const QString text = body["message"_L1].toString();
    settle(id, Unexpected{errorOf(Error::Kind::Server, text.isEmpty() ? LocalServer::tr("The tool server refused the request.") : text,
                                  u"code %1"_s.arg(body["code"_L1].toInteger()))});
}

void McpClient::abandon(qint64 request, const Error &error)
{
    m_abandoned.insert(request);
    if (request != m_handshake)
        notify(u"notifications/cancelled"_s, {{"requestId"_L1, request}, {"reason"_L1, error.message}});
    settle(request, Unexpected{error});
}

void McpClient::settle(qint64 request, const Result<QJsonObject> &result)
{
    auto node = m_pending.extract(request);
    if (node.empty())
        return;
    QTimer *deadline = node.mapped().deadline.release();
    deadline->stop();
    deadline->deleteLater(); // it may be what brought us here
    const Called done = std::move(node.mapped().done);
    done(result);
}

void McpClient::fail(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    m_process->stop();
    for (const auto &[id, pending] : m_pending)
        pending.deadline->start(0); // each is told by itself: what it does may delete us
}

void McpClient::failProtocol(const QString &detail)
{
    fail(errorOf(Error::Kind::Protocol, LocalServer::tr("The tool server breaks the rules of its protocol: %1.").arg(detail), detail));
}

} // namespace desk::server
