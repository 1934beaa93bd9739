#include "api/stream/streamhub.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/session.h"
#include "auth/signin/signinattempt.h"
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
    TeamFixture team;
    team.features = localFeatures;
    bool away = false;
    team.script = [&away](const Received &request) {
        if (!request.target.startsWith("/streams"))
            return Scripted{};
        return away ? reply(503, "{}") : eventStream({": hello\n\n"}, Scripted::End::Hold);
    };
    QVERIFY(team.open());
    const auto stream = team.transport.hub().watch(u"/streams/runs/1"_s, {});
    QTRY_VERIFY(stream->isConnected());
    away = true;
    team.server.resetAll();
    QTRY_VERIFY(stream->state() == LiveStream::State::Backoff && stream->attempt() >= 2);
    away = false;
    auto clock = std::make_shared<ShiftedClock>();
    WakeWatch watch(clock, {20, 30'000});
    connect(&watch, &WakeWatch::woke, &team.transport, &Transport::reconnectNow);
    const qint64 wouldWait = stream->retryInMs();
    clock->wallMs += hour;
    QTRY_VERIFY(stream->isConnected());
    qInfo("it would have waited %lld ms more", wouldWait);
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"
