#include "api/replyerror.h"

#include "wire/httpdate.h"
#include "wire/problem.h"

#include <QCoreApplication>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::Errors)
};

struct Wording {
    Error::Kind kind;
    QString message;
    QString nextStep;
};

Wording wordingForStatus(int status, const QString &host)
{
    switch (status) {
    case 400:
    case 422:
        return {Error::Kind::Invalid, Texts::tr("The server did not accept the input."),
                Texts::tr("Correct the marked fields and try again.")};
    case 401:
        return {Error::Kind::Unauthorized, Texts::tr("The server does not accept the access token."),
                Texts::tr("Enter a valid token in Settings.")};
    case 403:
        return {Error::Kind::Forbidden, Texts::tr("You have no permission for this."), Texts::tr("Ask an administrator of the server.")};
    case 404:
    case 410:
        return {Error::Kind::NotFound, Texts::tr("This no longer exists on the server."), Texts::tr("Refresh the list.")};
    case 409:
    case 412:
        return {Error::Kind::Conflict, Texts::tr("Somebody changed this in the meantime."), Texts::tr("Refresh and try again.")};
    case 413:
        return {Error::Kind::Invalid, Texts::tr("This is too large for the server."), Texts::tr("Use a smaller file or less text.")};
    case 408:
        return {Error::Kind::Timeout, Texts::tr("The server waited too long for the request."), Texts::tr("Try again.")};
    case 429:
        return {Error::Kind::RateLimited, Texts::tr("The server asks for a pause: too many requests."), Texts::tr("Try again later.")};
    case 502:
    case 504:
        return {Error::Kind::Gateway, Texts::tr("A gateway in front of %1 did not get an answer.").arg(host),
                Texts::tr("Try again in a moment.")};
    case 503:
        return {Error::Kind::Unavailable, Texts::tr("%1 is not available right now.").arg(host), Texts::tr("Try again in a moment.")};
    default:
        break;
    }
    if (status >= 500)
        return {Error::Kind::Server, Texts::tr("The server failed on this request (status %1).").arg(status),
                Texts::tr("Try again; if it stays so, give the request id to the server's operators.")};
    if (status >= 300 && status < 400)
        return {Error::Kind::Protocol, Texts::tr("The server wanted to redirect the request elsewhere; that is not allowed."),
                Texts::tr("Check the server address in Settings.")};
    return {Error::Kind::Protocol, Texts::tr("The server answered with the unexpected status %1.").arg(status),
            Texts::tr("Check the server address in Settings.")};
}

Wording wordingForNetwork(QNetworkReply::NetworkError code, const QString &host)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Dns, Texts::tr("The host %1 was not found.").arg(host), Texts::tr("Check the address and your network.")};
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Offline, Texts::tr("%1 refused the connection; the server is probably not running.").arg(host),
                Texts::tr("Start the server or check the address.")};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Kind::Tls, Texts::tr("No secure connection to %1: its certificate was not accepted.").arg(host),
                Texts::tr("Ask your administrator for the right certificate.")};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Error::Kind::Proxy, Texts::tr("The network proxy did not let the request through."),
                Texts::tr("Check the proxy of your system.")};
    case QNetworkReply::TimeoutError:
        return {Error::Kind::Timeout, Texts::tr("%1 did not answer in time.").arg(host), Texts::tr("Try again.")};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return {Error::Kind::Protocol, Texts::tr("The answer of %1 could not be understood.").arg(host),
                Texts::tr("Check the server address.")};
    default:
        return {Error::Kind::Offline, Texts::tr("The connection to %1 broke.").arg(host), Texts::tr("Check your network and try again.")};
    }
}

Error abortError(AbortReason reason, const QString &host)
{
    Error error;
    if (reason == AbortReason::User) {
        error.kind = Error::Kind::Cancelled;
        error.message = Texts::tr("Cancelled.");
    } else if (reason == AbortReason::TooLarge) {
        error.kind = Error::Kind::Protocol;
        error.message = Texts::tr("The answer of %1 was too large and was cut off.").arg(host);
        error.nextStep = Texts::tr("Ask for less at a time.");
    } else {
        error.kind = Error::Kind::Timeout;
        error.message = Texts::tr("%1 did not answer in time.").arg(host);
        error.nextStep = Texts::tr("Try again.");
    }
    return error;
}

} // namespace

bool replySucceeded(const QNetworkReply &reply, AbortReason reason)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reason == AbortReason::None && reply.error() == QNetworkReply::NoError && status >= 200 && status < 300;
}

Error errorFromReply(const QNetworkReply &reply, const QByteArray &body, AbortReason reason)
{
    const QString host = reply.url().host();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    Error error;
    if (reason != AbortReason::None) {
        error = abortError(reason, host);
    } else if (reply.error() == QNetworkReply::OperationCanceledError) {
        error = abortError(AbortReason::Timeout, host); // Qt's transfer time-out: an abort of ours has a reason
    } else if (status >= 300) {
        Wording wording = wordingForStatus(status, host);
        const wire::Problem problem = wire::parseProblem(body, reply.rawHeader("Content-Type"));
        error.kind = wording.kind;
        error.message = problem.detail.isEmpty() || problem.looksLikeHtml ? wording.message : problem.detail;
        error.nextStep = wording.nextStep;
        error.fields = problem.fields;
        error.detail = QString::fromUtf8(body.left(4096));
    } else {
        Wording wording = wordingForNetwork(reply.error(), host);
        error.kind = wording.kind;
        error.message = wording.message;
        error.nextStep = wording.nextStep;
        error.detail = reply.errorString();
    }
    error.httpStatus = status;
    error.requestId = QString::fromLatin1(reply.request().rawHeader("X-Request-Id"));
    error.retryAfterMs = wire::retryAfterMs(reply.rawHeader("Retry-After"), reply.rawHeader("Date"));
    return error;
}

} // namespace desk
