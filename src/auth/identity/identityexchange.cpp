#include "auth/identity/identityexchange.h"

#include "api/oneshotbody.h"
#include "domain/log.h"
#include "wire/httpdate.h"
#include "wire/json/jsonparser.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 readBufferBytes = 256 * 1024;

// What a service of either kind calls its reason: OAuth's error, or the detail of contract 2.3.
QString codeIn(const QJsonObject &body)
{
    const QJsonValue error = body.value("error"_L1);
    return (error.isString() ? error : body.value("detail"_L1)).toString().left(100);
}

// A refusal of the service itself, not of something in between, and not one that passes.
bool isMeant(int status)
{
    return status >= 400 && status < 500 && status != 407 && status != 408 && status != 421 && status != 425 && status != 429;
}

} // namespace

IdentityExchange::IdentityExchange(QNetworkAccessManager &network, const IdentityRequest &request, const AuthServices &services,
                                   int patienceMs, QObject *parent)
    : QObject(parent)
    , m_tls(services.tls)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { abort(AbortReason::Timeout); });
    m_patience.start(patienceMs);
    send(network, request);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) { m_sent = m_sent || sent > 0; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        m_refusal = m_tls->refusal(m_reply->url(), m_reply->sslConfiguration().peerCertificate());
        if (m_refusal)
            abort(AbortReason::Untrusted);
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_body += m_reply->readAll();
        if (m_body.size() > maxBodyBytes)
            abort(AbortReason::TooLarge);
    });
    connect(m_reply, &QNetworkReply::finished, this, &IdentityExchange::onReplyFinished);
}

IdentityExchange::~IdentityExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void IdentityExchange::send(QNetworkAccessManager &network, const IdentityRequest &request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setRawHeader("User-Agent", u"%1/%2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()).toUtf8());
    out.setRawHeader("Accept", "application/json");
    if (m_tls->needsConfiguration(request.url))
        out.setSslConfiguration(m_tls->configurationFor(request.url));
    if (!request.bearer.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (request.verb == "GET") {
        m_reply = network.get(out);
    } else if (request.verb == "DELETE") {
        m_reply = network.deleteResource(out);
    } else {
        auto *body = new OneShotBody(request.body); // Qt must not send it twice (M-2, M-3)
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        m_reply = network.post(out, body);
        body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(readBufferBytes);
}

void IdentityExchange::abort(AbortReason reason)
{
    m_reason = reason;
    m_reply->abort(); // emits finished synchronously
}

void IdentityExchange::onReplyFinished()
{
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    m_patience.stop();
    if (m_reason == AbortReason::None)
        m_body += reply->readAll();
    const Result<IdentityAnswer> outcome = read(*reply);
    qCDebug(logAuth) << "sign-in service" << reply->url().host() << (outcome ? outcome->status : outcome.error().httpStatus)
                     << (outcome ? outcome->code : outcome.error().detail);
    deleteLater();
    Q_EMIT finished(outcome, m_reason == AbortReason::Timeout);
}

Result<IdentityAnswer> IdentityExchange::read(const QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = m_reason == AbortReason::None && reply.error() != QNetworkReply::RemoteHostClosedError;
    const Result<QJsonValue> json = wire::parseJson(m_body);
    IdentityAnswer answer;
    answer.status = status;
    answer.date = wire::parseHttpDate(reply.rawHeader("Date")).value_or(QDateTime());
    if (isWhole && isMeant(status)) {
        answer.json = json ? *json : QJsonValue(QJsonValue::Undefined);
        answer.code = codeIn(answer.object());
        return answer;
    }
    if (replySucceeded(reply, m_reason)) {
        if (!json && !m_body.trimmed().isEmpty())
            return Unexpected{captivePortalError({.status = status, .host = reply.url().host()})};
        answer.json = json ? *json : QJsonValue(QJsonValue::Undefined);
        return answer;
    }
    if (m_refusal)
        return Unexpected{*m_refusal};                              // before anything was sent
    Error error = errorFromReply(reply, {}, m_reason, m_tlsErrors); // without the body: it may repeat a secret
    error.outcomeUnknown = m_sent && (status == 0 || (status >= 200 && status < 300) || status == 502 || status == 504);
    return Unexpected{error};
}

} // namespace desk
