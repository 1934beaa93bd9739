#include "auth/renewer.h"

#include "auth/exchangerenewer.h"
#include "auth/refreshrenewer.h"

#include <QCoreApplication>

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::AuthManager)
};

} // namespace

std::unique_ptr<Renewer> Renewer::of(const Session &session, const Profile &profile, IdentityApi &api)
{
    switch (session.way) {
    case SignInWay::EmailCode:
        return std::make_unique<ExchangeRenewer>(api);
    case SignInWay::Browser:
    case SignInWay::Device:
        return std::make_unique<RefreshRenewer>(api, profile.clientId);
    case SignInWay::None:
    case SignInWay::Token:
        break;
    }
    return nullptr;
}

Error sessionEnded(const QUrl &server, const QString &code)
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = Texts::tr("Your session at %1 has ended.", "%1 host").arg(server.host());
    error.nextStep = Texts::tr("Sign in again. What you have typed is kept.");
    error.detail = code;
    return error;
}

} // namespace desk
