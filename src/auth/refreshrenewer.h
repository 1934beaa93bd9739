#pragma once

#include "auth/identity/identitymetadata.h"
#include "auth/renewer.h"

#include <optional>

namespace desk {

// OAuth's refresh_token grant, with rotation, and revocation by RFC 7009.
class RefreshRenewer : public Renewer
{
public:
    RefreshRenewer(IdentityApi &api, const QString &clientId)
        : m_api(api)
        , m_clientId(clientId.toUtf8())
    {
    }

    void renew(const Session &session, QObject *context, Handler handler) override;
    void revoke(const Session &session, QObject *context, std::function<void()> done) override;

private:
    using WithMetadata = std::function<void(const Result<IdentityMetadata> &)>;
    void withMetadata(const QUrl &issuer, QObject *context, WithMetadata next);

    IdentityApi &m_api;
    QByteArray m_clientId;
    std::shared_ptr<std::optional<IdentityMetadata>> m_metadata = std::make_shared<std::optional<IdentityMetadata>>(); // of the issuer
};

} // namespace desk
