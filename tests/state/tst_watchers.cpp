#include "watchedthing.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patienceMs = 15'000;
constexpr int quietMs = 350; // three polls of a young thing at the pace of these tests

bool isRead(const Received &request)
{
    return request.method == "GET";
}

} // namespace

class TestWatchers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShownEndIsTheServers_data() { everyKind(true); }
    void theShownEndIsTheServers();
    void SSE_28_lettingGoSendsNothingAndClosesTheStream_data() { everyKind(true); }
    void SSE_28_lettingGoSendsNothingAndClosesTheStream();
    void nothingIsPolledWhileATruthfulStreamIsConnected_data() { everyKind(false); }
    void nothingIsPolledWhileATruthfulStreamIsConnected();
    void twoWatchersShareOneStreamAlsoWhenOneJoinsLate_data() { everyKind(false); }
    void twoWatchersShareOneStreamAlsoWhenOneJoinsLate();
    void itMayBeLetGoOfInItsOwnSignal_data() { everyKind(true); }
    void itMayBeLetGoOfInItsOwnSignal();
    void knowledgeGrowsStaleForEachByItself();
    void onlyRealChangesAreTold();
    void stepsOfALoopAreKeptApart();
    void shortenedOutputIsFetchedWhole();
    void awaitingAPersonIsNotTheEnd();
    void aStoppedExecutionMayStillComplete();
    void anAgentsTaskMayBeOverBeforeItIsWatched();
};

void TestWatchers::theShownEndIsTheServers()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    QCOMPARE(follower.knowledge(), Knowledge::Unknown);
    QTRY_COMPARE(follower.knowledge(), truthful ? Knowledge::Live : Knowledge::Polled);
    QCOMPARE(follower.status(), u"pending"_s);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QTRY_COMPARE(follower.shown, thing.details);
    thing.add(u"two"_s);
    QTRY_COMPARE(follower.shown, thing.details);
    thing.end("completed");
    QTRY_COMPARE(follower.status(), u"completed"_s);
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.shown, thing.details);
    QCOMPARE(follower.history, (QStringList{u"pending"_s, u"running"_s, u"completed"_s}));
    QCOMPARE(follower.knowledge(), Knowledge::Polled); // an end stays true
    QVERIFY(follower.errors.isEmpty());
    QTRY_COMPARE(thing.team.server.openConnections() > 0 ? thing.team.transport.hub().openConnections() : 0, 0);
}

void TestWatchers::SSE_28_lettingGoSendsNothingAndClosesTheStream()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    QTRY_COMPARE(follower.status(), u"running"_s);
    QTRY_COMPARE(thing.team.transport.hub().openConnections(), 1);
    follower.letGo();
    QCOMPARE(thing.team.transport.hub().openConnections(), 0);
    const qsizetype sent = thing.team.server.received().size();
    QVERIFY(!QTest::qWaitFor([&] { return thing.team.server.received().size() > sent + 1; }, quietMs)); // a GET may be under way
    const auto &all = thing.team.server.received();
    QVERIFY(std::all_of(all.cbegin(), all.cend(), isRead));
}

void TestWatchers::nothingIsPolledWhileATruthfulStreamIsConnected()
{
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    (void)QTest::qWaitFor([&] { return thing.gets() > 4; }, quietMs); // once before and once after it is open; two requests each
    const int settled = thing.gets();
    for (int i = 0; i < 3; ++i) {
        thing.add(u"part%1"_s.arg(i));
        QTRY_COMPARE(follower.shown, thing.details);
        QVERIFY(!QTest::qWaitFor([&] { return thing.gets() > settled; }, quietMs));
    }
    QCOMPARE(follower.knowledge(), Knowledge::Live);
    thing.instead = [](const Received &request) { // and when it is not connected any more, they are
        return request.target.startsWith("/streams/") ? std::optional(reply(503, "{}")) : std::nullopt;
    };
    thing.closeStreams();
    QTRY_VERIFY(thing.gets() > settled);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Polled);
}

void TestWatchers::twoWatchersShareOneStreamAlsoWhenOneJoinsLate()
{
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QVERIFY(thing.team.open());
    Follower first(thing, kind, true);
    Follower second(thing, kind, true);
    QTRY_VERIFY(first.knowledge() == Knowledge::Live && second.knowledge() == Knowledge::Live);
    Follower late(thing, kind, true);
    QTRY_COMPARE(late.shown, thing.details);
    thing.add(u"two"_s);
    QTRY_VERIFY(first.shown == thing.details && second.shown == thing.details && late.shown == thing.details);
    QCOMPARE(late.knowledge(), Knowledge::Live);
    first.letGo();
    QCOMPARE(thing.team.transport.hub().openConnections(), 1);
    QCOMPARE(thing.streams(), 1);
    thing.end("completed");
    QTRY_VERIFY(second.isOver() && late.isOver());
    QCOMPARE(late.status(), u"completed"_s);
    QCOMPARE(late.shown, thing.details);
    QCOMPARE(second.shown, thing.details);
}

void TestWatchers::itMayBeLetGoOfInItsOwnSignal()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    int signalsAfter = -1;
    const auto letGo = [&] {
        ++signalsAfter;
        follower.letGo();
    };
    if (follower.store)
        connect(follower.store.get(), &RunStore::runsChanged, this, letGo);
    if (follower.execution)
        connect(follower.execution.get(), &ExecutionWatcher::executionReceived, this, letGo);
    if (follower.task)
        connect(follower.task.get(), &TaskExecutionWatcher::executionReceived, this, letGo);
    QTRY_COMPARE(signalsAfter, 0);
    QCOMPARE(thing.team.transport.hub().openLiveStreams(), 0);
    QTRY_COMPARE(thing.team.transport.hub().openConnections(), 0);
    const int gets = thing.gets();
    QVERIFY(!QTest::qWaitFor([&] { return signalsAfter > 0 || thing.gets() > gets; }, quietMs));
}

void TestWatchers::knowledgeGrowsStaleForEachByItself()
{
    WatchedThing thing(Kind::Execution, false);
    thing.setStatus("running");
    bool broken = false;
    thing.instead = [&](const Received &request) -> std::optional<Scripted> {
        if (broken && request.target != "/runs/r2" && !request.target.startsWith("/streams/"))
            return reply(400, R"({"detail":"not now"})");
        if (request.target.startsWith("/runs/"))
            return json(R"({"id":")" + request.target.mid(6) + R"(","agent_id":"a","status":"running"})");
        return {};
    };
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::Execution, false);
    Follower runs(thing, Kind::Run, false);
    runs.store->watch(RunId(u"r2"_s));
    QTRY_VERIFY(follower.knowledge() == Knowledge::Polled && runs.store->find(RunId(u"r2"_s)) && runs.knowledge() == Knowledge::Polled);
    broken = true;
    QList<Knowledge> told;
    connect(follower.execution.get(), &WatchLoop::livenessChanged, this, [&] { told.append(follower.knowledge()); });
    QTRY_COMPARE_WITH_TIMEOUT(told.value(told.size() - 1, Knowledge::Polled), Knowledge::Stale, 10'000); // nobody need ask
    QTRY_COMPARE(runs.knowledge(), Knowledge::Stale);
    QCOMPARE(runs.store->knowledge(RunId(u"r2"_s)), Knowledge::Polled); // that of another says nothing of this one
    broken = false;
    QTRY_COMPARE_WITH_TIMEOUT(follower.knowledge(), Knowledge::Polled, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(runs.knowledge(), Knowledge::Polled, patienceMs);
}

void TestWatchers::onlyRealChangesAreTold()
{
    WatchedThing thing(Kind::Execution, false);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::Execution, false);
    QSignalSpy executions(follower.execution.get(), &ExecutionWatcher::executionReceived);
    Follower taskFollower(thing, Kind::TaskExecution, false);
    QTRY_VERIFY_WITH_TIMEOUT(thing.gets() >= 9, patienceMs); // three looks at least, all alike
    QCOMPARE(executions.size(), 1);
    QCOMPARE(follower.changes, 1);
    thing.add(u"two"_s);
    QTRY_COMPARE(follower.changes, 2);
    QCOMPARE(executions.size(), 1); // its steps changed, it did not
}

void TestWatchers::stepsOfALoopAreKeptApart()
{
    WatchedThing thing(Kind::Execution, true);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::Execution, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    (void)QTest::qWaitFor([&] { return thing.gets() > 4; }, quietMs);
    const int gets = thing.gets();
    for (int i = 0; i < 3; ++i)
        thing.add(u"body"_s);
    const QStringList rounds{u"body:completed"_s, u"body:completed"_s, u"body:running"_s};
    QTRY_COMPARE(follower.shown, rounds);
    QCOMPARE(thing.gets(), gets); // by the stream alone
    QVERIFY(follower.execution->steps().constLast().id.isEmpty());
    QCOMPARE(follower.execution->steps().constFirst().output.toObject().value("n"_L1).toInt(), 1);
    thing.closeStreams(); // resumed: the same rows
    QTRY_VERIFY(thing.gets() > gets);
    QTRY_COMPARE(follower.execution->steps().constLast().id.value(), u"s2"_s); // and GET has told their ids
    thing.add(u"body"_s);
    thing.end("completed");
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.shown, QStringList(4, u"body:completed"_s));
    const QList<StepExecution> &steps = follower.execution->steps();
    for (qsizetype i = 0; i < steps.size(); ++i)
        QCOMPARE(steps.at(i).id.value(), u"s%1"_s.arg(i));
}

void TestWatchers::shortenedOutputIsFetchedWhole()
{
    WatchedThing thing(Kind::Execution, true);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::Execution, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    thing.details = {u"one:completed"_s};
    thing.log("step_complete", R"({"step_id":"one","step_index":0,"status":"completed","output_data":{"text":"sho","_truncated":true}})");
    QTRY_COMPARE(follower.shown, thing.details);
    QTRY_COMPARE(follower.execution->steps().constFirst().output.toObject().value("n"_L1).toInt(), 1);
    QCOMPARE(follower.knowledge(), Knowledge::Live);
}

void TestWatchers::awaitingAPersonIsNotTheEnd()
{
    for (const bool truthful : {true, false}) {
        WatchedThing thing(Kind::Execution, truthful);
        thing.setStatus("running");
        QVERIFY(thing.team.open());
        Follower follower(thing, Kind::Execution, truthful);
        QTRY_COMPARE(follower.status(), u"running"_s);
        thing.add(u"ask"_s);
        thing.setStatus("awaiting_human");
        QTRY_COMPARE(follower.status(), u"awaiting_human"_s);
        QVERIFY(!follower.isOver());
        thing.setStatus("running");
        QTRY_COMPARE(follower.status(), u"running"_s);
        thing.end("completed");
        QTRY_VERIFY(follower.isOver());
        QCOMPARE(follower.shown, QStringList{u"ask:completed"_s});
    }
}

void TestWatchers::aStoppedExecutionMayStillComplete()
{
    for (const bool truthful : {true, false}) {
        WatchedThing thing(Kind::Execution, truthful);
        thing.setStatus("running");
        thing.add(u"last"_s);
        QVERIFY(thing.team.open());
        Follower follower(thing, Kind::Execution, truthful);
        QTRY_COMPARE(follower.status(), u"running"_s);
        thing.setStatus("stopped");
        QTRY_COMPARE(follower.status(), u"stopped"_s);
        QVERIFY(!QTest::qWaitFor([&] { return follower.isOver(); }, quietMs)); // its step is at work still
        thing.end("completed");
        QTRY_VERIFY(follower.isOver());
        QCOMPARE(follower.status(), u"completed"_s);
        QCOMPARE(follower.shown, QStringList{u"last:completed"_s});
    }
}

void TestWatchers::anAgentsTaskMayBeOverBeforeItIsWatched()
{
    WatchedThing thing(Kind::TaskExecution, false);
    thing.add(u"done"_s);
    thing.end("succeeded");
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::TaskExecution, false);
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.history, QStringList{u"succeeded"_s});
    QCOMPARE(follower.shown, QStringList{u"done"_s});
    QCOMPARE(follower.task->execution()->runId, u"e7"_s);
    QCOMPARE(thing.gets(), 1);
    QCOMPARE(thing.team.transport.hub().openLiveStreams(), 0);
}

QTEST_GUILESS_MAIN(TestWatchers)
#include "tst_watchers.moc"
