#pragma once

#include "localserver/routes/router.h"
#include "localserver/routes/services.h"

namespace desk::server {

// What holds for every route: failures of the store become problems, an Idempotency-Key is honoured in the same transaction as
// the work itself (HTTP-07), answers to GET carry an ETag and If-None-Match and If-Match are checked.
class RequestHandler
{
public:
    RequestHandler(const Router &router, Services &services)
        : m_router(router)
        , m_services(services)
    {
    }

    [[nodiscard]] Response handle(const Request &request);
    // From now on nothing new is started: the process is about to end.
    void refuseWork() { m_refusing = true; }

private:
    [[nodiscard]] Response routed(const Request &request);
    [[nodiscard]] Response once(const Request &request, const QString &key);
    [[nodiscard]] static Response notKept();
    [[nodiscard]] Response repeated(const IdempotencyTable::Entry &entry);
    [[nodiscard]] Response precondition(const Request &request);

    const Router &m_router;
    Services &m_services;
    bool m_refusing = false;
};

} // namespace desk::server
