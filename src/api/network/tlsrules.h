#pragma once

#include "api/network/clientcertificate.h"
#include "domain/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <optional>

namespace desk {

// What goes beyond "the system trusts it": the certificate a server is shown (TLS-04), and the keys it must have (TLS-03). Each for the
// servers it was set for and no other. Asked from every thread that opens a connection.
class TlsRules
{
public:
    struct Rule {
        std::optional<ClientCertificate> own;
        // SHA-256 of the public key (SubjectPublicKeyInfo), base64, of the server's own certificate: authorities are not pinned, since
        // whoever is in between may send any chain. Empty: every key will do.
        QList<QByteArray> pins;
    };

    void set(const QList<QUrl> &servers, const Rule &rule); // instead of what was set for them before

    // With peer verification as always.
    [[nodiscard]] QSslConfiguration configurationFor(const QUrl &server) const;
    [[nodiscard]] bool needsConfiguration(const QUrl &server) const; // false: the default is as good
    // Nothing: go on. Else nothing may be sent: Kind::Tls. To be asked as soon as a connection is encrypted.
    [[nodiscard]] std::optional<Error> refusal(const QUrl &server, const QSslCertificate &certificate) const;

    [[nodiscard]] static QByteArray pinOf(const QSslCertificate &certificate);

private:
    [[nodiscard]] Rule ruleFor(const QUrl &server) const;

    mutable QMutex m_mutex;       // set in the GUI thread, asked in that of the streams too
    QHash<QString, Rule> m_rules; // by host and port
};

} // namespace desk
