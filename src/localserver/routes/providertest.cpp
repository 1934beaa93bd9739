#include "localserver/routes/providertest.h"

#include "localserver/model/chatclient.h"
#include "localserver/model/modellistclient.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/providers.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"
#include "wire/json/providerreportjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int keyWaitMs = 3000;
constexpr int usualTimeoutMs = 15'000;
constexpr int leastTimeoutMs = 100;
constexpr int longestTimeoutMs = 60'000;

} // namespace

Response testProvider(Services &services, const Request &request)
{
    const wire::Reader reader(request.json);
    ModelProvider provider;
    provider.name = reader.string("name"_L1);
    provider.baseUrl = QUrl(reader.string("base_url"_L1), QUrl::StrictMode);
    provider.needsKey = reader.boolean("needs_key"_L1);
    if (const QString fault = Providers::addressFault(provider); !fault.isEmpty())
        return invalid(fault);
    const int timeoutMs = qBound(leastTimeoutMs, reader.integer("timeout_ms"_L1, usualTimeoutMs), longestTimeoutMs);
    return Response::late(std::make_shared<ProviderTest>(services.providers, ProviderTest::Order{provider, timeoutMs}));
}

ProviderTest::ProviderTest(Providers &providers, Order order)
    : m_providers(&providers)
    , m_order(std::move(order))
{
    m_keyDeadline.setSingleShot(true);
}

ProviderTest::~ProviderTest()
{
    delete m_client; // before the network it uses
    if (m_providers)
        m_providers->forgetUnlisted(m_order.provider.name);
}

void ProviderTest::begin()
{
    if (!m_providers || !m_order.provider.needsKey || !m_providers->keyFor(m_order.provider).isEmpty())
        return ask();
    connect(m_providers, &Providers::keyChanged, this, [this](const QString &name) {
        if (name == m_order.provider.name)
            ask();
    });
    connect(&m_keyDeadline, &QTimer::timeout, this, &ProviderTest::ask);
    m_keyDeadline.start(keyWaitMs);
}

void ProviderTest::ask()
{
    if (m_client != nullptr)
        return;
    const QUrl &url = m_order.provider.baseUrl;
    const QByteArray key = m_providers ? m_providers->keyFor(m_order.provider) : QByteArray();
    ProviderReport refused;
    if (key.isEmpty() && m_order.provider.needsKey) {
        refused.problem = u"no_key"_s;
        refused.message = LocalServer::tr("The key for this address did not arrive.");
        return tell(refused);
    }
    if (!key.isEmpty() && url.scheme() == "http"_L1 && !ChatClient::isLoopback(url)) {
        refused.problem = u"unencrypted"_s;
        refused.message = LocalServer::tr("The key would travel unencrypted to another computer, so nothing was sent.");
        refused.nextStep = LocalServer::tr("Use https, or leave the key empty.");
        return tell(refused);
    }
    m_client = new ModelListClient(m_network, url, key, m_order.timeoutMs);
    connect(m_client, &ModelListClient::finished, this, &ProviderTest::tell);
    m_client->start();
}

void ProviderTest::tell(const ProviderReport &report)
{
    answer(wire::toJson(report));
}

} // namespace desk::server
