#pragma once

#include "domain/provider.h"
#include "domain/providerreport.h"
#include "localserver/http/lateanswer.h"
#include "localserver/http/request.h"
#include "localserver/http/response.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

namespace desk::server {

class ModelListClient;
class Providers;
struct Services;

// POST /settings/providers/test {"base_url", "name"?, "needs_key"?, "timeout_ms"?}: can this endpoint be used, and which models has it?
// Nothing is stored. The key is the one that came over standard input for this name and the origin of the address; with needs_key it is
// waited for, as it may still be on its way, and one whose name is that of no provider is forgotten with the test. What the endpoint
// could not do is part of the answer (see wire/json/providerreportjson.h); an address that cannot be one is 422.
[[nodiscard]] Response testProvider(Services &services, const Request &request);

class ProviderTest final : public LateAnswer
{
    Q_OBJECT
public:
    struct Order {
        ModelProvider provider; // its needsKey: wait for one
        int timeoutMs;
    };
    ProviderTest(Providers &providers, Order order);
    ~ProviderTest() override;

private:
    void begin() override;
    void ask();
    void tell(const ProviderReport &report);

    QPointer<Providers> m_providers; // the server may go first
    Order m_order;
    QNetworkAccessManager m_network;
    ModelListClient *m_client = nullptr;
    QTimer m_keyDeadline;
};

} // namespace desk::server
