#include "localserver/routes/mcptooltest.h"

#include "localserver/texts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// The texts among what a tool answered, which is where it says why it failed.
QString textsOf(const QJsonObject &result)
{
    QStringList lines;
    const QJsonArray content = result.value("content"_L1).toArray();
    for (const QJsonValue &item : content) {
        if (const QString text = item["text"_L1].toString(); !text.isEmpty())
            lines.append(text);
    }
    return lines.join(u'\n');
}

} // namespace

McpToolTest::McpToolTest(const McpServer &server, QString onServer, QString name, QJsonObject input)
    : m_onServer(std::move(onServer))
    , m_name(std::move(name))
    , m_input(std::move(input))
    , m_client(server)
{
}

void McpToolTest::begin()
{
    m_clock.start();
    m_client.initialize([this](const Result<> &ready) {
        if (!ready)
            return finish({}, ready.error().userText());
        m_client.listTools([this](const Result<QList<McpTool>> &tools) { onListed(tools); });
    });
}

// A list that reached its limit may go on with the tool.
void McpToolTest::onListed(const Result<QList<McpTool>> &tools)
{
    if (!tools)
        return finish({}, tools.error().userText());
    QStringList names;
    for (const McpTool &tool : *tools)
        names.append(tool.name);
    if (tools->size() < McpClient::maxTools && !names.contains(m_onServer))
        return finish({}, LocalServer::tr("The tool server has no tool called \"%1\". It has: %2.").arg(m_onServer, names.join(u", "_s)));
    m_client.callTool(m_onServer, m_input, [this](const Result<QJsonObject> &result) { onCalled(result); });
}

void McpToolTest::onCalled(const Result<QJsonObject> &result)
{
    if (!result)
        return finish({}, result.error().userText());
    const QString texts = textsOf(*result);
    if (result->value("isError"_L1).toBool())
        return finish({}, texts.isEmpty() ? LocalServer::tr("The tool failed and does not say why.") : texts);
    finish(*result, {});
}

void McpToolTest::finish(const QJsonValue &output, const QString &error)
{
    answer({{"success"_L1, error.isEmpty()},
            {"output"_L1, output},
            {"error"_L1, error.isEmpty() ? QJsonValue() : QJsonValue(error)},
            {"execution_time_ms"_L1, m_clock.elapsed()},
            {"tool_name"_L1, m_name},
            {"input_used"_L1, m_input}});
}

} // namespace desk::server
