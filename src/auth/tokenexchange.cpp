#include "auth/tokenexchange.h"

#include "auth/identity/safeurl.h"
#include "auth/renewal.h"
#include "auth/renewer.h"

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

IdentityRequest tokenExchange(const Session &session, const QByteArray &audience)
{
    return IdentityRequest::form(below(session.issuer, u"/oauth/token"_s),
                                 {{"grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"},
                                  {"subject_token", session.renewal},
                                  {"subject_token_type", "urn:ietf:params:oauth:token-type:jwt"},
                                  {"audience", audience}});
}

Result<Session> exchanged(const Session &session, const IdentityAnswer &answer)
{
    if (answer.isSuccess())
        return withTokens(session, answer, false);
    if (endsTheSession(answer))
        return Unexpected{sessionEnded(session.baseUrl, answer.code)};
    return Unexpected{refusal(session.issuer, answer)};
}

} // namespace desk
