#include "state/doctor/connectiondoctor.h"

#include "domain/log.h"
#include "state/networksetup.h"
#include "wire/httpdate.h"

#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>
#include <QHostInfo>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslSocket>
#include <QTimer>

#include <utility>

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

ConnectionDoctor::ConnectionDoctor(NetworkSetup &network, const Patience &patience, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_patience(patience)
{
}

ConnectionDoctor::~ConnectionDoctor() = default;

void ConnectionDoctor::examine(const Profile &profile)
{
    cancel();
    m_profile = profile;
    m_proxy.clear();
    m_date.clear();
    m_findings = {{Hop::Address, Verdict::Waiting, tr("Address"), {}, {}},
                  {Hop::Proxy, Verdict::Waiting, tr("Proxy"), {}, {}},
                  {Hop::Name, Verdict::Waiting, tr("Name of the server"), {}, {}},
                  {Hop::Connection, Verdict::Waiting, tr("Connection"), {}, {}},
                  {Hop::Certificate, Verdict::Waiting, tr("Certificate"), {}, {}},
                  {Hop::Server, Verdict::Waiting, tr("Agent server"), {}, {}},
                  {Hop::Clock, Verdict::Waiting, tr("Clock"), {}, {}},
                  {Hop::SignIn, Verdict::Waiting, tr("Sign-in service"), {}, {}}};
    m_current = -1;
    m_round = std::make_unique<QObject>();
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    next();
}

void ConnectionDoctor::cancel()
{
    if (!m_round)
        return;
    for (Finding &finding : m_findings) {
        if (finding.verdict == Verdict::Running || finding.verdict == Verdict::Waiting)
            finding.verdict = Verdict::Skipped;
    }
    end();
}

void ConnectionDoctor::end()
{
    m_current = -1;                   // whatever still comes is not looked at
    m_round.release()->deleteLater(); // this may be in a slot of one of its sockets
    if (m_manager)
        m_manager.release()->deleteLater();
    Q_EMIT finished();
}

void ConnectionDoctor::next()
{
    if (++m_current >= m_findings.size())
        return end();
    m_findings[m_current].verdict = Verdict::Running;
    Q_EMIT findingChanged(m_current);
    switch (m_findings.at(m_current).hop) {
    case Hop::Address:
        return checkAddress();
    case Hop::Proxy:
        return checkProxy();
    case Hop::Name:
        return checkName();
    case Hop::Connection:
        return checkConnection();
    case Hop::Certificate:
        return conclude(Verdict::Skipped, tr("The connection is not encrypted, and does not leave this computer."));
    case Hop::Server:
        return checkServer(Hop::Server, m_profile.baseUrl);
    case Hop::Clock:
        return judgeClock(m_date);
    case Hop::SignIn:
        if (m_profile.identityUrl.isEmpty())
            return conclude(Verdict::Skipped, tr("This profile signs in without one."));
        return checkServer(Hop::SignIn, m_profile.identityUrl);
    }
}

void ConnectionDoctor::conclude(Verdict verdict, const QString &text, const QString &advice)
{
    Finding &finding = m_findings[m_current];
    if (finding.verdict != Verdict::Running)
        return; // an answer comes in several parts
    finding.verdict = verdict;
    finding.text = text;
    finding.advice = advice;
    Q_EMIT findingChanged(m_current);
    if (!m_round)
        return; // somebody has cancelled
    const bool goesOn = verdict != Verdict::Bad || finding.hop == Hop::Server || finding.hop == Hop::Clock || finding.hop == Hop::SignIn;
    if (!goesOn) { // what lies behind cannot be told apart from this
        for (int i = m_current + 1; i < m_findings.size(); ++i) {
            m_findings[i].verdict = Verdict::Skipped;
            Q_EMIT findingChanged(i);
        }
        return end();
    }
    QTimer::singleShot(0, m_round.get(), [this] { next(); });
}

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
    QTimer::singleShot(m_patience.hopMs, socket, [failed, url] {
        failed(tr("%1 does not answer at port %2.").arg(url.host()).arg(portOf(url)),
               tr("A firewall may be in the way: ask whoever runs the network or the server."));
    });
    connect(socket, &QSslSocket::errorOccurred, m_round.get(), [this, socket, failed](QAbstractSocket::SocketError code) {
        if (code == QAbstractSocket::SslHandshakeFailedError)
            return; // the certificate's turn
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
    if (isLoopback(url))
        m_manager->setProxy(QNetworkProxy::NoProxy);
    QNetworkReply *reply = m_manager->get(request);
    reply->setReadBufferSize(64 * 1024); // the head is enough, whatever follows it
    const auto judge = [this, reply, hop, at = m_current] {
        if (m_current != at || !m_round)
            return;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0)
            return conclude(Verdict::Bad, tr("No answer: %1.").arg(reply->errorString()),
                            tr("Check that the service runs; ask whoever runs it."));
        if (hop == Hop::Server)
            m_date = reply->rawHeader("date");
        const QString type = reply->header(QNetworkRequest::ContentTypeHeader).toString();
        if (status >= 500)
            return conclude(Verdict::Doubtful, tr("It answers, and says that it has a problem (%1).").arg(status),
                            tr("Try again in a moment; if it stays, tell whoever runs it."));
        if (hop == Hop::Server && type.startsWith("text/html"_L1) && status < 400)
            return conclude(Verdict::Doubtful, tr("A web page answers, not an agent server."),
                            tr("Perhaps the network wants you to sign in: open a browser. Else check the path of the address."));
        conclude(Verdict::Good, tr("It answers (%1).", "HTTP status").arg(status));
    };
    connect(reply, &QNetworkReply::metaDataChanged, m_round.get(), judge);
    connect(reply, &QNetworkReply::finished, m_round.get(), judge);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

QString ConnectionDoctor::report() const
{
    static const QHash<Verdict, QString> words{{Verdict::Waiting, u"waiting"_s}, {Verdict::Running, u"running"_s},
                                               {Verdict::Good, u"good"_s},       {Verdict::Doubtful, u"doubtful"_s},
                                               {Verdict::Bad, u"bad"_s},         {Verdict::Skipped, u"skipped"_s}};
    QStringList lines;
    for (const Finding &finding : m_findings) {
        lines.append(u"[%1] %2: %3"_s.arg(words.value(finding.verdict), finding.title, finding.text));
        if (!finding.advice.isEmpty())
            lines.append(u"    -> "_s + finding.advice);
    }
    return redact(lines.join(u'\n'));
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
