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

QString keyOf(const QUrl &server)
{
    return u"%1:%2"_s.arg(server.host(QUrl::FullyEncoded)).arg(server.port(httpsPort));
}

} // namespace

void TlsRules::set(const QList<QUrl> &servers, const Rule &rule)
{
    const QMutexLocker lock(&m_mutex);
    for (const QUrl &server : servers) {
        if (server.scheme() != "https"_L1)
            continue;
        if (rule.own || !rule.pins.isEmpty())
            m_rules.insert(keyOf(server), rule);
        else
            m_rules.remove(keyOf(server));
    }
}

TlsRules::Rule TlsRules::ruleFor(const QUrl &server) const
{
    const QMutexLocker lock(&m_mutex);
    return server.scheme() == "https"_L1 ? m_rules.value(keyOf(server)) : Rule();
}

bool TlsRules::needsConfiguration(const QUrl &server) const
{
    return ruleFor(server).own.has_value();
}

QSslConfiguration TlsRules::configurationFor(const QUrl &server) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const Rule rule = ruleFor(server);
    if (!rule.own)
        return configuration;
    configuration.setLocalCertificateChain(QList<QSslCertificate>{rule.own->certificate} + rule.own->authorities);
    configuration.setPrivateKey(rule.own->key);
    return configuration;
}

std::optional<Error> TlsRules::refusal(const QUrl &server, const QSslCertificate &certificate) const
{
    const Rule rule = ruleFor(server);
    if (rule.pins.isEmpty() || rule.pins.contains(pinOf(certificate)))
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
