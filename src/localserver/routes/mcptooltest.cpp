#include "localserver/routes/mcptooltest.h"

using namespace Qt::StringLiterals;

namespace desk::server {

McpToolTest::McpToolTest(const McpServer &server, const QString &onServer, QString name, QJsonObject input)
    : m_name(std::move(name))
    , m_input(std::move(input))
    , m_call(server, onServer, m_input)
{
}

void McpToolTest::begin()
{
    m_clock.start();
    m_call.start([this](const McpCallResult &result) { finish(result); });
}

void McpToolTest::finish(const McpCallResult &result)
{
    const bool success = result.error.isEmpty();
    answer({{"success"_L1, success},
            {"output"_L1, success ? QJsonValue(result.output) : QJsonValue()},
            {"error"_L1, success ? QJsonValue() : QJsonValue(result.error)},
            {"execution_time_ms"_L1, m_clock.elapsed()},
            {"tool_name"_L1, m_name},
            {"input_used"_L1, m_input}});
}

} // namespace desk::server
