#include "clientfixture.h"

#include <QSignalSpy>

#include <memory>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = LiveStream::State;

class TestLiveStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesGoFromConnectingToConnected();
    void streamsAreSharedByReferenceCount();
    void SSE_21_whichAnswersEndAStreamForGood_data();
    void SSE_21_whichAnswersEndAStreamForGood();
    void SSE_21_a401IsReplayedOnceWithAFreshToken();
    void SSE_21_withoutAFreshTokenItWaitsForOne();
    void SSE_22_failuresBackOffAndThenPoll();
    void SSE_23_silenceIsToldBeforeTheStreamIsDroppedAndResumed();
    void SSE_29_lettingGoClosesTheSocketAndGivesThePlaceBack();
    void theLimitIsKeptAndPlacesAreGivenOn();
    void nothingIsKeptOfAPathThatNobodyWatches();
    void SSE_30_aStreamFollowsRedirectsOnlyWithinItsServer_data();
    void SSE_30_aStreamFollowsRedirectsOnlyWithinItsServer();
    void resumeGoesOnWhereTheLastConnectionEnded();
    void a410StartsOverAndAsksForTheSnapshot();
    void withoutResumeNoIdIsSentAndEveryConnectionAsksForTheSnapshot();
    void aServerThatEndsAtOnceIsNotHammered();
    void FI_22_aServerThatOnlyRepeatsItselfIsNotHammered();
    void SSE_17_anEndlessLineFailsTyped();
    void FI_01_cutsAtRandomBytesResumeWithoutLossOrRepeat();
    void HTTP_35_reconnectNowEndsABackoff();
    void anotherServerEndsEveryStream();
};

void TestLiveStream::statesGoFromConnectingToConnected()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QCOMPARE(watch.stream->state(), State::Connecting);
    QTRY_COMPARE(watch.events.size(), 1);
    QCOMPARE(watch.states, QList<State>{State::Connected});
    QCOMPARE(watch.opened, 1);
}

void TestLiveStream::streamsAreSharedByReferenceCount()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    auto first = std::make_unique<Watch>(client, u"/streams/runs/1"_s);
    Watch second(client, u"/streams/runs/1"_s);
    Watch other(client, u"/streams/runs/2"_s);
    QCOMPARE(first->stream, second.stream);
    QTRY_VERIFY(second.events.size() == 1 && first->events.size() == 1 && other.events.size() == 1);
    QCOMPARE(server.connections(), 2);
    first.reset();
    server.sendToHeld("data: y\n\n");
    QTRY_COMPARE(second.events.size(), 2);
    second.stream.reset();
    QTRY_COMPARE(server.openConnections(), 1);
    Watch again(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(server.connections(), 3);
}

void TestLiveStream::SSE_21_whichAnswersEndAStreamForGood_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("final");
    for (const int status : {204, 403, 404, 409, 410, 422})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status << false;
}

void TestLiveStream::SSE_21_whichAnswersEndAStreamForGood()
{
    QFETCH(int, status);
    QFETCH(bool, final);
    FaultServer server([status](const Received &request) {
        return request.attempt == 1 ? reply(status, status == 204 ? "" : R"({"detail":"no"})")
                                    : eventStream({"data: x\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    if (final) {
        QTRY_COMPARE(watch.stream->state(), State::Closed);
        QCOMPARE(watch.stream->lastError().httpStatus, status);
        QCOMPARE(client.transport.hub().openLiveStreams(), 0);
        QCOMPARE(server.received().size(), 1);
    } else {
        QTRY_COMPARE(watch.stream->state(), State::Connected);
        QCOMPARE(watch.states.constFirst(), status == 429 ? State::ServerLimit : State::Backoff);
    }
}

void TestLiveStream::SSE_21_a401IsReplayedOnceWithAFreshToken()
{
    FaultServer server([](const Received &request) {
        return request.headers.value("authorization") == "Bearer renewed-token-1" ? eventStream({"data: x\n\n"}, Scripted::End::Hold)
                                                                                  : reply(401, "{}");
    });
    Client client(server.url());
    client.tokens.refreshable = true;
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.events.size(), 1);
    QCOMPARE(client.tokens.refreshes, 1);
    QCOMPARE(server.received().size(), 2);
}

void TestLiveStream::SSE_21_withoutAFreshTokenItWaitsForOne()
{
    FaultServer server([](const Received &request) {
        return request.headers.value("authorization").contains("renewed") ? eventStream({"data: x\n\n"}, Scripted::End::Hold)
                                                                          : reply(401, "{}");
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.stream->state(), State::AuthRequired);
    QCOMPARE(server.received().size(), 1);
    client.tokens.renew(); // signed in again
    QTRY_COMPARE(watch.stream->state(), State::Connected);
}

void TestLiveStream::SSE_22_failuresBackOffAndThenPoll()
{
    FaultServer server([](const Received &) { return reply(503, "{}", "application/json", {"Retry-After: 0"}); });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    for (int failures = 1; failures < LiveStream::maxFailures; ++failures) {
        QTRY_VERIFY(watch.stream->state() == State::Backoff && watch.stream->attempt() == failures);
        QVERIFY(watch.stream->retryInMs() <= 500 << failures);
    }
    QTRY_COMPARE_WITH_TIMEOUT(watch.stream->state(), State::Polling, 30'000);
    QCOMPARE(client.transport.hub().openLiveStreams(), 0); // somebody else may have the place
    QVERIFY(watch.stream->retryInMs() > 50'000);
    QCOMPARE(watch.stream->lastError().kind, Error::Kind::Unavailable);
    server.setHandler([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    watch.stream->reconnectNow();
    QTRY_COMPARE(watch.stream->state(), State::Connected);
}

void TestLiveStream::SSE_23_silenceIsToldBeforeTheStreamIsDroppedAndResumed()
{
    FaultServer server([](const Received &request) {
        return request.attempt == 1 ? eventStream({"retry: 100\nid: 1\ndata: a\n\n"}, Scripted::End::Hold)
                                    : eventStream({"id: 2\ndata: b\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true, .silentMs = 150, .idleMs = 400});
    QTRY_COMPARE(watch.stream->state(), State::Stale);
    server.sendToHeld(":\n\n"); // a heartbeat: a comment counts (SSE-06)
    QTRY_COMPARE(watch.stream->state(), State::Connected);
    QTRY_COMPARE(watch.data(), (QByteArrayList{"a", "b"}));
    QCOMPARE(server.received().constLast().headers.value("last-event-id"), QByteArray("1"));
    QCOMPARE(watch.states.mid(0, 4), (QList<State>{State::Connected, State::Stale, State::Connected, State::Stale}));
}

void TestLiveStream::SSE_29_lettingGoClosesTheSocketAndGivesThePlaceBack()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    auto watch = std::make_unique<Watch>(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch->events.size(), 1);
    QCOMPARE(client.transport.hub().openLiveStreams(), 1);
    watch.reset();
    QCOMPARE(client.transport.hub().openLiveStreams(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 1000);
    QCOMPARE(client.transport.hub().openConnections(), 0);
}

void TestLiveStream::theLimitIsKeptAndPlacesAreGivenOn()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    client.transport.hub().setLimit(2);
    std::vector<std::unique_ptr<Watch>> watches;
    for (int i = 0; i < 4; ++i)
        watches.push_back(std::make_unique<Watch>(client, u"/streams/runs/%1"_s.arg(i)));
    QTRY_VERIFY(watches[0]->stream->isConnected() && watches[1]->stream->isConnected());
    QTRY_COMPARE(watches[2]->stream->state(), State::ServerLimit);
    QTRY_COMPARE(watches[3]->stream->state(), State::ServerLimit);
    QCOMPARE(server.openConnections(), 2);
    watches[0].reset();
    QTRY_VERIFY(watches[2]->stream->isConnected()); // who waited longest
    QCOMPARE(watches[3]->stream->state(), State::ServerLimit);
    EventStream *turn = client.api.streams().run(RunId(u"chat"_s)); // a person waits: not counted
    QSignalSpy opened(turn, &EventStream::opened);
    QTRY_COMPARE(opened.size(), 1);
}

void TestLiveStream::nothingIsKeptOfAPathThatNobodyWatches()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    StreamHub &hub = client.transport.hub();
    std::vector<std::shared_ptr<LiveStream>> watched;
    for (int i = 0; i < 200; ++i)
        watched.push_back(hub.watch(u"/streams/runs/%1"_s.arg(i), {}));
    QCOMPARE(hub.watchedPaths(), 200);
    watched.resize(1);
    QCOMPARE(hub.watchedPaths(), 1);
    watched.clear();
    QCOMPARE(hub.watchedPaths(), 0);
}

void TestLiveStream::SSE_30_aStreamFollowsRedirectsOnlyWithinItsServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("foreign");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d here", status) << status << false;
        QTest::addRow("%d elsewhere", status) << status << true;
    }
}

void TestLiveStream::SSE_30_aStreamFollowsRedirectsOnlyWithinItsServer()
{
    QFETCH(int, status);
    QFETCH(bool, foreign);
    FaultServer stranger([](const Received &) { return eventStream({"data: stolen\n\n"}, Scripted::End::Hold); });
    FaultServer server([&](const Received &request) {
        if (request.target == "/final")
            return eventStream({"data: x\n\n"}, Scripted::End::Hold);
        return reply(status, {}, "text/plain", {"Location: " + (foreign ? stranger.url().toEncoded() : QByteArray()) + "/final"});
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    if (foreign) {
        QTRY_COMPARE(watch.stream->state(), State::Polling);
        QCOMPARE(watch.stream->lastError().kind, Error::Kind::Protocol);
        QCOMPARE(stranger.connections(), 0);
    } else {
        QTRY_COMPARE(watch.data(), QByteArrayList{"x"});
        QCOMPARE(server.received().constLast().headers.value("authorization"), QByteArray("Bearer canary-token-123456"));
    }
}

void TestLiveStream::resumeGoesOnWhereTheLastConnectionEnded()
{
    FaultServer server([](const Received &request) {
        return request.attempt == 1 ? eventStream({"retry: 100\nid: 7\ndata: a\n\n"}, Scripted::End::Reset)
                                    : eventStream({"id: 8\ndata: b\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true});
    QTRY_COMPARE(watch.data(), (QByteArrayList{"a", "b"}));
    QVERIFY(!server.received().at(0).headers.contains("last-event-id"));
    QCOMPARE(server.received().at(1).headers.value("last-event-id"), QByteArray("7"));
    QCOMPARE(watch.opened, 1); // nothing was missed: no snapshot needed
}

void TestLiveStream::a410StartsOverAndAsksForTheSnapshot()
{
    FaultServer server([](const Received &request) {
        if (request.headers.contains("last-event-id"))
            return reply(410, R"({"detail":"unknown event id"})");
        return request.attempt == 1 ? eventStream({"retry: 100\nid: 7\ndata: a\n\n"}, Scripted::End::Close)
                                    : eventStream({"id: 1\ndata: fresh\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true});
    QTRY_COMPARE(watch.data(), (QByteArrayList{"a", "fresh"}));
    QCOMPARE(watch.opened, 2);
}

void TestLiveStream::withoutResumeNoIdIsSentAndEveryConnectionAsksForTheSnapshot()
{
    FaultServer server([](const Received &request) {
        return eventStream({"retry: 100\nid: 7\ndata: a\n\n"}, request.attempt == 1 ? Scripted::End::Close : Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.opened, 2);
    QVERIFY(!server.received().at(1).headers.contains("last-event-id"));
}

void TestLiveStream::aServerThatEndsAtOnceIsNotHammered()
{
    FaultServer server(
        [](const Received &) { return eventStream({"event: error\ndata: {\"error\":\"closed\"}\n\n"}, Scripted::End::Close); });
    Client client(server.url());
    Watch watch(client, u"/streams/executions/1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.stream->state(), State::Polling, 30'000);
    QCOMPARE(server.received().size(), LiveStream::maxFailures);
}

void TestLiveStream::FI_22_aServerThatOnlyRepeatsItselfIsNotHammered()
{
    FaultServer server([](const Received &) {
        Scripted script = eventStream({"retry: 100\n\nid: 1\ndata: x\n\nid: 2\ndata: x\n\n", "id: 3\ndata: x\n\n"}, Scripted::End::Close);
        script.pieceDelayMs = 60; // arrives in two parcels
        return script;
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true});
    QTRY_COMPARE_WITH_TIMEOUT(watch.stream->state(), State::Polling, 30'000); // the first connection brought something, five did not
    QCOMPARE(server.received().size(), 1 + LiveStream::maxFailures);
}

void TestLiveStream::SSE_17_anEndlessLineFailsTyped()
{
    FaultServer server([](const Received &) {
        Scripted script = eventStream({"data: "}, Scripted::End::Hold);
        auto sent = std::make_shared<int>(0);
        script.nextBlock = [sent] { return ++*sent <= 64 ? QByteArray(1024 * 1024, 'x') : QByteArray(); };
        return script;
    });
    Client client(server.url());
    EventStream *stream = client.api.streams().run(RunId(u"r"_s));
    std::optional<Result<>> outcome;
    connect(stream, &EventStream::closed, this, [&outcome](const Result<> &result) { outcome = result; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Protocol);
    QVERIFY(server.bytesSent() < 40 * 1024 * 1024); // it did not read on
}

void TestLiveStream::FI_01_cutsAtRandomBytesResumeWithoutLossOrRepeat()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 dice(seed);
    QByteArrayList expected;
    for (int i = 1; i <= 300; ++i)
        expected.append("event " + QByteArray::number(i) + " \xC3\xA4\xE2\x82\xAC");
    FaultServer server([&](const Received &request) {
        QByteArray body = "retry: 100\n\n";
        for (int i = request.headers.value("last-event-id").toInt(); i < expected.size(); ++i)
            body += "id: " + QByteArray::number(i + 1) + "\ndata: " + expected.at(i) + "\n\n";
        const int cutAt = std::uniform_int_distribution<int>(0, 1500)(dice);
        if (cutAt >= body.size())
            return eventStream({body}, Scripted::End::Hold);
        return eventStream({body.left(cutAt)}, dice() % 2 == 0 ? Scripted::End::Reset : Scripted::End::Close);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s, {.resume = true});
    // Every wait is cut short: what counts here is what arrives, not when.
    QTimer hurry;
    connect(&hurry, &QTimer::timeout, this, [&watch] { watch.stream->reconnectNow(); });
    hurry.start(20);
    QTRY_COMPARE_WITH_TIMEOUT(watch.events.size(), expected.size(), 60'000);
    QCOMPARE(watch.data(), expected);
    QVERIFY(server.connections() > 3);
}

void TestLiveStream::HTTP_35_reconnectNowEndsABackoff()
{
    FaultServer server([](const Received &request) {
        return request.attempt == 1 ? reply(503, "{}", "application/json", {"Retry-After: 60"})
                                    : eventStream({"data: x\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.stream->state(), State::Backoff);
    QVERIFY(watch.stream->retryInMs() > 50'000);
    client.transport.hub().reconnectNow(); // the computer woke up
    QTRY_COMPARE(watch.stream->state(), State::Connected);
}

void TestLiveStream::anotherServerEndsEveryStream()
{
    FaultServer old([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    FaultServer next([](const Received &) { return json("[]"); });
    Client client(old.url());
    Watch watch(client, u"/streams/runs/1"_s);
    EventStream *turn = client.api.streams().run(RunId(u"chat"_s));
    std::optional<Result<>> outcome;
    connect(turn, &EventStream::closed, this, [&outcome](const Result<> &result) { outcome = result; });
    QTRY_VERIFY(watch.stream->isConnected());
    QTRY_COMPARE(old.openConnections(), 2);
    client.api.setBaseUrl(next.url());
    QCOMPARE(outcome->error().kind, Error::Kind::Cancelled);
    QCOMPARE(watch.stream->state(), State::Closed);
    QTRY_COMPARE(old.openConnections(), 0);
    QCOMPARE(next.connections(), 0);
}

QTEST_GUILESS_MAIN(TestLiveStream)
#include "tst_livestream.moc"
