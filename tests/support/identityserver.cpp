#include "support/identityserver.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Scripted oauthError(const QByteArray &code, int status = 400)
{
    return reply(status, R"({"error":")" + code + R"("})");
}

Scripted detail(int status, const QByteArray &code)
{
    return reply(status, R"({"detail":")" + code + R"("})");
}

QByteArray pathOf(const Received &request)
{
    return request.target.split('?').constFirst();
}

} // namespace

IdentityServer::IdentityServer(Kind kind)
    : m_kind(kind)
    , m_server([this](const Received &request) { return answer(request); })
{
    if (kind == Kind::Team)
        return;
    const QString base = url().toString();
    metadata = {{u"issuer"_s, base},
                {u"authorization_endpoint"_s, base + u"/authorize"_s},
                {u"token_endpoint"_s, base + u"/token"_s},
                {u"device_authorization_endpoint"_s, base + u"/device"_s},
                {u"revocation_endpoint"_s, base + u"/revoke"_s},
                {u"userinfo_endpoint"_s, base + u"/userinfo"_s},
                {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
                {u"scopes_supported"_s, QJsonArray{u"openid"_s, u"offline_access"_s}},
                {u"authorization_response_iss_parameter_supported"_s, true}};
}

int IdentityServer::count(const QByteArray &path) const
{
    return static_cast<int>(requests(path).size());
}

QList<Received> IdentityServer::requests(const QByteArray &path) const
{
    QList<Received> out;
    for (const Received &request : m_server.received()) {
        if (pathOf(request) == path)
            out.append(request);
    }
    return out;
}

QHash<QByteArray, QByteArray> IdentityServer::formOf(const Received &request)
{
    QHash<QByteArray, QByteArray> out;
    for (const QByteArray &pair : request.body.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            out.insert(pair.left(equals), QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return out;
}

QByteArray IdentityServer::jwt(const QJsonObject &claims)
{
    return base64Url(R"({"alg":"RS256","typ":"JWT"})") + '.' + base64Url(compact(claims)) + ".c2lnbmF0dXJl";
}

void IdentityServer::failNext(const QByteArray &path, Fault fault, int times)
{
    for (int i = 0; i < times; ++i)
        m_faults[path].append(fault);
}

void IdentityServer::endSession(const QByteArray &code)
{
    m_endCode = !code.isEmpty() ? code : m_kind == Kind::Team ? QByteArray("session_revoked") : QByteArray("invalid_grant");
    m_session.clear();
    m_refresh.clear();
    m_refreshBefore.clear();
}

QUrl IdentityServer::browse(const QUrl &authorization, const QByteArray &error)
{
    const QUrlQuery query(authorization);
    const auto value = [&query](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded).toUtf8(); };
    const QUrl redirect(QString::fromUtf8(value(u"redirect_uri"_s)));
    const bool isFine = value(u"response_type"_s) == "code" && value(u"client_id"_s) == clientId &&
                        value(u"code_challenge_method"_s) == "S256" && value(u"code_challenge"_s).size() == 43 &&
                        QHostAddress(redirect.host()).isLoopback() && redirect.scheme() == u"http";
    if (!isFine)
        return {};
    QUrlQuery back;
    back.addQueryItem(u"state"_s, QString::fromLatin1(value(u"state"_s).toPercentEncoding()));
    back.addQueryItem(u"iss"_s, QString::fromLatin1(url().toString().toUtf8().toPercentEncoding()));
    if (error.isEmpty()) {
        const QByteArray code = "code-" + QByteArray::number(++m_count);
        m_codes.insert(code, {value(u"code_challenge"_s), value(u"redirect_uri"_s)});
        back.addQueryItem(u"code"_s, QString::fromLatin1(code));
    } else {
        back.addQueryItem(u"error"_s, QString::fromLatin1(error));
        back.addQueryItem(u"error_description"_s, u"%3Cscript%3Ealert(1)%3C/script%3E"_s);
    }
    QUrl out(redirect);
    out.setQuery(back);
    return out;
}

Scripted IdentityServer::answer(const Received &request)
{
    const QByteArray path = pathOf(request);
    Fault fault = m_everything;
    if (QList<Fault> &waiting = m_faults[path]; !waiting.isEmpty())
        fault = waiting.takeFirst();
    switch (fault) {
    case Fault::None:
        return route(request, path);
    case Fault::Refused:
        return reply(500, R"({"detail":"broken"})");
    case Fault::Unavailable:
        return reply(503, R"({"detail":"starting"})");
    case Fault::LostReply:
        static_cast<void>(route(request, path));
        return {{}, 0, Scripted::End::Close};
    case Fault::HangUp:
        return {{}, 0, Scripted::End::Close};
    case Fault::Silence:
        break;
    }
    return {{}, 0, Scripted::End::Hold};
}

Scripted IdentityServer::route(const Received &request, const QByteArray &path)
{
    if (path == "/.well-known/openid-configuration")
        return m_kind == Kind::Oidc ? json(compact(metadata)) : detail(404, "Not Found");
    if (m_kind == Kind::Team && (path.startsWith("/auth/") || path == "/oauth/token"))
        return login(request, path);
    if (m_kind == Kind::Team && path == "/roles/users/search")
        return search(request);
    if (m_kind == Kind::Team)
        return detail(404, "Not Found");
    const auto form = formOf(request);
    if (path == "/token")
        return token(form);
    if (path == "/revoke")
        return revoke(form);
    if (path == "/userinfo")
        return isGoodAccess(request.headers.value("authorization").mid(7)) ? json(compact(person)) : oauthError("invalid_token", 401);
    if (path != "/device")
        return detail(404, "Not Found");
    m_deviceCode = "device-" + QByteArray::number(++m_count);
    const QString page = verificationUri.isEmpty() ? url().toString() + u"/activate"_s : verificationUri;
    return json(compact({{u"device_code"_s, QString::fromLatin1(m_deviceCode)},
                         {u"user_code"_s, QString::fromLatin1(userCode)},
                         {u"verification_uri"_s, page},
                         {u"verification_uri_complete"_s, page + u"?user_code="_s + QString::fromLatin1(userCode)},
                         {u"expires_in"_s, 600},
                         {u"interval"_s, deviceInterval}}));
}

Scripted IdentityServer::login(const Received &request, const QByteArray &path)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (path == "/auth/login/initiate")
        return json(R"({"message":"ok","expires_in":900})");
    if (path == "/oauth/token")
        return exchange(formOf(request));
    if (path.startsWith("/auth/sessions/") && request.method == "DELETE") {
        if (request.headers.value("authorization") != "Bearer " + m_session || m_session.isEmpty())
            return detail(401, "unauthorized");
        endSession();
        return json(R"({"status":"ok","deleted":true})");
    }
    if (path == "/auth/totp/verify") {
        if (body.value("code"_L1).toString().toLatin1() != mailCode)
            return detail(401, "Invalid or expired code");
    } else if (path != "/auth/magic-links/" + linkToken + "/use") {
        return detail(404, "not found");
    } else {
        linkToken = "used";
    }
    static_cast<void>(grantSession());
    const QJsonObject user{
        {u"user_id"_s, person.value("sub"_L1)}, {u"email"_s, person.value("email"_L1)}, {u"display_name"_s, person.value("name"_L1)}};
    return json(compact(
        {{u"user"_s, user}, {u"session"_s, QJsonObject{{u"token"_s, QString::fromLatin1(m_session)}, {u"token_type"_s, u"Bearer"_s}}}}));
}

Scripted IdentityServer::search(const Received &request)
{
    if (m_session.isEmpty() || request.headers.value("authorization") != "Bearer " + m_session)
        return detail(401, "unauthorized");
    const QString text = QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(u"q"_s, QUrl::FullyDecoded);
    if (text.size() < 2)
        return detail(422, "too short");
    QJsonArray found;
    for (const QJsonValue &one : std::as_const(people)) {
        if (QString::fromUtf8(compact(one.toObject())).contains(text, Qt::CaseInsensitive))
            found.append(one);
    }
    return json(compact({{u"users"_s, found}}));
}

Scripted IdentityServer::exchange(const QHash<QByteArray, QByteArray> &form)
{
    if (form.value("grant_type") != "urn:ietf:params:oauth:grant-type:token-exchange" ||
        (form.value("audience") != "agent-api" && form.value("audience") != "data-api"))
        return detail(400, "invalid_request");
    if (m_session.isEmpty() || form.value("subject_token") != m_session)
        return m_endCode == "unknown_subject" ? detail(400, m_endCode)
                                              : detail(401, m_endCode.isEmpty() ? QByteArray("invalid_subject_token") : m_endCode);
    return tokens(false);
}

Scripted IdentityServer::token(const QHash<QByteArray, QByteArray> &form)
{
    if (form.value("client_id") != clientId)
        return oauthError("invalid_client", 401);
    const QByteArray grant = form.value("grant_type");
    if (grant == "authorization_code")
        return authorizationCode(form);
    if (grant == "refresh_token")
        return refresh(form);
    if (grant == "urn:ietf:params:oauth:grant-type:device_code")
        return deviceCode(form);
    return oauthError("unsupported_grant_type");
}

Scripted IdentityServer::authorizationCode(const QHash<QByteArray, QByteArray> &form)
{
    const Code code = m_codes.take(form.value("code"));
    const QByteArray challenge = base64Url(QCryptographicHash::hash(form.value("code_verifier"), QCryptographicHash::Sha256));
    if (code.challenge.isEmpty() || code.challenge != challenge || code.redirect != form.value("redirect_uri"))
        return oauthError("invalid_grant");
    return tokens(true);
}

Scripted IdentityServer::deviceCode(const QHash<QByteArray, QByteArray> &form)
{
    if (form.value("device_code") != m_deviceCode)
        return oauthError("invalid_grant");
    if (!devicePolls.isEmpty())
        return oauthError(devicePolls.takeFirst().toLatin1());
    return tokens(true);
}

Scripted IdentityServer::refresh(const QHash<QByteArray, QByteArray> &form)
{
    const QByteArray given = form.value("refresh_token");
    const bool isGood = !given.isEmpty() && (given == m_refresh || (allowsReuse && given == m_refreshBefore));
    if (!isGood)
        return oauthError(m_endCode.isEmpty() ? QByteArray("invalid_grant") : m_endCode);
    return tokens(rotates);
}

Scripted IdentityServer::revoke(const QHash<QByteArray, QByteArray> &form)
{
    if (form.value("token") == m_refresh)
        endSession();
    m_access.remove(form.value("token"));
    return reply(200, {});
}

Scripted IdentityServer::tokens(bool withRefresh)
{
    m_endCode.clear();
    QJsonObject body{{u"access_token"_s, QString::fromLatin1(newAccess())}, {u"token_type"_s, u"Bearer"_s}};
    if (accessSeconds >= 0)
        body.insert("expires_in"_L1, accessSeconds);
    if (withRefresh && givesRefreshTokens) {
        m_refreshBefore = std::exchange(m_refresh, "refresh-" + QByteArray::number(++m_count));
        body.insert("refresh_token"_L1, QString::fromLatin1(m_refresh));
    }
    return json(compact(body));
}

QByteArray IdentityServer::grantRefreshToken()
{
    static_cast<void>(tokens(true));
    return m_refresh;
}

QByteArray IdentityServer::grantSession()
{
    QJsonObject claims = person;
    claims.insert("jti"_L1, u"session-%1"_s.arg(++m_count));
    claims.insert("exp"_L1, QDateTime::currentSecsSinceEpoch() + 7 * 24 * 3600);
    m_session = jwt(claims);
    m_endCode.clear();
    return m_session;
}

QByteArray IdentityServer::newAccess()
{
    ++m_accessCount;
    QByteArray access = "opaque-" + QByteArray::number(m_accessCount);
    if (!opaqueAccess) {
        QJsonObject claims = person;
        claims.insert("jti"_L1, u"access-%1"_s.arg(m_accessCount));
        claims.insert("roles"_L1, QJsonArray::fromStringList(roles));
        claims.insert("scope"_L1, u"search.* agent.execute"_s);
        access = jwt(claims);
    }
    m_access.insert(access);
    return access;
}

} // namespace desk::test
