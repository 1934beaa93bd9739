#include "api/replyerror.h"

#include "api/errortexts.h"
#include "domain/log.h"
#include "wire/httpdate.h"
#include "wire/problem.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxDetailLength = 4096;

// A server may repeat what it was sent: a validation error holds the refused input (contract 1.7), which may be a key.
QString detailOf(const HttpFailure &failure)
{
    // Cut twice, so that a secret cut in two by the first does not reach the end of the second.
    return redact(QString::fromUtf8(failure.body.left(4 * maxDetailLength))).left(maxDetailLength);
}

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::Errors)
};

Error fromWording(const Wording &wording)
{
    Error error;
    error.kind = wording.kind;
    error.message = wording.message;
    error.nextStep = wording.nextStep;
    return error;
}

// "proxy.example.com:3128", so that the user knows whom to ask (FI-25); empty where none is in between.
QString proxyFor(const QString &host)
{
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback()) // bypasses every proxy (HTTP-25)
        return {};
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    const QNetworkProxy proxy = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0);
    return proxy.hostName().isEmpty() ? QString() : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

QString describe(const QSslCertificate &certificate)
{
    return u"%1, issued by %2, valid from %3 to %4"_s.arg(certificate.subjectDisplayName(), certificate.issuerDisplayName(),
                                                          certificate.effectiveDate().toUTC().toString(Qt::ISODate),
                                                          certificate.expiryDate().toUTC().toString(Qt::ISODate));
}

Error networkError(QNetworkReply::NetworkError code, const QString &detail, const QString &host, const QList<QSslError> &tlsErrors)
{
    const QString proxy = proxyFor(host);
    // Qt has no code for most of what a proxy may say; what went wrong behind a tunnel it tells apart.
    const bool fromProxy = code == QNetworkReply::UnknownNetworkError && !proxy.isEmpty();
    const std::optional<Wording> alert = tlsErrors.isEmpty() ? wordingForTlsAlert(detail, host) : std::nullopt;
    Error error = fromWording(alert ? *alert
                              : code == QNetworkReply::SslHandshakeFailedError
                                  ? wordingForTls(tlsErrors, host)
                                  : wordingForNetwork(fromProxy ? QNetworkReply::UnknownProxyError : code, host, proxy));
    error.detail = detail;
    for (const QSslError &tls : tlsErrors) {
        error.detail += "; "_L1 + tls.errorString();
        if (!tls.certificate().isNull())
            error.detail += " ("_L1 + describe(tls.certificate()) + u')';
    }
    return error;
}

QNetworkReply::NetworkError toNetworkError(QAbstractSocket::SocketError code)
{
    switch (code) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

HttpFailure failureOf(const QNetworkReply &reply, const QByteArray &body)
{
    return {reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            body,
            reply.rawHeader("Content-Type"),
            reply.rawHeader("Retry-After"),
            reply.rawHeader("Date"),
            reply.url().host(),
            reply.request().rawHeader("X-Request-Id"),
            redirectHost(reply.url(), reply.rawHeader("Location"))};
}

} // namespace

QString redirectHost(const QUrl &from, const QByteArray &location)
{
    const QUrl target = from.resolved(QUrl(QString::fromUtf8(location), QUrl::StrictMode));
    return location.isEmpty() ? QString() : target.host(QUrl::FullyEncoded); // not as it looks: it may look like another's
}

bool replySucceeded(const QNetworkReply &reply, AbortReason reason)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reason == AbortReason::None && reply.error() == QNetworkReply::NoError && status >= 200 && status < 300;
}

Error errorFromReply(const QNetworkReply &reply, const QByteArray &body, AbortReason reason, const QList<QSslError> &tlsErrors)
{
    const HttpFailure failure = failureOf(reply, body);
    if ((reason == AbortReason::None || reason == AbortReason::EnoughRead) && failure.status >= 300)
        return errorFromStatus(failure);
    Error error;
    if (reason != AbortReason::None)
        error = errorForAbort(reason, failure.host);
    else if (reply.error() == QNetworkReply::OperationCanceledError)
        error = errorForAbort(AbortReason::Timeout, failure.host); // Qt's own time-out: an abort of ours has a reason
    else
        error = networkError(reply.error(), reply.errorString(), failure.host, tlsErrors);
    error.httpStatus = failure.status;
    error.requestId = QString::fromLatin1(failure.requestId);
    return error;
}

Error errorFromStatus(const HttpFailure &failure)
{
    const wire::Problem problem = wire::parseProblem(failure.body, failure.contentType);
    const auto namesToken = [](const FieldError &field) { return field.path == "authorization"_L1; };
    // The team server's answer to a request without a token is a validation error (contract 1.7).
    const bool tokenMissing = failure.status == 422 && std::any_of(problem.fields.cbegin(), problem.fields.cend(), namesToken);
    const std::optional<Wording> alert =
        failure.status == 400 && problem.looksLikeHtml ? wordingForTlsAlert(QString::fromUtf8(failure.body), failure.host) : std::nullopt;
    Error error = fromWording(alert ? *alert : wordingForStatus(tokenMissing ? 401 : failure.status, failure.host));
    if (!problem.detail.isEmpty() && !problem.looksLikeHtml && !tokenMissing)
        error.message = redact(problem.detail);
    if (failure.status >= 300 && failure.status < 400 && !failure.redirectedTo.isEmpty())
        error.message = Texts::tr("The server wanted to redirect the request to %1; that is not allowed.").arg(failure.redirectedTo);
    error.code = redact(problem.type);
    error.asked = problem.asked;
    error.fields = problem.fields;
    for (FieldError &field : error.fields)
        field.message = redact(field.message);
    error.detail = detailOf(failure);
    error.httpStatus = failure.status;
    error.requestId = QString::fromLatin1(failure.requestId);
    error.retryAfterMs = wire::retryAfterMs(failure.retryAfter, failure.date);
    return error;
}

Error errorFromSocket(QAbstractSocket::SocketError code, const QString &detail, const QString &host, const QList<QSslError> &tlsErrors)
{
    return networkError(toNetworkError(code), detail, host, tlsErrors);
}

Error errorForAbort(AbortReason reason, const QString &host)
{
    switch (reason) {
    case AbortReason::User:
    case AbortReason::Superseded:
        return fromWording({Error::Kind::Cancelled, Texts::tr("Cancelled."), {}});
    case AbortReason::TooLarge:
        return fromWording({Error::Kind::Protocol, Texts::tr("The answer of %1 was too large and was cut off.").arg(host),
                            Texts::tr("Ask for less at a time.")});
    case AbortReason::ConnectTimeout:
        if (const QString proxy = proxyFor(host); !proxy.isEmpty()) // Qt waits for ever for one that hangs up on a CONNECT
            return fromWording(wordingForNetwork(QNetworkReply::UnknownProxyError, host, proxy));
        return fromWording({Error::Kind::Timeout, Texts::tr("No connection to %1 came about in time.").arg(host),
                            Texts::tr("Check your network and the server address, then try again.")});
    case AbortReason::DiskFailed:
        return storageError({}, {});
    default:
        return fromWording({Error::Kind::Timeout, Texts::tr("%1 did not answer in time.").arg(host), Texts::tr("Try again.")});
    }
}

Error captivePortalError(const HttpFailure &failure)
{
    Error error = protocolError(failure.host, detailOf(failure));
    error.message = Texts::tr("A web page came back in place of the answer of %1.").arg(failure.host);
    error.nextStep =
        Texts::tr("If this network has a sign-in page, open it in the browser; otherwise check the server address in Settings.");
    error.httpStatus = failure.status;
    error.requestId = QString::fromLatin1(failure.requestId);
    return error;
}

Error notAStreamError(const HttpFailure &failure)
{
    const wire::Problem problem = wire::parseProblem(failure.body, failure.contentType);
    Error error = protocolError(failure.host, detailOf(failure));
    error.message = problem.isJson && !problem.detail.isEmpty()
                        ? redact(problem.detail)
                        : Texts::tr("The server answered with something other than an event stream.");
    error.nextStep = Texts::tr("Check the server address in Settings; a network sign-in page may be in the way.");
    error.httpStatus = failure.status;
    error.requestId = QString::fromLatin1(failure.requestId);
    return error;
}

Error protocolError(const QString &host, const QString &detail)
{
    Error error = fromWording(wordingForNetwork(QNetworkReply::ProtocolFailure, host));
    error.detail = detail;
    return error;
}

Error storageError(const QString &path, const QString &detail)
{
    Error error =
        fromWording({Error::Kind::Storage,
                     path.isEmpty() ? Texts::tr("The file could not be written.") : Texts::tr("%1 could not be written.").arg(path),
                     Texts::tr("Check that there is room on the disk and that you may write there.")});
    error.detail = detail;
    return error;
}

Error unreadableError(const QString &name, const QString &detail)
{
    return fromWording({Error::Kind::Storage, Texts::tr("%1 cannot be read: %2.").arg(name, detail),
                        Texts::tr("Check that the file exists and that you may read it.")});
}

} // namespace desk
