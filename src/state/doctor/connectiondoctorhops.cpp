// What the doctor looks at, hop by hop.
#include "state/doctor/connectiondoctor.h"

#include "api/replyerror.h"
#include "state/networksetup.h"
#include "wire/httpdate.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 clockToleranceMs = 120'000;

bool isLoopback(const QUrl &url)
{
    return QHostAddress(url.host()).isLoopback();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

void ConnectionDoctor::checkAddress()
{
    const QUrl &url = m_profile.baseUrl;
    if (!url.isValid() || url.host().isEmpty())
        return conclude(Verdict::Bad, tr("There is no address."), tr("Enter the address of the server in Settings, Profiles."));
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        return conclude(Verdict::Bad, tr("%1 is not encrypted.").arg(url.toString(QUrl::RemoveUserInfo)),
                        tr("Use the https address of the server."));
    conclude(Verdict::Good, url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
}

void ConnectionDoctor::checkProxy()
{
    m_network.prepareProxy(m_profile.baseUrl, m_round.get(), [this, at = m_current] {
        if (m_current == at)
            judgeProxy();
    });
}

void ConnectionDoctor::judgeProxy()
{
    m_proxy = m_network.proxyFor(m_profile.baseUrl);
    if (isLoopback(m_profile.baseUrl))
        conclude(Verdict::Good, tr("None: the server is on this computer."));
    else if (m_proxy.isEmpty())
        conclude(Verdict::Good, tr("None is in between."));
    else
        conclude(Verdict::Good, tr("%1 is in between.", "proxy").arg(m_proxy));
}

void ConnectionDoctor::checkName()
{
    const QString host = m_profile.baseUrl.host();
    if (!QHostAddress(host).isNull())
        return conclude(Verdict::Skipped, tr("The address is a number; no name has to be looked up."));
    if (!m_proxy.isEmpty())
        return conclude(Verdict::Skipped, tr("The proxy looks it up."));
    QObject *round = m_round.get();
    QTimer::singleShot(m_patience.hopMs, round, [this, at = m_current] {
        if (m_current == at)
            conclude(Verdict::Bad, tr("Nobody says where %1 is: the name service does not answer.").arg(m_profile.baseUrl.host()),
                     tr("Check the network connection, or a VPN that this name may need."));
    });
    QHostInfo::lookupHost(host, round, [this, host, at = m_current](const QHostInfo &info) {
        if (m_current != at)
            return;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return conclude(
                Verdict::Bad, tr("No such name: %1.").arg(host),
                tr("Check how the address is spelled, and whether the name is known only inside your company's network (VPN)."));
        conclude(Verdict::Good, tr("%1 is %2.", "name, address").arg(host, info.addresses().constFirst().toString()));
    });
}

void ConnectionDoctor::checkConnection()
{
    const QUrl &url = m_profile.baseUrl;
    auto *socket = new QSslSocket(m_round.get());
    const bool encrypted = url.scheme() == "https"_L1;
    const auto failed = [this, socket, at = m_current](const QString &text, const QString &advice) {
        if (m_current != at)
            return;
        socket->disconnect(this);
        socket->disconnect(m_round.get());
        conclude(Verdict::Bad, text, advice);
    };
    QTimer::singleShot(m_patience.hopMs, socket, [this, socket, failed, url] {
        if (socket->state() == QAbstractSocket::ConnectedState && url.scheme() == "https"_L1)
            return judgeHandshake(tr("the server says nothing."));
        failed(tr("%1 does not answer at port %2.").arg(url.host()).arg(portOf(url)),
               tr("A firewall may be in the way: ask whoever runs the network or the server."));
    });
    connect(socket, &QSslSocket::errorOccurred, m_round.get(), [this, socket, failed](QAbstractSocket::SocketError code) {
        if (code == QAbstractSocket::SslHandshakeFailedError)
            return judgeHandshake(socket->errorString());
        const bool isTheProxys = code == QAbstractSocket::SocketAccessError || code >= QAbstractSocket::ProxyAuthenticationRequiredError;
        const bool proxy = !m_proxy.isEmpty() && isTheProxys;
        if (proxy)
            failed(tr("The proxy %1 does not let us through: %2", "proxy, reason").arg(m_proxy, socket->errorString()),
                   tr("Check the proxy and its sign-in in Settings, Network."));
        else
            failed(tr("No connection: %1.").arg(socket->errorString()),
                   tr("Check that the server runs, and that the port of its address is right."));
    });
    const auto connected = [this, at = m_current] {
        if (m_current != at)
            return;
        conclude(Verdict::Good, tr("The server answers at port %1.").arg(portOf(m_profile.baseUrl)));
    };
    if (!encrypted) {
        socket->setProxy(QNetworkProxy::NoProxy);
        connect(socket, &QSslSocket::connected, m_round.get(), connected);
        socket->connectToHost(url.host(), static_cast<quint16>(portOf(url)));
        return;
    }
    const auto judge = [this, socket, at = m_current](const QList<QSslError> &errors) {
        if (m_current == at)
            judgeCertificate(*socket, errors);
    };
    socket->setSslConfiguration(m_network.tlsRules()->configurationFor(url));
    connect(socket, &QSslSocket::encrypted, m_round.get(), [judge] { judge({}); });
    connect(socket, &QSslSocket::sslErrors, m_round.get(), judge); // nothing is ignored: the connection ends by itself
    socket->setProxy(QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy));
    socket->connectToHostEncrypted(url.host(), static_cast<quint16>(portOf(url)));
}

// After errors of the certificate it has been judged already. Else the two do not speak the same language.
void ConnectionDoctor::judgeHandshake(const QString &reason)
{
    if (m_current < 0 || m_findings.at(m_current).hop != Hop::Connection)
        return;
    m_findings[m_current].verdict = Verdict::Good;
    m_findings[m_current].text = tr("The server answers at port %1.").arg(portOf(m_profile.baseUrl));
    Q_EMIT findingChanged(m_current);
    ++m_current;
    m_findings[m_current].verdict = Verdict::Running;
    conclude(
        Verdict::Bad, tr("No encrypted connection comes about: %1").arg(reason),
        tr("Check that the server speaks https at this port. It may know only outdated versions of TLS, or want to see a certificate of "
           "yours: ask whoever runs it."));
}

// Two hops over one connection: that there is one is known when it shows its certificate.
void ConnectionDoctor::judgeCertificate(const QSslSocket &socket, const QList<QSslError> &errors)
{
    Finding &connection = m_findings[m_current];
    connection.verdict = Verdict::Good;
    connection.text = tr("The server answers at port %1.").arg(portOf(m_profile.baseUrl));
    Q_EMIT findingChanged(m_current);
    ++m_current;
    m_findings[m_current].verdict = Verdict::Running;
    QStringList chain;
    const QList<QSslCertificate> certificates = socket.peerCertificateChain();
    for (const QSslCertificate &certificate : certificates)
        chain.append(tr("%1, issued by %2, %3 to %4", "subject, issuer, dates")
                         .arg(certificate.subjectDisplayName(), certificate.issuerDisplayName(),
                              QLocale().toString(certificate.effectiveDate().date(), QLocale::ShortFormat),
                              QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat)));
    if (errors.isEmpty()) {
        if (const std::optional<Error> refusal = m_network.tlsRules()->refusal(m_profile.baseUrl, socket.peerCertificate()))
            return conclude(Verdict::Bad, refusal->message + u'\n' + chain.join(u'\n'), refusal->nextStep);
        return conclude(Verdict::Good, chain.join(u'\n'));
    }
    QStringList reasons;
    bool isUnknown = false;
    for (const QSslError &error : errors) {
        reasons.append(error.errorString());
        isUnknown = isUnknown || error.error() == QSslError::UnableToGetLocalIssuerCertificate ||
                    error.error() == QSslError::SelfSignedCertificateInChain || error.error() == QSslError::SelfSignedCertificate ||
                    error.error() == QSslError::UnableToVerifyFirstCertificate || error.error() == QSslError::CertificateUntrusted;
    }
    reasons.removeDuplicates();
    conclude(
        Verdict::Bad, reasons.join(u' ') + u'\n' + chain.join(u'\n'),
        isUnknown
            ? tr("If your company's network looks into encrypted connections, add its certificate in Settings, Network. Otherwise tell "
                 "whoever runs the server.")
            : tr("Tell whoever runs the server. Check the clock of this computer, too."));
}

// Any answer shows that something is there: no token is sent, so that most are refusals.
void ConnectionDoctor::checkServer(Hop hop, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(m_patience.hopMs);
    if (m_network.tlsRules()->needsConfiguration(url))
        request.setSslConfiguration(m_network.tlsRules()->configurationFor(url));
    QNetworkReply *reply = m_manager->get(request);
    reply->setReadBufferSize(64 * 1024); // the head is enough, whatever follows it
    const auto judge = [this, reply, hop, url, at = m_current] {
        if (m_current != at || !m_round)
            return;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0) {
            const bool isLate = reply->error() == QNetworkReply::OperationCanceledError;
            return conclude(Verdict::Bad, isLate ? tr("It does not answer in time.") : tr("No answer: %1.").arg(reply->errorString()),
                            tr("Check that the service runs; ask whoever runs it."));
        }
        if (hop == Hop::Server)
            m_date = reply->rawHeader("date");
        const QString type = reply->header(QNetworkRequest::ContentTypeHeader).toString();
        if (status >= 500)
            return conclude(Verdict::Doubtful, tr("It answers, and says that it has a problem (%1).").arg(status),
                            tr("Try again in a moment; if it stays, tell whoever runs it."));
        if (status >= 300 && status < 400)
            return conclude(Verdict::Doubtful,
                            tr("It sends us elsewhere, to %1.", "%1 host").arg(redirectHost(url, reply->rawHeader("location"))),
                            tr("Check the address, its path too; ask whoever runs the server for the right one."));
        if (hop == Hop::Server && type.startsWith("text/html"_L1))
            return conclude(Verdict::Doubtful, tr("A web page answers, not an agent server."),
                            tr("Perhaps the network wants you to sign in: open a browser. Else check the path of the address."));
        conclude(Verdict::Good, tr("It answers (%1).", "HTTP status").arg(status));
    };
    connect(reply, &QNetworkReply::metaDataChanged, m_round.get(), judge);
    connect(reply, &QNetworkReply::finished, m_round.get(), judge);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void ConnectionDoctor::checkStreaming()
{
    m_probe = m_network.makeStreamProbe(m_profile.baseUrl);
    if (!m_probe)
        return conclude(Verdict::Skipped, tr("Sign in first: only then there is something to watch."));
    connect(m_probe.get(), &StreamProbe::finished, m_round.get(), [this](StreamProbe::Outcome outcome) { judgeStreaming(outcome); });
    m_findings[m_current].text = tr("This takes half a minute.");
    Q_EMIT findingChanged(m_current);
    m_probe->start();
}

void ConnectionDoctor::judgeStreaming(StreamProbe::Outcome outcome)
{
    switch (outcome) {
    case StreamProbe::Outcome::NoRun:
        return conclude(Verdict::Skipped, tr("There is no run to watch yet. Ask an agent something, then examine again."));
    case StreamProbe::Outcome::Refused:
        return conclude(Verdict::Doubtful, m_probe->error().message, m_probe->error().nextStep);
    case StreamProbe::Outcome::HeldBack:
        return conclude(Verdict::Bad,
                        tr("The connection stands, but what the server sends does not arrive as it is sent: something in between "
                           "collects it. Answers come late, and all at once."),
                        tr("Ask whoever runs the proxy or the gateway to switch buffering off for event streams (text/event-stream)."));
    case StreamProbe::Outcome::CutOff:
        return conclude(
            Verdict::Bad, tr("The connection was cut after %n second(s).", nullptr, static_cast<int>(m_probe->afterMs() / 1000)),
            tr("Ask whoever runs the proxy or the gateway to let event streams stand for ten minutes at least, also quiet ones."));
    case StreamProbe::Outcome::Whole:
        return conclude(Verdict::Good,
                        tr("The events of a run arrive. Examine again while a run is going on: only then it can be seen whether they "
                           "arrive at once."));
    case StreamProbe::Outcome::Flows:
        return conclude(Verdict::Good, tr("Events arrive as they are sent, and quiet connections stand."));
    }
}

void ConnectionDoctor::judgeClock(const QByteArray &date)
{
    const std::optional<QDateTime> theirs = wire::parseHttpDate(date);
    if (!theirs)
        return conclude(Verdict::Skipped, tr("The server does not tell the time."));
    const qint64 apart = theirs->msecsTo(QDateTime::currentDateTimeUtc());
    if (qAbs(apart) <= clockToleranceMs)
        return conclude(Verdict::Good, tr("This computer and the server agree on the time."));
    const QString text =
        apart > 0 ? tr("The clock of this computer is %n minute(s) ahead of the server's.", nullptr, static_cast<int>(apart / 60'000))
                  : tr("The clock of this computer is %n minute(s) behind the server's.", nullptr, static_cast<int>(-apart / 60'000));
    conclude(Verdict::Doubtful, text, tr("Let the system set the clock by itself: sign-ins and certificates depend on it."));
}

} // namespace desk
