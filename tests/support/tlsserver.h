#pragma once

#include "support/faultserver.h"

#include <QSslConfiguration>

namespace desk::test {

// A FaultServer behind TLS, with a certificate of tests/data/tls. connections() counts sockets, handshakes() those that got through:
// a client that refuses the certificate leaves connections() and nothing else.
class TlsServer : public FaultServer
{
    Q_OBJECT
public:
    enum class Certificate {
        Good, // for localhost, 127.0.0.1 and agents.desk.test
        Expired,
        WrongHost,
        SelfSigned,
        Untrusted // signed by an authority nobody knows
    };
    enum class Protocol {
        Modern, // TLS 1.2 or later
        Tls11   // nothing else, with what ciphers it needs
    };

    explicit TlsServer(Handler handler, Certificate certificate = Certificate::Good, Protocol protocol = Protocol::Modern,
                       QObject *parent = nullptr);

    // From now on a client has to show a certificate of `clients.pem`.
    void askForCertificates();
    [[nodiscard]] const QStringList &shown() const { return m_shown; } // the names in the certificates of those that got through
    [[nodiscard]] QUrl url() const override;                           // https, 127.0.0.1
    [[nodiscard]] int handshakes() const { return m_handshakes; }

    // The default configuration, except that it trusts the authority of Good, Expired and WrongHost, and no other.
    [[nodiscard]] static QSslConfiguration trusting();
    [[nodiscard]] static QString file(const QString &name); // of tests/data/tls
    [[nodiscard]] static QString authorityFile();           // its certificate, PEM

protected:
    [[nodiscard]] QTcpSocket *makeSocket(qintptr descriptor) override;

private:
    QSslConfiguration m_configuration;
    QStringList m_shown;
    int m_handshakes = 0;
};

} // namespace desk::test
