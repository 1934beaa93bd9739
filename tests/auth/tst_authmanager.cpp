// What a session goes through: AUTH-11, AUTH-13 … AUTH-15, AUTH-17, AUTH-19, FI-30.
#include "authfixture.h"

#include "auth/renewal.h"
#include "auth/secretstore.h"
#include "domain/log.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestAuthManager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AUTH_11_aTokenIsRenewedBeforeItsEnd_data();
    void AUTH_11_aTokenIsRenewedBeforeItsEnd();
    void AUTH_11_anOpaqueTokenWorks();
    void AUTH_11_aClockThatJumpsIsNoLogout();
    void aSessionSurvivesARestart_data();
    void aSessionSurvivesARestart();
    void AUTH_13_theNewRefreshTokenIsStoredBeforeItIsUsed();
    void AUTH_13_aStoreThatFailsWarnsAndGoesOn();
    void AUTH_13_killedBetweenAnswerAndWrite_data();
    void AUTH_13_killedBetweenAnswerAndWrite();
    void AUTH_14_FI_30_whatPassesIsNoLogout_data();
    void AUTH_14_FI_30_whatPassesIsNoLogout();
    void AUTH_14_FI_30_aRefusalExpiresTheSessionOnce_data();
    void AUTH_14_FI_30_aRefusalExpiresTheSessionOnce();
    void AUTH_14_aSecondProcessThatWasFasterIsNoRefusal();
    void AUTH_15_FI_30_aLostReplyIsAskedForOnceMore();
    void AUTH_15_aReplyLostTwiceIsOutOfReach();
    void AUTH_17_signingOutRevokesAndWipes_data();
    void AUTH_17_signingOutRevokesAndWipes();
    void AUTH_17_signingOutWithoutANetworkWipesAllTheSame();
    void AUTH_17_signingOutEndsARenewal();
    void AUTH_19_aStoredSessionOfAnotherServerIsNotUsed();
    void AUTH_19_anotherAddressEndsTheSession();
    void AUTH_19_anotherPersonIsAnnounced();
    void KEY_02_aStoreThatCannotBeReadIsNoLogout();
    void aPastedTokenThatIsRefusedHasEnded();
    void damagedEntriesAreNotUsed();
};

void TestAuthManager::AUTH_11_aTokenIsRenewedBeforeItsEnd_data()
{
    QTest::addColumn<qint64>("life");
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("after");
    QTest::addRow("contract: 15 minutes, at 80 percent") << qint64(900'000) << 0.0 << qint64(720'000);
    QTest::addRow("jitter makes it earlier") << qint64(900'000) << 1.0 << qint64(675'000);
    QTest::addRow("an hour, at 80 percent") << qint64(3600'000) << 0.0 << qint64(2880'000);
    QTest::addRow("two minutes, one before the end") << qint64(120'000) << 0.0 << qint64(60'000);
    QTest::addRow("one minute, never before its half") << qint64(60'000) << 1.0 << qint64(30'000);
    QTest::addRow("unknown") << qint64(-1) << 0.0 << qint64(-1);
}

void TestAuthManager::AUTH_11_aTokenIsRenewedBeforeItsEnd()
{
    QFETCH(qint64, life);
    QFETCH(double, random);
    QTEST(renewAfterMs(life, random), "after");
    if (life >= 0)
        return;
    AuthFixture fixture(SignInWay::EmailCode);
    fixture.identity.accessSeconds = 1;
    QVERIFY(fixture.signIn());
    const QByteArray first = fixture.manager->bearer();
    QTRY_COMPARE(fixture.identity.accessTokens(), 2); // nobody was refused anything
    QTRY_VERIFY(fixture.manager->bearer() != first);
}

void TestAuthManager::AUTH_11_anOpaqueTokenWorks()
{
    AuthFixture fixture(SignInWay::Browser);
    fixture.identity.opaqueAccess = true;
    fixture.identity.accessSeconds = -1;
    QVERIFY(fixture.signIn());
    QVERIFY(fixture.manager->isFreshFor(24 * 3600'000)); // as far as anybody can tell
    QCOMPARE(fixture.manager->person().id, u"u-ana"_s);
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    fixture.manager->refresh(); // the server's 401 is the truth
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().toBool());
}

void TestAuthManager::AUTH_11_aClockThatJumpsIsNoLogout()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    for (const qint64 hours : {24, -24, 1, -1, 0}) {
        fixture.clock->wallShiftMs = hours * 3600'000;
        fixture.manager->checkExpiry();
        QVERIFY(fixture.becomes(State::SignedIn));
    }
    QVERIFY(fixture.identity.accessTokens() <= 6); // a jump asks once at most
    QCOMPARE(signedOut.size(), 0);
}

void TestAuthManager::aSessionSurvivesARestart_data()
{
    QTest::addColumn<SignInWay>("way");
    QTest::addRow("e-mail") << SignInWay::EmailCode;
    QTest::addRow("browser") << SignInWay::Browser;
    QTest::addRow("device") << SignInWay::Device;
}

void TestAuthManager::aSessionSurvivesARestart()
{
    QFETCH(SignInWay, way);
    AuthFixture fixture(way);
    QVERIFY(fixture.signIn());
    QVERIFY(!fixture.store.stored.contains(fixture.manager->bearer())); // access tokens live in memory only (AUTH-16)
    fixture.make();
    QSignalSpy signedIn(fixture.manager.get(), &AuthManager::signedIn);
    QVERIFY(fixture.start());
    QVERIFY(fixture.becomes(State::SignedIn));
    QCOMPARE(signedIn.size(), 1);
    QCOMPARE(fixture.manager->person().id, u"u-ana"_s);
    QVERIFY(fixture.manager->person().hasRole(u"user"_s));
    QVERIFY(fixture.identity.isGoodAccess(fixture.manager->bearer()));
    QCOMPARE(fixture.manager->account(), u"p1/u-ana"_s);
}

void TestAuthManager::AUTH_13_theNewRefreshTokenIsStoredBeforeItIsUsed()
{
    AuthFixture fixture(SignInWay::Browser);
    QVERIFY(fixture.signIn());
    QByteArray storedThen;
    QObject::connect(fixture.manager.get(), &TokenSource::tokenChanged, fixture.manager.get(), [&] { storedThen = fixture.store.stored; });
    fixture.manager->refresh();
    QTRY_VERIFY(storedThen.contains(fixture.identity.refreshToken()));
}

void TestAuthManager::AUTH_13_aStoreThatFailsWarnsAndGoesOn()
{
    AuthFixture fixture(SignInWay::Browser);
    QVERIFY(fixture.signIn());
    QVERIFY(fixture.manager->isStored());
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    QSignalSpy storage(fixture.manager.get(), &AuthManager::storageChanged);
    for (bool *fault : {&fixture.store.failsWrites, &fixture.store.hangsWrites}) {
        *fault = true;
        const auto before = finished.size();
        fixture.manager->refresh();
        QTRY_COMPARE(finished.size(), before + 1);
        QVERIFY(finished.constLast().constFirst().toBool());
        QVERIFY(!fixture.manager->isStored());
        QVERIFY(!fixture.manager->storageError().userText().isEmpty());
        *fault = false;
    }
    fixture.manager->refresh();
    QTRY_COMPARE(finished.size(), 3);
    QVERIFY(fixture.manager->isStored()); // and forgets the warning when it could
    QVERIFY(storage.size() >= 2);
}

void TestAuthManager::AUTH_13_killedBetweenAnswerAndWrite_data()
{
    QTest::addColumn<bool>("allowsReuse");
    QTest::addColumn<State>("ends");
    QTest::addRow("a service that allows the old one for a while") << true << State::SignedIn;
    QTest::addRow("a service that does not: asked once") << false << State::Expired;
}

void TestAuthManager::AUTH_13_killedBetweenAnswerAndWrite()
{
    QFETCH(bool, allowsReuse);
    AuthFixture fixture(SignInWay::Browser);
    fixture.identity.allowsReuse = allowsReuse;
    fixture.services.patience.storeMs = 60'000;
    fixture.make();
    QVERIFY(fixture.signIn());
    QTRY_VERIFY(fixture.store.stored.contains(fixture.identity.refreshToken()));
    fixture.store.hangsWrites = true; // the moment of kill -9
    fixture.manager->refresh();
    QTRY_VERIFY(!fixture.store.stored.contains(fixture.identity.refreshToken()));
    QTRY_COMPARE(fixture.store.writes, 2);
    fixture.store.hangsWrites = false;
    fixture.make();
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    QVERIFY(fixture.start());
    QFETCH(State, ends);
    QVERIFY(fixture.becomes(ends));
    const int asked = fixture.identity.count("/token");
    QVERIFY(!QTest::qWaitFor([&] { return fixture.identity.count("/token") > asked; }, 300)); // no loop
    QCOMPARE(signedOut.size(), allowsReuse ? 0 : 1);
}

void TestAuthManager::AUTH_14_FI_30_whatPassesIsNoLogout_data()
{
    QTest::addColumn<SignInWay>("way");
    QTest::addColumn<Fault>("fault");
    for (const auto &[name, way] : {std::pair("e-mail", SignInWay::EmailCode), std::pair("browser", SignInWay::Browser)}) {
        QTest::addRow("%s, 500", name) << way << Fault::Refused;
        QTest::addRow("%s, 503", name) << way << Fault::Unavailable;
        QTest::addRow("%s, no connection", name) << way << Fault::HangUp;
    }
}

void TestAuthManager::AUTH_14_FI_30_whatPassesIsNoLogout()
{
    QFETCH(SignInWay, way);
    QFETCH(Fault, fault);
    AuthFixture fixture(way);
    QVERIFY(fixture.signIn());
    const QByteArray token = fixture.manager->bearer();
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    fixture.identity.failAll(fault);
    fixture.manager->refresh();
    QVERIFY(fixture.becomes(State::Unreachable));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().toBool());
    QVERIFY(fixture.manager->hasSession());
    QCOMPARE(fixture.manager->bearer(), token); // may still do
    QVERIFY(fixture.manager->whyNoToken());
    QVERIFY(fixture.manager->whyNoToken()->kind != Error::Kind::Unauthorized);
    QVERIFY(!fixture.manager->error().userText().isEmpty());
    const auto asked = fixture.identity.server().received().size();
    QTRY_VERIFY(fixture.identity.server().received().size() > asked + 1); // by itself, again and again
    fixture.identity.failAll(Fault::None);
    QVERIFY(fixture.becomes(State::SignedIn));
    QVERIFY(fixture.manager->bearer() != token);
    QCOMPARE(signedOut.size(), 0);
}

void TestAuthManager::AUTH_14_FI_30_aRefusalExpiresTheSessionOnce_data()
{
    QTest::addColumn<SignInWay>("way");
    QTest::addColumn<QByteArray>("code");
    for (const char *code : {"session_revoked", "subject_token_expired", "invalid_subject_token", "invalid_subject_token_issuer",
                             "invalid_subject_token_key", "delegation_revoked", "unknown_subject"})
        QTest::addRow("%s", code) << SignInWay::EmailCode << QByteArray(code);
    QTest::addRow("invalid_grant") << SignInWay::Browser << QByteArray("invalid_grant");
}

void TestAuthManager::AUTH_14_FI_30_aRefusalExpiresTheSessionOnce()
{
    QFETCH(SignInWay, way);
    QFETCH(QByteArray, code);
    AuthFixture fixture(way);
    QVERIFY(fixture.signIn());
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    fixture.identity.endSession(code);
    fixture.manager->refresh();
    QVERIFY(fixture.becomes(State::Expired));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(signedOut.size(), 1);
    QVERIFY(!fixture.manager->error().nextStep.isEmpty());
    QCOMPARE(fixture.manager->person().email, u"ana@example.org"_s); // who is asked to come back
    QVERIFY(!fixture.manager->canRefresh());
    const auto asked = fixture.identity.server().received().size();
    fixture.manager->refresh(); // whoever comes late
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(fixture.identity.server().received().size(), asked);
    QVERIFY(fixture.signIn());
    QCOMPARE(signedOut.size(), 1);
}

void TestAuthManager::AUTH_14_aSecondProcessThatWasFasterIsNoRefusal()
{
    AuthFixture fixture(SignInWay::Browser);
    fixture.identity.allowsReuse = false;
    QVERIFY(fixture.signIn());
    AuthManager other(fixture.profile, fixture.store, fixture.services); // the headless program, on the same keychain
    other.start();
    QTRY_COMPARE(other.state(), State::SignedIn); // it rotated
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    fixture.manager->refresh();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().toBool());
    QCOMPARE(fixture.manager->state(), State::SignedIn);
}

void TestAuthManager::AUTH_15_FI_30_aLostReplyIsAskedForOnceMore()
{
    AuthFixture fixture(SignInWay::Browser);
    QVERIFY(fixture.signIn());
    const QByteArray old = fixture.identity.refreshToken();
    const auto before = fixture.identity.requests("/token").size();
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    QSignalSpy states(fixture.manager.get(), &AuthManager::stateChanged);
    fixture.identity.failNext("/token", Fault::LostReply);
    fixture.manager->refresh();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().toBool());
    const QList<Received> asked = fixture.identity.requests("/token").mid(before);
    QCOMPARE(asked.size(), 2); // and Qt sent none of them twice
    for (const Received &request : asked)
        QCOMPARE(IdentityServer::formOf(request).value("refresh_token"), old);
    QCOMPARE(states.size(), 2); // Refreshing, SignedIn: nobody was told of trouble
    QTRY_VERIFY(fixture.store.stored.contains(fixture.identity.refreshToken()));
}

void TestAuthManager::AUTH_15_aReplyLostTwiceIsOutOfReach()
{
    AuthFixture fixture(SignInWay::Browser);
    fixture.services.patience.firstRetryMs = 60'000;
    fixture.services.patience.longestRetryMs = 60'000;
    fixture.make();
    QVERIFY(fixture.signIn());
    const int before = fixture.identity.count("/token");
    fixture.identity.failNext("/token", Fault::LostReply, 2);
    fixture.manager->refresh();
    QVERIFY(fixture.becomes(State::Unreachable));
    QCOMPARE(fixture.identity.count("/token"), before + 2);
    QVERIFY(fixture.manager->retryInMs() > 0);
}

void TestAuthManager::AUTH_17_signingOutRevokesAndWipes_data()
{
    aSessionSurvivesARestart_data();
}

void TestAuthManager::AUTH_17_signingOutRevokesAndWipes()
{
    QFETCH(SignInWay, way);
    AuthFixture fixture(way);
    QVERIFY(fixture.signIn());
    const QByteArray refreshToken = fixture.identity.refreshToken();
    QSignalSpy done(fixture.manager.get(), &AuthManager::signOutFinished);
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    fixture.manager->signOut();
    QCOMPARE(fixture.manager->state(), State::SignedOut); // at once
    QVERIFY(fixture.manager->bearer().isEmpty());
    QVERIFY(!fixture.manager->person().isKnown());
    QCOMPARE(signedOut.constFirst().constFirst().value<Error>().kind, Error::Kind::Cancelled);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(fixture.store.at(sessionKey(fixture.profile)).isEmpty());
    QVERIFY(fixture.identity.sessionToken().isEmpty() && fixture.identity.refreshToken().isEmpty());
    if (way == SignInWay::EmailCode) {
        for (const Received &request : fixture.identity.server().received())
            QVERIFY(!request.target.contains("eyJ")); // by its id: no token in an address (AUTH-18)
        return;
    }
    const QList<Received> revoked = fixture.identity.requests("/revoke");
    QCOMPARE(revoked.size(), 2);
    QCOMPARE(IdentityServer::formOf(revoked.at(0)).value("token"), refreshToken);
    QCOMPARE(IdentityServer::formOf(revoked.at(1)).value("token_type_hint"), QByteArray("access_token"));
}

void TestAuthManager::AUTH_17_signingOutWithoutANetworkWipesAllTheSame()
{
    for (const Fault fault : {Fault::HangUp, Fault::Silence}) {
        AuthFixture fixture(SignInWay::Browser);
        QVERIFY(fixture.signIn());
        fixture.identity.failAll(fault);
        QSignalSpy done(fixture.manager.get(), &AuthManager::signOutFinished);
        fixture.manager->signOut();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(fixture.store.at(sessionKey(fixture.profile)).isEmpty());
        fixture.make();
        QVERIFY(fixture.start());
        QCOMPARE(fixture.manager->state(), State::SignedOut);
    }
}

void TestAuthManager::AUTH_17_signingOutEndsARenewal()
{
    AuthFixture fixture(SignInWay::Browser);
    QVERIFY(fixture.signIn());
    const int before = fixture.identity.count("/token");
    QSignalSpy finished(fixture.manager.get(), &TokenSource::refreshFinished);
    fixture.identity.failNext("/token", Fault::Silence);
    fixture.manager->refresh();
    QTRY_COMPARE(fixture.identity.count("/token"), before + 1);
    fixture.manager->signOut();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().toBool());
    QCOMPARE(fixture.manager->state(), State::SignedOut);
}

void TestAuthManager::AUTH_19_aStoredSessionOfAnotherServerIsNotUsed()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    const auto asked = fixture.identity.server().received().size();
    const Profile own = fixture.profile;
    for (const auto member : {&Profile::baseUrl, &Profile::identityUrl}) {
        fixture.profile = own;
        fixture.profile.*member = QUrl(fixture.identity.url().toString() + u"/other"_s); // as edited while the program did not run
        fixture.make();
        QVERIFY(fixture.start());
        QCOMPARE(fixture.manager->state(), State::SignedOut);
        QVERIFY(fixture.manager->bearer().isEmpty());
    }
    QCOMPARE(fixture.identity.server().received().size(), asked); // no token went anywhere
}

void TestAuthManager::AUTH_19_anotherAddressEndsTheSession()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    fixture.profile.name = u"Renamed"_s;
    fixture.manager->setProfile(fixture.profile);
    QCOMPARE(fixture.manager->state(), State::SignedIn); // a name is no address
    fixture.profile.baseUrl = QUrl(u"https://evil.example"_s);
    fixture.manager->setProfile(fixture.profile);
    QCOMPARE(fixture.manager->state(), State::SignedOut);
    QVERIFY(fixture.manager->bearer().isEmpty());
    QVERIFY(!fixture.manager->error().userText().isEmpty());
    QTRY_VERIFY(fixture.store.at(sessionKey(fixture.profile)).isEmpty());
}

void TestAuthManager::AUTH_19_anotherPersonIsAnnounced()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    QSignalSpy changed(fixture.manager.get(), &AuthManager::accountChanged);
    QVERIFY(fixture.signIn());
    QCOMPARE(changed.size(), 0);
    const QString before = fixture.manager->account();
    fixture.identity.person.insert("sub"_L1, u"u-ben"_s);
    QVERIFY(fixture.signIn());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(fixture.manager->account() != before);
}

void TestAuthManager::KEY_02_aStoreThatCannotBeReadIsNoLogout()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    fixture.make();
    fixture.store.failsReads = true;
    const int writes = fixture.store.writes;
    QVERIFY(fixture.start());
    QCOMPARE(fixture.manager->state(), State::Unreachable);
    QCOMPARE(fixture.manager->error().kind, Error::Kind::Storage);
    const int reads = fixture.store.reads;
    QTRY_VERIFY(fixture.store.reads > reads); // by itself
    fixture.store.failsReads = false;
    QVERIFY(fixture.becomes(State::SignedIn));
    QCOMPARE(fixture.store.writes, writes);
}

void TestAuthManager::aPastedTokenThatIsRefusedHasEnded()
{
    AuthFixture fixture(SignInWay::Token);
    QVERIFY(fixture.start());
    fixture.manager->adoptToken("pasted-token", &fixture.store, [](const auto &) {});
    QTRY_COMPARE(fixture.manager->state(), State::SignedIn);
    fixture.make();
    QVERIFY(fixture.start());
    QCOMPARE(fixture.manager->bearer(), QByteArray("pasted-token"));
    QSignalSpy signedOut(fixture.manager.get(), &AuthManager::signedOut);
    fixture.manager->refresh(); // refused by the server: there is no other
    QCOMPARE(fixture.manager->state(), State::Expired);
    QCOMPARE(signedOut.size(), 1);
}

void TestAuthManager::damagedEntriesAreNotUsed()
{
    for (const QByteArray &damaged : {QByteArray("x"), QByteArray("{}"), QByteArray(R"({"v":2,"way":"email","renewal":"a"})"),
                                      QByteArray(R"({"v":1,"way":"telepathy"})")}) {
        AuthFixture fixture(SignInWay::EmailCode);
        bool isWritten = false;
        fixture.store.write(sessionKey(fixture.profile), damaged, &fixture.store, [&](const auto &) { isWritten = true; });
        QTRY_VERIFY(isWritten);
        QVERIFY(fixture.start());
        QCOMPARE(fixture.manager->state(), State::SignedOut);
    }
}

QTEST_GUILESS_MAIN(TestAuthManager)
#include "tst_authmanager.moc"
