#include "auth/identity/identitymetadata.h"

#include "auth/identity/safeurl.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::IdentityMetadata)
};

Error refused(const QString &message, const QString &nextStep, const QString &detail)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = message;
    error.nextStep = nextStep;
    error.detail = detail;
    return error;
}

// An endpoint where it may be; empty: not given. Foreign ones that can be done without count as not given.
Result<QUrl> endpoint(const QJsonObject &json, QLatin1StringView key, const QUrl &issuer, bool isNeeded)
{
    const QString text = json.value(key).toString();
    if (text.isEmpty())
        return QUrl();
    const QUrl url(text, QUrl::StrictMode);
    if (isSafeForSignIn(url) && isSameOrigin(url, issuer))
        return url;
    if (!isNeeded)
        return QUrl();
    return Unexpected{refused(Texts::tr("The sign-in service %1 leads to another address. Nothing was sent there.").arg(issuer.host()),
                              Texts::tr("Ask your administrator whether the sign-in address in this workspace is right."),
                              u"%1 = %2"_s.arg(key, text.left(200)))};
}

} // namespace

QUrl IdentityMetadata::addressOf(const QUrl &issuer)
{
    return below(issuer, u"/.well-known/openid-configuration"_s);
}

Result<IdentityMetadata> IdentityMetadata::fromJson(const QJsonObject &json, const QUrl &issuer)
{
    const QString named = json.value("issuer"_L1).toString();
    if (named != issuer.toString(QUrl::FullyEncoded))
        return Unexpected{refused(Texts::tr("The sign-in service at %1 calls itself something else.").arg(issuer.host()),
                                  Texts::tr("Ask your administrator for the exact sign-in address."), "issuer = "_L1 + named.left(200))};
    IdentityMetadata out;
    out.issuer = issuer;
    struct Endpoint {
        QLatin1StringView key;
        QUrl IdentityMetadata::*member;
        bool isNeeded;
    };
    static constexpr std::array<Endpoint, 5> endpoints{{{"authorization_endpoint"_L1, &IdentityMetadata::authorization, true},
                                                        {"token_endpoint"_L1, &IdentityMetadata::token, true},
                                                        {"device_authorization_endpoint"_L1, &IdentityMetadata::device, true},
                                                        {"revocation_endpoint"_L1, &IdentityMetadata::revocation, false},
                                                        {"userinfo_endpoint"_L1, &IdentityMetadata::userinfo, false}}};
    for (const Endpoint &wanted : endpoints) {
        const Result<QUrl> url = endpoint(json, wanted.key, issuer, wanted.isNeeded);
        if (!url)
            return Unexpected{url.error()};
        out.*wanted.member = *url;
    }
    out.saysIssuer = json.value("authorization_response_iss_parameter_supported"_L1).toBool();
    out.givesRefreshTokensOnScope = json.value("scopes_supported"_L1).toArray().contains("offline_access"_L1);
    if (out.token.isEmpty())
        return Unexpected{refused(Texts::tr("The sign-in service at %1 does not say where to ask for a session.").arg(issuer.host()),
                                  Texts::tr("Ask your administrator for the exact sign-in address."), u"no token_endpoint"_s)};
    return out;
}

} // namespace desk
