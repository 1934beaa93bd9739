#include "localserver/server.h"

#include "domain/log.h"
#include "localserver/networkrules.h"
#include "localserver/store/values.h"
#include "wire/json/reader.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString randomNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

} // namespace

Server::Server(ServerOptions options, TurnSource &source, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_source(source)
    , m_nonce(randomNonce())
{
    m_drainLimit.setSingleShot(true);
    connect(&m_drainLimit, &QTimer::timeout, this, &Server::finish);
}

Server::~Server() = default;

Result<> Server::start(const QByteArray &token)
{
    Result<std::unique_ptr<Store>> store = Store::open(m_options.dataFolder);
    if (!store)
        return Unexpected{store.error()};
    m_store = *std::move(store);
    m_agents = std::make_unique<AgentCatalog>(m_source, *m_store);
    m_tools = std::make_unique<ToolCatalog>(m_source, m_store->tools);
    m_toolConfigs = std::make_unique<ToolConfigs>(m_store->toolConfigs);
    m_providers = std::make_unique<Providers>(m_store->settings);
    m_runs = std::make_unique<RunService>(*m_store, m_source, *m_agents, *m_tools, *m_providers, m_options.approvalMs);
    m_testApprovals = std::make_unique<TestApprovals>(m_options.approvalMs);
    m_turns = std::make_unique<TurnBuilder>(*m_store, *m_agents, *m_tools, *m_providers, m_options.approvalMs);
    m_executions =
        std::make_unique<ExecutionService>(WorkflowParts{*m_store, m_source, *m_agents, *m_tools, *m_turns, m_options.approvalMs});
    m_services = std::make_unique<Services>(Services{*m_store, m_source, *m_agents, *m_tools, *m_toolConfigs, *m_providers, *m_runs,
                                                     *m_testApprovals, *m_executions, QCoreApplication::applicationVersion(), m_nonce});
    for (const auto add :
         {addSystemRoutes, addExecutionRoutes, addWorkflowRoutes, addToolRoutes, addToolConfigRoutes, addAgentRoutes, addAgentVersionRoutes,
          addChatRoutes, addConversationRoutes, addFileRoutes, addRunRoutes, addSettingsRoutes, addStreamRoutes})
        add(m_router, *m_services);
    m_handler = std::make_unique<RequestHandler>(m_router, *m_services);
    m_runs->reap();
    m_executions->reap();
    if (auto error = m_store->database().takeError())
        return Unexpected{*error};
    const HttpSettings settings{m_options.port, token, m_store->folder().uploads(m_store->instances().self()), m_options.heartbeatMs};
    m_http = std::make_unique<HttpServer>(settings);
    Result<> listening = m_http->start([this](const Request &request) { return m_handler->handle(request); });
    if (!listening) {
        Error error = listening.error();
        error.detail = u"port: "_s + error.detail;
        return Unexpected{error};
    }
    connect(m_runs.get(), &RunService::becameIdle, this, &Server::finishWhenIdle);
    connect(m_executions.get(), &ExecutionService::becameIdle, this, &Server::finishWhenIdle);
    return {};
}

void Server::takeInputLine(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const Result<QJsonValue> value = wire::parseJson(line);
    if (const QJsonValue network = value ? value->toObject().value("network"_L1) : QJsonValue(); network.isObject())
        return applyNetworkRules(network.toObject());
    const QJsonObject key = value ? value->toObject().value("provider_key"_L1).toObject() : QJsonObject();
    const QString provider = key.value("provider"_L1).toString();
    if (provider.isEmpty() || !key.value("key"_L1).isString()) {
        qCWarning(logServer) << "a line of standard input is not understood"; // its text may be a secret
        return;
    }
    m_providers->setKey(provider, key.value("origin"_L1).toString(), key.value("key"_L1).toString().toUtf8());
}

void Server::drain(int milliseconds)
{
    if (m_finished)
        return;
    if (!m_draining) {
        m_draining = true;
        m_handler->refuseWork();
        m_runs->expectNoAnswers();
        m_http->stopAccepting();
    }
    if (isIdle())
        finish();
    else if (!m_drainLimit.isActive() || m_drainLimit.remainingTime() > milliseconds)
        m_drainLimit.start(milliseconds);
}

void Server::finishWhenIdle()
{
    if (m_draining && isIdle())
        finish();
}

void Server::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_drainLimit.stop();
    (void)m_store->database().takeError();
    m_runs->interruptAll();
    m_executions->interruptAll();
    m_http->stop();
    Q_EMIT stopped();
}

} // namespace desk::server
