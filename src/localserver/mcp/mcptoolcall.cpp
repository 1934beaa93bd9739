#include "localserver/mcp/mcptoolcall.h"

#include "localserver/texts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::server {

QString textsIn(const QJsonObject &result)
{
    QStringList lines;
    const QJsonArray content = result.value("content"_L1).toArray();
    for (const QJsonValue &item : content) {
        if (const QString text = item["text"_L1].toString(); !text.isEmpty())
            lines.append(text);
    }
    return lines.join(u'\n');
}

McpToolCall::McpToolCall(const McpServer &server, QString tool, QJsonObject arguments, QObject *parent)
    : QObject(parent)
    , m_tool(std::move(tool))
    , m_arguments(std::move(arguments))
    , m_filter(server.environment)
    , m_client(server)
{
}

void McpToolCall::start(Done done)
{
    m_done = std::move(done);
    m_client.initialize([this](const Result<> &ready) {
        if (!ready)
            return finish({}, ready.error().userText());
        m_client.listTools([this](const Result<QList<McpTool>> &tools) { onListed(tools); });
    });
}

// A list that reached its limit may go on with the tool.
void McpToolCall::onListed(const Result<QList<McpTool>> &tools)
{
    if (!tools)
        return finish({}, tools.error().userText());
    QStringList names;
    for (const McpTool &tool : *tools)
        names.append(tool.name);
    if (tools->size() < McpClient::maxTools && !names.contains(m_tool))
        return finish({}, LocalServer::tr("The tool server has no tool called \"%1\". It has: %2.").arg(m_tool, names.join(u", "_s)));
    m_client.callTool(m_tool, m_arguments, [this](const Result<QJsonObject> &result) { onCalled(result); });
}

void McpToolCall::onCalled(const Result<QJsonObject> &result)
{
    if (!result)
        return finish({}, result.error().userText());
    const QString texts = textsIn(*result);
    if (result->value("isError"_L1).toBool())
        return finish({}, texts.isEmpty() ? LocalServer::tr("The tool failed and does not say why.") : texts);
    finish(*result, {});
}

void McpToolCall::finish(const QJsonObject &output, const QString &error)
{
    const Done done = std::move(m_done);
    done({m_filter.filtered(QJsonValue(output)).toObject(), m_filter.filtered(error)});
}

} // namespace desk::server
