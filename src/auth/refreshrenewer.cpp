#include "auth/refreshrenewer.h"

#include "auth/identity/discovery.h"
#include "auth/identity/identityapi.h"
#include "auth/renewal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::AuthManager)
};

// RFC 6749 5.2: a refusal has a reason that is not the service's own trouble.
bool endsTheSession(const IdentityAnswer &answer)
{
    return (answer.status == 400 || answer.status == 401) && !answer.code.isEmpty() && answer.code != "temporarily_unavailable"_L1 &&
           answer.code != "server_error"_L1 && answer.code != "slow_down"_L1;
}

} // namespace

void RefreshRenewer::withMetadata(const QUrl &issuer, QObject *context, WithMetadata next)
{
    if (*m_metadata && (*m_metadata)->issuer == issuer)
        return next(**m_metadata);
    discover(m_api, issuer, context, [kept = m_metadata, next = std::move(next)](const Result<IdentityMetadata> &metadata) {
        if (metadata)
            *kept = *metadata;
        next(metadata);
    });
}

void RefreshRenewer::renew(const Session &session, QObject *context, Handler handler)
{
    withMetadata(session.issuer, context, [this, session, context, handler = std::move(handler)](const Result<IdentityMetadata> &metadata) {
        if (!metadata)
            return handler(Unexpected{metadata.error()});
        const auto request = IdentityRequest::form(
            metadata->token, {{"grant_type", "refresh_token"}, {"refresh_token", session.renewal}, {"client_id", m_clientId}});
        m_api.send(request, context, [session, handler](const Result<IdentityAnswer> &answer) {
            if (!answer)
                return handler(Unexpected{answer.error()});
            if (answer->isSuccess())
                return handler(withTokens(session, *answer, true));
            if (endsTheSession(*answer))
                return handler(Unexpected{sessionEnded(session.baseUrl, answer->code)});
            Error error;
            error.kind = Error::Kind::Unavailable;
            error.httpStatus = answer->status;
            error.message = Texts::tr("The sign-in service at %1 did not accept the request.").arg(session.issuer.host());
            error.detail = answer->code;
            handler(Unexpected{error});
        });
    });
}

void RefreshRenewer::revoke(const Session &session, QObject *context, std::function<void()> done)
{
    const int patience = m_api.services().patience.revokeMs;
    withMetadata(session.issuer, context,
                 [this, session, context, patience, done = std::move(done)](const Result<IdentityMetadata> &metadata) {
                     if (!metadata || metadata->revocation.isEmpty())
                         return done();
                     const auto revocation = [this, url = metadata->revocation](const QByteArray &token, const QByteArray &kind) {
                         return IdentityRequest::form(url, {{"token", token}, {"token_type_hint", kind}, {"client_id", m_clientId}});
                     };
                     // The refresh token first: a service that ends the rest with it has done all there is to do (AUTH-17).
                     const IdentityRequest second = revocation(session.access, "access_token");
                     m_api.send(
                         revocation(session.renewal, "refresh_token"), context,
                         [this, second, context, patience, done](const auto &) {
                             m_api.send(
                                 second, context, [done](const auto &) { done(); }, patience);
                         },
                         patience);
                 });
}

} // namespace desk
