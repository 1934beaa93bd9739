#pragma once

#include "localserver/http/lateanswer.h"
#include "localserver/mcp/mcptoolcall.h"

#include <QElapsedTimer>

namespace desk::server {

// One call of a tool in a program of the user's, answered with a ToolTestResult (contract 3.3).
class McpToolTest final : public LateAnswer
{
    Q_OBJECT
public:
    // onServer: what the program calls the tool; name: what the catalogue does.
    McpToolTest(const McpServer &server, const QString &onServer, QString name, QJsonObject input);

private:
    void begin() override;
    void finish(const McpCallResult &result);

    QString m_name;
    QJsonObject m_input;
    QElapsedTimer m_clock;
    McpToolCall m_call;
};

} // namespace desk::server
