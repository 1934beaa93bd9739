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
    // SHA-256 of public keys (SubjectPublicKeyInfo), base64, one of which the server's own certificate must have. Authorities are not
    // pinned, since whoever is in between may send any chain. They stay, whoever else is set for the server.
    void pin(const QUrl &server, const QList<QByteArray> &pins);
    // What these servers are shown for this profile; of several profiles at one server, the certificate set last. Nothing: none any more.
    void setOwn(const QString &profileId, const QList<QUrl> &servers, const std::optional<ClientCertificate> &own);

    // With peer verification as always.
    [[nodiscard]] QSslConfiguration configurationFor(const QUrl &server) const;
    [[nodiscard]] bool needsConfiguration(const QUrl &server) const; // false: the default is as good
    // Connections to it must be checked one by one: an access manager opens more than it has requests for, and tells of none that was
    // encrypted before it got one. A manager for each request does.
    [[nodiscard]] bool isPinned(const QUrl &server) const;
    // Nothing: go on. Else nothing may be sent: Kind::Tls. To be asked as soon as a connection is encrypted.
    [[nodiscard]] std::optional<Error> refusal(const QUrl &server, const QSslCertificate &certificate) const;

    [[nodiscard]] static QByteArray pinOf(const QSslCertificate &certificate);

private:
    struct Own {
        QString profileId;
        QString server;
        ClientCertificate certificate;
    };
    [[nodiscard]] std::optional<ClientCertificate> ownFor(const QUrl &server) const;

    mutable QMutex m_mutex;                   // set in the GUI thread, asked in that of the streams too
    QHash<QString, QList<QByteArray>> m_pins; // by host and port
    QList<Own> m_own;                         // the last set first
};

} // namespace desk
