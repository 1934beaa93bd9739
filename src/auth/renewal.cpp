#include "auth/renewal.h"

#include "domain/log.h"
#include "wire/json/accountjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::AuthManager)
};

constexpr qint64 longestLifeMs = qint64(10) * 365 * 24 * 3600 * 1000;
constexpr qsizetype longestToken = 64 * 1024;

// What can stand in a header field: a hostile token must not bring another header with it.
bool isUsable(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= longestToken &&
           std::all_of(token.cbegin(), token.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

qint64 renewAfterMs(qint64 lifeMs, double random)
{
    if (lifeMs < 0)
        return -1;
    const qint64 margin = std::max<qint64>(60'000, lifeMs / 10);
    const qint64 latest = std::min(lifeMs * 4 / 5, lifeMs - margin);
    const auto jitter = static_cast<qint64>(static_cast<double>(lifeMs) * 0.05 * std::clamp(random, 0.0, 1.0));
    return std::max(latest - jitter, lifeMs / 2);
}

qint64 lifeOf(const IdentityAnswer &answer, const QByteArray &accessToken)
{
    const double seconds = answer.object().value("expires_in"_L1).toVariant().toDouble(); // some send it as a string
    if (seconds > 0)
        return static_cast<qint64>(std::min(seconds * 1000, static_cast<double>(longestLifeMs)));
    const wire::TokenLabel label = wire::tokenLabel(accessToken);
    if (label.expiresAt < 0)
        return -1;
    const qint64 now = answer.date.isValid() ? answer.date.toSecsSinceEpoch() : label.issuedAt;
    return now < 0 ? -1 : std::clamp<qint64>((label.expiresAt - now) * 1000, 0, longestLifeMs);
}

Result<Session> withTokens(const Session &session, const IdentityAnswer &answer, bool takesRefreshToken)
{
    const QByteArray access = answer.object().value("access_token"_L1).toString().toUtf8();
    const QByteArray renewal = answer.object().value("refresh_token"_L1).toString().toUtf8();
    registerSecret(access);
    registerSecret(renewal);
    const QString type = answer.object().value("token_type"_L1).toString();
    if (!isUsable(access) || (!type.isEmpty() && type.compare("bearer"_L1, Qt::CaseInsensitive) != 0)) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.message = Texts::tr("The sign-in service answered without a usable access token.");
        error.nextStep = Texts::tr("Try again. If it happens again, tell your administrator.");
        return Unexpected{error};
    }
    Session out = session;
    out.access = access;
    out.accessLifeMs = lifeOf(answer, access);
    if (takesRefreshToken && isUsable(renewal))
        out.renewal = renewal;
    const Account label = wire::tokenLabel(access).account;
    if (!label.roles.isEmpty() || !label.scopes.isEmpty()) {
        out.account.roles = label.roles;
        out.account.scopes = label.scopes;
    }
    if (const QString scope = answer.object().value("scope"_L1).toString(); label.scopes.isEmpty() && !scope.isEmpty())
        out.account.scopes = scope.split(u' ', Qt::SkipEmptyParts);
    if (!out.account.isKnown()) {
        out.account.id = label.id;
        out.account.email = label.email;
    }
    if (out.account.displayName.isEmpty())
        out.account.displayName = label.displayName;
    return out;
}

} // namespace desk
