// Signing in with another device (AUTH-08, AUTH-09), and with a pasted token (AUTH-20).
#include "authfixture.h"

#include "auth/signin/devicesignin.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Device : AuthFixture {
    QPointer<SignInAttempt> attempt;

    Device()
        : AuthFixture(SignInWay::Device)
    {
    }
    void begin()
    {
        attempt = manager->signIn(SignInWay::Device);
        attempt->start();
    }
};

} // namespace

class TestSignInDevice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AUTH_08_pendingThenSlowDownThenIn();
    void AUTH_08_refusalsEndTheWait_data();
    void AUTH_08_refusalsEndTheWait();
    void AUTH_08_aNetworkThatComesAndGoesIsWaitedFor();
    void AUTH_08_aCodeNobodyTakesIsGivenUpLate();
    void AUTH_08_cancellingStopsTheQuestions();
    void AUTH_09_theHostComesWithTheCode();
    void AUTH_09_pagesThatAreNotSafeAreRefused_data();
    void AUTH_09_pagesThatAreNotSafeAreRefused();
    void AUTH_20_aPastedTokenIsTriedOnce_data();
    void AUTH_20_aPastedTokenIsTriedOnce();
    void AUTH_20_aPastedTokenIsStoredLikeOthers();
};

void TestSignInDevice::AUTH_08_pendingThenSlowDownThenIn()
{
    Device device;
    device.identity.devicePolls = {u"authorization_pending"_s, u"slow_down"_s, u"authorization_pending"_s};
    device.begin();
    QVERIFY(device.reaches(device.attempt, Step::ShowUserCode));
    QCOMPARE(qobject_cast<DeviceSignIn *>(device.attempt)->intervalSeconds(), 1);
    QTRY_COMPARE(device.identity.count("/token"), 2);
    QTRY_COMPARE(qobject_cast<DeviceSignIn *>(device.attempt)->intervalSeconds(), 6); // five more, for good
    QVERIFY(device.becomes(State::SignedIn));
    QCOMPARE(device.identity.count("/token"), 4);
    QCOMPARE(IdentityServer::formOf(device.identity.requests("/token").constFirst()).value("grant_type"),
             QByteArray("urn:ietf:params:oauth:grant-type:device_code"));
    QCOMPARE(device.manager->person().email, u"ana@example.org"_s);
}

void TestSignInDevice::AUTH_08_refusalsEndTheWait_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"access_denied", "expired_token", "invalid_grant"})
        QTest::addRow("%s", code) << QString::fromLatin1(code);
}

void TestSignInDevice::AUTH_08_refusalsEndTheWait()
{
    QFETCH(QString, code);
    Device device;
    device.identity.devicePolls = {u"authorization_pending"_s, code};
    device.begin();
    QVERIFY(device.asks(device.attempt, Step::Failed));
    QVERIFY(!QTest::qWaitFor([&] { return device.identity.count("/token") > 2; }, 200));
    device.attempt->start(); // another code
    QVERIFY(device.becomes(State::SignedIn));
    QCOMPARE(device.identity.count("/device"), 2);
}

void TestSignInDevice::AUTH_08_aNetworkThatComesAndGoesIsWaitedFor()
{
    Device device;
    device.identity.failNext("/token", Fault::HangUp);
    device.identity.failNext("/token", Fault::Unavailable);
    for (int i = 0; i < 20; ++i) // so that it is still shown when a busy computer looks
        device.identity.devicePolls.append(u"authorization_pending"_s);
    device.begin();
    QTRY_VERIFY(device.identity.count("/token") >= 1);
    QVERIFY(device.asks(device.attempt, Step::ShowUserCode)); // still shown, and why it takes longer
    QCOMPARE(device.attempt->step().userCode, u"WDJB-MJHT"_s);
    QVERIFY(device.becomes(State::SignedIn));
}

void TestSignInDevice::AUTH_08_aCodeNobodyTakesIsGivenUpLate()
{
    Device device;
    for (int i = 0; i < 1000; ++i)
        device.identity.devicePolls.append(u"authorization_pending"_s);
    device.begin();
    QVERIFY(device.reaches(device.attempt, Step::ShowUserCode));
    const qint64 lifeMs = 600 * device.services.patience.pollUnitMs;
    device.clock->monotonicShiftMs = lifeMs + lifeMs / 10; // the clocks may run apart by a fifth
    const int asked = device.identity.count("/token");
    QTRY_VERIFY(device.identity.count("/token") > asked + 1);
    QCOMPARE(device.attempt->step().kind, Step::ShowUserCode);
    device.clock->monotonicShiftMs = lifeMs + lifeMs / 4;
    QVERIFY(device.asks(device.attempt, Step::Failed));
}

void TestSignInDevice::AUTH_08_cancellingStopsTheQuestions()
{
    Device device;
    for (int i = 0; i < 1000; ++i)
        device.identity.devicePolls.append(u"authorization_pending"_s);
    device.begin();
    QTRY_VERIFY(device.identity.count("/token") > 0);
    device.manager->cancelSignIn();
    QCOMPARE(device.manager->state(), State::SignedOut);
    const int asked = device.identity.count("/token");
    QVERIFY(!QTest::qWaitFor([&] { return device.identity.count("/token") > asked + 1; }, 200));
}

void TestSignInDevice::AUTH_09_theHostComesWithTheCode()
{
    Device device;
    device.identity.verificationUri = u"https://xn--pple-43d.example/activate"_s; // looks like another name
    device.identity.devicePolls = {u"authorization_pending"_s};
    device.identity.deviceInterval = 60;
    device.begin();
    QVERIFY(device.reaches(device.attempt, Step::ShowUserCode));
    const SignInStep &step = device.attempt->step();
    QCOMPARE(step.host, u"xn--pple-43d.example"_s); // as it is, not as it looks
    QCOMPARE(step.userCode, u"WDJB-MJHT"_s);
    QVERIFY(!step.url.toString().contains(step.userCode));
    QVERIFY(step.urlWithCode.toString().contains(step.userCode));
    QVERIFY(step.expires.isValid());
    QVERIFY(device.opened.isEmpty()); // nothing is opened by itself
}

void TestSignInDevice::AUTH_09_pagesThatAreNotSafeAreRefused_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"http://id.example/activate", "javascript:alert(1)", "file:///x", "https://good@evil.example/", "activate"})
        QTest::addRow("%s", page) << QString::fromLatin1(page);
}

void TestSignInDevice::AUTH_09_pagesThatAreNotSafeAreRefused()
{
    QFETCH(QString, page);
    Device device;
    device.identity.verificationUri = page;
    device.begin();
    QVERIFY(device.asks(device.attempt, Step::Failed));
    QCOMPARE(device.identity.count("/token"), 0);
}

void TestSignInDevice::AUTH_20_aPastedTokenIsTriedOnce_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("calls");
    QTest::addColumn<bool>("works");
    QTest::addRow("accepted") << u"good-token"_s << 200 << 1 << true;
    QTest::addRow("with its scheme and a line end") << u"Bearer good-token\n"_s << 200 << 1 << true;
    QTest::addRow("refused") << u"good-token"_s << 401 << 1 << false;
    QTest::addRow("no rights") << u"good-token"_s << 403 << 1 << false;
    QTest::addRow("server in trouble") << u"good-token"_s << 500 << 1 << false;
    QTest::addRow("empty") << u"  "_s << 200 << 0 << false;
    QTest::addRow("two words") << u"good token"_s << 200 << 0 << false;
    QTest::addRow("with a header in it") << u"good\r\nX-Evil: 1"_s << 200 << 0 << false;
}

void TestSignInDevice::AUTH_20_aPastedTokenIsTriedOnce()
{
    QFETCH(QString, pasted);
    QFETCH(int, status);
    QFETCH(int, calls);
    QFETCH(bool, works);
    FaultServer server([status](const Received &) { return reply(status, "{}"); });
    AuthFixture fixture(SignInWay::Token);
    fixture.profile.baseUrl = QUrl(server.url().toString() + u"/prefix/"_s);
    fixture.make();
    const QPointer<SignInAttempt> attempt = fixture.manager->signIn(SignInWay::Token);
    attempt->start();
    QCOMPARE(attempt->step().kind, Step::AskToken);
    attempt->answer(pasted);
    if (works)
        QVERIFY(fixture.becomes(State::SignedIn));
    else
        QVERIFY(fixture.asks(attempt, Step::AskToken));
    QCOMPARE(server.received().size(), calls);
    if (calls > 0) {
        QCOMPARE(server.received().constFirst().target, QByteArray("/prefix/conversations?limit=1"));
        QCOMPARE(server.received().constFirst().headers.value("authorization"), QByteArray("Bearer good-token"));
    }
    QVERIFY(fixture.identity.server().received().isEmpty()); // it is nobody else's business
    QCOMPARE(fixture.manager->bearer(), works ? QByteArray("good-token") : QByteArray());
}

void TestSignInDevice::AUTH_20_aPastedTokenIsStoredLikeOthers()
{
    AuthFixture fixture(SignInWay::Token);
    const QByteArray token = IdentityServer::jwt({{u"sub"_s, u"u-ana"_s}, {u"roles"_s, u"Admin"_s}});
    FaultServer server([](const Received &) { return json("{}"); });
    fixture.profile.baseUrl = server.url();
    fixture.make();
    const QPointer<SignInAttempt> attempt = fixture.manager->signIn(SignInWay::Token);
    attempt->start();
    attempt->answer(QString::fromLatin1(token));
    QVERIFY(fixture.becomes(State::SignedIn));
    QTRY_VERIFY(fixture.store.stored.contains(token));
    fixture.make();
    QVERIFY(fixture.start());
    QCOMPARE(fixture.manager->state(), State::SignedIn);
    QCOMPARE(fixture.manager->bearer(), token);
    QVERIFY(fixture.manager->person().isAdmin()); // a label, nothing more
    QVERIFY(fixture.manager->canRefresh());
}

QTEST_GUILESS_MAIN(TestSignInDevice)
#include "tst_signindevice.moc"
