// Whose token goes to a team's file service: contract 2.3 and 3.10, AUTH-16, AUTH-19.
#include "auth/datatokens.h"
#include "authfixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestDataTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionByMailGetsATokenOfItsOwnForTheFileService();
    void theTokenIsForgottenWithTheSession();
    void aServiceInTroubleIsSaidAndAskedAgain();
    void AUTH_19_aPastedTokenNeverGoesToAForeignOrigin_data();
    void AUTH_19_aPastedTokenNeverGoesToAForeignOrigin();
};

namespace {

const QByteArray tokenPath = "/oauth/token";

QList<QByteArray> audiences(const IdentityServer &identity)
{
    QList<QByteArray> out;
    for (const Received &request : identity.requests(tokenPath))
        out.append(IdentityServer::formOf(request).value("audience"));
    return out;
}

} // namespace

void TestDataTokens::aSessionByMailGetsATokenOfItsOwnForTheFileService()
{
    AuthFixture f(SignInWay::EmailCode);
    f.profile.dataUrl = QUrl(u"http://127.0.0.1:10/api/data"_s);
    f.make();
    QVERIFY(f.signIn());
    DataTokens tokens;
    QSignalSpy refreshed(&tokens, &TokenSource::refreshFinished);
    tokens.setSession(f.manager.get(), f.profile);
    QVERIFY(tokens.bearer().isEmpty());
    QVERIFY(tokens.canRefresh());
    QVERIFY(!tokens.isFreshFor(60'000));
    const quint64 before = tokens.generation();
    tokens.refresh();
    tokens.refresh(); // asked twice, exchanged once
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(refreshed.constFirst().constFirst().toBool());
    QCOMPARE(audiences(f.identity), (QList<QByteArray>{"agent-api", "data-api"}));
    QCOMPARE(IdentityServer::formOf(f.identity.requests(tokenPath).constLast()).value("subject_token"), f.identity.sessionToken());
    QVERIFY(f.identity.isGoodAccess(tokens.bearer()));
    QVERIFY(tokens.bearer() != f.manager->bearer());
    QVERIFY(tokens.generation() != before);
    QVERIFY(tokens.isFreshFor(60'000));
    QVERIFY(!f.store.stored.contains(tokens.bearer()));
    f.clock->monotonicShiftMs = 880'000; // of 900
    QVERIFY(!tokens.isFreshFor(60'000));
}

void TestDataTokens::theTokenIsForgottenWithTheSession()
{
    AuthFixture f(SignInWay::EmailCode);
    f.profile.dataUrl = f.profile.baseUrl; // the same origin does not lend it the agent server's token either
    f.make();
    QVERIFY(f.signIn());
    DataTokens tokens;
    QSignalSpy refreshed(&tokens, &TokenSource::refreshFinished);
    tokens.setSession(f.manager.get(), f.profile);
    tokens.refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(!tokens.bearer().isEmpty());
    f.manager->signOut();
    QVERIFY(tokens.bearer().isEmpty());
    QVERIFY(!tokens.canRefresh());

    f.make(); // nothing is left of the session the tokens were of
    QVERIFY(tokens.bearer().isEmpty());
    QVERIFY(!tokens.canRefresh());
}

void TestDataTokens::aServiceInTroubleIsSaidAndAskedAgain()
{
    AuthFixture f(SignInWay::EmailCode);
    f.profile.dataUrl = QUrl(u"http://127.0.0.1:10/api/data"_s);
    f.make();
    QVERIFY(f.signIn());
    DataTokens tokens;
    QSignalSpy refreshed(&tokens, &TokenSource::refreshFinished);
    tokens.setSession(f.manager.get(), f.profile);
    f.identity.failNext(tokenPath, Fault::Unavailable);
    tokens.refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(!refreshed.constFirst().constFirst().toBool());
    QVERIFY(tokens.whyNoToken());
    QVERIFY(!tokens.whyNoToken()->message.isEmpty());
    QCOMPARE(f.manager->state(), State::SignedIn); // the session is another matter
    tokens.refresh();
    QTRY_COMPARE(refreshed.size(), 2);
    QVERIFY(!tokens.bearer().isEmpty());
    QVERIFY(!tokens.whyNoToken());
}

void TestDataTokens::AUTH_19_aPastedTokenNeverGoesToAForeignOrigin_data()
{
    QTest::addColumn<QUrl>("dataUrl");
    QTest::addColumn<bool>("isLent");
    QTest::newRow("same origin") << QUrl(u"http://127.0.0.1:9/api/data"_s) << true;
    QTest::newRow("another port") << QUrl(u"http://127.0.0.1:10/agents"_s) << false;
    QTest::newRow("another scheme") << QUrl(u"https://127.0.0.1:9/agents"_s) << false;
    QTest::newRow("another host") << QUrl(u"http://127.0.0.2:9/agents"_s) << false;
    QTest::newRow("none") << QUrl() << false;
}

void TestDataTokens::AUTH_19_aPastedTokenNeverGoesToAForeignOrigin()
{
    QFETCH(const QUrl, dataUrl);
    QFETCH(const bool, isLent);
    AuthFixture f(SignInWay::Token);
    f.profile.dataUrl = dataUrl;
    f.make();
    QVERIFY(f.start());
    bool isKept = false;
    f.manager->adoptToken("pasted-token", this, [&isKept](const Result<> &) { isKept = true; });
    QTRY_VERIFY(isKept);
    DataTokens tokens;
    tokens.setSession(f.manager.get(), f.profile);
    QCOMPARE(tokens.bearer(), isLent ? QByteArray("pasted-token") : QByteArray());
    QCOMPARE(tokens.whyNoToken().has_value(), !isLent);
    QVERIFY(!tokens.canRefresh()); // what the file service says of it does not end the session
    QSignalSpy refreshed(&tokens, &TokenSource::refreshFinished);
    QSignalSpy ended(f.manager.get(), &AuthManager::signedOut);
    if (!isLent) {
        QVERIFY(!tokens.whyNoToken()->message.isEmpty());
        tokens.refresh();
        QCOMPARE(refreshed.size(), 1);
        QVERIFY(!refreshed.constFirst().constFirst().toBool());
    }
    QVERIFY(ended.isEmpty());
    QCOMPARE(audiences(f.identity), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TestDataTokens)
#include "tst_datatokens.moc"
