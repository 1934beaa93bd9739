// What a server is shown and must show besides a certificate the system trusts: TLS-03, TLS-04.
#include "api/network/tlsrules.h"
#include "api/replyerror.h"
#include "policyfixture.h"
#include "support/tlsserver.h"

#include <QFile>
#include <QSslConfiguration>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

namespace {

Scripted answer(const Received &request)
{
    return request.target.startsWith("/streams") ? eventStream({"data: x\n\n"}, Scripted::End::Hold) : json("[]");
}

QByteArray pinOfTheServer()
{
    QFile file(TlsServer::file(u"good.pin"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray otherPin = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

ClientCertificate ana()
{
    const Result<ClientCertificate> read = ClientCertificate::read(TlsServer::file(u"client.p12"_s), u"open sesame"_s);
    return read ? *read : ClientCertificate();
}

} // namespace

class TestTlsRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_tls); }
    void TLS_01_nothingIsSentToAServerThatCannotProveItself_data();
    void TLS_01_nothingIsSentToAServerThatCannotProveItself();
    void TLS_03_aPinIsWhatOpenSslComputes();
    void TLS_03_aServerWithAPinnedKeyIsReached();
    void TLS_03_aServerWithAnotherKeyGetsNotAByte();
    void TLS_03_aPinOfAnAuthorityIsNoPinOfTheServer();
    void TLS_04_aCertificateIsReadFromWhatPeopleAreGiven_data();
    void TLS_04_aCertificateIsReadFromWhatPeopleAreGiven();
    void TLS_04_callsAndStreamsShowItToItsServer();
    void TLS_04_anotherServerIsNotToldWhoSomebodyIs();
    void TLS_04_aServerThatWantsOneSaysSo();
    void TLS_04_soDoesAServerThatSaysSoInItsAnswer();
    void TLS_04_anUnknownCertificateIsTold();
    void TLS_04_itIsGoneWhenItIsTakenAway();
    void TLS_03_anotherProfileAtTheServerChangesNoPin();

private:
    QSslConfiguration m_tls;
};

void TestTlsRules::init()
{
    m_tls = QSslConfiguration::defaultConfiguration();
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
}

void TestTlsRules::TLS_01_nothingIsSentToAServerThatCannotProveItself_data()
{
    QTest::addColumn<int>("certificate");
    const auto row = [](const char *name, TlsServer::Certificate certificate) { QTest::newRow(name) << static_cast<int>(certificate); };
    row("expired", TlsServer::Certificate::Expired);
    row("wrong host", TlsServer::Certificate::WrongHost);
    row("signed by itself", TlsServer::Certificate::SelfSigned);
    row("signed by a stranger", TlsServer::Certificate::Untrusted);
}

void TestTlsRules::TLS_01_nothingIsSentToAServerThatCannotProveItself()
{
    QFETCH(int, certificate);
    TlsServer server(answer, static_cast<TlsServer::Certificate>(certificate));
    const auto rules = std::make_shared<TlsRules>();
    // Neither a pin nor a certificate of one's own stands in for a certificate that is not accepted.
    rules->pin(server.url(), {otherPin, TlsRules::pinOf(QSslCertificate::fromPath(TlsServer::file(u"good.pem"_s)).constFirst())});
    rules->setOwn(u"p1"_s, {server.url()}, ana());
    Client client(server.url());
    client.transport.setTlsRules(rules);
    for (const QByteArray verb : {"GET", "POST"})
        QCOMPARE(errorOf(send(client, verb, u"/agents"_s)).kind, Kind::Tls);
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QVERIFY(closing && !*closing);
    QCOMPARE(closing->error().kind, Kind::Tls);
    QVERIFY(server.connections() >= 2);
    QCOMPARE(server.received().size(), 0);
}

void TestTlsRules::TLS_03_aPinIsWhatOpenSslComputes()
{
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(TlsServer::file(u"good.pem"_s));
    QCOMPARE(certificates.size(), 1);
    QCOMPARE(TlsRules::pinOf(certificates.constFirst()), pinOfTheServer());
}

void TestTlsRules::TLS_03_aServerWithAPinnedKeyIsReached()
{
    TlsServer server(answer);
    const auto rules = std::make_shared<TlsRules>();
    rules->pin(server.url(), {otherPin, pinOfTheServer()}); // the next key, and the one of today
    Client client(server.url());
    client.transport.setTlsRules(rules);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
}

void TestTlsRules::TLS_03_aServerWithAnotherKeyGetsNotAByte()
{
    TlsServer server(answer);
    const auto rules = std::make_shared<TlsRules>();
    rules->pin(server.url(), {otherPin});
    Client client(server.url());
    client.transport.setTlsRules(rules);
    constexpr int rounds = 10; // whether something slips out is a matter of two threads
    for (int i = 0; i < rounds; ++i) {
        Calls calls;
        for (const QByteArray verb : {"GET", "POST", "PUT", "DELETE"})
            calls.add(send(client, verb, u"/agents/%1"_s.arg(i)));
        QVERIFY(calls.wait());
        QStringList kinds; // whatever else they may end as, none has succeeded
        for (const Error &error : calls.errors())
            kinds.append(u"%1: %2 (%3)"_s.arg(static_cast<int>(error.kind)).arg(error.message, error.detail));
        QVERIFY2(calls.failed(Kind::Tls) == 4, qPrintable(kinds.join(u" | "_s) + u", sent: %1"_s.arg(server.received().size())));
        QVERIFY(calls.errors().constFirst().message.contains(u"127.0.0.1"_s));
        QVERIFY(!calls.errors().constFirst().nextStep.isEmpty());
        QVERIFY(!calls.errors().constFirst().outcomeUnknown);
        const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
        QVERIFY(closing && !*closing);
        QCOMPARE(closing->error().kind, Kind::Tls);
    }
    QVERIFY(server.connections() >= rounds);
    QCOMPARE(server.received().size(), 0);
}

void TestTlsRules::TLS_03_aPinOfAnAuthorityIsNoPinOfTheServer()
{
    // Whoever is in between may send any chain: what is in it besides the server's own says nothing.
    TlsServer server(answer);
    const QByteArray authority = TlsRules::pinOf(QSslCertificate::fromPath(TlsServer::authorityFile()).constFirst());
    TlsRules rules;
    rules.pin(server.url(), {authority});
    QVERIFY(rules.refusal(server.url(), QSslCertificate::fromPath(TlsServer::file(u"good.pem"_s)).constFirst()));
}

void TestTlsRules::TLS_04_aCertificateIsReadFromWhatPeopleAreGiven_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("kind"); // -1: it is read
    const auto row = [](const char *name, const QString &file, const QString &password, int kind = -1) {
        QTest::newRow(name) << file << password << kind;
    };
    row("PKCS#12", u"client.p12"_s, u"open sesame"_s);
    row("PKCS#12, wrong password", u"client.p12"_s, u"open barley"_s, static_cast<int>(Kind::Unauthorized));
    row("PKCS#12, no password", u"client.p12"_s, {}, static_cast<int>(Kind::Unauthorized));
    row("PEM", u"client.pem"_s, {});
    row("PEM, locked", u"client-locked.pem"_s, u"open sesame"_s);
    row("PEM, wrong password", u"client-locked.pem"_s, u"open barley"_s, static_cast<int>(Kind::Unauthorized));
    row("PEM, no password", u"client-locked.pem"_s, {}, static_cast<int>(Kind::Unauthorized));
    row("without the key", u"good.pem"_s, {}, static_cast<int>(Kind::Invalid));
    row("only a key", u"server.key"_s, {}, static_cast<int>(Kind::Invalid));
    row("no such file", u"gone.p12"_s, {}, static_cast<int>(Kind::Storage));
    row("something else", u"README.md"_s, {}, static_cast<int>(Kind::Unauthorized)); // Qt does not tell these apart
}

void TestTlsRules::TLS_04_aCertificateIsReadFromWhatPeopleAreGiven()
{
    QFETCH(QString, file);
    QFETCH(QString, password);
    QFETCH(int, kind);
    const Result<ClientCertificate> read = ClientCertificate::read(TlsServer::file(file), password);
    QCOMPARE(read.has_value(), kind < 0);
    if (read) {
        QVERIFY(read->describe().startsWith(u"Ana Silva, by Desk Test Clients"_s));
        QVERIFY(!read->key.isNull());
        return;
    }
    QCOMPARE(static_cast<int>(read.error().kind), kind);
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().nextStep.isEmpty());
}

void TestTlsRules::TLS_04_callsAndStreamsShowItToItsServer()
{
    TlsServer server(answer);
    server.askForCertificates();
    const auto rules = std::make_shared<TlsRules>();
    rules->setOwn(u"p1"_s, {server.url()}, ana());
    Client client(server.url());
    client.transport.setTlsRules(rules);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
    QCOMPARE(server.shown(), QStringList({u"Ana Silva"_s, u"Ana Silva"_s}));
}

void TestTlsRules::TLS_04_anotherServerIsNotToldWhoSomebodyIs()
{
    TlsServer hers(answer);
    TlsServer other(answer);
    other.askForCertificates();
    const auto rules = std::make_shared<TlsRules>();
    rules->setOwn(u"p1"_s, {hers.url()}, ana());
    Client client(other.url());
    client.transport.setTlsRules(rules);
    QVERIFY(!succeeds(send(client, "GET", u"/agents"_s)));
    QCOMPARE(other.received().size(), 0);
    QVERIFY(!other.shown().contains(u"Ana Silva"_s));
}

void TestTlsRules::TLS_04_aServerThatWantsOneSaysSo()
{
    TlsServer server(answer);
    server.askForCertificates();
    Client client(server.url());
    const Error error = errorOf(send(client, "GET", u"/agents"_s));
    QCOMPARE(error.kind, Kind::Tls);
    QVERIFY2(error.message.contains(u"certificate of yours"_s), qPrintable(error.message));
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QVERIFY(closing && !*closing);
    QCOMPARE(closing->error().kind, Kind::Tls);
    QVERIFY2(closing->error().message.contains(u"certificate of yours"_s), qPrintable(closing->error().message));
}

void TestTlsRules::TLS_04_soDoesAServerThatSaysSoInItsAnswer()
{
    TlsServer server([](const Received &) {
        return reply(400, "<html><body><h1>400 Bad Request</h1>No required SSL certificate was sent</body></html>", "text/html");
    });
    Client client(server.url());
    const Error error = errorOf(send(client, "GET", u"/agents"_s));
    QCOMPARE(error.kind, Kind::Tls);
    QVERIFY2(error.message.contains(u"certificate of yours"_s), qPrintable(error.message));
}

void TestTlsRules::TLS_04_anUnknownCertificateIsTold()
{
    // As OpenSSL 3 reports the alerts of servers; one of Qt closes without.
    for (const QLatin1StringView alert :
         {"tlsv1 alert unknown ca"_L1, "sslv3 alert bad certificate"_L1, "sslv3 alert certificate expired"_L1}) {
        const Error error = errorFromSocket(QAbstractSocket::SslInternalError,
                                            u"Error while reading: error:0A000418:SSL routines::"_s + alert, u"agents.example.org"_s, {});
        QCOMPARE(error.kind, Kind::Tls);
        QVERIFY2(error.message.contains(u"does not accept your certificate"_s), qPrintable(error.message));
    }
}

void TestTlsRules::TLS_04_itIsGoneWhenItIsTakenAway()
{
    TlsRules rules;
    const QUrl server(u"https://agents.example.org"_s);
    rules.setOwn(u"p1"_s, {server}, ana());
    QVERIFY(rules.needsConfiguration(server));
    QVERIFY(rules.needsConfiguration(QUrl(u"https://agents.example.org:443/api"_s)));
    QVERIFY(!rules.needsConfiguration(QUrl(u"https://agents.example.org:8443"_s)));
    QVERIFY(!rules.needsConfiguration(QUrl(u"http://agents.example.org:443"_s)));
    rules.setOwn(u"p1"_s, {server}, {});
    QVERIFY(!rules.needsConfiguration(server));
    QVERIFY(rules.configurationFor(server).localCertificate().isNull());
}

void TestTlsRules::TLS_03_anotherProfileAtTheServerChangesNoPin()
{
    TlsRules rules;
    const QUrl server(u"https://agents.example.org"_s);
    rules.pin(server, {otherPin});
    rules.setOwn(u"p1"_s, {server}, ana());
    rules.setOwn(u"p2"_s, {server}, {}); // a profile of the person's own, without anything
    QVERIFY(rules.refusal(server, QSslCertificate()));
    QVERIFY(rules.needsConfiguration(server)); // the other's certificate is the other's
    rules.setOwn(u"p1"_s, {server}, {});
    QVERIFY(!rules.needsConfiguration(server));
    QVERIFY(rules.refusal(server, QSslCertificate()));
}

QTEST_GUILESS_MAIN(TestTlsRules)
#include "tst_tlsrules.moc"
