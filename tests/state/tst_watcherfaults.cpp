#include "watchedthing.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patienceMs = 15'000;
constexpr int quietMs = 350; // three polls of a young thing at the pace of these tests

std::mt19937 dice()
{
    bool given = false;
    const uint fromEnvironment = qEnvironmentVariable("DESK_SEED").toUInt(&given);
    const uint seed = given ? fromEnvironment : std::random_device()();
    qInfo("DESK_SEED=%u", seed);
    return std::mt19937(seed);
}

} // namespace

class TestWatcherFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_22_replayedEventsAreAppliedOnce_data() { everyKind(false); }
    void FI_22_replayedEventsAreAppliedOnce();
    void FI_23_afterAGapTheSnapshotCounts_data() { everyKind(false); }
    void FI_23_afterAGapTheSnapshotCounts();
    void SSE_26_eventsBeforeTheFirstSnapshotAreAppliedAfterIt_data() { everyKind(false); }
    void SSE_26_eventsBeforeTheFirstSnapshotAreAppliedAfterIt();
    void SSE_26_anOlderAnswerTakesNoStepBack();
    void SSE_26_anEventNotUnderstoodKeepsItsPlace();
    void SSE_27_anEndWithoutATerminalEventIsNeverShownAsFinished_data() { everyKind(true); }
    void SSE_27_anEndWithoutATerminalEventIsNeverShownAsFinished();
    void anEndNeverGoesBack_data() { everyKind(false); }
    void anEndNeverGoesBack();
    void BUG_aStreamThatNeverAnswersIsNoObstacle_data() { everyKind(true); }
    void BUG_aStreamThatNeverAnswersIsNoObstacle();
    void refusalsEndTheWatchAndAreTold_data();
    void refusalsEndTheWatchAndAreTold();
    void BUG_aRefusedStreamIsPolledInstead_data() { everyKind(true); }
    void BUG_aRefusedStreamIsPolledInstead();
    void aFailedLookIsMadeGoodUnderALiveStream_data() { everyKind(false); }
    void aFailedLookIsMadeGoodUnderALiveStream();
    void AUTH_19_anotherServerIsNotAskedForIt_data() { everyKind(true); }
    void AUTH_19_anotherServerIsNotAskedForIt();
};

void TestWatcherFaults::FI_22_replayedEventsAreAppliedOnce()
{
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    QVERIFY(thing.team.open());
    qsizetype sent = 0;
    thing.spoil = [&sent](const QByteArrayList &all) {
        const qsizetype from = std::max<qsizetype>(0, sent - 5);
        sent = all.size();
        return all.mid(from);
    };
    Follower follower(thing, kind, true);
    QString newest;
    bool wentWrong = false;
    follower.onChange = [&] {
        QStringList names;
        for (const QString &detail : std::as_const(follower.shown))
            names.append(detail.section(u':', 0, 0));
        wentWrong = wentWrong || names.removeDuplicates() > 0 || names.value(names.size() - 1) < newest;
        newest = names.value(names.size() - 1);
    };
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    thing.setStatus("running");
    for (int i = 0; i < 9; ++i) {
        thing.add(u"part%1"_s.arg(i));
        if (i % 3 < 2)
            continue;
        const int before = thing.streams();
        thing.closeStreams(); // brings what is new, behind five that are not
        QTRY_VERIFY_WITH_TIMEOUT(thing.streams() > before, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(follower.shown, thing.details, patienceMs);
        QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
        QCOMPARE(follower.shown, thing.details);
    }
    thing.end("completed");
    QTRY_VERIFY_WITH_TIMEOUT(follower.isOver(), patienceMs);
    QCOMPARE(follower.shown, thing.details);
    QCOMPARE(follower.history, (QStringList{u"pending"_s, u"running"_s, u"completed"_s}));
    QVERIFY(!wentWrong); // at no time twice, or back
}

void TestWatcherFaults::FI_23_afterAGapTheSnapshotCounts()
{
    QFETCH(Kind, kind);
    std::mt19937 random = dice();
    WatchedThing thing(kind, true);
    thing.spoil = [](const QByteArrayList &all) { return all; }; // sends nothing by itself
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    qsizetype sent = thing.logged();
    int dropped = 0;
    const auto send = [&](bool mustDrop) {
        QByteArrayList events;
        for (; sent < thing.logged(); ++sent)
            events.append(thing.numbered(sent));
        for (qsizetype i = events.size() - 2; i >= 0; --i) { // nobody could know that the last one is missing
            if (random() % 100 == 0 || (mustDrop && i == events.size() / 2)) {
                events.removeAt(i);
                ++dropped;
            }
        }
        for (qsizetype i = 0; i + 3 <= events.size(); i += 3)
            std::shuffle(events.begin() + i, events.begin() + i + 3, random);
        thing.team.server.sendToHeld(events.join());
    };
    thing.setStatus("running");
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 20; ++i)
            thing.add(u"part%1.%2"_s.arg(round).arg(i));
        send(round == 0);
        QTRY_COMPARE_WITH_TIMEOUT(follower.shown, thing.details, patienceMs);
        QVERIFY(follower.knowledge() != Knowledge::Live); // the stream has proved that it loses things
    }
    QCOMPARE(thing.streams(), 1);
    thing.spoil = nullptr;
    thing.end("completed");
    QTRY_VERIFY_WITH_TIMEOUT(follower.isOver(), patienceMs);
    QCOMPARE(follower.shown, thing.details);
    QCOMPARE(follower.history, (QStringList{u"pending"_s, u"running"_s, u"completed"_s}));
    qInfo("%d events dropped", dropped);
}

void TestWatcherFaults::SSE_26_eventsBeforeTheFirstSnapshotAreAppliedAfterIt()
{
    // The answer was made before the stream spoke, and arrives after it; and there is only that one.
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    QVERIFY(thing.team.open());
    const QByteArray old = thing.json();
    const QByteArray oldSteps = thing.steps();
    int gets = 0;
    thing.instead = [&](const Received &request) -> std::optional<Scripted> {
        if (request.target.startsWith("/streams/"))
            return {};
        ++gets;
        return late(json(request.target.endsWith("/steps") ? oldSteps : old), gets == 1 ? 300 : 0);
    };
    thing.setStatus("running");
    thing.add(u"one"_s);
    Follower follower(thing, kind, true);
    QTRY_COMPARE(follower.status(), u"running"_s);
    QCOMPARE(follower.shown, thing.details);
    QVERIFY(!QTest::qWaitFor([&] { return follower.status() != u"running"_s || follower.shown != thing.details; }, quietMs));
    QVERIFY(gets >= 2); // the older answers came, and took nothing back
}

void TestWatcherFaults::SSE_26_anOlderAnswerTakesNoStepBack()
{
    WatchedThing thing(Kind::Execution, true);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QVERIFY(thing.team.open());
    Follower follower(thing, Kind::Execution, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    (void)QTest::qWaitFor([&] { return thing.gets() > 4; }, quietMs);
    const QByteArray old = thing.steps();
    int oldAnswers = 0;
    thing.instead = [&](const Received &request) {
        const bool isSteps = request.target.endsWith("/steps");
        oldAnswers += isSteps ? 1 : 0;
        return isSteps ? std::optional(json(old)) : std::nullopt;
    };
    bool wentBack = false;
    qsizetype most = 0;
    follower.onChange = [&] {
        wentBack = wentBack || follower.shown.size() < most || (most > 1 && follower.shown.constFirst() != u"one:completed"_s);
        most = follower.shown.size();
    };
    thing.add(u"two"_s);
    QTRY_COMPARE(follower.shown, thing.details);
    thing.log("mystery", "{}"); // makes it look again
    QTRY_VERIFY(oldAnswers > 0);
    QVERIFY(!QTest::qWaitFor([&] { return wentBack; }, quietMs));
    thing.instead = nullptr;
    thing.end("completed");
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.shown, thing.details);
    QVERIFY(!wentBack);
}

void TestWatcherFaults::SSE_26_anEventNotUnderstoodKeepsItsPlace()
{
    WatchedThing thing(Kind::Run, true);
    QVERIFY(thing.team.open());
    thing.setStatus("running");
    Follower follower(thing, Kind::Run, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    thing.add(u"one"_s);
    thing.details.append(QString());
    thing.log("event", "[7]");
    thing.add(u"three"_s);
    QTRY_COMPARE(follower.shown, thing.details);
    thing.instead = [&thing](const Received &request) -> std::optional<Scripted> {
        return request.target.startsWith("/runs/")
                   ? std::optional(
                         json(QByteArray(thing.json()).replace(R"({"timestamp":"2026-05-02T09:14:03+00:00","type":"","data":{}})", "[7]")))
                   : std::nullopt;
    };
    thing.end("completed");
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.shown, thing.details);
}

void TestWatcherFaults::SSE_27_anEndWithoutATerminalEventIsNeverShownAsFinished()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    WatchPace pace = fast;
    pace.youngPoll = 2000; // longer than it takes to connect again
    Follower follower(thing, kind, truthful, pace);
    const Knowledge connected = truthful ? Knowledge::Live : Knowledge::Polled;
    QTRY_COMPARE(follower.knowledge(), connected);
    QTRY_COMPARE(thing.streams(), 1);
    QTRY_COMPARE(thing.team.transport.hub().openConnections(), 1);
    const auto endsSomehow = [&](auto end) {
        const int streams = thing.streams();
        const int gets = thing.gets();
        end();
        QTRY_VERIFY(thing.streams() > streams && thing.gets() > gets);
        QTRY_COMPARE(follower.knowledge(), connected);
        QVERIFY(!follower.isOver());
        QCOMPARE(follower.history, QStringList{u"running"_s});
    };
    endsSomehow([&] { thing.closeStreams(); });
    endsSomehow([&] { thing.sendTimeLimit(); });
    if (truthful) // the other one has failed often enough by now to be waited for long
        endsSomehow([&] { thing.team.server.resetAll(); });
    thing.end("failed");
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.history, (QStringList{u"running"_s, u"failed"_s}));
}

void TestWatcherFaults::anEndNeverGoesBack()
{
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    thing.setStatus("running");
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    const QByteArray old = thing.json();
    int oldAnswers = 0;
    thing.instead = [&](const Received &request) -> std::optional<Scripted> {
        const bool isWhole = !request.target.startsWith("/streams/") && !request.target.endsWith("/steps");
        return isWhole && oldAnswers < 2 && ++oldAnswers ? std::optional(json(old)) : std::nullopt;
    };
    thing.setStatus("completed");
    QTRY_COMPARE(follower.status(), u"completed"_s);
    thing.log("status", R"({"status":"running"})"); // late
    QTRY_COMPARE(oldAnswers, 2);                    // by GET too, and it is asked until it knows of the end
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.history, (QStringList{u"running"_s, u"completed"_s}));
}

void TestWatcherFaults::BUG_aStreamThatNeverAnswersIsNoObstacle()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.instead = [](const Received &request) {
        return request.target.startsWith("/streams/") ? std::optional(Scripted{{}, 0, Scripted::End::Hold}) : std::nullopt;
    };
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    QTRY_COMPARE(follower.status(), u"pending"_s);
    QCOMPARE(follower.knowledge(), Knowledge::Polled);
    thing.status = "running"; // said to nobody
    QTRY_COMPARE(follower.status(), u"running"_s);
    thing.status = "completed";
    QTRY_VERIFY(follower.isOver());
    QCOMPARE(follower.status(), u"completed"_s);
}

void TestWatcherFaults::refusalsEndTheWatchAndAreTold_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("atOnce");
    for (const int code : {403, 404, 410}) {
        QTest::addRow("run, %d", code) << Kind::Run << code << (code == 403);
        QTest::addRow("execution, %d", code) << Kind::Execution << code << (code == 403);
        QTest::addRow("task execution, %d", code) << Kind::TaskExecution << code << (code == 403);
    }
}

void TestWatcherFaults::refusalsEndTheWatchAndAreTold()
{
    QFETCH(Kind, kind);
    QFETCH(int, code);
    QFETCH(bool, atOnce);
    WatchedThing thing(kind, false);
    thing.setStatus("running");
    bool refuses = atOnce;
    thing.instead = [&](const Received &request) {
        const bool isStream = request.target.startsWith("/streams/");
        return refuses && !isStream ? std::optional(reply(code, R"({"detail":"no"})")) : std::nullopt;
    };
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, false);
    if (!atOnce)
        QTRY_COMPARE(follower.knowledge(), Knowledge::Polled);
    refuses = true;
    QTRY_COMPARE(follower.errors.size(), 1);
    QCOMPARE(follower.errors.constFirst().httpStatus, code);
    QTRY_VERIFY(follower.isOver());
    const int gets = thing.gets();
    QVERIFY(!QTest::qWaitFor([&] { return thing.gets() > gets; }, quietMs));
    QCOMPARE(follower.errors.size(), 1);
    if (kind != Kind::Run) // a run is also heard of by the list
        QCOMPARE(follower.knowledge(), atOnce ? Knowledge::Unknown : Knowledge::Stale);
    QVERIFY(follower.status() != u"failed"_s);
}

void TestWatcherFaults::BUG_aRefusedStreamIsPolledInstead()
{
    // The stream of an execution is for its creator alone, its GET for everybody (contract 4.3).
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.instead = [](const Received &request) {
        return request.target.startsWith("/streams/") ? std::optional(reply(403, R"({"detail":"no"})")) : std::nullopt;
    };
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    QTRY_COMPARE(follower.status(), u"pending"_s);
    QCOMPARE(follower.knowledge(), Knowledge::Polled);
    thing.setStatus("running");
    thing.add(u"one"_s);
    QTRY_COMPARE(follower.shown, thing.details);
    thing.end("completed");
    QTRY_COMPARE(follower.status(), u"completed"_s);
    QCOMPARE(thing.streams(), 1);
    QVERIFY(follower.errors.isEmpty());
}

void TestWatcherFaults::aFailedLookIsMadeGoodUnderALiveStream()
{
    QFETCH(Kind, kind);
    WatchedThing thing(kind, true);
    thing.setStatus("running");
    int failures = 0;
    thing.instead = [&](const Received &request) -> std::optional<Scripted> {
        const bool fails = !request.target.startsWith("/streams/") && failures < 3;
        return fails && ++failures ? std::optional(reply(400, R"({"detail":"not now"})")) : std::nullopt; // is not sent again by itself
    };
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, true);
    QTRY_COMPARE(follower.status(), u"running"_s);
    QCOMPARE(failures, 3);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    failures = 0;
    thing.log("mystery", "{}"); // makes it look again
    QTRY_COMPARE(failures, 3);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    QVERIFY(follower.errors.isEmpty());
}

void TestWatcherFaults::AUTH_19_anotherServerIsNotAskedForIt()
{
    QFETCH(Kind, kind);
    QFETCH(bool, truthful);
    WatchedThing thing(kind, truthful);
    thing.setStatus("running");
    FaultServer next([](const Received &) { return json("[]"); });
    QVERIFY(thing.team.open());
    Follower follower(thing, kind, truthful);
    QTRY_VERIFY(follower.status() == u"running"_s && thing.team.transport.hub().openConnections() == 1);
    if (truthful)
        QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    thing.team.api.setBaseUrl(next.url());
    QTRY_VERIFY(follower.isOver());
    QVERIFY(!QTest::qWaitFor([&] { return next.connections() > 0; }, quietMs));
    QVERIFY(follower.knowledge() != Knowledge::Live);
    QCOMPARE(follower.history, QStringList{u"running"_s});
}

QTEST_GUILESS_MAIN(TestWatcherFaults)
#include "tst_watcherfaults.moc"
