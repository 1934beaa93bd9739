#include "auth/exchangerenewer.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "auth/renewal.h"
#include "wire/json/accountjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::AuthManager)
};

// Contract 2.3: what asks for another login. Every other refusal would be a fault of ours or of the service.
bool endsTheSession(const IdentityAnswer &answer)
{
    return answer.status == 401 || answer.code == "unknown_subject"_L1;
}

Error refusal(const QUrl &service, const IdentityAnswer &answer)
{
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.httpStatus = answer.status;
    error.message = Texts::tr("The sign-in service at %1 did not accept the request.").arg(service.host());
    error.nextStep = Texts::tr("Try again. If it happens again, tell your administrator.");
    error.detail = answer.code;
    return error;
}

} // namespace

void ExchangeRenewer::renew(const Session &session, QObject *context, Handler handler)
{
    const auto request =
        IdentityRequest::form(below(session.issuer, u"/oauth/token"_s), {{"grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"},
                                                                         {"subject_token", session.renewal},
                                                                         {"subject_token_type", "urn:ietf:params:oauth:token-type:jwt"},
                                                                         {"audience", "agent-api"}});
    m_api.send(request, context, [session, handler = std::move(handler)](const Result<IdentityAnswer> &answer) {
        if (!answer)
            return handler(Unexpected{answer.error()});
        if (answer->isSuccess())
            return handler(withTokens(session, *answer, false));
        if (endsTheSession(*answer))
            return handler(Unexpected{sessionEnded(session.baseUrl, answer->code)});
        handler(Unexpected{refusal(session.issuer, *answer)});
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
