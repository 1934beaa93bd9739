#pragma once

#include "domain/chatevent.h"
#include "domain/result.h"
#include "domain/tool.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <optional>

namespace desk {

class ApiCallBase;
class ApiClient;
class Workspace;

// One tool of the server, run by hand (CH-50). Runs for real, with everything that follows from it, and only when run() is called. Ends
// with one done() in the GUI thread, or with cancel() and no word. A failure of the tool is a result, not an error.
class ToolRun : public QObject
{
    Q_OBJECT
public:
    ToolRun(ApiClient &api, const Workspace &workspace, const QString &tool, QObject *parent = nullptr); // both outlive it; tool: its name
    ~ToolRun() override;

    // Asks the server for its tools, unless that is known: whyNot() may have an answer after the next changed().
    void lookUp();
    // Why the tool cannot be run, for people; empty when it is worth trying.
    [[nodiscard]] QString whyNot() const;
    // Only while whyNot() is empty; nothing happens while it runs. An executionMs the server does not tell is measured here.
    void run(const QJsonObject &input);
    // What the next run() uses in place of the configured providers (TL-07); empty, as at first: those that are configured. May hold keys,
    // which are sent and never told.
    void setProviders(const QJsonObject &providers) { m_providers = providers; }
    // The server asks before it starts a program: what it would be, with the input of run(). None: it does not. While it asks the tool
    // isRunning(), and nothing has begun.
    [[nodiscard]] const std::optional<Prompt> &asked() const { return m_asked; }
    void approve(); // the same input once more, bound to what was asked; if that has changed by then, the server asks again
    // Stops the waiting. The server may go on with what it began.
    void cancel();
    // The JSON Schema of the input, as the server tells it; empty: not known, or not yet.
    [[nodiscard]] const QJsonObject &inputSchema() const { return m_schema; }
    [[nodiscard]] bool isRunning() const { return m_input.has_value(); }

Q_SIGNALS:
    void changed(); // what whyNot(), inputSchema() and asked() say
    void done(const desk::Result<desk::ToolTestResult> &outcome);

private:
    void takeTools(const Result<QList<Tool>> &tools);
    void test(const std::optional<QString> &approvedHash = {});
    void ask(const Prompt &prompt);
    void finish(const Result<ToolTestResult> &outcome);
    void forget(); // another account, another server

    ApiClient &m_api;
    const Workspace &m_workspace;
    QString m_tool;
    ToolId m_id; // empty: not known yet
    QJsonObject m_schema;
    bool m_missing = false; // the server was asked, and does not have it
    std::optional<QJsonObject> m_input;
    QJsonObject m_providers;
    std::optional<Prompt> m_asked;
    QPointer<ApiCallBase> m_look;
    QPointer<ApiCallBase> m_call;
};

} // namespace desk
