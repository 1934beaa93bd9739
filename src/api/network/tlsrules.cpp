#include "api/network/tlsrules.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::TlsRules)
};

constexpr int httpsPort = 443;

// "host:port"; empty where nothing is encrypted.
QString keyOf(const QUrl &server)
{
    return server.scheme() == "https"_L1 ? u"%1:%2"_s.arg(server.host(QUrl::FullyEncoded)).arg(server.port(httpsPort)) : QString();
}

} // namespace

void TlsRules::pin(const QUrl &server, const QList<QByteArray> &pins)
{
    const QMutexLocker lock(&m_mutex);
    if (const QString key = keyOf(server); !key.isEmpty() && !pins.isEmpty())
        m_pins[key] += pins;
}

void TlsRules::setOwn(const QString &profileId, const QList<QUrl> &servers, const std::optional<ClientCertificate> &own)
{
    const QMutexLocker lock(&m_mutex);
    m_own.removeIf([&profileId](const Own &known) { return known.profileId == profileId; });
    for (const QUrl &server : servers) {
        if (const QString key = keyOf(server); own && !key.isEmpty())
            m_own.prepend({profileId, key, *own});
    }
}

std::optional<ClientCertificate> TlsRules::ownFor(const QUrl &server) const
{
    const QMutexLocker lock(&m_mutex);
    const QString key = keyOf(server);
    for (const Own &known : m_own) {
        if (known.server == key)
            return known.certificate;
    }
    return {};
}

bool TlsRules::needsConfiguration(const QUrl &server) const
{
    return ownFor(server).has_value();
}

QSslConfiguration TlsRules::configurationFor(const QUrl &server) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const std::optional<ClientCertificate> own = ownFor(server);
    if (!own)
        return configuration;
    configuration.setLocalCertificateChain(QList<QSslCertificate>{own->certificate} + own->authorities);
    configuration.setPrivateKey(own->key);
    return configuration;
}

bool TlsRules::isPinned(const QUrl &server) const
{
    const QMutexLocker lock(&m_mutex);
    return m_pins.contains(keyOf(server));
}

std::optional<Error> TlsRules::refusal(const QUrl &server, const QSslCertificate &certificate) const
{
    QMutexLocker lock(&m_mutex);
    const QList<QByteArray> pins = m_pins.value(keyOf(server));
    lock.unlock();
    if (pins.isEmpty() || pins.contains(pinOf(certificate)))
        return {};
    Error error;
    error.kind = Error::Kind::Tls;
    error.message = Texts::tr("%1 does not have the key that your company expects of it. Nothing was sent.").arg(server.host());
    error.nextStep = Texts::tr("Tell your IT department: either the server's key was changed, or somebody is in between.");
    error.detail = u"public key sha256/"_s + QString::fromLatin1(pinOf(certificate));
    return error;
}

QByteArray TlsRules::pinOf(const QSslCertificate &certificate)
{
    return QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256).toBase64();
}

} // namespace desk
