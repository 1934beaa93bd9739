#include "api/errortexts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::Errors)
};

QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName) + certificate.issuerInfo(QSslCertificate::Organization);
    return names.isEmpty() ? Texts::tr("an unnamed issuer") : names.constFirst();
}

QString day(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

Wording wordingForStatus(int status, const QString &host)
{
    switch (status) {
    case 400:
    case 422:
        return {Error::Kind::Invalid, Texts::tr("The server did not accept the input."),
                Texts::tr("Correct the marked fields and try again.")};
    case 401:
        return {Error::Kind::Unauthorized, Texts::tr("The server does not accept the access token."),
                Texts::tr("Sign in from the Profile menu, then try again.")};
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

Wording wordingForNetwork(QNetworkReply::NetworkError code, const QString &host, const QString &proxy)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Dns, Texts::tr("The host %1 was not found.").arg(host), Texts::tr("Check the address and your network.")};
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Offline, Texts::tr("%1 refused the connection; the server is probably not running.").arg(host),
                Texts::tr("Start the server or check the address.")};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return {Error::Kind::Proxy,
                proxy.isEmpty() ? Texts::tr("The network proxy does not answer.")
                                : Texts::tr("The network proxy %1 does not answer.").arg(proxy),
                Texts::tr("Check the proxy settings of this computer, or ask your administrator.")};
    case QNetworkReply::ProxyConnectionClosedError: // what a 407 with NTLM or Negotiate looks like (M-14)
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Error::Kind::Proxy,
                proxy.isEmpty() ? Texts::tr("The network proxy wants a sign-in.")
                                : Texts::tr("The network proxy %1 wants a sign-in.").arg(proxy),
                Texts::tr("Sign in to the proxy, or ask your administrator to let %1 through.").arg(host)};
    case QNetworkReply::UnknownProxyError:
        return {Error::Kind::Proxy,
                proxy.isEmpty() ? Texts::tr("The network proxy did not connect to %1.").arg(host)
                                : Texts::tr("The network proxy %2 did not connect to %1.", "%1 host, %2 proxy").arg(host, proxy),
                Texts::tr("Sign in to the proxy, or ask your administrator to let %1 through.").arg(host)};
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

Wording wordingForTls(const QList<QSslError> &errors, const QString &host)
{
    if (errors.isEmpty())
        return {Error::Kind::Tls, Texts::tr("No secure connection to %1 could be agreed on.").arg(host),
                Texts::tr("Check that the server speaks https at this address; it may know only an outdated version of TLS, or want to "
                          "see a certificate of yours.")};
    const QSslError &first = errors.constFirst();
    const QSslCertificate certificate = first.certificate();
    Wording out{Error::Kind::Tls, Texts::tr("No secure connection to %1: its certificate was not accepted.").arg(host),
                Texts::tr("Ask your administrator for the right certificate.")};
    switch (first.error()) {
    case QSslError::CertificateExpired:
        out.message = Texts::tr("The certificate of %1, issued by %2, expired on %3.", "%1 host, %2 issuer, %3 date")
                          .arg(host, issuerOf(certificate), day(certificate.expiryDate()));
        out.nextStep = Texts::tr("The server's operators must renew it. Check also that the clock of this computer is right.");
        break;
    case QSslError::CertificateNotYetValid:
        out.message = Texts::tr("The certificate of %1, issued by %2, is valid only from %3.", "%1 host, %2 issuer, %3 date")
                          .arg(host, issuerOf(certificate), day(certificate.effectiveDate()));
        out.nextStep = Texts::tr("Check that the clock of this computer is right.");
        break;
    case QSslError::HostNameMismatch:
        out.message =
            Texts::tr("The certificate of %1 was issued by %2 for another name.", "%1 host, %2 issuer").arg(host, issuerOf(certificate));
        out.nextStep = Texts::tr("Check the server address in Settings.");
        break;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        out.message = Texts::tr("The certificate of %1 was issued by %2, which this computer does not trust.", "%1 host, %2 issuer")
                          .arg(host, issuerOf(certificate));
        out.nextStep = Texts::tr("Ask your administrator for the certificate of your company's authority.");
        break;
    default:
        break;
    }
    return out;
}

std::optional<Wording> wordingForTlsAlert(const QString &report, const QString &host)
{
    if (report.contains("alert certificate required"_L1) || report.contains("No required SSL certificate was sent"_L1)) // nginx, with 400
        return Wording{Error::Kind::Tls, Texts::tr("%1 wants to see a certificate of yours.").arg(host),
                       Texts::tr("Choose it in Settings, Profiles, Edit. Your IT department gives it to you.")};
    for (const QLatin1StringView alert :
         {"alert bad certificate"_L1, "alert unknown ca"_L1, "alert certificate unknown"_L1, "alert certificate expired"_L1,
          "alert certificate revoked"_L1, "alert unsupported certificate"_L1, "The SSL certificate error"_L1}) {
        if (report.contains(alert))
            return Wording{
                Error::Kind::Tls, Texts::tr("%1 does not accept your certificate.").arg(host),
                Texts::tr("It may have expired: ask your IT department for a new one, and choose it in Settings, Profiles, Edit.")};
    }
    return {};
}

} // namespace desk
