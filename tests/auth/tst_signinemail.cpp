// The code or the link of a mail, then token exchange (inventory AC-01, AC-02; contract 2.2, 2.3, 2.7).
#include "authfixture.h"

#include "auth/signin/emailsignin.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// As far as the question for the code.
struct Email : AuthFixture {
    QPointer<SignInAttempt> attempt;

    Email()
        : AuthFixture(SignInWay::EmailCode)
        , attempt(manager->signIn(SignInWay::EmailCode))
    {
        attempt->start();
    }
    [[nodiscard]] bool toCode()
    {
        attempt->answer(u"ana@example.org"_s);
        return reaches(attempt, Step::AskCode);
    }
    [[nodiscard]] QString problem() const { return attempt->step().problem ? attempt->step().problem->userText() : QString(); }
};

} // namespace

class TestSignInEmail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCodeLeadsToASession();
    void AUTH_16_theExchangeIsForTheAgentServerAlone();
    void theCodeMayBePastedWithItsSpaces();
    void aLinkDoesAsWell_data();
    void aLinkDoesAsWell();
    void whatIsNeitherIsNotSent_data();
    void whatIsNeitherIsNotSent();
    void aWrongCodeIsAskedForAgain();
    void wrongCodesAreSlowedDownAndGivenUp();
    void anAddressIsCheckedBeforeItIsSent();
    void aServiceOutOfReachKeepsTheQuestion();
    void anExchangeThatFailsNeedsNoOtherCode();
    void anotherMailMustWait();
    void cancellingEndsTheRequest();
};

void TestSignInEmail::aCodeLeadsToASession()
{
    Email email;
    QCOMPARE(email.manager->state(), State::SigningIn);
    QCOMPARE(email.attempt->step().kind, Step::AskEmail);
    QVERIFY(email.toCode());
    QCOMPARE(email.attempt->step().email, u"ana@example.org"_s);
    QVERIFY(email.attempt->step().expires.isValid());
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.becomes(State::SignedIn));
    QTRY_VERIFY(!email.attempt); // it goes by itself
    const Account &person = email.manager->person();
    QCOMPARE(person.id, u"u-ana"_s);
    QCOMPARE(person.displayName, u"Ana"_s);
    QVERIFY(person.hasRole(u"user"_s) && !person.isAdmin());
    QVERIFY(person.hasScope(u"search.read"_s));
    // Never longer than a day, whatever the token says (contract 2.4).
    const qint64 hours = QDateTime::currentDateTimeUtc().secsTo(email.manager->sessionEnds()) / 3600;
    QVERIFY(hours >= 23 && hours <= 24);
    QTRY_VERIFY(email.store.stored.contains(email.identity.sessionToken()));
}

void TestSignInEmail::AUTH_16_theExchangeIsForTheAgentServerAlone()
{
    AuthFixture fixture(SignInWay::EmailCode);
    QVERIFY(fixture.signIn());
    const auto form = IdentityServer::formOf(fixture.identity.requests("/oauth/token").constFirst());
    QCOMPARE(form.value("grant_type"), QByteArray("urn:ietf:params:oauth:grant-type:token-exchange"));
    QCOMPARE(form.value("audience"), QByteArray("agent-api"));
    QCOMPARE(form.value("subject_token"), fixture.identity.sessionToken());
    QVERIFY(!fixture.store.stored.contains(fixture.manager->bearer()));    // memory only
    QVERIFY(fixture.manager->bearer() != fixture.identity.sessionToken()); // requests never carry the session itself
}

void TestSignInEmail::theCodeMayBePastedWithItsSpaces()
{
    Email email;
    QVERIFY(email.toCode());
    email.attempt->answer(u" 123 456\n"_s);
    QVERIFY(email.becomes(State::SignedIn));
}

void TestSignInEmail::aLinkDoesAsWell_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addRow("whole link") << u"https://portal.example/verify?lang=de&token=magic-link-token-0123456789"_s;
    QTest::addRow("with a line end") << u" https://portal.example/verify?token=magic-link-token-0123456789\r\n"_s;
    QTest::addRow("token alone") << u"magic-link-token-0123456789"_s;
}

void TestSignInEmail::aLinkDoesAsWell()
{
    QFETCH(QString, pasted);
    Email email;
    QVERIFY(email.toCode());
    email.attempt->answer(pasted);
    QVERIFY(email.becomes(State::SignedIn));
    QVERIFY(email.signIn()); // and once more, by code
    email.attempt = email.manager->signIn(SignInWay::EmailCode);
    email.attempt->start();
    QVERIFY(email.toCode());
    email.attempt->answer(pasted); // links work once
    QVERIFY(email.asks(email.attempt, Step::AskCode));
    QVERIFY(email.manager->hasSession()); // an attempt that fails takes nothing away
}

void TestSignInEmail::whatIsNeitherIsNotSent_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addRow("five digits") << u"12345"_s;
    QTest::addRow("seven digits") << u"1234567"_s;
    QTest::addRow("a word") << u"hello"_s;
    QTest::addRow("a link without a token") << u"https://portal.example/verify"_s;
    QTest::addRow("a token that leaves its path") << u"https://portal.example/verify?token=../../../oauth/token"_s;
    QTest::addRow("a token with a query") << u"https://portal.example/verify?token=aaaaaaaaaaaaaaaaaaaa%3Fx%3D1"_s;
    QTest::addRow("digits of another script") << u"١٢٣٤٥٦"_s;
}

void TestSignInEmail::whatIsNeitherIsNotSent()
{
    QFETCH(QString, pasted);
    Email email;
    QVERIFY(email.toCode());
    const auto asked = email.identity.server().received().size();
    email.attempt->answer(pasted);
    QVERIFY(email.asks(email.attempt, Step::AskCode));
    QCOMPARE(email.identity.server().received().size(), asked);
}

void TestSignInEmail::aWrongCodeIsAskedForAgain()
{
    Email email;
    QVERIFY(email.toCode());
    email.attempt->answer(u"000000"_s);
    QVERIFY(email.asks(email.attempt, Step::AskCode));
    QCOMPARE(email.attempt->step().email, u"ana@example.org"_s); // nothing typed is lost
    QCOMPARE(email.manager->state(), State::SigningIn);
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.becomes(State::SignedIn));
}

void TestSignInEmail::wrongCodesAreSlowedDownAndGivenUp()
{
    Email email;
    QVERIFY(email.toCode());
    for (int i = 1; i < EmailSignIn::maxWrongCodes; ++i) {
        email.attempt->answer(u"00000%1"_s.arg(i));
        QTRY_COMPARE(email.identity.count("/auth/totp/verify"), i);
        QVERIFY(email.asks(email.attempt, Step::AskCode));
        const bool mustWait = i >= EmailSignIn::freeWrongCodes;
        QCOMPARE(email.attempt->step().answerFrom.isValid(), mustWait);
        if (!mustWait)
            continue;
        email.attempt->answer(u"123456"_s); // too soon, right or wrong
        QVERIFY(email.asks(email.attempt, Step::AskCode));
        QCOMPARE(email.identity.count("/auth/totp/verify"), i);
        email.clock->wallShiftMs += 24 * 3600'000; // turning the clock on does not help
        email.attempt->answer(u"123456"_s);
        QCOMPARE(email.identity.count("/auth/totp/verify"), i);
        email.clock->monotonicShiftMs += 5 * 60'000;
    }
    email.attempt->answer(u"999999"_s);
    QVERIFY(email.asks(email.attempt, Step::AskEmail)); // another code is another chance
    QVERIFY(email.toCode());
    QCOMPARE(email.identity.count("/auth/login/initiate"), 2);
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.becomes(State::SignedIn));
}

void TestSignInEmail::anAddressIsCheckedBeforeItIsSent()
{
    Email email;
    for (const QString &typed : {u""_s, u"ana"_s, u"ana@"_s, u"@example.org"_s, u"ana example@x.org"_s}) {
        email.attempt->answer(typed);
        QVERIFY2(email.attempt->step().problem, qPrintable(typed));
        QCOMPARE(email.attempt->step().kind, Step::AskEmail);
    }
    QVERIFY(email.identity.server().received().isEmpty());
    QVERIFY(email.toCode());
    email.attempt->back();
    QCOMPARE(email.attempt->step().kind, Step::AskEmail);
    QCOMPARE(email.attempt->step().email, u"ana@example.org"_s);
}

void TestSignInEmail::aServiceOutOfReachKeepsTheQuestion()
{
    Email email;
    email.identity.failNext("/auth/login/initiate", Fault::Unavailable);
    email.attempt->answer(u"ana@example.org"_s);
    QVERIFY(email.asks(email.attempt, Step::AskEmail));
    QCOMPARE(email.attempt->step().email, u"ana@example.org"_s);
    QVERIFY(email.toCode());
    email.identity.failNext("/auth/totp/verify", Fault::HangUp);
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.asks(email.attempt, Step::AskCode));
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.becomes(State::SignedIn));
}

void TestSignInEmail::anExchangeThatFailsNeedsNoOtherCode()
{
    Email email;
    QVERIFY(email.toCode());
    email.identity.failNext("/oauth/token", Fault::Refused);
    email.attempt->answer(u"123456"_s);
    QVERIFY(email.asks(email.attempt, Step::Failed));
    email.attempt->start(); // "Try again"
    QVERIFY(email.becomes(State::SignedIn));
    QCOMPARE(email.identity.count("/auth/totp/verify"), 1);
}

void TestSignInEmail::anotherMailMustWait()
{
    Email email;
    QVERIFY(email.toCode());
    QVERIFY(email.attempt->step().againFrom.isValid());
    email.attempt->again();
    email.attempt->back();
    email.attempt->answer(u"ana@example.org"_s);
    QCOMPARE(email.attempt->step().kind, Step::AskCode); // the one that was sent still works
    QCOMPARE(email.identity.count("/auth/login/initiate"), 1);
    email.clock->monotonicShiftMs += EmailSignIn::betweenMailsMs;
    email.attempt->again();
    QTRY_COMPARE(email.identity.count("/auth/login/initiate"), 2);
    QVERIFY(email.reaches(email.attempt, Step::AskCode));
}

void TestSignInEmail::cancellingEndsTheRequest()
{
    Email email;
    email.identity.failNext("/auth/login/initiate", Fault::Silence);
    email.attempt->answer(u"ana@example.org"_s);
    QTRY_COMPARE(email.identity.count("/auth/login/initiate"), 1);
    QCOMPARE(email.attempt->step().kind, Step::Working);
    email.manager->cancelSignIn();
    QCOMPARE(email.manager->state(), State::SignedOut);
    QTRY_COMPARE(email.identity.server().openConnections(), 0);
    QTRY_VERIFY(!email.attempt);
}

QTEST_GUILESS_MAIN(TestSignInEmail)
#include "tst_signinemail.moc"
