#include "support/tlsserver.h"

#include <QSslError>
#include <QSslSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QByteArray get = "GET /secret HTTP/1.1\r\nAuthorization: Bearer canary\r\n\r\n";

// Speaks HTTP over TLS by hand, and never overlooks an error.
struct TlsClient {
    QSslSocket socket;
    QList<QSslError::SslError> errors;
    QByteArray received;
    bool refused = false;

    explicit TlsClient(const FaultServer &server, const QString &host = u"127.0.0.1"_s,
                       const QSslConfiguration &configuration = TlsServer::trusting())
    {
        socket.setSslConfiguration(configuration);
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [this](const QList<QSslError> &found) {
            for (const QSslError &error : found)
                errors.append(error.error());
        });
        QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [this] { refused = !socket.isEncrypted(); });
        QObject::connect(&socket, &QSslSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        QObject::connect(&socket, &QSslSocket::encrypted, &socket, [this] { socket.write(get); });
        socket.setPeerVerifyName(host);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort(), host);
    }
};

QSslConfiguration oldClient()
{
    QSslConfiguration configuration = TlsServer::trusting();
    configuration.setProtocol(QSsl::AnyProtocol);
    configuration.setBackendConfigurationOption("CipherString"_ba, "ALL:@SECLEVEL=0"_ba);
    configuration.setBackendConfigurationOption("MinProtocol"_ba, "TLSv1.1"_ba);
    return configuration;
}

} // namespace

class TestTlsServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrustedServerAnswers_data();
    void aTrustedServerAnswers();
    void aBadCertificateIsRefusedBeforeTheRequest_data();
    void aBadCertificateIsRefusedBeforeTheRequest();
    void nobodyTrustsTheTestAuthorityByDefault();
    void anOldProtocolIsRefusedByTodaysClients();
    void anOldProtocolIsReallySpoken();
    void aCutIsExactInsideTheEncryption();
};

void TestTlsServer::aTrustedServerAnswers_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"127.0.0.1", "localhost", "agents.desk.test"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestTlsServer::aTrustedServerAnswers()
{
    QFETCH(QString, host);
    TlsServer server([](const Received &) { return json("[]"); });
    QCOMPARE(server.url().scheme(), u"https"_s);
    const TlsClient client(server, host);
    QTRY_VERIFY(client.received.endsWith("[]"));
    QVERIFY(client.errors.isEmpty());
    QCOMPARE(server.received().constFirst().headers.value("authorization"), "Bearer canary");
    QCOMPARE(server.handshakes(), 1);
}

void TestTlsServer::aBadCertificateIsRefusedBeforeTheRequest_data()
{
    QTest::addColumn<int>("certificate");
    QTest::addColumn<int>("error");
    const auto row = [](const char *name, TlsServer::Certificate certificate, QSslError::SslError error) {
        QTest::newRow(name) << static_cast<int>(certificate) << static_cast<int>(error);
    };
    row("expired", TlsServer::Certificate::Expired, QSslError::CertificateExpired);
    row("wrong host", TlsServer::Certificate::WrongHost, QSslError::HostNameMismatch);
    row("self-signed", TlsServer::Certificate::SelfSigned, QSslError::SelfSignedCertificate);
    row("unknown authority", TlsServer::Certificate::Untrusted, QSslError::UnableToGetLocalIssuerCertificate);
}

void TestTlsServer::aBadCertificateIsRefusedBeforeTheRequest()
{
    QFETCH(int, certificate);
    QFETCH(int, error);
    TlsServer server([](const Received &) { return json("[]"); }, static_cast<TlsServer::Certificate>(certificate));
    const TlsClient client(server);
    QTRY_VERIFY(client.refused);
    QVERIFY(client.errors.contains(static_cast<QSslError::SslError>(error)));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received().size(), 0);
}

void TestTlsServer::nobodyTrustsTheTestAuthorityByDefault()
{
    TlsServer server([](const Received &) { return json("[]"); });
    const TlsClient client(server, u"localhost"_s, QSslConfiguration::defaultConfiguration());
    QTRY_VERIFY(client.refused);
    QVERIFY(!client.errors.isEmpty());
    QCOMPARE(server.received().size(), 0);
}

void TestTlsServer::anOldProtocolIsRefusedByTodaysClients()
{
    TlsServer server([](const Received &) { return json("[]"); }, TlsServer::Certificate::Good, TlsServer::Protocol::Tls11);
    const TlsClient client(server);
    QTRY_VERIFY(client.refused);
    QVERIFY(client.errors.isEmpty()); // it never came to a certificate
    QCOMPARE(client.socket.error(), QAbstractSocket::SslHandshakeFailedError);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.handshakes(), 0);
}

void TestTlsServer::anOldProtocolIsReallySpoken()
{
    TlsServer server([](const Received &) { return json("[]"); }, TlsServer::Certificate::Good, TlsServer::Protocol::Tls11);
    const TlsClient client(server, u"localhost"_s, oldClient());
    QTRY_VERIFY(client.received.endsWith("[]"));
    QVERIFY(client.socket.sessionProtocol() < QSsl::TlsV1_2);
}

void TestTlsServer::aCutIsExactInsideTheEncryption()
{
    for (const Scripted::End end : {Scripted::End::Close, Scripted::End::Reset}) {
        TlsServer server([end](const Received &) { return cut(reply(200, QByteArray(4'000'000, 'x')), 300'000, end); });
        const TlsClient client(server);
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.received.size(), 300'000);
    }
}

QTEST_GUILESS_MAIN(TestTlsServer)
#include "tst_tlsserver.moc"
