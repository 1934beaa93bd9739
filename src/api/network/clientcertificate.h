#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace desk {

// The certificate a person shows to a server that asks for one, with its key (TLS-04).
struct ClientCertificate {
    QSslCertificate certificate;
    QList<QSslCertificate> authorities; // who signed it, as far as the file says
    QSslKey key;

    // PKCS#12, or PEM with certificate and key in one file; at most a megabyte. Kind::Storage where the file cannot be read,
    // Kind::Unauthorized where it wants another password, Kind::Invalid for the rest; all with text for people.
    [[nodiscard]] static Result<ClientCertificate> read(const QString &file, const QString &password);
    [[nodiscard]] QString describe() const; // "Ana Silva, by Example Corp, until 1 May 2030"
};

// "Example Corp Root, by Example Corp Root, until 1 May 2030"
[[nodiscard]] QString describe(const QSslCertificate &certificate);

} // namespace desk
