#pragma once

#include "domain/result.h"
#include "localserver/http/httpserver.h"
#include "localserver/routes/requesthandler.h"
#include "localserver/serveroptions.h"

#include <QObject>

#include <memory>

namespace desk::server {

// One running server: store, runs, routes and HTTP, put together in this order. Main thread only.
class Server : public QObject
{
    Q_OBJECT
public:
    // source: outlives the server.
    Server(ServerOptions options, TurnSource &source, QObject *parent = nullptr);
    ~Server() override;

    // Opens the data and begins to answer. The error's detail begins with a machine word (Store::open) or is "port".
    [[nodiscard]] Result<> start(const QByteArray &token);
    [[nodiscard]] quint16 port() const { return m_http->port(); }
    [[nodiscard]] const QString &nonce() const { return m_nonce; }

    // A line of standard input after the token: {"provider_key":{"provider","key","origin"?}}, or {"network":{…}}, see networkrules.h.
    void takeInputLine(const QByteArray &line);
    // Takes no new work, lets running answers end, then emits stopped(); what is not done after that time becomes interrupted.
    void drain(int milliseconds);

Q_SIGNALS:
    void stopped();

private:
    void finish();
    void finishWhenIdle();
    [[nodiscard]] bool isIdle() const { return m_runs->isIdle() && m_executions->isIdle(); }

    ServerOptions m_options;
    TurnSource &m_source;
    QString m_nonce;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<AgentCatalog> m_agents;
    std::unique_ptr<ToolCatalog> m_tools;
    std::unique_ptr<ToolConfigs> m_toolConfigs;
    std::unique_ptr<Providers> m_providers;
    std::unique_ptr<RunService> m_runs;
    std::unique_ptr<TestApprovals> m_testApprovals;
    std::unique_ptr<TurnBuilder> m_turns; // of workflows
    std::unique_ptr<ExecutionService> m_executions;
    std::unique_ptr<Services> m_services;
    Router m_router;
    std::unique_ptr<RequestHandler> m_handler;
    std::unique_ptr<HttpServer> m_http; // last: its feeds go first
    QTimer m_drainLimit;
    bool m_draining = false;
    bool m_finished = false;
};

} // namespace desk::server
