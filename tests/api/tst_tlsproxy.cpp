// Proxies that want something and certificates that are not accepted: FI-24, FI-25, FI-26.
#include "policyfixture.h"
#include "support/proxyserver.h"
#include "support/tlsserver.h"

#include <QLocale>
#include <QNetworkProxy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;
using Certificate = TlsServer::Certificate;

namespace {

const QUrl nameBehindProxy(u"https://agents.desk.test"_s);

Scripted answer(const Received &request)
{
    return request.target.startsWith("/streams") ? eventStream({"data: x\n\n"}, Scripted::End::Hold) : json("[]");
}

} // namespace

class TestTlsProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aProxyThatPassesIsUsedAndSeesNoSecret();
    void FI_24_aProxyThatWantsASignInIsToldAndNotAskedAgain_data();
    void FI_24_aProxyThatWantsASignInIsToldAndNotAskedAgain();
    void FI_24_aProxyThatRefusesForEverMeetsTheLimit();
    void FI_25_aDeadProxyIsNamedAndLoopbackStillWorks();
    void FI_26_whatIsWrongWithACertificateIsTold_data();
    void FI_26_whatIsWrongWithACertificateIsTold();
    void FI_26_anOldProtocolIsTold();
    void FI_26_aGoodCertificateIsAccepted();
    void FI_27_aRedirectFromHttpsToHttpIsRefused();

private:
    QNetworkProxy m_proxy;
    QSslConfiguration m_tls;
};

void TestTlsProxy::init()
{
    m_proxy = QNetworkProxy::applicationProxy();
    m_tls = QSslConfiguration::defaultConfiguration();
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
}

void TestTlsProxy::cleanup()
{
    QNetworkProxy::setApplicationProxy(m_proxy);
    QSslConfiguration::setDefaultConfiguration(m_tls);
}

void TestTlsProxy::aProxyThatPassesIsUsedAndSeesNoSecret()
{
    TlsServer server(answer);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", server.serverPort());
    QNetworkProxy::setApplicationProxy(proxy.proxy());
    Client client(nameBehindProxy);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
    QCOMPARE(proxy.received().size(), 2);
    for (const Received &request : proxy.received()) {
        QCOMPARE(request.method, QByteArray("CONNECT"));
        QCOMPARE(request.target, QByteArray("agents.desk.test:443"));
    }
    QVERIFY(!proxy.seen().contains("canary"));
    QVERIFY(!proxy.seen().contains("Bearer"));
    QCOMPARE(server.received().constFirst().headers.value("authorization"), QByteArray("Bearer canary-token-123456"));
}

void TestTlsProxy::FI_24_aProxyThatWantsASignInIsToldAndNotAskedAgain_data()
{
    QTest::addColumn<int>("mode");
    const auto row = [](const char *name, ProxyServer::Mode mode) { QTest::newRow(name) << static_cast<int>(mode); };
    row("Basic", ProxyServer::Mode::Basic);
    row("NTLM, closed", ProxyServer::Mode::Ntlm);
    row("Negotiate, closed", ProxyServer::Mode::Negotiate);
    row("403", ProxyServer::Mode::Refuse);
    row("closed", ProxyServer::Mode::Drop);
}

void TestTlsProxy::FI_24_aProxyThatWantsASignInIsToldAndNotAskedAgain()
{
    QFETCH(int, mode);
    TlsServer server(answer);
    ProxyServer proxy(static_cast<ProxyServer::Mode>(mode));
    proxy.setCredentials("ana", "secret");
    proxy.setRoute("agents.desk.test", server.serverPort());
    QNetworkProxy::setApplicationProxy(proxy.proxy());
    const QString address = u"127.0.0.1:%1"_s.arg(proxy.serverPort());
    Client client(nameBehindProxy);
    for (const QByteArray verb : {"GET", "POST"}) {
        const auto before = proxy.received().size();
        RequestSpec spec = request(verb, u"/agents"_s);
        spec.patience.connectMs = 1000; // Qt says nothing about a proxy that hangs up
        const Error error = errorOf(send(client, spec));
        QVERIFY2(error.kind == Kind::Proxy, qPrintable(error.message + error.detail));
        QVERIFY2(error.message.contains(address), qPrintable(error.message));
        QVERIFY(!error.nextStep.isEmpty());
        QVERIFY(!error.outcomeUnknown);
        QVERIFY2(proxy.received().size() - before <= 3, qPrintable(QString::number(proxy.received().size() - before)));
    }
    const auto before = proxy.received().size();
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QVERIFY2(closing->error().kind == Kind::Proxy, qPrintable(closing->error().message + closing->error().detail));
    QVERIFY2(closing->error().message.contains(address), qPrintable(closing->error().message));
    QVERIFY(proxy.received().size() - before <= 3);
    const auto after = proxy.received().size();
    QVERIFY(!QTest::qWaitFor([&] { return proxy.received().size() > after; }, 800)); // and nothing goes on behind the scenes
    QCOMPARE(server.connections(), 0);
    QVERIFY(!proxy.seen().contains("canary"));
}

void TestTlsProxy::FI_24_aProxyThatRefusesForEverMeetsTheLimit()
{
    ProxyServer proxy(ProxyServer::Mode::NtlmForever);
    QNetworkProxy::setApplicationProxy(proxy.proxy());
    Client client(nameBehindProxy);
    RequestSpec spec = request("POST", u"/agents"_s);
    spec.patience.connectMs = 500;
    const Error error = errorOf(send(client, spec));
    QCOMPARE(error.kind, Kind::Proxy);
    QVERIFY(!error.outcomeUnknown);
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s, {.connectMs = 500}));
    QCOMPARE(closing->error().kind, Kind::Proxy);
    const auto asked = [&proxy] { return proxy.received().size(); };
    qsizetype before = -1;
    QTRY_VERIFY(std::exchange(before, asked()) == asked()); // given up: it is left alone
}

void TestTlsProxy::FI_25_aDeadProxyIsNamedAndLoopbackStillWorks()
{
    quint16 port = 0;
    {
        const ProxyServer gone;
        port = gone.serverPort();
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
    const QString address = u"127.0.0.1:%1"_s.arg(port);
    FaultServer local(answer);
    Client client(nameBehindProxy);
    const Error error = errorOf(send(client, "GET", u"/agents"_s));
    QCOMPARE(error.kind, Kind::Proxy);
    QVERIFY2(error.message.contains(address), qPrintable(error.message));
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QCOMPARE(closing->error().kind, Kind::Proxy);
    QVERIFY2(closing->error().message.contains(address), qPrintable(closing->error().message));

    client.api.setBaseUrl(local.url());
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
}

void TestTlsProxy::FI_26_whatIsWrongWithACertificateIsTold_data()
{
    QTest::addColumn<int>("certificate");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("issuer");
    const auto row = [](const char *name, Certificate certificate, const QStringList &words, const QString &issuer) {
        QTest::newRow(name) << static_cast<int>(certificate) << words << issuer;
    };
    const QString expiry =
        QLocale().toString(QDateTime(QDate(2021, 1, 1), QTime(0, 0), Qt::UTC).toLocalTime().date(), QLocale::ShortFormat);
    row("expired", Certificate::Expired, {u"expired"_s, expiry}, u"Desk Test Authority"_s);
    row("for another host", Certificate::WrongHost, {u"another name"_s}, u"Desk Test Authority"_s);
    row("self-signed", Certificate::SelfSigned, {u"does not trust"_s}, u"localhost"_s);
    row("untrusted", Certificate::Untrusted, {u"does not trust"_s}, u"Unknown Authority"_s);
}

void TestTlsProxy::FI_26_whatIsWrongWithACertificateIsTold()
{
    QFETCH(int, certificate);
    QFETCH(QStringList, words);
    QFETCH(QString, issuer);
    TlsServer server(answer, static_cast<Certificate>(certificate));
    Client client(server.url());
    client.transport.policy().serverRemembersKeys = true; // and even so
    QList<Error> errors{errorOf(send(client, "GET", u"/agents"_s)), errorOf(send(client, "POST", u"/agents"_s))};
    errors.append(closingOf(openStream(client, u"/streams/runs/1"_s))->error());
    for (const Error &error : errors) {
        QCOMPARE(error.kind, Kind::Tls);
        for (const QString &word : words + QStringList{issuer, u"127.0.0.1"_s})
            QVERIFY2(error.message.contains(word), qPrintable(error.message));
        QVERIFY2(error.detail.contains(u"2020-01-01"_s), qPrintable(error.detail)); // from when to when, for the details
        QVERIFY2(error.detail.contains(certificate == static_cast<int>(Certificate::Expired) ? u"2021-01-01"_s : u"2120-01-01"_s),
                 qPrintable(error.detail));
        QVERIFY2(error.detail.contains(issuer), qPrintable(error.detail));
        QVERIFY(!error.nextStep.isEmpty());
        QVERIFY(!error.outcomeUnknown);
        QCOMPARE(error.httpStatus, 0);
    }
    QCOMPARE(server.received().size(), 0); // not one byte of a request
    QCOMPARE(server.connections(), 3);     // and no second try
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTlsProxy::FI_26_anOldProtocolIsTold()
{
    TlsServer server(answer, Certificate::Good, TlsServer::Protocol::Tls11);
    Client client(server.url());
    QList<Error> errors{errorOf(send(client, "GET", u"/agents"_s)), errorOf(send(client, "POST", u"/agents"_s))};
    errors.append(closingOf(openStream(client, u"/streams/runs/1"_s))->error());
    for (const Error &error : errors) {
        QCOMPARE(error.kind, Kind::Tls);
        QVERIFY2(!error.message.contains(u"certificate"_s), qPrintable(error.message)); // it never came to one
        QVERIFY2(error.userText().contains(u"TLS"_s), qPrintable(error.userText()));
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(!error.outcomeUnknown);
    }
    QCOMPARE(server.received().size(), 0);
    QCOMPARE(server.handshakes(), 0);
    QCOMPARE(server.connections(), 3);
}

void TestTlsProxy::FI_26_aGoodCertificateIsAccepted()
{
    TlsServer server(answer);
    Client client(server.url());
    QVERIFY(succeeds(send(client, "POST", u"/agents"_s)));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
    QSslConfiguration::setDefaultConfiguration(m_tls);
    Client stranger(server.url()); // who does not know the authority
    QCOMPARE(errorOf(send(stranger, "GET", u"/agents"_s)).kind, Kind::Tls);
}

void TestTlsProxy::FI_27_aRedirectFromHttpsToHttpIsRefused()
{
    FaultServer plain(answer);
    TlsServer server([&plain](const Received &request) { return refusal(307, {"Location: " + plain.url().toEncoded() + request.target}); });
    Client client(server.url());
    for (const QByteArray verb : {"GET", "POST"})
        QCOMPARE(errorOf(send(client, verb, u"/agents"_s)).kind, Kind::Protocol);
    QCOMPARE(closingOf(openStream(client, u"/streams/runs/1"_s))->error().kind, Kind::Protocol);
    QCOMPARE(plain.connections(), 0);
}

QTEST_GUILESS_MAIN(TestTlsProxy)
#include "tst_tlsproxy.moc"
