#include "auth/exchangerenewer.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "auth/tokenexchange.h"
#include "wire/json/accountjson.h"

using namespace Qt::StringLiterals;

namespace desk {

void ExchangeRenewer::renew(const Session &session, QObject *context, Handler handler)
{
    m_api.send(tokenExchange(session, "agent-api"), context, [session, handler = std::move(handler)](const Result<IdentityAnswer> &answer) {
        handler(answer ? exchanged(session, *answer) : Unexpected{answer.error()});
    });
}

void ExchangeRenewer::revoke(const Session &session, QObject *context, std::function<void()> done)
{
    // By its id rather than by the token itself, which would end up in the logs of everything in between (contract 2.7).
    const QString id = wire::tokenLabel(session.renewal).id;
    if (id.isEmpty() || session.renewal.isEmpty())
        return done();
    const QUrl url = below(session.issuer, u"/auth/sessions/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)));
    m_api.send(
        IdentityRequest::remove(url, session.renewal), context, [done = std::move(done)](const auto &) { done(); },
        m_api.services().patience.revokeMs);
}

} // namespace desk
