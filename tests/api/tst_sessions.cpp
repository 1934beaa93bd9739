// What must not pass from one account or server to the next, and what must not outlive its caller.
#include "clientfixture.h"

#include "api/endpoints/chatapi.h"
#include "api/policy/retrypolicy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = LiveStream::State;

class TestSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AUTH_19_anotherAccountAtTheSameAddressStartsFromNothing();
    void AUTH_19_aWriteOfTheOldAccountIsNotRepeatedByTheNew();
    void AUTH_19_aStreamThatWaitsForATokenReachesNobody();
    void AUTH_19_aCallRefusedWithALongPageCanStillBeEnded();
    void HTTP_11_aCallGivenUpWhileItsAnswerIsDecodedStaysQuiet();
    void HTTP_28_aReadAfterATurnDoesNotJoinOneFromBefore();
    void HTTP_29_aConditionalWriteIsNotRepeatedAgainstItsOwnChange();
    void SSE_21_aRefusalThatPassesIsTriedAgain();
    void SSE_24_aStreamThatWeHoldBackIsNotDead();
    void TLS_aServerThatDoesNotSpeakTlsIsNotBlamedForItsCertificate();
};

void TestSessions::AUTH_19_anotherAccountAtTheSameAddressStartsFromNothing()
{
    FaultServer server([](const Received &request) {
        if (request.target.startsWith("/streams"))
            return eventStream({"data: x\n\n"}, Scripted::End::Hold);
        return request.target == "/agents" ? reply(200, "[]", "application/json", {"ETag: \"1\""}) : Scripted{{}, 0, Scripted::End::Hold};
    });
    Client client(server.url());
    QVERIFY(*waitFor(client.api.agents().list()));
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_VERIFY(watch.stream->isConnected());
    std::optional<Error::Kind> slow;
    client.api.runs().get(RunId(u"slow"_s))->then(this, [&slow](const Result<Run> &run) { slow = run.error().kind; });
    QTRY_COMPARE(server.received().size(), 3);

    client.transport.forgetSession();
    client.tokens.owner = u"ben"_s;
    client.tokens.renew();
    QCOMPARE(slow, Error::Kind::Cancelled);
    QCOMPARE(watch.stream->state(), State::Closed);
    QTRY_COMPARE(server.openConnections() <= 1, true); // at most the kept-alive one of the calls
    QVERIFY(*waitFor(client.api.agents().list()));
    QVERIFY(!server.received().constLast().headers.contains("if-none-match"));
}

void TestSessions::AUTH_19_aWriteOfTheOldAccountIsNotRepeatedByTheNew()
{
    FaultServer server([](const Received &request) {
        return request.attempt == 1 ? reply(503, "{}", "application/json", {"Retry-After: 1"}) : reply(204, {});
    });
    Client client(server.url());
    std::optional<Result<>> outcome;
    client.api.agents().remove(AgentId(u"7"_s))->then(this, [&outcome](const Result<> &result) { outcome = result; });
    QTRY_COMPARE(server.received().size(), 1);
    client.transport.forgetSession();
    client.tokens.renew();
    QVERIFY(outcome.has_value() && !*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Cancelled);
    const qint64 until = monotonicMs() + 1500;
    QTRY_VERIFY(monotonicMs() > until); // past the moment of the repeat
    QCOMPARE(server.received().size(), 1);
}

void TestSessions::AUTH_19_aStreamThatWaitsForATokenReachesNobody()
{
    FaultServer old([](const Received &) { return reply(401, "{}"); });
    FaultServer next([](const Received &) { return json("[]"); });
    Client client(old.url());
    client.tokens.refreshable = true;
    client.tokens.refreshMs = 300;
    ChatTurn turn;
    turn.message = u"secret question"_s;
    EventStream *stream = client.api.streams().turn(turn, "k", true);
    std::optional<Result<>> outcome;
    connect(stream, &EventStream::closed, this, [&outcome](const Result<> &result) { outcome = result; });
    QTRY_COMPARE(client.tokens.refreshes, 1);
    client.api.setBaseUrl(next.url());
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->error().kind, Error::Kind::Cancelled);
    QSignalSpy refreshed(&client.tokens, &TokenSource::refreshFinished);
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(*waitFor(client.api.agents().list())); // a round trip later
    QCOMPARE(old.received().size(), 1);            // never again, and never with the new token
    QCOMPARE(next.received().size(), 1);
    QCOMPARE(next.received().constFirst().target, QByteArray("/agents"));
}

void TestSessions::AUTH_19_aCallRefusedWithALongPageCanStillBeEnded()
{
    FaultServer old([](const Received &) { return reply(401, QByteArray(70 * 1024, 'x'), "text/plain"); });
    FaultServer next([](const Received &) { return reply(204, {}); });
    Client client(old.url());
    client.tokens.refreshable = true;
    client.tokens.refreshMs = 300;
    std::optional<Result<>> outcome;
    client.api.agents().remove(AgentId(u"7"_s))->then(this, [&outcome](const Result<> &result) { outcome = result; });
    QTRY_COMPARE(client.tokens.refreshes, 1);
    client.api.setBaseUrl(next.url());
    QVERIFY(outcome.has_value() && !*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Cancelled);
    QSignalSpy refreshed(&client.tokens, &TokenSource::refreshFinished);
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(next.connections(), 0);
}

void TestSessions::HTTP_11_aCallGivenUpWhileItsAnswerIsDecodedStaysQuiet()
{
    QByteArray list = "[";
    for (int i = 0; i < 20'000; ++i)
        list += R"({"id":"a)" + QByteArray::number(i) + R"(","name":"n","model":"m","instructions":"i"},)";
    list.back() = ']';
    FaultServer server([&list](const Received &) { return json(list); });
    for (int round = 0; round < 5; ++round) {
        Client client(server.url());
        int told = 0;
        auto *started = client.api.agents().list();
        started->then(this, [&told](const Result<QList<Agent>> &) { ++told; });
        bool gone = false;
        connect(started, &QObject::destroyed, this, [&gone] { gone = true; });
        const auto sent = server.bytesSent();
        QTRY_VERIFY(gone || server.bytesSent() >= sent + list.size());
        if (!gone)
            started->abort();
        QTRY_VERIFY(gone);
        QCOMPARE(told, 1);
    }
    Client client(server.url());
    QCOMPARE((*waitFor(client.api.agents().list()))->size(), 20'000);
}

void TestSessions::HTTP_28_aReadAfterATurnDoesNotJoinOneFromBefore()
{
    FaultServer server([](const Received &request) {
        return request.target.startsWith("/chat") ? eventStream({"data: x\n\n"}, Scripted::End::Close) : late(json("[]"), 500);
    });
    Client client(server.url());
    int answers = 0;
    const auto count = [&answers](const Result<QList<Agent>> &) { ++answers; };
    client.api.agents().list()->then(this, count);
    QTRY_COMPARE(server.received().size(), 1);
    QSignalSpy closed(
        client.api.streams().turn({.message = u"Hello"_s, .conversationId = {}, .agents = {}, .files = {}, .metadata = {}, .options = {}},
                                  "k", true),
        &EventStream::closed);
    QTRY_COMPARE(closed.size(), 1);
    client.api.agents().list()->then(this, count);
    QTRY_COMPARE(answers, 2);
    QCOMPARE(server.received().size(), 3);
}

void TestSessions::HTTP_29_aConditionalWriteIsNotRepeatedAgainstItsOwnChange()
{
    RequestSpec spec;
    spec.verb = "PUT";
    QVERIFY(retry::isRepeatable(spec, true));
    spec.ifMatch = "\"1\"";
    QVERIFY(!retry::isRepeatable(spec, true));
}

void TestSessions::SSE_21_aRefusalThatPassesIsTriedAgain()
{
    FaultServer server([](const Received &request) {
        return request.attempt == 1 ? reply(401, R"({"detail":"JWKS fetch failed"})") : eventStream({"data: x\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.stream->state(), State::AuthRequired);
    QCOMPARE(client.transport.hub().openLiveStreams(), 0);
    QVERIFY(watch.stream->retryInMs() > 0); // by itself, in a minute
    client.transport.hub().reconnectNow();  // or when the server answers again
    QTRY_COMPARE(watch.stream->state(), State::Connected);
}

void TestSessions::SSE_24_aStreamThatWeHoldBackIsNotDead()
{
    constexpr int count = 60'000;
    QByteArray body;
    for (int i = 1; i <= count; ++i)
        body += "id: " + QByteArray::number(i) + "\ndata: {}\n\n";
    FaultServer server([&body](const Received &request) {
        return eventStream({request.attempt == 1 ? body : QByteArray("data: again\n\n")}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true, .silentMs = 300, .idleMs = 600});
    QElapsedTimer busy;
    bool held = false;
    connect(watch.stream.get(), &LiveStream::received, this, [&] { // this thread is busy for longer than any silence is allowed
        if (std::exchange(held, true))
            return;
        for (busy.start(); busy.elapsed() < 1500;) {
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(watch.events.size(), count, 30'000);
    QCOMPARE(watch.events.constLast().id, QByteArray::number(count));
    QCOMPARE(server.received().size(), 1);
    QVERIFY(!watch.states.contains(State::Backoff));
}

void TestSessions::TLS_aServerThatDoesNotSpeakTlsIsNotBlamedForItsCertificate()
{
    QTcpServer server;
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Client client(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    const auto outcome = waitFor(client.api.agents().list());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Tls);
    QVERIFY2(!outcome->error().message.contains(u"certificate"), qPrintable(outcome->error().message));
    EventStream *stream = client.api.streams().run(RunId(u"r"_s));
    std::optional<Result<>> ended;
    connect(stream, &EventStream::closed, this, [&ended](const Result<> &result) { ended = result; });
    QTRY_VERIFY(ended.has_value());
    QCOMPARE(ended->error().kind, Error::Kind::Tls);
    QVERIFY(!ended->error().message.contains(u"certificate"));
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
