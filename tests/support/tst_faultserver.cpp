#include "support/faultserver.h"
#include "support/rawclient.h"

#include <QTest>

#include <algorithm>

using namespace desk::test;
using Ending = RawClient::Ending;

namespace {

const QByteArray get = "GET /agents?limit=5 HTTP/1.1\r\nHost: x\r\nX-Twice: a\r\nx-twice: b\r\n\r\n";

QByteArray numbered(int number)
{
    return "GET /" + QByteArray::number(number) + " HTTP/1.1\r\n\r\n";
}

} // namespace

// What the server understands of its clients.
class TestFaultServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsRecordedAsItCame();
    void aRequestMayComeByteByByte();
    void chunkedBodiesArePutTogether();
    void aChunkedBodyMayBeCutAnywhere();
    void anUnfinishedRequestIsNoRequest();
    void keptAliveConnectionsServeOneRequestAfterTheOther();
    void pipelinedRequestsAreAnsweredInTheirOrder();
    void requestsBehindAHeldOneAreRecordedOnly();
    void attemptsAreCountedByMethodAndTarget();
    void answersMayDependOnTheAttempt();
    void arrivalTimesFollowTheRequests();
    void aLargeUploadArrivesWhole();
    void anUploadStallsWhileTheServerDoesNotRead();
    void connectionsAreCounted();
    void aStoppedServerRefuses();
};

void TestFaultServer::aRequestIsRecordedAsItCame()
{
    FaultServer server([](const Received &) { return json("[]"); });
    RawClient client(server.serverPort());
    client.send("POST /runs HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nX-Twice: a\r\nx-twice:  b \r\n\r\nbody");
    QTRY_COMPARE(server.received().size(), 1);
    const Received request = server.received().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/runs");
    QCOMPARE(request.body, "body");
    QCOMPARE(request.headers.value("x-twice"), "b");
    QCOMPARE(request.head, "POST /runs HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nX-Twice: a\r\nx-twice:  b ");
    QCOMPARE(request.connection, 1);
    QCOMPARE(request.attempt, 1);
    QTRY_COMPARE(client.received(), "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]");
    QCOMPARE(client.ending(), Ending::Open);
}

void TestFaultServer::aRequestMayComeByteByByte()
{
    RequestReader reader;
    for (const char c : get) {
        QVERIFY(!reader.next());
        reader.feed(QByteArray(1, c));
    }
    const std::optional<Received> request = reader.next();
    QVERIFY(request);
    QCOMPARE(request->target, "/agents?limit=5");
    QVERIFY(!reader.next());
}

void TestFaultServer::chunkedBodiesArePutTogether()
{
    FaultServer server([](const Received &request) { return json(request.body); });
    RawClient client(server.serverPort());
    client.send("PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send("3\r\nabc\r\n17;name=value\r\ndefghijklmnopqrstuvwxyz\r\n");
    QTRY_COMPARE(server.connections(), 1);
    QCOMPARE(server.received().size(), 0);
    client.send("2\r\n\r\n\r\n0\r\nTrailer: x\r\n\r\n" + get);
    QTRY_COMPARE(server.received().size(), 2);
    QCOMPARE(server.received().constFirst().body, "abcdefghijklmnopqrstuvwxyz\r\n");
    QCOMPARE(server.received().constLast().method, "GET");
    QVERIFY(server.received().constLast().body.isEmpty());
}

void TestFaultServer::aChunkedBodyMayBeCutAnywhere()
{
    const QByteArray bytes = "POST /a HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunks("some words", {1, 3}).join() + get;
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        RequestReader reader;
        QList<Received> requests;
        for (const QByteArray &part : {bytes.first(at), bytes.mid(at)}) {
            reader.feed(part);
            while (const std::optional<Received> request = reader.next())
                requests.append(*request);
        }
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.first().body, "some words");
        QCOMPARE(requests.last().target, "/agents?limit=5");
    }
}

void TestFaultServer::anUnfinishedRequestIsNoRequest()
{
    FaultServer server([](const Received &) { return json("[]"); });
    RawClient client(server.serverPort());
    client.send("POST /runs HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf");
    client.shutdown();
    QTRY_COMPARE(client.ending(), Ending::Fin); // the server gives up when we do
    QCOMPARE(server.received().size(), 0);
    QCOMPARE(client.receivedBytes(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestFaultServer::keptAliveConnectionsServeOneRequestAfterTheOther()
{
    FaultServer server([](const Received &request) { return json(request.target); });
    RawClient client(server.serverPort());
    for (int i = 1; i <= 5; ++i) {
        client.send(numbered(i));
        QTRY_VERIFY(client.received().endsWith("\r\n\r\n/" + QByteArray::number(i)));
        QCOMPARE(server.received().constLast().connection, 1);
    }
    QCOMPARE(server.connections(), 1);
}

void TestFaultServer::pipelinedRequestsAreAnsweredInTheirOrder()
{
    constexpr int count = 500;
    QList<QByteArray> asked;
    FaultServer server([&asked](const Received &request) {
        asked.append(request.target);
        const Scripted answer = json(request.target + ";");
        return request.target == "/0" ? drip(late(answer, 20), 40, 1) : answer; // the first is the slowest
    });
    RawClient client(server.serverPort());
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += numbered(i);
    client.send(all);
    QTRY_COMPARE(server.received().size(), count);
    QCOMPARE(asked, {"/0"}); // the others wait for their turn
    QTRY_COMPARE(asked.size(), count);
    QTRY_VERIFY(client.received().endsWith("/499;"));
    qsizetype at = 0;
    for (int i = 0; i < count; ++i) {
        at = client.received().indexOf("\r\n\r\n/" + QByteArray::number(i) + ';', at);
        QVERIFY(at > 0);
    }
}

void TestFaultServer::requestsBehindAHeldOneAreRecordedOnly()
{
    int asked = 0;
    FaultServer server([&asked](const Received &) {
        ++asked;
        return Scripted{{}, 0, Scripted::End::Hold};
    });
    RawClient client(server.serverPort());
    client.send(get + get);
    QTRY_COMPARE(server.received().size(), 2);
    client.send(get);
    QTRY_COMPARE(server.received().size(), 3);
    QCOMPARE(asked, 1);
    QCOMPARE(client.receivedBytes(), 0);
}

void TestFaultServer::attemptsAreCountedByMethodAndTarget()
{
    FaultServer server([](const Received &) { return json("[]"); });
    RawClient first(server.serverPort());
    first.send("GET /a HTTP/1.1\r\n\r\nGET /a HTTP/1.1\r\n\r\nPUT /a HTTP/1.1\r\n\r\nGET /a?b HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.received().size(), 4);
    RawClient second(server.serverPort());
    second.send("GET /a HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.received().size(), 5);
    QList<int> attempts;
    for (const Received &request : server.received())
        attempts.append(request.attempt);
    QCOMPARE(attempts, (QList<int>{1, 2, 1, 1, 3}));
}

void TestFaultServer::answersMayDependOnTheAttempt()
{
    FaultServer server(perAttempt({reply(503, "one"), reply(429, "two"), json("three")}));
    RawClient client(server.serverPort());
    client.send(get.repeated(4));
    QTRY_COMPARE(client.received().count("HTTP/1.1 200"), 2);
    const QByteArray answers = client.received();
    QVERIFY(answers.indexOf("one") < answers.indexOf("two"));
    QVERIFY(answers.indexOf("two") < answers.indexOf("three"));
    QCOMPARE(answers.count("HTTP/1.1 503"), 1);
}

void TestFaultServer::arrivalTimesFollowTheRequests()
{
    FaultServer server([](const Received &) { return late(json("[]"), 30); });
    const qint64 before = monotonicMs();
    RawClient client(server.serverPort());
    client.send(get);
    QTRY_COMPARE(client.received().count("[]"), 1);
    client.send(get);
    QTRY_COMPARE(client.received().count("[]"), 2);
    const QList<Received> requests = server.received();
    QVERIFY(requests.first().arrivedMs >= before);
    QVERIFY(requests.last().arrivedMs >= requests.first().arrivedMs + 30);
    QVERIFY(requests.last().arrivedMs <= monotonicMs());
}

void TestFaultServer::aLargeUploadArrivesWhole()
{
    FaultServer server([](const Received &) { return json("{}"); });
    RawClient client(server.serverPort());
    QByteArray body(32 * 1024 * 1024, 'x');
    for (qsizetype i = 0; i < body.size(); i += 4096)
        body[i] = static_cast<char>(i / 4096 % 251);
    client.send("POST /files HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_COMPARE_WITH_TIMEOUT(server.received().size(), 1, 30'000);
    QVERIFY(server.received().constFirst().body == body);
}

void TestFaultServer::anUploadStallsWhileTheServerDoesNotRead()
{
    FaultServer server([](const Received &) { return json("{}"); });
    server.setReading(false);
    RawClient client(server.serverPort());
    const QByteArray body(64 * 1024 * 1024, 'x'); // more than the kernel buffers for two
    client.send("POST /files HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_COMPARE(server.connections(), 1);
    qsizetype before = -1;
    QTRY_VERIFY(std::exchange(before, client.unsentBytes()) == client.unsentBytes());
    QVERIFY(client.unsentBytes() > body.size() / 2);
    QCOMPARE(server.received().size(), 0);
    server.setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(server.received().size(), 1, 30'000);
    QCOMPARE(server.received().constFirst().body.size(), body.size());
}

void TestFaultServer::connectionsAreCounted()
{
    FaultServer server([](const Received &) { return json("[]"); });
    {
        const RawClient first(server.serverPort());
        const RawClient second(server.serverPort());
        QTRY_COMPARE(server.openConnections(), 2);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.connections(), 2);
}

void TestFaultServer::aStoppedServerRefuses()
{
    FaultServer server([](const Received &) { return json("[]"); });
    const quint16 port = server.serverPort();
    server.close();
    const RawClient client(port);
    QCOMPARE(client.ending(), Ending::Other);
}

QTEST_GUILESS_MAIN(TestFaultServer)
#include "tst_faultserver.moc"
