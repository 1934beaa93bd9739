// The proxy and the company's certificates, as they are set and kept, over real sockets.
#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/network/companycertificates.h"
#include "api/stream/eventstream.h"
#include "api/stream/streamhub.h"
#include "api/transport.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/networksetup.h"
#include "state/settings.h"
#include "state/workspace.h"
#include "support/faultserver.h"
#include "support/proxyserver.h"
#include "support/tlsserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Scripted answer(const Received &request)
{
    if (request.target.startsWith("/streams"))
        return eventStream({"data: x\n\n"}, Scripted::End::Hold);
    return json("[]");
}

// One client with network settings of its own.
struct Net {
    QTemporaryDir dir;
    MemoryStore secrets;
    Settings settings{dir.filePath(u"s.json"_s)};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    NetworkSetup network{settings, secrets, transport};

    Net() { network.start(); }
    ~Net() { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }

    void useProxy(const ProxyServer &proxy)
    {
        NetworkSettings wanted;
        wanted.mode = NetworkSettings::ProxyMode::Manual;
        wanted.proxyHost = u"127.0.0.1"_s;
        wanted.proxyPort = proxy.serverPort();
        network.change(wanted);
    }
    // The outcome of one call; nothing when it did not come.
    [[nodiscard]] std::optional<Result<QList<Agent>>> call() { return call(api); }
    [[nodiscard]] static std::optional<Result<QList<Agent>>> call(ApiClient &through)
    {
        std::optional<Result<QList<Agent>>> outcome;
        QObject context;
        through.agents().list()->then(&context, [&outcome](const Result<QList<Agent>> &agents) { outcome.emplace(agents); });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 15'000) ? outcome : std::nullopt;
    }
};

const QUrl behindProxy(u"https://agents.desk.test"_s);

} // namespace

class TestNetworkSetup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_tls = QSslConfiguration::defaultConfiguration(); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_tls); }
    void HTTP_25_loopbackNeverTakesTheProxy();
    void HTTP_26_theProxysPasswordIsAskedForOnceAndUsedByCallsAndStreams();
    void HTTP_26_aWrongPasswordIsToldAndNotTriedForEver();
    void HTTP_26_theSignInIsKeptInTheSecretStoreAlone();
    void noneMeansNone();
    void settingsAreKept();
    void TLS_02_theCompanysCertificateIsTrustedOnceItWasConfirmed();
    void TLS_02_aChangedFileIsNotUsed();
    void TLS_02_whatIsNoCertificateIsSaid();
    void TLS_03_oldProtocolsAreOff();
    void aProxyScriptThatHangsHoldsNobody();
    void ourOwnServerIsToldTheSame();
    void TLS_03_aProfilesPinsCountForBothItsServers();
    void TLS_03_aFileServiceIsReachedAsTheAgentServerIs();
    void TLS_04_theCertificatesPasswordComesFromTheSecretStore();
    void TLS_04_aWorkspaceSaysWhyItsCertificateCannotBeUsed();

private:
    QSslConfiguration m_tls;
};

void TestNetworkSetup::HTTP_25_loopbackNeverTakesTheProxy()
{
    FaultServer server(answer);
    const ProxyServer proxy;
    Net net;
    net.useProxy(proxy);
    net.transport.setBaseUrl(server.url());
    QVERIFY(net.call()->has_value());
    QCOMPARE(proxy.received().size(), 0);
    QCOMPARE(net.network.proxyFor(server.url()), QString());
    QCOMPARE(net.network.proxyFor(behindProxy), u"127.0.0.1:%1"_s.arg(proxy.serverPort()));
}

void TestNetworkSetup::HTTP_26_theProxysPasswordIsAskedForOnceAndUsedByCallsAndStreams()
{
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    TlsServer server(answer);
    ProxyServer proxy(ProxyServer::Mode::Basic);
    proxy.setCredentials("ana", "s3cret-word");
    proxy.setRoute("agents.desk.test", server.serverPort());
    Net net;
    net.useProxy(proxy);
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    net.transport.setBaseUrl(behindProxy);
    const auto refused = net.call();
    QVERIFY(refused && !refused->has_value());
    QCOMPARE(refused->error().kind, Error::Kind::Proxy);
    QCOMPARE(server.connections(), 0);

    QSignalSpy changed(&net.network, &NetworkSetup::changed);
    net.network.signInToProxy(net.network.proxyFor(behindProxy), u"ana"_s, u"s3cret-word"_s, false);
    QCOMPARE(changed.size(), 1);
    const auto passed = net.call();
    QVERIFY2(passed && passed->has_value(), passed && !*passed ? qPrintable(passed->error().message) : "");
    const auto stream = net.transport.hub().watch(u"/streams/runs/1"_s, {});
    QTRY_VERIFY(stream->isConnected()); // the same proxy, the same name: which one a stream takes is no other question
    QVERIFY(server.connections() >= 2);
}

void TestNetworkSetup::HTTP_26_aWrongPasswordIsToldAndNotTriedForEver()
{
    ProxyServer proxy(ProxyServer::Mode::Basic);
    proxy.setCredentials("ana", "right");
    Net net;
    net.useProxy(proxy);
    net.transport.setBaseUrl(behindProxy);
    net.network.signInToProxy(net.network.proxyFor(behindProxy), u"ana"_s, u"wrong-word"_s, false);
    const auto before = proxy.received().size();
    const auto refused = net.call();
    QVERIFY(refused && !refused->has_value());
    QCOMPARE(refused->error().kind, Error::Kind::Proxy);
    QVERIFY2(proxy.received().size() - before <= 3, qPrintable(QString::number(proxy.received().size() - before)));
}

void TestNetworkSetup::HTTP_26_theSignInIsKeptInTheSecretStoreAlone()
{
    const QString proxy = u"proxy.example.org:3128"_s;
    Net net;
    net.network.signInToProxy(proxy, u"ana"_s, u"s3cret-word"_s, true);
    QTRY_VERIFY(net.network.isSignedInTo(proxy));
    QVERIFY(!QDebug::toString(net.settings.value(Settings::Key::Network)).contains(u"s3cret-word"_s));
    NetworkSetup next(net.settings, net.secrets, net.transport); // the next start
    QVERIFY(!next.isSignedInTo(proxy));
    next.start();
    next.readSignIns();
    QTRY_VERIFY(next.isSignedInTo(proxy));
    next.signInToProxy(proxy, {}, {}, true);
    NetworkSetup after(net.settings, net.secrets, net.transport);
    after.start();
    after.readSignIns();
    QVERIFY(!QTest::qWaitFor([&] { return after.isSignedInTo(proxy); }, 300));
}

void TestNetworkSetup::noneMeansNone()
{
    Net net;
    NetworkSettings wanted;
    wanted.mode = NetworkSettings::ProxyMode::None;
    net.network.change(wanted);
    qputenv("https_proxy", "http://127.0.0.1:9"); // the desktop's
    QCOMPARE(net.network.proxyFor(behindProxy), QString());
    qunsetenv("https_proxy");
}

void TestNetworkSetup::settingsAreKept()
{
    Net net;
    NetworkSettings wanted;
    wanted.mode = NetworkSettings::ProxyMode::Manual;
    wanted.proxyHost = u"proxy.example.org"_s;
    wanted.proxyPort = 3128;
    wanted.socks = true;
    net.network.change(wanted);
    QCOMPARE(NetworkSetup(net.settings, net.secrets, net.transport).settings(), wanted);
    net.settings.set(Settings::Key::Network, QVariantMap{{u"proxy"_s, u"by magic"_s}, {u"proxyPort"_s, 99999}});
    QCOMPARE(net.network.settings().mode, NetworkSettings::ProxyMode::System);
    QCOMPARE(net.network.settings().proxyPort, 8080);
}

void TestNetworkSetup::TLS_02_theCompanysCertificateIsTrustedOnceItWasConfirmed()
{
    TlsServer server(answer);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", server.serverPort());
    Net net;
    net.useProxy(proxy);
    net.transport.setBaseUrl(behindProxy);
    const auto refused = net.call();
    QVERIFY(refused && !refused->has_value());
    QCOMPARE(refused->error().kind, Error::Kind::Tls);

    const QString file = TlsServer::authorityFile();
    const auto bundle = CompanyCertificates::read(file);
    QVERIFY(bundle.has_value());
    QCOMPARE(CompanyCertificates::describe(*bundle).size(), 1);
    NetworkSettings wanted = net.network.settings();
    wanted.caFile = file;
    net.network.change(wanted); // named, but nobody has confirmed it
    QVERIFY(net.network.certificateProblem());
    QVERIFY(!net.call()->has_value());
    wanted.caFingerprint = bundle->fingerprint;
    net.network.change(wanted);
    QVERIFY(!net.network.certificateProblem());
    const auto passed = net.call();
    QVERIFY2(passed && passed->has_value(), passed && !*passed ? qPrintable(passed->error().message) : "");
    const auto stream = net.transport.hub().watch(u"/streams/runs/1"_s, {});
    QTRY_VERIFY(stream->isConnected());
}

void TestNetworkSetup::TLS_02_aChangedFileIsNotUsed()
{
    Net net;
    const QString copy = net.dir.filePath(u"company.pem"_s);
    QVERIFY(QFile::copy(TlsServer::authorityFile(), copy));
    NetworkSettings wanted;
    wanted.caFile = copy;
    wanted.caFingerprint = CompanyCertificates::read(copy)->fingerprint;
    net.network.change(wanted);
    QVERIFY(!net.network.certificateProblem());
    QFile file(copy);
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    NetworkSetup next(net.settings, net.secrets, net.transport);
    next.start();
    QVERIFY(next.certificateProblem());
    QVERIFY(next.certificateProblem()->message.contains(u"changed"_s));
}

void TestNetworkSetup::TLS_02_whatIsNoCertificateIsSaid()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"x.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
    file.close();
    const auto nonsense = CompanyCertificates::read(file.fileName());
    QVERIFY(!nonsense);
    QCOMPARE(nonsense.error().kind, Error::Kind::Invalid);
    QVERIFY(!nonsense.error().nextStep.isEmpty());
    QCOMPARE(CompanyCertificates::read(dir.filePath(u"missing.pem"_s)).error().kind, Error::Kind::Storage);
}

void TestNetworkSetup::TLS_03_oldProtocolsAreOff()
{
    const Net net;
    QCOMPARE(QSslConfiguration::defaultConfiguration().protocol(), QSsl::TlsV1_2OrLater);
}

void TestNetworkSetup::ourOwnServerIsToldTheSame()
{
    Net net;
    QCOMPARE(net.network.forLocalServer(), QJsonObject({{"proxy"_L1, u"system"_s}}));
    NetworkSettings wanted;
    wanted.mode = NetworkSettings::ProxyMode::Manual;
    wanted.proxyHost = u"proxy.example.org"_s;
    wanted.proxyPort = 3128;
    wanted.caFile = TlsServer::authorityFile();
    wanted.caFingerprint = "somebody else's";
    net.network.change(wanted);
    QVERIFY(!net.network.forLocalServer().contains("certificates"_L1)); // what nobody has confirmed is not handed on either
    wanted.caFingerprint = CompanyCertificates::read(wanted.caFile)->fingerprint;
    net.network.change(wanted);
    net.network.signInToProxy(u"proxy.example.org:3128"_s, u"ana"_s, u"s3cret-word"_s, false);
    const QJsonObject told = net.network.forLocalServer();
    QCOMPARE(told.value("host"_L1).toString(), u"proxy.example.org"_s);
    QCOMPARE(told.value("port"_L1).toInt(), 3128);
    QCOMPARE(told.value("password"_L1).toString(), u"s3cret-word"_s);
    QVERIFY(told.value("certificates"_L1).toString().startsWith(u"-----BEGIN CERTIFICATE-----"_s));
}

void TestNetworkSetup::aProxyScriptThatHangsHoldsNobody()
{
    struct Script { // outlives this function: a thread that nobody waits for may still be in it
        std::atomic_int asked = 0;
        std::atomic_bool isOver = false;
        QNetworkProxy proxy{QNetworkProxy::HttpProxy, u"proxy.example.org"_s, 3128};
    };
    const auto script = std::make_shared<Script>();
    const auto rules = std::make_shared<ProxyRules>([script](const QNetworkProxyQuery &) {
        ++script->asked;
        while (!script->isOver)
            QThread::msleep(5);
        return QList<QNetworkProxy>{script->proxy};
    });
    const QUrl server(u"https://agents.example.org"_s);
    QObject context;
    bool isDone = false;
    QElapsedTimer timer;
    timer.start();
    int ticks = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, &tick, [&ticks] { ++ticks; });
    tick.start(10);
    rules->prepare(
        server, &context, [&isDone] { isDone = true; }, 300);
    QVERIFY(!isDone);
    QTRY_VERIFY(isDone);                                                                                 // it did not answer in time
    QVERIFY(ticks > 5);                                                                                  // and the windows went on
    QCOMPARE(rules->proxiesFor(QNetworkProxyQuery(server)).constFirst().type(), QNetworkProxy::NoProxy); // waits, but not for long
    script->isOver = true;
    QTRY_COMPARE(rules->proxiesFor(QNetworkProxyQuery(server)).constFirst().hostName(), u"proxy.example.org"_s);
    const int before = script->asked;
    QCOMPARE(rules->proxiesFor(QNetworkProxyQuery(QUrl(u"https://agents.example.org/another/path"_s))).constFirst().port(), 3128);
    QCOMPARE(script->asked.load(), before); // known by now
    isDone = false;
    rules->prepare(server, &context, [&isDone] { isDone = true; });
    QVERIFY(isDone);
    rules->forgetSystem();
    isDone = false;
    rules->prepare(server, &context, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(script->asked.load(), before + 1);
}

void TestNetworkSetup::TLS_03_aProfilesPinsCountForBothItsServers()
{
    Net net;
    Profile profile{Profile::Kind::Team, u"Team"_s, QUrl(u"https://agents.example.org/api"_s)};
    profile.identityUrl = QUrl(u"https://login.example.org"_s);
    profile.pins = {"one", "two"};
    net.network.pin({profile});
    for (const QUrl &server : {profile.baseUrl, profile.identityUrl})
        QVERIFY(net.network.tlsRules()->refusal(server, QSslCertificate()));
    QVERIFY(!net.network.tlsRules()->refusal(QUrl(u"https://elsewhere.example.org"_s), QSslCertificate()));
    QCOMPARE(net.transport.tlsRules(), std::shared_ptr<const TlsRules>(net.network.tlsRules()));
}

// Another server of the same profiles: the same rules, and when they change it is not reached over a connection of before either.
void TestNetworkSetup::TLS_03_aFileServiceIsReachedAsTheAgentServerIs()
{
    FaultServer agents(answer);
    FaultServer files(answer);
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    TlsServer foreign(answer);
    ProfileTokenSource tokens;
    Transport service(tokens);
    ApiClient throughService(service);
    Net net;
    net.network.alsoFor(service);
    QCOMPARE(service.tlsRules(), std::shared_ptr<const TlsRules>(net.network.tlsRules()));
    net.transport.setBaseUrl(agents.url());
    service.setBaseUrl(files.url());
    const auto bothAnswer = [&] {
        const auto first = net.call();
        const auto second = Net::call(throughService);
        return first && *first && second && *second;
    };
    QVERIFY(bothAnswer());
    QVERIFY(bothAnswer());
    QCOMPARE(agents.connections(), 1);
    QCOMPARE(files.connections(), 1);
    net.network.change(net.network.settings());
    QVERIFY(bothAnswer());
    QCOMPARE(agents.connections(), 2);
    QCOMPARE(files.connections(), 2);

    Profile profile{Profile::Kind::Team, u"Team"_s, QUrl(u"https://agents.example.org"_s)};
    profile.dataUrl = foreign.url();
    profile.pins = {"of another key"};
    net.network.pin({profile});
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting()); // but for the pin it would be let through
    service.setBaseUrl(foreign.url());
    const auto refused = Net::call(throughService);
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().kind, Error::Kind::Tls);
    QVERIFY(foreign.received().isEmpty());
}

void TestNetworkSetup::TLS_04_theCertificatesPasswordComesFromTheSecretStore()
{
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    TlsServer server(answer);
    server.askForCertificates();
    Net net;
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    net.transport.setBaseUrl(server.url());
    QVERIFY(!net.call()->has_value());
    Profile profile{Profile::Kind::Team, u"Team"_s, server.url()};
    profile.id = u"p1"_s;
    profile.certificateFile = TlsServer::file(u"client.p12"_s);
    const auto prepare = [&] {
        std::optional<Result<>> outcome;
        net.network.prepare(profile, &net.network, [&outcome](const Result<> &result) { outcome = result; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }) ? outcome : std::nullopt;
    };
    const auto without = prepare();
    QVERIFY(without && !*without);
    QCOMPARE(without->error().kind, Error::Kind::Unauthorized);
    net.secrets.write(certificatePasswordKey(profile.id), "open sesame", &net.network, [](const Result<> &) {});
    const auto with = prepare();
    QVERIFY(with && *with);
    const auto passed = net.call();
    QVERIFY2(passed && passed->has_value(), passed && !*passed ? qPrintable(passed->error().message) : "");
    QVERIFY(server.shown().contains(u"Ana Silva"_s));
}

void TestNetworkSetup::TLS_04_aWorkspaceSaysWhyItsCertificateCannotBeUsed()
{
    FaultServer server([](const Received &request) { return request.target == "/capabilities" ? reply(404, "{}") : json("[]"); });
    Net net;
    AuthManagers sessions(net.secrets);
    Workspace workspace(net.api, net.tokens, sessions, {{}, {}, {}, [&net](const Profile &profile, QObject *context, auto done) {
                                                            net.network.prepare(profile, context, std::move(done));
                                                        }});
    Profile profile{Profile::Kind::Team, u"Team"_s, server.url()};
    profile.id = u"p1"_s;
    profile.certificateFile = net.dir.filePath(u"gone.p12"_s);
    workspace.open(profile);
    QTRY_COMPARE(workspace.state(), Workspace::State::Failed);
    QVERIFY(workspace.error().message.contains(u"certificate"_s));
    QVERIFY(!workspace.error().nextStep.isEmpty());
    QCOMPARE(server.connections(), 0);
    QVERIFY(QFile::copy(TlsServer::file(u"client.pem"_s), profile.certificateFile)); // it is put back
    workspace.retry();
    QTRY_COMPARE(workspace.state(), Workspace::State::Ready);
}

QTEST_GUILESS_MAIN(TestNetworkSetup)
#include "tst_networksetup.moc"
