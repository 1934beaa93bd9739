#include "support/tlsserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray content(QLatin1StringView name)
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/tls/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

QSslCertificate certificateIn(QLatin1StringView name)
{
    return QSslCertificate(content(name), QSsl::Pem);
}

QLatin1StringView fileOf(TlsServer::Certificate certificate)
{
    switch (certificate) {
    case TlsServer::Certificate::Good:
        return "good.pem"_L1;
    case TlsServer::Certificate::Expired:
        return "expired.pem"_L1;
    case TlsServer::Certificate::WrongHost:
        return "wronghost.pem"_L1;
    case TlsServer::Certificate::SelfSigned:
        return "selfsigned.pem"_L1;
    case TlsServer::Certificate::Untrusted:
        return "untrusted.pem"_L1;
    }
    return {};
}

} // namespace

TlsServer::TlsServer(Handler handler, Certificate certificate, Protocol protocol, QObject *parent)
    : FaultServer(std::move(handler), parent)
    , m_configuration(QSslConfiguration::defaultConfiguration())
{
    m_configuration.setLocalCertificate(certificateIn(fileOf(certificate)));
    m_configuration.setPrivateKey(QSslKey(content("server.key"_L1), QSsl::Ec));
    if (protocol == Protocol::Tls11) {
        // Below OpenSSL 3's own minimum, and its digests need the lowest security level.
        m_configuration.setProtocol(QSsl::AnyProtocol);
        m_configuration.setBackendConfigurationOption("CipherString"_ba, "ALL:@SECLEVEL=0"_ba);
        m_configuration.setBackendConfigurationOption("MinProtocol"_ba, "TLSv1.1"_ba);
        m_configuration.setBackendConfigurationOption("MaxProtocol"_ba, "TLSv1.1"_ba);
    }
}

QUrl TlsServer::url() const
{
    QUrl url = FaultServer::url();
    url.setScheme(u"https"_s);
    return url;
}

QSslConfiguration TlsServer::trusting()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificateIn("ca.pem"_L1)});
    return configuration;
}

void TlsServer::askForCertificates()
{
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_configuration.setMissingCertificateIsFatal(true); // with an alert, as servers do
    m_configuration.setCaCertificates({certificateIn("clients.pem"_L1)});
}

QString TlsServer::file(const QString &name)
{
    return QStringLiteral(DESK_TEST_DATA "/tls/") + name;
}

QString TlsServer::authorityFile()
{
    return file(u"ca.pem"_s);
}

QTcpSocket *TlsServer::makeSocket(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    socket->setSslConfiguration(m_configuration);
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        ++m_handshakes;
        m_shown.append(socket->peerCertificate().subjectDisplayName());
    });
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    return socket;
}

} // namespace desk::test
