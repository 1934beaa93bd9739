#pragma once

#include "auth/renewer.h"

namespace desk {

// The team server's way: the session token is exchanged for access tokens of the agent server (contract 2.3, RFC 8693), which live in
// memory only (AUTH-16).
class ExchangeRenewer : public Renewer
{
public:
    explicit ExchangeRenewer(IdentityApi &api)
        : m_api(api)
    {
    }

    void renew(const Session &session, QObject *context, Handler handler) override;
    void revoke(const Session &session, QObject *context, std::function<void()> done) override;

private:
    IdentityApi &m_api;
};

} // namespace desk
