#pragma once

#include "localserver/http/lateanswer.h"
#include "localserver/mcp/mcpclient.h"

#include <QElapsedTimer>

namespace desk::server {

// One call of a tool in a program that is started for it and ended with it; answered with a ToolTestResult (contract 3.3).
class McpToolTest final : public LateAnswer
{
    Q_OBJECT
public:
    // onServer: what the program calls the tool; name: what the catalogue does.
    McpToolTest(const McpServer &server, QString onServer, QString name, QJsonObject input);

private:
    void begin() override;
    void onListed(const Result<QList<McpTool>> &tools);
    void onCalled(const Result<QJsonObject> &result);
    void finish(const QJsonValue &output, const QString &error);

    QString m_onServer;
    QString m_name;
    QJsonObject m_input;
    QElapsedTimer m_clock;
    McpClient m_client;
};

} // namespace desk::server
