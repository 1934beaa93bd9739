#pragma once

#include "localserver/mcp/mcpclient.h"
#include "localserver/mcp/secretfilter.h"

#include <QJsonObject>

#include <functional>

namespace desk::server {

struct McpCallResult {
    QJsonObject output; // content, isError, structuredContent, as they came
    QString error;      // why there is none, for people; empty: it worked
};

// The texts among what a tool answered, which is where it says why it failed.
[[nodiscard]] QString textsIn(const QJsonObject &result);

// One call of a tool in a program that is started for it and ended with it, at the latest with this object. Nothing that it hands on
// holds a value of the program's variables, see SecretFilter.
class McpToolCall : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const McpCallResult &)>;

    // tool: what the program calls it.
    McpToolCall(const McpServer &server, QString tool, QJsonObject arguments, QObject *parent = nullptr);

    // Once. done comes later, once, and may delete this object.
    void start(Done done);

private:
    void onListed(const Result<QList<McpTool>> &tools);
    void onCalled(const Result<QJsonObject> &result);
    void finish(const QJsonObject &output, const QString &error);

    QString m_tool;
    QJsonObject m_arguments;
    SecretFilter m_filter;
    Done m_done;
    McpClient m_client;
};

} // namespace desk::server
