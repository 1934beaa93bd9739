#include "api/network/companycertificates.h"

#include "api/network/clientcertificate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSslConfiguration>

namespace desk {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(desk::CompanyCertificates)
};

Error error(Error::Kind kind, const QString &message, const QString &nextStep)
{
    Error out;
    out.kind = kind;
    out.message = message;
    out.nextStep = nextStep;
    return out;
}

// What the program trusted before anything was added, asked once: the default is changed below.
const QSslConfiguration &systemConfiguration()
{
    static const QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    return configuration;
}

} // namespace

Result<CompanyCertificates::Bundle> CompanyCertificates::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{error(Error::Kind::Storage, Texts::tr("The certificate file cannot be read: %1.").arg(file.errorString()),
                                Texts::tr("Choose the file again."))};
    const QByteArray bytes = file.read(maxBytes + 1);
    Bundle bundle;
    bundle.certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (bundle.certificates.isEmpty())
        bundle.certificates = QSslCertificate::fromData(bytes, QSsl::Der);
    bundle.certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (bytes.size() > maxBytes || bundle.certificates.isEmpty())
        return Unexpected{error(Error::Kind::Invalid, Texts::tr("There is no certificate in this file."),
                                Texts::tr("Ask your IT department for the certificate of the company as a PEM file."))};
    bundle.fingerprint = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return bundle;
}

QStringList CompanyCertificates::describe(const Bundle &bundle)
{
    QStringList out;
    for (const QSslCertificate &certificate : bundle.certificates)
        out.append(desk::describe(certificate));
    return out;
}

Result<> CompanyCertificates::apply(const NetworkSettings &settings)
{
    QSslConfiguration configuration = systemConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater); // TLS-03
    QSslConfiguration::setDefaultConfiguration(configuration);
    if (settings.caFile.isEmpty())
        return {};
    const Result<Bundle> bundle = read(settings.caFile);
    if (!bundle)
        return Unexpected{bundle.error()};
    if (bundle->fingerprint != settings.caFingerprint)
        return Unexpected{
            error(Error::Kind::Tls,
                  Texts::tr("The file with the company's certificates has changed. It is not used until you have looked at it."),
                  Texts::tr("Look at it in Settings, Network."))};
    // Named one by one: with some of its own a configuration no longer looks up the system's when it needs them.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + bundle->certificates);
    QSslConfiguration::setDefaultConfiguration(configuration);
    return {};
}

} // namespace desk
