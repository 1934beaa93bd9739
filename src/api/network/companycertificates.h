#pragma once

#include "domain/networksettings.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace desk {

// The certificates of a company's own authority, besides those of the system (TLS-02). Nothing is ever trusted that a person has not
// looked at: who it is, and by its fingerprint.
class CompanyCertificates
{
public:
    struct Bundle {
        QList<QSslCertificate> certificates;
        QByteArray fingerprint; // SHA-256 of the file's bytes, hexadecimal
    };

    // PEM or DER, at most a megabyte. Kind::Storage or Kind::Invalid with text for people.
    [[nodiscard]] static Result<Bundle> read(const QString &file);
    // "Example Corp Root, by Example Corp Root, until 1 May 2030"
    [[nodiscard]] static QStringList describe(const Bundle &bundle);

    // From now on every new connection trusts the system's and these; only the system's where no file is named, or the file is not the one
    // that was confirmed any more: then why not, with Kind::Tls.
    [[nodiscard]] static Result<> apply(const NetworkSettings &settings);
};

} // namespace desk
