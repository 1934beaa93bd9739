// Each hop of the doctor with its fault present and absent, against servers that have it.
#include "api/transport.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/doctor/connectiondoctor.h"
#include "state/networksetup.h"
#include "state/settings.h"
#include "support/faultserver.h"
#include "support/proxyserver.h"
#include "support/tlsserver.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Hop = ConnectionDoctor::Hop;
using Verdict = ConnectionDoctor::Verdict;

namespace {

struct Patient {
    QTemporaryDir dir;
    MemoryStore secrets;
    Settings settings{dir.filePath(u"s.json"_s)};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    NetworkSetup network{settings, secrets, transport};
    ConnectionDoctor doctor{network, {3000}};

    Patient() { network.start(); }
    ~Patient() { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }

    void useProxy(const ProxyServer &proxy)
    {
        NetworkSettings wanted;
        wanted.mode = NetworkSettings::ProxyMode::Manual;
        wanted.proxyHost = u"127.0.0.1"_s;
        wanted.proxyPort = proxy.serverPort();
        network.change(wanted);
    }
    [[nodiscard]] bool examine(const QUrl &server, const QUrl &identity = {})
    {
        Profile profile{Profile::Kind::Team, u"Team"_s, server};
        profile.identityUrl = identity;
        QSignalSpy finished(&doctor, &ConnectionDoctor::finished);
        doctor.examine(profile);
        return finished.size() == 1 || finished.wait(20'000);
    }
    [[nodiscard]] ConnectionDoctor::Finding at(Hop hop) const
    {
        for (const auto &finding : doctor.findings()) {
            if (finding.hop == hop)
                return finding;
        }
        return {};
    }
};

Scripted good(const Received &)
{
    return reply(401, R"({"detail":"Not authenticated"})");
}

} // namespace

class TestConnectionDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_tls = QSslConfiguration::defaultConfiguration(); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_tls); }
    void aGoodWayIsGoodAtEveryHop();
    void anUnencryptedAddressIsTheFirstFault();
    void aNameThatIsNoneIsTold();
    void aServerThatIsNotThereIsTold();
    void aServerThatNeverAnswersIsTold();
    void aProxyThatRefusesIsNamed();
    void FI_26_anUnknownCertificateIsShownWithItsChain();
    void FI_26_anExpiredCertificateIsTold();
    void aWrongClockIsDoubtful();
    void aWebPageIsNoAgentServer();
    void anUnreachableSignInServiceIsToldApart();
    void itCanBeCancelled();
    void aServerThatDoesNotSpeakTlsIsToldAtOnce();
    void aServerThatSaysNothingToTlsIsToldApartFromAFirewall();
    void aRedirectIsDoubtful();
    void streamsAreWatchedWhereSomebodyIsSignedIn();
    void TLS_03_aServerWithAnotherKeyIsTold();

private:
    QSslConfiguration m_tls;
};

void TestConnectionDoctor::aGoodWayIsGoodAtEveryHop()
{
    TlsServer server(good);
    FaultServer identity(good);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", server.serverPort());
    Patient patient;
    patient.useProxy(proxy);
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    QVERIFY(patient.examine(QUrl(u"https://agents.desk.test"_s), identity.url()));
    for (const Hop hop : {Hop::Address, Hop::Proxy, Hop::Connection, Hop::Certificate, Hop::Server, Hop::SignIn})
        QVERIFY2(patient.at(hop).verdict == Verdict::Good, qPrintable(patient.doctor.report()));
    QVERIFY(patient.at(Hop::Proxy).text.contains(u"127.0.0.1:%1"_s.arg(proxy.serverPort())));
    QVERIFY(patient.at(Hop::Certificate).text.contains(u"issued by"_s));
    for (const Received &request : server.received())
        QVERIFY(!request.headers.contains("authorization"));
}

void TestConnectionDoctor::anUnencryptedAddressIsTheFirstFault()
{
    Patient patient;
    QVERIFY(patient.examine(QUrl(u"http://agents.example.org"_s)));
    QCOMPARE(patient.at(Hop::Address).verdict, Verdict::Bad);
    QVERIFY(!patient.at(Hop::Address).advice.isEmpty());
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Skipped);
}

void TestConnectionDoctor::aNameThatIsNoneIsTold()
{
    Patient patient;
    NetworkSettings none;
    none.mode = NetworkSettings::ProxyMode::None;
    patient.network.change(none);
    QVERIFY(patient.examine(QUrl(u"https://agents.desk.invalid"_s)));
    QCOMPARE(patient.at(Hop::Name).verdict, Verdict::Bad);
    QVERIFY(patient.at(Hop::Name).text.contains(u"agents.desk.invalid"_s));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Skipped);
}

void TestConnectionDoctor::aServerThatIsNotThereIsTold()
{
    QUrl gone;
    {
        FaultServer server(good);
        gone = server.url();
    }
    Patient patient;
    QVERIFY(patient.examine(gone));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Bad);
    QVERIFY(!patient.at(Hop::Connection).advice.isEmpty());
}

void TestConnectionDoctor::aServerThatNeverAnswersIsTold()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; });
    Patient patient;
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Good);
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Bad);
}

void TestConnectionDoctor::aProxyThatRefusesIsNamed()
{
    ProxyServer proxy(ProxyServer::Mode::Refuse);
    Patient patient;
    patient.useProxy(proxy);
    QVERIFY(patient.examine(QUrl(u"https://agents.desk.test"_s)));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Bad);
    QVERIFY2(patient.at(Hop::Connection).text.contains(u"127.0.0.1:%1"_s.arg(proxy.serverPort())), qPrintable(patient.doctor.report()));
    QVERIFY(patient.at(Hop::Connection).advice.contains(u"Network"_s));
}

void TestConnectionDoctor::FI_26_anUnknownCertificateIsShownWithItsChain()
{
    TlsServer server(good);
    Patient patient; // trusts the system's authorities alone
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Good);
    QCOMPARE(patient.at(Hop::Certificate).verdict, Verdict::Bad);
    QVERIFY(patient.at(Hop::Certificate).text.contains(u"issued by"_s));
    QVERIFY(patient.at(Hop::Certificate).advice.contains(u"Settings, Network"_s));
    QCOMPARE(server.received().size(), 0); // nothing was sent to it
}

void TestConnectionDoctor::FI_26_anExpiredCertificateIsTold()
{
    TlsServer server(good, TlsServer::Certificate::Expired);
    Patient patient;
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Certificate).verdict, Verdict::Bad);
    QVERIFY2(patient.at(Hop::Certificate).text.contains(u"expired"_s), qPrintable(patient.doctor.report()));
    QVERIFY(!patient.at(Hop::Certificate).advice.contains(u"Settings, Network"_s)); // would not help
}

void TestConnectionDoctor::aWrongClockIsDoubtful()
{
    FaultServer server([](const Received &) { return reply(401, "{}", "application/json", {"Date: Sat, 02 May 2020 09:14:03 GMT"}); });
    Patient patient;
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Clock).verdict, Verdict::Doubtful);
    QVERIFY(patient.at(Hop::Clock).text.contains(u"ahead"_s));
}

void TestConnectionDoctor::aWebPageIsNoAgentServer()
{
    FaultServer server([](const Received &) { return reply(200, "<html>Sign in to the network</html>", "text/html"); });
    Patient patient;
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Doubtful);
    QVERIFY(patient.at(Hop::Server).advice.contains(u"browser"_s));
}

void TestConnectionDoctor::anUnreachableSignInServiceIsToldApart()
{
    FaultServer server(good);
    QUrl gone;
    {
        FaultServer identity(good);
        gone = identity.url();
    }
    Patient patient;
    QVERIFY(patient.examine(server.url(), gone));
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Good);
    QCOMPARE(patient.at(Hop::SignIn).verdict, Verdict::Bad);
    QVERIFY(patient.examine(server.url())); // again, without one
    QCOMPARE(patient.at(Hop::SignIn).verdict, Verdict::Skipped);
}

void TestConnectionDoctor::itCanBeCancelled()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; });
    Patient patient;
    QSignalSpy finished(&patient.doctor, &ConnectionDoctor::finished);
    patient.doctor.examine({Profile::Kind::Team, u"Team"_s, server.url()});
    QTRY_COMPARE(patient.at(Hop::Server).verdict, Verdict::Running);
    patient.doctor.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!patient.doctor.isRunning());
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Skipped);
}

void TestConnectionDoctor::aServerThatDoesNotSpeakTlsIsToldAtOnce()
{
    QTcpServer server; // of plain http
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Patient patient;
    QVERIFY(patient.examine(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort()))));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Good); // somebody is there
    QCOMPARE(patient.at(Hop::Certificate).verdict, Verdict::Bad);
    QVERIFY(patient.at(Hop::Certificate).advice.contains(u"https"_s));
}

void TestConnectionDoctor::aServerThatSaysNothingToTlsIsToldApartFromAFirewall()
{
    const FaultServer server(good); // takes what comes for the beginning of a request
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    Patient patient;
    QVERIFY(patient.examine(url));
    QCOMPARE(patient.at(Hop::Connection).verdict, Verdict::Good); // somebody is there
    QCOMPARE(patient.at(Hop::Certificate).verdict, Verdict::Bad);
}

void TestConnectionDoctor::aRedirectIsDoubtful()
{
    FaultServer server([](const Received &) { return reply(302, {}, "text/plain", {"Location: https://login.example.org/start"}); });
    Patient patient;
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Server).verdict, Verdict::Doubtful);
    QVERIFY2(patient.at(Hop::Server).text.contains(u"login.example.org"_s), qPrintable(patient.at(Hop::Server).text));
}

void TestConnectionDoctor::streamsAreWatchedWhereSomebodyIsSignedIn()
{
    FaultServer server([](const Received &request) {
        if (request.target.startsWith("/streams"))
            return eventStream({"event: complete\ndata: {}\n\n"}, Scripted::End::Close);
        return request.target.startsWith("/runs") ? json("[{\"id\": \"r1\", \"status\": \"succeeded\"}]") : good(request);
    });
    Patient patient;
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Streaming).verdict, Verdict::Skipped);
    patient.transport.setBaseUrl(server.url());
    patient.tokens.setBearer("token");
    QVERIFY(patient.examine(server.url()));
    QVERIFY2(patient.at(Hop::Streaming).verdict == Verdict::Good, qPrintable(patient.doctor.report()));
}

void TestConnectionDoctor::TLS_03_aServerWithAnotherKeyIsTold()
{
    TlsServer server(good);
    Patient patient;
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    patient.network.tlsRules()->pin(server.url(), {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="});
    QVERIFY(patient.examine(server.url()));
    QCOMPARE(patient.at(Hop::Certificate).verdict, Verdict::Bad);
    QVERIFY(patient.at(Hop::Certificate).text.contains(u"your company expects"_s));
    QCOMPARE(server.received().size(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionDoctor)
#include "tst_connectiondoctor.moc"
