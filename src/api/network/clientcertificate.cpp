#include "api/network/clientcertificate.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <array>

namespace desk {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::ClientCertificate)
};

Error problem(Error::Kind kind, const QString &message, const QString &nextStep)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

Error wrongPassword()
{
    return problem(Error::Kind::Unauthorized, Texts::tr("The password does not open your certificate."),
                   Texts::tr("Type it again. If it is right, the file may be of an outdated kind: ask your IT department for a new one."));
}

QString nameOf(const QStringList &commonName, const QStringList &organisation)
{
    return commonName.value(0, organisation.value(0, Texts::tr("unnamed")));
}

QSslKey keyIn(const QByteArray &pem, const QByteArray &password)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, password);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<ClientCertificate> fromPem(const QByteArray &pem, const QByteArray &password)
{
    ClientCertificate out;
    out.authorities = QSslCertificate::fromData(pem, QSsl::Pem);
    if (out.authorities.isEmpty() || out.authorities.constFirst().isNull())
        return Unexpected{problem(Error::Kind::Invalid, Texts::tr("There is no certificate in this file."),
                                  Texts::tr("Choose the file your IT department gave you; its name often ends in .p12 or .pfx."))};
    out.certificate = out.authorities.takeFirst();
    out.key = keyIn(pem, password);
    if (!out.key.isNull())
        return out;
    if (pem.contains("ENCRYPTED"))
        return Unexpected{wrongPassword()};
    return Unexpected{problem(Error::Kind::Invalid, Texts::tr("The file has a certificate, but not the key that belongs to it."),
                              Texts::tr("Choose a file with both; its name often ends in .p12 or .pfx."))};
}

} // namespace

Result<ClientCertificate> ClientCertificate::read(const QString &path, const QString &password)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{problem(Error::Kind::Storage, Texts::tr("Your certificate cannot be read: %1.").arg(file.errorString()),
                                  Texts::tr("Choose its file again in the profile."))};
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return Unexpected{problem(Error::Kind::Invalid, Texts::tr("This file is too large for a certificate."), {})};
    if (bytes.contains("-----BEGIN "))
        return fromPem(bytes, password.toUtf8());
    ClientCertificate out;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly) ||
        !QSslCertificate::importPkcs12(&buffer, &out.key, &out.certificate, &out.authorities, password.toUtf8()))
        return Unexpected{wrongPassword()}; // Qt does not tell that apart from a file of another kind
    return out;
}

QString ClientCertificate::describe() const
{
    return desk::describe(certificate);
}

QString describe(const QSslCertificate &certificate)
{
    return Texts::tr("%1, by %2, until %3", "subject, issuer, date")
        .arg(nameOf(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization)),
             nameOf(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization)),
             QLocale().toString(certificate.expiryDate().toLocalTime().date(), QLocale::LongFormat));
}

} // namespace desk
