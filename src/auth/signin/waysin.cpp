#include "auth/signin/waysin.h"

#include "auth/signin/browsersignin.h"
#include "auth/signin/devicesignin.h"
#include "auth/signin/emailsignin.h"
#include "auth/signin/tokensignin.h"
#include "domain/log.h"
#include "wire/json/accountjson.h"

namespace desk {

std::unique_ptr<SignInAttempt> makeWayIn(SignInWay way, const Profile &profile, const Account &last, IdentityApi &api)
{
    switch (way) {
    case SignInWay::EmailCode:
        return std::make_unique<EmailSignIn>(profile, last.email, api);
    case SignInWay::Browser:
        return std::make_unique<BrowserSignIn>(profile, api);
    case SignInWay::Device:
        return std::make_unique<DeviceSignIn>(profile, api);
    case SignInWay::None:
    case SignInWay::Token:
        break;
    }
    return std::make_unique<TokenSignIn>(profile, api);
}

QList<SignInWay> waysOf(const Result<IdentityMetadata> &metadata)
{
    QList<SignInWay> ways;
    if (metadata && !metadata->authorization.isEmpty())
        ways.append(SignInWay::Browser);
    if (metadata && !metadata->device.isEmpty())
        ways.append(SignInWay::Device);
    if (!metadata && metadata.error().kind == Error::Kind::NotFound)
        ways.append(SignInWay::EmailCode);
    ways.append(SignInWay::Token);
    return ways;
}

Session sessionFromToken(const QByteArray &token, const Profile &profile, const Clock &clock)
{
    registerSecret(token);
    Session session;
    session.way = SignInWay::Token;
    session.baseUrl = profile.baseUrl;
    session.access = token;
    session.account = wire::tokenLabel(token).account;
    session.signedInAt = clock.now();
    return session;
}

} // namespace desk
