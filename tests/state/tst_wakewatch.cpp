#include "api/stream/streamhub.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/session.h"
#include "auth/signin/signinattempt.h"
#include "state/chat/chatsessions.h"
#include "state/networkwatch.h"
#include "state/teamfixture.h"
#include "state/wakewatch.h"
#include "support/identityserver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

class ShiftedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Clock::now().addMSecs(wallMs); }
    [[nodiscard]] qint64 monotonicMs() const override { return Clock::monotonicMs() + monotonicShiftMs; }
    qint64 wallMs = 0;
    qint64 monotonicShiftMs = 0;
};

constexpr qint64 hour = 3'600'000;

using Reach = QNetworkInformation::Reachability;
using Medium = QNetworkInformation::TransportMedium;
const NetworkWatch::Reading offline{Reach::Disconnected, Medium::Unknown};
const NetworkWatch::Reading online{Reach::Online, Medium::WiFi};
constexpr int settleMs = 10; // less than the tests look apart

// The server was away for a while: a stream waits for its next try, which the server would take now.
struct StreamInBackoff : TeamFixture {
    bool away = false;
    std::shared_ptr<LiveStream> stream;

    [[nodiscard]] bool start() // call inside QVERIFY
    {
        features = localFeatures;
        script = [this](const Received &request) {
            if (!request.target.startsWith("/streams"))
                return Scripted{};
            return away ? reply(503, "{}") : eventStream({": hello\n\n"}, Scripted::End::Hold);
        };
        if (!open())
            return false;
        stream = transport.hub().watch(u"/streams/runs/1"_s, {});
        if (!QTest::qWaitFor([this] { return stream->isConnected(); }, 5000))
            return false;
        away = true;
        server.resetAll();
        if (!QTest::qWaitFor([this] { return stream->state() == LiveStream::State::Backoff && stream->attempt() >= 2; }, 5000))
            return false;
        away = false;
        return true;
    }
};

// The question's stream broke, and so did the first tries to go on with it: the next one is four seconds away.
struct WaitingAnswer : TeamFixture {
    ChatSessions sessions{api, workspace, conversations};
    ChatSession *session = nullptr;
    bool away = true;
    int tries = 0; // of the run's stream

    WaitingAnswer()
    {
        features = localFeatures;
        script = [this](const Received &request) {
            if (request.target == "/chat/message/stream/agentic")
                return eventStream(
                    {"id: 1\nevent: run_created\ndata: {\"run_id\":\"r9\",\"conversation_id\":\"c9\",\"message_id\":\"m1\"}\n\n"},
                    Scripted::End::Reset);
            if (!request.target.startsWith("/streams/runs/r9"))
                return Scripted{};
            ++tries;
            if (away)
                return eventStream({}, Scripted::End::Reset);
            return eventStream({"id: 2\nevent: message_complete\ndata: {\"message_id\":\"m2\",\"conversation_id\":\"c9\"}\n\n"},
                               Scripted::End::Close);
        };
    }
    // Call it inside QVERIFY.
    [[nodiscard]] bool ask()
    {
        if (!open())
            return false;
        session = sessions.newSession();
        session->send(QStringLiteral("Which region?"), {}, {});
        return QTest::qWaitFor([this] { return tries == 3; }, 15'000);
    }
};

} // namespace

class TestWakeWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quietWhileNothingHappens();
    void FI_14_aJumpOfTheClockIsToldAndNobodyIsSignedOut_data();
    void FI_14_aJumpOfTheClockIsToldAndNobodyIsSignedOut();
    void FI_16_aSuspendIsNoticedByBothKindsOfClock();
    void FI_16_afterASleepStreamsAreOpenedAnewAtOnce();
    void D_03_onlyABetterOrAnotherNetworkIsWorthATry_data();
    void D_03_onlyABetterOrAnotherNetworkIsWorthATry();
    void D_03_aNetworkThatComesUpInStepsIsOneChange();
    void D_03_aStreamThatWaitsIsOpenedAtOnceOnAnotherNetwork();
    void D_03_anAnswerThatWaitsForItsNextTryIsFetchedAtOnce();
    void D_03_aDesktopThatSaysOfflineStopsNothing();
    void D_03_listeningToTheDesktopDoesNoHarm();
};

void TestWakeWatch::quietWhileNothingHappens()
{
    auto clock = std::make_shared<ShiftedClock>();
    WakeWatch watch(clock, {10, 200});
    QSignalSpy woke(&watch, &WakeWatch::woke);
    QSignalSpy jumped(&watch, &WakeWatch::clockJumped);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.elapsed() > 150);
    QCOMPARE(woke.size(), 0);
    QCOMPARE(jumped.size(), 0);
}

void TestWakeWatch::FI_14_aJumpOfTheClockIsToldAndNobodyIsSignedOut_data()
{
    QTest::addColumn<qint64>("by");
    QTest::newRow("an hour on") << hour;
    QTest::newRow("an hour back") << -hour;
    QTest::newRow("a day on") << 24 * hour;
    QTest::newRow("a day back") << -24 * hour;
}

void TestWakeWatch::FI_14_aJumpOfTheClockIsToldAndNobodyIsSignedOut()
{
    QFETCH(qint64, by);
    auto clock = std::make_shared<ShiftedClock>();
    IdentityServer identity(IdentityServer::Kind::Team);
    MemoryStore secrets;
    AuthServices services;
    services.clock = clock;
    Profile profile{Profile::Kind::Team, u"Team"_s, identity.url(), u"p1"_s};
    profile.identityUrl = identity.url();
    profile.signIn = SignInWay::EmailCode;
    AuthManager session(profile, secrets, services);
    session.start();
    QTRY_VERIFY(session.isStarted());
    SignInAttempt *attempt = session.signIn(SignInWay::EmailCode);
    attempt->start();
    QTRY_COMPARE(attempt->step().kind, SignInStep::Kind::AskEmail);
    attempt->answer(u"ana@example.org"_s);
    QTRY_COMPARE(attempt->step().kind, SignInStep::Kind::AskCode);
    attempt->answer(QString::fromLatin1(identity.mailCode));
    QTRY_COMPARE(session.state(), AuthManager::State::SignedIn);

    WakeWatch watch(clock, {20, 30'000});
    QSignalSpy jumped(&watch, &WakeWatch::clockJumped);
    QSignalSpy out(&session, &AuthManager::signedOut);
    connect(&watch, &WakeWatch::woke, &session, &AuthManager::checkExpiry);
    connect(&watch, &WakeWatch::clockJumped, &session, &AuthManager::checkExpiry);
    clock->wallMs = by;
    QTRY_COMPARE(jumped.size(), 1);
    QVERIFY(qAbs(jumped.constFirst().constFirst().toLongLong() - by) < 5000);
    QTRY_COMPARE(session.state(), AuthManager::State::SignedIn); // perhaps after a renewal
    QCOMPARE(out.size(), 0);
    QVERIFY(identity.isGoodAccess(session.bearer()));
    QVERIFY(identity.accessTokens() <= 2); // no storm
}

void TestWakeWatch::FI_16_aSuspendIsNoticedByBothKindsOfClock()
{
    auto clock = std::make_shared<ShiftedClock>();
    WakeWatch watch(clock, {20, 30'000});
    QSignalSpy woke(&watch, &WakeWatch::woke);
    clock->wallMs += 8 * hour; // Linux: what measures stood still
    QTRY_COMPARE(woke.size(), 1);
    clock->wallMs += 8 * hour; // elsewhere, or stopped by a signal: it went on
    clock->monotonicShiftMs += 8 * hour;
    QTRY_COMPARE(woke.size(), 2);
}

void TestWakeWatch::FI_16_afterASleepStreamsAreOpenedAnewAtOnce()
{
    StreamInBackoff team;
    QVERIFY(team.start());
    const auto &stream = team.stream;
    auto clock = std::make_shared<ShiftedClock>();
    WakeWatch watch(clock, {20, 30'000});
    connect(&watch, &WakeWatch::woke, &team.transport, &Transport::reconnectNow);
    const qint64 wouldWait = stream->retryInMs();
    clock->wallMs += hour;
    QTRY_VERIFY(stream->isConnected());
    qInfo("it would have waited %lld ms more", wouldWait);
}

void TestWakeWatch::D_03_onlyABetterOrAnotherNetworkIsWorthATry_data()
{
    QTest::addColumn<int>("reachBefore");
    QTest::addColumn<int>("mediumBefore");
    QTest::addColumn<int>("reach");
    QTest::addColumn<int>("medium");
    QTest::addColumn<bool>("isWorth");
    const auto row = [](const char *name, Reach reachBefore, Medium mediumBefore, Reach reach, Medium medium, bool isWorth) {
        QTest::newRow(name) << static_cast<int>(reachBefore) << static_cast<int>(mediumBefore) << static_cast<int>(reach)
                            << static_cast<int>(medium) << isWorth;
    };
    row("back", Reach::Disconnected, Medium::Unknown, Reach::Online, Medium::WiFi, true);
    row("back, in part", Reach::Disconnected, Medium::Unknown, Reach::Local, Medium::Unknown, true);
    row("more than before", Reach::Site, Medium::WiFi, Reach::Online, Medium::WiFi, true);
    row("cable instead of radio", Reach::Online, Medium::WiFi, Reach::Online, Medium::Ethernet, true);
    row("another one, called offline", Reach::Online, Medium::WiFi, Reach::Disconnected, Medium::Ethernet, true);
    row("gone", Reach::Online, Medium::WiFi, Reach::Disconnected, Medium::Unknown, false);
    row("less", Reach::Online, Medium::WiFi, Reach::Site, Medium::WiFi, false);
    row("the same", Reach::Online, Medium::WiFi, Reach::Online, Medium::WiFi, false);
    row("the first that is said", Reach::Unknown, Medium::Unknown, Reach::Online, Medium::WiFi, false);
    row("nothing is said any more", Reach::Online, Medium::WiFi, Reach::Unknown, Medium::Unknown, false);
}

void TestWakeWatch::D_03_onlyABetterOrAnotherNetworkIsWorthATry()
{
    QFETCH(int, reachBefore);
    QFETCH(int, mediumBefore);
    QFETCH(int, reach);
    QFETCH(int, medium);
    QFETCH(bool, isWorth);
    const NetworkWatch::Reading before{static_cast<Reach>(reachBefore), static_cast<Medium>(mediumBefore)};
    const NetworkWatch::Reading now{static_cast<Reach>(reach), static_cast<Medium>(medium)};
    QCOMPARE(NetworkWatch::isWorthATry(before, now), isWorth);
}

void TestWakeWatch::D_03_aNetworkThatComesUpInStepsIsOneChange()
{
    NetworkWatch watch(settleMs);
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    watch.take(online); // the first reading
    watch.take(offline);
    watch.take({Reach::Unknown, Medium::Unknown}); // what was known is kept over it
    watch.take({Reach::Local, Medium::Unknown});
    watch.take({Reach::Site, Medium::Ethernet});
    watch.take({Reach::Online, Medium::Ethernet});
    QTRY_COMPARE(changed.size(), 1);
    watch.take({Reach::Online, Medium::WiFi});
    QTRY_COMPARE(changed.size(), 2);
}

void TestWakeWatch::D_03_aStreamThatWaitsIsOpenedAtOnceOnAnotherNetwork()
{
    StreamInBackoff team;
    QVERIFY(team.start());
    const auto &stream = team.stream;
    NetworkWatch watch(settleMs);
    connect(&watch, &NetworkWatch::changed, &team.transport, &Transport::reconnectNow);
    const qint64 wouldWait = stream->retryInMs();
    watch.take(offline);
    watch.take(online);
    QTRY_VERIFY(stream->isConnected());
    qInfo("it would have waited %lld ms more", wouldWait);
}

void TestWakeWatch::D_03_anAnswerThatWaitsForItsNextTryIsFetchedAtOnce()
{
    WaitingAnswer chat;
    NetworkWatch watch(settleMs);
    connect(&watch, &NetworkWatch::changed, &chat.sessions, &ChatSessions::reconnectNow);
    QSignalSpy ended(&chat.sessions, &ChatSessions::turnEnded);
    QVERIFY(chat.ask());
    chat.away = false;
    // Told again each time: the client may not have noticed yet that the third try broke, and then there is nothing to hurry.
    const auto comesBack = [&] {
        watch.take(offline);
        watch.take(online);
        return !ended.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(comesBack(), 2500);
    QVERIFY(ended.constFirst().at(1).toBool());
    QCOMPARE(chat.tries, 4);
}

void TestWakeWatch::D_03_aDesktopThatSaysOfflineStopsNothing()
{
    WaitingAnswer chat;
    NetworkWatch watch(settleMs);
    connect(&watch, &NetworkWatch::changed, &chat.sessions, &ChatSessions::reconnectNow);
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    QSignalSpy ended(&chat.sessions, &ChatSessions::turnEnded);
    watch.take(online);
    watch.take(offline); // a server on this computer, or behind a private network, is there all the same
    chat.away = false;
    QVERIFY(chat.open());
    chat.session = chat.sessions.newSession();
    chat.session->send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().at(1).toBool());
    QVERIFY(changed.isEmpty());
}

void TestWakeWatch::D_03_listeningToTheDesktopDoesNoHarm()
{
    NetworkWatch watch(settleMs);
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    watch.listen(); // with a desktop that tells, or without one
    watch.take({Reach::Online, Medium::WiFi});
    watch.take({Reach::Online, Medium::Ethernet});
    QTRY_VERIFY(!changed.isEmpty());
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"
