#include "support/faultserver.h"
#include "support/proxyserver.h"
#include "support/rawclient.h"
#include "support/tlsserver.h"

#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::test;
using Ending = RawClient::Ending;

namespace {

QByteArray connectTo(const QByteArray &authority, const QByteArray &headers = {})
{
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + headers + "\r\n";
}

QByteArray basic(const QByteArray &pair)
{
    return "Proxy-Authorization: Basic " + pair.toBase64() + "\r\n";
}

const QByteArray established = "HTTP/1.1 200 Connection established\r\n\r\n";

Scripted hello(const Received &)
{
    return json("[]");
}

// HTTPS through a proxy, by Qt's own proxy code.
struct SecureClient {
    QSslSocket socket;
    QByteArray received;

    explicit SecureClient(const ProxyServer &proxy)
    {
        socket.setSslConfiguration(TlsServer::trusting());
        socket.setProxy(proxy.proxy());
        QObject::connect(&socket, &QSslSocket::encrypted, &socket, [this] { socket.write("GET /canary HTTP/1.1\r\n\r\n"); });
        QObject::connect(&socket, &QSslSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHostEncrypted(u"agents.desk.test"_s, 443);
    }
};

} // namespace

class TestProxyServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTunnelCarriesBytesBothWays();
    void bytesRightBehindTheConnectAreNotLost();
    void aTunnelEndsWithEitherSide();
    void anAbsoluteRequestReachesTheOriginWithoutProxyHeaders();
    void aChunkedRequestIsForwardedWhole();
    void oneConnectionMayAskSeveralOrigins();
    void unknownNamesAndDeadPortsAreABadGateway();
    void basicIsAskedForUntilItIsRight();
    void otherChallengesClose_data();
    void otherChallengesClose();
    void refusalsSayWhyAndDropsDoNot();
    void httpsThroughATunnelStaysSecret();
    void anNtlmProxyMayRepeatItselfForEver();
};

void TestProxyServer::aTunnelCarriesBytesBothWays()
{
    FaultServer origin(hello);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", origin.serverPort());
    RawClient client(proxy.serverPort());
    client.send(connectTo("agents.desk.test:443"));
    QTRY_COMPARE(client.received(), established);
    client.send("GET /inside HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[]"));
    QCOMPARE(origin.received().constFirst().target, "/inside");
    QCOMPARE(proxy.received().size(), 1);
    QCOMPARE(proxy.received().constFirst().method, "CONNECT");
    QCOMPARE(proxy.received().constFirst().target, "agents.desk.test:443");
    QVERIFY(proxy.seen().contains("/inside"));
}

void TestProxyServer::bytesRightBehindTheConnectAreNotLost()
{
    FaultServer origin(hello);
    ProxyServer proxy;
    RawClient client(proxy.serverPort());
    client.send(connectTo("127.0.0.1:" + QByteArray::number(origin.serverPort())) + "GET /early HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[]"));
    QVERIFY(client.received().startsWith(established));
    QCOMPARE(origin.received().constFirst().target, "/early");
}

void TestProxyServer::aTunnelEndsWithEitherSide()
{
    FaultServer origin([](const Received &) { return reply(200, "[]"); });
    ProxyServer proxy;
    const QByteArray target = connectTo("localhost:" + QByteArray::number(origin.serverPort()));
    {
        RawClient leaving(proxy.serverPort());
        leaving.send(target);
        QTRY_COMPARE(origin.openConnections(), 1);
    }
    QTRY_COMPARE(origin.openConnections(), 0);
    origin.setHandler([](const Received &) { return Scripted{{"bye"}, 0, Scripted::End::Close}; });
    RawClient client(proxy.serverPort());
    client.send(target + "GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.ending(), Ending::Fin);
    QCOMPARE(client.received(), established + "bye");
}

void TestProxyServer::anAbsoluteRequestReachesTheOriginWithoutProxyHeaders()
{
    FaultServer origin(hello);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", origin.serverPort());
    RawClient client(proxy.serverPort());
    client.send(
        "POST http://agents.desk.test/runs?a=%20b HTTP/1.1\r\nProxy-Connection: keep-alive\r\nX-Mine: 1\r\nContent-Length: 2\r\n\r\n{}");
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[]"));
    const Received request = origin.received().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/runs?a=%20b");
    QCOMPARE(request.body, "{}");
    QCOMPARE(request.headers.value("x-mine"), "1");
    QVERIFY(!request.headers.contains("proxy-connection"));
    QCOMPARE(proxy.received().constFirst().target, "http://agents.desk.test/runs?a=%20b");
}

void TestProxyServer::aChunkedRequestIsForwardedWhole()
{
    FaultServer origin(hello);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", origin.serverPort());
    RawClient client(proxy.serverPort());
    client.send("PUT http://agents.desk.test:8000/a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks("some words", {3}).join());
    QTRY_COMPARE(origin.received().size(), 1);
    QCOMPARE(origin.received().constFirst().body, "some words");
}

void TestProxyServer::oneConnectionMayAskSeveralOrigins()
{
    FaultServer one([](const Received &) { return json("1"); });
    FaultServer two([](const Received &) { return json("2"); });
    ProxyServer proxy;
    proxy.setRoute("one.desk.test", one.serverPort());
    proxy.setRoute("two.desk.test", two.serverPort());
    RawClient client(proxy.serverPort());
    for (const QByteArray &host : {QByteArray("one"), QByteArray("two"), QByteArray("two"), QByteArray("one")}) {
        const qint64 before = client.receivedBytes();
        client.send("GET http://" + host + ".desk.test/ HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(client.receivedBytes() > before && client.received().endsWith(host == "one" ? "\r\n\r\n1" : "\r\n\r\n2"));
    }
    QCOMPARE(proxy.connections(), 1);
    QCOMPARE(one.connections(), 2);
    QCOMPARE(two.connections(), 1);
}

void TestProxyServer::unknownNamesAndDeadPortsAreABadGateway()
{
    quint16 dead = 0;
    {
        const FaultServer gone(hello);
        dead = gone.serverPort();
    }
    ProxyServer proxy;
    for (const QByteArray &request : {connectTo("nowhere.desk.test:443"), connectTo("127.0.0.1:" + QByteArray::number(dead)),
                                      QByteArray("GET http://nowhere.desk.test/ HTTP/1.1\r\n\r\n")}) {
        RawClient client(proxy.serverPort());
        client.send(request);
        QTRY_COMPARE(client.ending(), Ending::Fin);
        QVERIFY(client.received().startsWith("HTTP/1.1 502 "));
    }
}

void TestProxyServer::basicIsAskedForUntilItIsRight()
{
    FaultServer origin(hello);
    ProxyServer proxy(ProxyServer::Mode::Basic);
    proxy.setRoute("agents.desk.test", origin.serverPort());
    proxy.setCredentials("kim", "se:cret");
    RawClient client(proxy.serverPort());
    client.send(connectTo("agents.desk.test:443"));
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n"));
    QVERIFY(client.received().startsWith("HTTP/1.1 407 "));
    QVERIFY(client.received().contains("\r\nProxy-Authenticate: Basic realm=\"desk tests\"\r\n"));
    client.send(connectTo("agents.desk.test:443", basic("kim:wrong")));
    QTRY_COMPARE(client.received().count("HTTP/1.1 407 "), 2);
    client.send(connectTo("agents.desk.test:443", basic("kim:se:cret")));
    QTRY_VERIFY(client.received().endsWith(established));
    QCOMPARE(proxy.connections(), 1);
    QCOMPARE(proxy.received().constLast().attempt, 3);
}

void TestProxyServer::otherChallengesClose_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("NTLM") << static_cast<int>(ProxyServer::Mode::Ntlm) << QByteArray("NTLM");
    QTest::newRow("Negotiate") << static_cast<int>(ProxyServer::Mode::Negotiate) << QByteArray("Negotiate");
}

void TestProxyServer::otherChallengesClose()
{
    QFETCH(int, mode);
    QFETCH(QByteArray, scheme);
    ProxyServer proxy(static_cast<ProxyServer::Mode>(mode));
    RawClient client(proxy.serverPort());
    client.send(connectTo("agents.desk.test:443"));
    QTRY_COMPARE(client.ending(), Ending::Fin);
    QVERIFY(client.received().startsWith("HTTP/1.1 407 "));
    QVERIFY(client.received().contains("\r\nProxy-Authenticate: " + scheme + "\r\n"));
}

void TestProxyServer::refusalsSayWhyAndDropsDoNot()
{
    ProxyServer proxy(ProxyServer::Mode::Refuse);
    RawClient refused(proxy.serverPort());
    refused.send(connectTo("agents.desk.test:443"));
    QTRY_COMPARE(refused.ending(), Ending::Fin);
    QVERIFY(refused.received().startsWith("HTTP/1.1 403 "));
    proxy.setMode(ProxyServer::Mode::Drop);
    RawClient dropped(proxy.serverPort());
    dropped.send(connectTo("agents.desk.test:443"));
    QTRY_COMPARE(dropped.ending(), Ending::Fin);
    QVERIFY(dropped.received().isEmpty());
    QCOMPARE(proxy.received().size(), 2);
}

void TestProxyServer::httpsThroughATunnelStaysSecret()
{
    TlsServer origin(hello);
    ProxyServer proxy;
    proxy.setRoute("agents.desk.test", origin.serverPort());
    const SecureClient client(proxy);
    QTRY_VERIFY(client.received.endsWith("\r\n\r\n[]"));
    QCOMPARE(origin.received().constFirst().target, "/canary");
    QCOMPARE(proxy.received().constFirst().target, "agents.desk.test:443");
    QVERIFY(proxy.seen().size() > 200); // a handshake went through
    QVERIFY(!proxy.seen().contains("canary"));
}

void TestProxyServer::anNtlmProxyMayRepeatItselfForEver()
{
    ProxyServer proxy(ProxyServer::Mode::NtlmForever);
    RawClient client(proxy.serverPort());
    for (int i = 1; i <= 5; ++i) {
        client.send(connectTo("agents.desk.test:443", "Proxy-Authorization: NTLM TlRMTVNTUAAB\r\n"));
        QTRY_COMPARE(client.received().count("HTTP/1.1 407 "), i);
    }
    QCOMPARE(client.ending(), Ending::Open);
    QCOMPARE(client.received().count("\r\nProxy-Authenticate: NTLM\r\n"), 5);
}

QTEST_GUILESS_MAIN(TestProxyServer)
#include "tst_proxyserver.moc"
