#include "state/networksetup.h"

#include "api/network/companycertificates.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "auth/secretstore.h"
#include "domain/log.h"
#include "domain/profile.h"
#include "state/doctor/streamprobe.h"
#include "state/settings.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString secretKey(const QString &proxy)
{
    return u"proxy:"_s + proxy;
}

NetworkSettings::ProxyMode modeFrom(const QString &text)
{
    if (text == "manual"_L1)
        return NetworkSettings::ProxyMode::Manual;
    return text == "none"_L1 ? NetworkSettings::ProxyMode::None : NetworkSettings::ProxyMode::System;
}

QString textOf(NetworkSettings::ProxyMode mode)
{
    if (mode == NetworkSettings::ProxyMode::Manual)
        return u"manual"_s;
    return mode == NetworkSettings::ProxyMode::None ? u"none"_s : u"system"_s;
}

} // namespace

NetworkSetup::NetworkSetup(Settings &settings, SecretStore &secrets, Transport &transport, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_transport(transport)
    , m_rules(std::make_shared<ProxyRules>())
    , m_tls(std::make_shared<TlsRules>())
{
}

void NetworkSetup::start()
{
    ProxyRules::install(m_rules);
    m_transport.setTlsRules(m_tls);
    apply(settings());
}

NetworkSettings NetworkSetup::settings() const
{
    constexpr int maxPort = 65535;
    const QVariantMap map = isManaged() ? m_policy : m_settings.value(Settings::Key::Network).toMap();
    NetworkSettings out;
    out.mode = modeFrom(map.value(u"proxy"_s).toString());
    out.proxyHost = map.value(u"proxyHost"_s).toString();
    if (const int port = map.value(u"proxyPort"_s).toInt(); port > 0 && port <= maxPort)
        out.proxyPort = port;
    out.socks = map.value(u"socks"_s).toBool();
    out.caFile = map.value(u"caFile"_s).toString();
    out.caFingerprint = map.value(u"caFingerprint"_s).toString().toLatin1();
    if (isManaged() && !out.caFile.isEmpty()) { // whoever could write the policy could write anything
        const Result<CompanyCertificates::Bundle> bundle = CompanyCertificates::read(out.caFile);
        out.caFingerprint = bundle ? bundle->fingerprint : QByteArray();
    }
    return out;
}

void NetworkSetup::change(const NetworkSettings &settings)
{
    if (isManaged())
        return;
    QVariantMap map = m_settings.value(Settings::Key::Network).toMap();
    map.insert(u"proxy"_s, textOf(settings.mode));
    map.insert(u"proxyHost"_s, settings.proxyHost);
    map.insert(u"proxyPort"_s, settings.proxyPort);
    map.insert(u"socks"_s, settings.socks);
    map.insert(u"caFile"_s, settings.caFile);
    map.insert(u"caFingerprint"_s, QString::fromLatin1(settings.caFingerprint));
    m_settings.set(Settings::Key::Network, map);
    apply(settings);
    makeConnectionsAnew();
    Q_EMIT changed();
}

void NetworkSetup::alsoFor(Transport &transport)
{
    m_others.append(&transport);
    transport.setTlsRules(m_tls);
}

void NetworkSetup::makeConnectionsAnew()
{
    m_transport.giveUpConnections(&m_transport.rest());
    m_transport.reconnectNow();
    for (Transport *other : std::as_const(m_others)) {
        other->giveUpConnections(&other->rest());
        other->reconnectNow();
    }
}

void NetworkSetup::apply(const NetworkSettings &settings)
{
    m_rules->setSettings(settings);
    const Result<> certificates = CompanyCertificates::apply(settings);
    m_certificateProblem = certificates ? std::nullopt : std::optional(certificates.error());
    if (m_certificateProblem)
        qCWarning(logState) << "company certificates:" << m_certificateProblem->message;
}

std::unique_ptr<StreamProbe> NetworkSetup::makeStreamProbe(const QUrl &server) const
{
    if (m_transport.baseUrl() != server || m_transport.tokens().bearer().isEmpty())
        return {};
    return std::make_unique<StreamProbe>(m_transport);
}

void NetworkSetup::prepareProxy(const QUrl &server, QObject *context, std::function<void()> done) const
{
    m_rules->prepare(server, context, std::move(done));
}

QJsonObject NetworkSetup::forLocalServer() const
{
    const NetworkSettings now = settings();
    QJsonObject out{{u"proxy"_s, textOf(now.mode)}};
    if (now.mode == NetworkSettings::ProxyMode::Manual) {
        const auto [user, password] = m_rules->credentialsFor(u"%1:%2"_s.arg(now.proxyHost).arg(now.proxyPort));
        out.insert("host"_L1, now.proxyHost);
        out.insert("port"_L1, now.proxyPort);
        out.insert("socks"_L1, now.socks);
        out.insert("user"_L1, user);
        out.insert("password"_L1, password);
    }
    if (now.caFile.isEmpty() || m_certificateProblem)
        return out;
    QString pem;
    if (const Result<CompanyCertificates::Bundle> bundle = CompanyCertificates::read(now.caFile)) {
        for (const QSslCertificate &certificate : bundle->certificates)
            pem += QString::fromLatin1(certificate.toPem());
    }
    out.insert("certificates"_L1, pem);
    return out;
}

void NetworkSetup::forgetSystemProxies()
{
    m_rules->forgetSystem();
}

QString NetworkSetup::proxyFor(const QUrl &server) const
{
    const QNetworkProxy proxy = m_rules->proxiesFor(QNetworkProxyQuery(server)).value(0);
    return proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty() ? QString() : ProxyRules::nameOf(proxy);
}

void NetworkSetup::signInToProxy(const QString &proxy, const QString &user, const QString &password, bool keep)
{
    registerSecret(password.toUtf8());
    m_rules->setCredentials(proxy, user, password);
    if (user.isEmpty() || !keep)
        m_secrets.remove(secretKey(proxy), this, [](const Result<> &) {});
    else
        m_secrets.write(secretKey(proxy), user.toUtf8() + '\n' + password.toUtf8(), this, [](const Result<> &) {});
    remember(proxy, keep && !user.isEmpty());
    makeConnectionsAnew();
    Q_EMIT changed();
}

void NetworkSetup::prepare(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done)
{
    if (m_certificateProblem)
        apply(settings()); // the file may be on a share that is there by now
    prepareNext({profile.baseUrl, profile.identityUrl, profile.dataUrl}, profile, context, std::move(done));
}

// The proxies of each server, one after the other.
void NetworkSetup::prepareNext(QList<QUrl> servers, const Profile &profile, QObject *context, std::function<void(const Result<> &)> done)
{
    while (!servers.isEmpty() && servers.constFirst().isEmpty())
        servers.removeFirst();
    if (servers.isEmpty())
        return readCertificate(profile, context, std::move(done));
    const QUrl server = servers.takeFirst();
    m_rules->prepare(server, context, [self = QPointer(this), servers, profile, context, done = std::move(done)] {
        if (self)
            self->prepareNext(servers, profile, context, done);
    });
}

void NetworkSetup::readCertificate(const Profile &profile, QObject *context, std::function<void(const Result<> &)> done)
{
    if (profile.certificateFile.isEmpty())
        return done(use(profile, {}));
    const QPointer<NetworkSetup> self(this);
    m_secrets.read(certificatePasswordKey(profile.id), context,
                   [self, profile, done = std::move(done)](const Result<QByteArray> &password) {
                       if (!self)
                           return;
                       if (!password)
                           return done(Unexpected{password.error()});
                       registerSecret(*password);
                       done(self->use(profile, QString::fromUtf8(*password)));
                   });
}

Result<> NetworkSetup::use(const Profile &profile, const QString &password)
{
    std::optional<ClientCertificate> own;
    if (!profile.certificateFile.isEmpty()) {
        const Result<ClientCertificate> read = ClientCertificate::read(profile.certificateFile, password);
        if (!read)
            return Unexpected{read.error()};
        own = *read;
    }
    m_tls->setOwn(profile.id, {profile.baseUrl, profile.identityUrl, profile.dataUrl}, own);
    m_transport.giveUpConnections(&m_transport.rest()); // they were made by the rules of before
    for (Transport *other : std::as_const(m_others))
        other->giveUpConnections(&other->rest());
    return {};
}

void NetworkSetup::remember(const QString &proxy, bool known)
{
    QVariantMap map = m_settings.value(Settings::Key::Network).toMap();
    QStringList proxies = map.value(u"signedIn"_s).toStringList();
    proxies.removeAll(proxy);
    if (known)
        proxies.append(proxy);
    map.insert(u"signedIn"_s, proxies);
    m_settings.set(Settings::Key::Network, map);
}

void NetworkSetup::pin(const QList<Profile> &managed)
{
    for (const Profile &profile : managed) {
        m_tls->pin(profile.baseUrl, profile.pins);
        m_tls->pin(profile.identityUrl, profile.pins);
        m_tls->pin(profile.dataUrl, profile.pins);
    }
}

void NetworkSetup::readSignIns()
{
    const QStringList proxies = m_settings.value(Settings::Key::Network).toMap().value(u"signedIn"_s).toStringList();
    for (const QString &proxy : proxies) {
        if (m_rules->hasCredentials(proxy))
            continue;
        m_secrets.read(secretKey(proxy), this, [this, proxy](const Result<QByteArray> &stored) {
            const qsizetype end = stored ? stored->indexOf('\n') : -1;
            if (end <= 0)
                return;
            registerSecret(stored->sliced(end + 1));
            m_rules->setCredentials(proxy, QString::fromUtf8(stored->first(end)), QString::fromUtf8(stored->sliced(end + 1)));
            m_transport.reconnectNow();
            for (Transport *other : std::as_const(m_others))
                other->reconnectNow();
            Q_EMIT changed();
        });
    }
}

} // namespace desk
