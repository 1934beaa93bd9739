// The gateway before a server: who passes, what the server gets of it, and that answers are not kept back.
#include "support/faultserver.h"
#include "support/gateway.h"
#include "support/rawclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::test;
using Ending = RawClient::Ending;

namespace {

QByteArray ask(const QByteArray &authorization, const QByteArray &target = "/agents")
{
    return "GET " + target + " HTTP/1.1\r\nHost: desk.test\r\nAuthorization: " + authorization + "\r\nX-Kept: Yes\r\n\r\n";
}

} // namespace

class TestGateway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aGoodTokenPassesAsTheServersOwn();
    void whatIsNotGoodIsRefusedInTheWordsOfTheContract_data();
    void whatIsNotGoodIsRefusedInTheWordsOfTheContract();
    void aRefusedClientMayAskAgainOnTheSameConnection();
    void aTokenIsLookedAtWithEveryRequest();
    void bodiesPassWhole_data();
    void bodiesPassWhole();
    void aStreamIsPassedOnWhileItGoesOn();
    void aClientThatLeavesIsGoneForTheServer();
    void aServerThatLeavesIsGoneForTheClient();
    void aServerThatIsNotThereEndsTheConnection();

private:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<Gateway> m_gateway;
    QByteArray m_good;
};

void TestGateway::init()
{
    m_good = "good";
    m_server = std::make_unique<FaultServer>([](const Received &) { return json("[1]"); });
    m_gateway = std::make_unique<Gateway>(m_server->serverPort(), "of-the-server");
    m_gateway->isGood = [this](const QByteArray &bearer) { return bearer == m_good; };
}

void TestGateway::cleanup()
{
    m_gateway.reset();
    m_server.reset();
}

void TestGateway::aGoodTokenPassesAsTheServersOwn()
{
    RawClient client(m_gateway->port());
    client.send(ask("Bearer good", "/runs?limit=3"));
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[1]"));
    QVERIFY(client.received().startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_server->received().size(), 1);
    const Received got = m_server->received().constFirst();
    QCOMPARE(got.target, QByteArray("/runs?limit=3"));
    QCOMPARE(got.headers.value("authorization"), QByteArray("Bearer of-the-server"));
    QCOMPARE(got.headers.value("host"), "127.0.0.1:" + QByteArray::number(m_server->serverPort()));
    QVERIFY(got.head.contains("X-Kept: Yes"));
    QCOMPARE(got.head.toLower().count("authorization:"), 1);
    QCOMPARE(got.head.toLower().count("host:"), 1);
    QVERIFY(!got.headers.contains("content-length"));
    QCOMPARE(m_gateway->passed("GET", "/runs?limit=3"), 1);
    QCOMPARE(m_gateway->passed().constFirst().headers.value("authorization"), QByteArray("Bearer good"));
}

void TestGateway::whatIsNotGoodIsRefusedInTheWordsOfTheContract_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("expired") << ask("Bearer bad") << QByteArray("401") << QByteArray(R"({"detail":"Invalid or expired JWT token"})");
    QTest::newRow("another scheme") << ask("Basic good") << QByteArray("401") << QByteArray(R"({"detail":"invalid auth header"})");
    QTest::newRow("none") << QByteArray("GET /agents HTTP/1.1\r\nHost: desk.test\r\n\r\n") << QByteArray("422")
                          << QByteArray(
                                 R"({"detail":[{"type":"missing","loc":["header","authorization"],"msg":"Field required","input":null}]})");
}

void TestGateway::whatIsNotGoodIsRefusedInTheWordsOfTheContract()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    RawClient client(m_gateway->port());
    client.send(request);
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n" + body));
    QVERIFY(client.received().startsWith("HTTP/1.1 " + status + ' '));
    QCOMPARE(m_gateway->refused(), 1);
    QVERIFY(m_gateway->passed().isEmpty());
    QCOMPARE(m_server->connections(), 0);
}

void TestGateway::aRefusedClientMayAskAgainOnTheSameConnection()
{
    RawClient client(m_gateway->port());
    client.send(ask("Bearer bad"));
    QTRY_VERIFY(client.received().endsWith("token\"}"));
    client.send(ask("Bearer good"));
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[1]"));
    QCOMPARE(client.ending(), Ending::Open);
    QCOMPARE(m_gateway->passed().constFirst().connection, 1);
}

void TestGateway::aTokenIsLookedAtWithEveryRequest()
{
    RawClient client(m_gateway->port());
    client.send(ask("Bearer good"));
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n[1]"));
    m_good = "newer";
    client.send(ask("Bearer good"));
    QTRY_VERIFY(client.received().endsWith("token\"}"));
    QCOMPARE(m_server->received().size(), 1);
    client.send(ask("Bearer newer"));
    QTRY_COMPARE(m_server->received().size(), 2);
    QCOMPARE(m_server->connections(), 1);
}

void TestGateway::bodiesPassWhole_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::addColumn<QList<QByteArray>>("parts");
    QTest::newRow("of a length") << QByteArray("Content-Length: 11") << QList<QByteArray>{"hello", " world"};
    QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked")
                               << QList<QByteArray>{"5\r\nhel", "lo\r\n6\r", "\n world\r\n0\r\n\r\n"};
    QTest::newRow("an empty one") << QByteArray("Content-Length: 0") << QList<QByteArray>{};
}

void TestGateway::bodiesPassWhole()
{
    QFETCH(const QByteArray, framing);
    QFETCH(const QList<QByteArray>, parts);
    RawClient client(m_gateway->port());
    client.send("POST /files HTTP/1.1\r\nHost: desk.test\r\nAuthorization: Bearer good\r\n" + framing + "\r\n\r\n");
    for (const QByteArray &part : parts)
        client.send(part);
    client.send(ask("Bearer good")); // right behind it
    QTRY_COMPARE(m_server->received().size(), 2);
    const Received got = m_server->received().constFirst();
    QCOMPARE(got.method, QByteArray("POST"));
    QCOMPARE(got.body, parts.isEmpty() ? QByteArray() : QByteArray("hello world"));
    QCOMPARE(got.headers.value("content-length"), QByteArray::number(got.body.size()));
    QVERIFY(!got.headers.contains("transfer-encoding"));
    QCOMPARE(m_server->received().constLast().method, QByteArray("GET"));
}

void TestGateway::aStreamIsPassedOnWhileItGoesOn()
{
    m_server->setHandler([](const Received &) { return eventStream({"data: 1\n\n"}, Scripted::End::Hold); });
    RawClient client(m_gateway->port());
    client.send(ask("Bearer good", "/streams/runs/1"));
    QTRY_VERIFY(client.received().endsWith("data: 1\n\n"));
    m_good = "newer"; // looked at once, at the start
    m_server->sendToHeld("data: 2\n");
    QTRY_VERIFY(client.received().endsWith("data: 1\n\ndata: 2\n"));
    QCOMPARE(client.ending(), Ending::Open);
    m_server->closeHeld();
    QTRY_COMPARE(client.ending(), Ending::Fin);
    QVERIFY(client.received().endsWith("data: 2\n"));
}

void TestGateway::aClientThatLeavesIsGoneForTheServer()
{
    m_server->setHandler([](const Received &) { return eventStream({"data: 1\n\n"}, Scripted::End::Hold); });
    {
        RawClient client(m_gateway->port());
        client.send(ask("Bearer good"));
        QTRY_VERIFY(client.received().endsWith("data: 1\n\n"));
        QCOMPARE(m_server->openConnections(), 1);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestGateway::aServerThatLeavesIsGoneForTheClient()
{
    m_server->setHandler([](const Received &) { return cut(json("[1]"), 10, Scripted::End::Close); });
    RawClient client(m_gateway->port());
    client.send(ask("Bearer good"));
    QTRY_COMPARE(client.ending(), Ending::Fin);
    QCOMPARE(client.received(), QByteArray("HTTP/1.1 2"));
}

void TestGateway::aServerThatIsNotThereEndsTheConnection()
{
    m_server->close();
    RawClient client(m_gateway->port());
    client.send(ask("Bearer good"));
    QTRY_COMPARE(client.ending(), Ending::Fin);
    QVERIFY(client.received().isEmpty());
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
