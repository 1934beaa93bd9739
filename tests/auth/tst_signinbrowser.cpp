// Authorization code and PKCE in the system's browser: AUTH-01 … AUTH-07, AUTH-12, IPC-04.
#include "authfixture.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "auth/signin/loopbacklistener.h"
#include "auth/signin/pkce.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// As far as the open page.
struct Browser : AuthFixture {
    QPointer<SignInAttempt> attempt;

    explicit Browser(bool begins = true)
        : AuthFixture(SignInWay::Browser)
    {
        if (begins)
            begin();
    }
    void begin()
    {
        attempt = manager->signIn(SignInWay::Browser);
        attempt->start();
    }
    [[nodiscard]] bool toPage() { return reaches(attempt, Step::OpenBrowser) && !opened.isEmpty(); }
    [[nodiscard]] QString parameter(const QString &key) const
    {
        return QUrlQuery(opened.constLast()).queryItemValue(key, QUrl::FullyDecoded);
    }
    [[nodiscard]] QUrl redirect() const { return QUrl(parameter(u"redirect_uri"_s)); }
    [[nodiscard]] QUrl back(const QString &key, const QString &value) // with one parameter changed; null: left out
    {
        QUrl url = identity.browse(opened.constLast());
        QUrlQuery query(url);
        query.removeQueryItem(key);
        if (!value.isNull())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        url.setQuery(query);
        return url;
    }
};

int statusOf(const QByteArray &answer)
{
    return answer.split(' ').value(1).toInt();
}

} // namespace

class TestSignInBrowser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AUTH_01_theCodeComesThroughTheBrowserWithItsProof();
    void AUTH_02_theVectorOfTheStandard();
    void AUTH_02_verifiersAreRandomAndUsedOnce();
    void AUTH_03_theListenerIsOnLoopbackAndOnlyWhileItIsNeeded();
    void AUTH_03_nobodyComesBackInTime();
    void AUTH_04_wrongStateIsRefused_data();
    void AUTH_04_wrongStateIsRefused();
    void AUTH_04_aReplayedAnswerIsRefused();
    void AUTH_05_onlyTheOneRequestCounts_data();
    void AUTH_05_onlyTheOneRequestCounts();
    void AUTH_05_pagesLoadNothingAndEscapeEverything();
    void AUTH_05_noBytesEndTheWait();
    void AUTH_06_whatDiscoveryMustNotSay_data();
    void AUTH_06_whatDiscoveryMustNotSay();
    void AUTH_06_foreignEndpointsThatCanBeDoneWithoutAreNotUsed();
    void AUTH_07_onlySafeAddressesAreOpened_data();
    void AUTH_07_onlySafeAddressesAreOpened();
    void AUTH_12_theIdTokenIsNotUsed();
    void AUTH_18_noSecretIsInAnAddress();
    void IPC_04_theWayBackIsNoScheme();
    void thePersonMayDecline();
    void withoutABrowserTheAddressCanBeCopied();
    void theWaysAreFoundOut();
};

void TestSignInBrowser::AUTH_01_theCodeComesThroughTheBrowserWithItsProof()
{
    Browser browser;
    QVERIFY(browser.toPage());
    QCOMPARE(browser.parameter(u"response_type"_s), u"code"_s);
    QCOMPARE(browser.parameter(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(browser.attempt->step().host, u"127.0.0.1"_s);
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast()))), 200);
    QVERIFY(browser.becomes(State::SignedIn));
    const auto form = IdentityServer::formOf(browser.identity.requests("/token").constFirst());
    QCOMPARE(QString::fromLatin1(Pkce::challengeFor(form.value("code_verifier"))), browser.parameter(u"code_challenge"_s));
    QVERIFY(!form.contains("password"));
    QCOMPARE(browser.manager->person().email, u"ana@example.org"_s);
    // A service that sees no challenge refuses: the fixture's does.
    QUrl without = browser.opened.constLast();
    QUrlQuery query(without);
    query.removeQueryItem(u"code_challenge"_s);
    without.setQuery(query);
    QVERIFY(browser.identity.browse(without).isEmpty());
}

void TestSignInBrowser::AUTH_02_theVectorOfTheStandard()
{
    QCOMPARE(Pkce::challengeFor("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

void TestSignInBrowser::AUTH_02_verifiersAreRandomAndUsedOnce()
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._~-]{43,128}$"_s);
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const Pkce pkce = Pkce::make();
        QVERIFY(shape.match(QString::fromLatin1(pkce.verifier)).hasMatch());
        seen.insert(pkce.verifier);
    }
    QCOMPARE(seen.size(), 1000);
    Browser browser;
    QVERIFY(browser.toPage());
    const QString first = browser.parameter(u"code_challenge"_s);
    const QString state = browser.parameter(u"state"_s);
    const QString path = browser.redirect().path();
    browser.begin();
    QTRY_COMPARE(browser.opened.size(), 2);
    QVERIFY(browser.parameter(u"code_challenge"_s) != first);
    QVERIFY(browser.parameter(u"state"_s) != state);
    QVERIFY(browser.redirect().path() != path);
    QVERIFY(isSameSecret("abc", "abc") && !isSameSecret("abc", "abd") && !isSameSecret("abc", "ab") && !isSameSecret("", "a"));
}

void TestSignInBrowser::AUTH_03_theListenerIsOnLoopbackAndOnlyWhileItIsNeeded()
{
    Browser browser;
    QVERIFY(browser.toPage());
    const QUrl redirect = browser.redirect();
    QCOMPARE(redirect.host(), u"127.0.0.1"_s);
    QVERIFY(redirect.path().size() > 20);
    QTcpServer sameEverywhere; // bound to this one address only: another address of loopback is free
    QVERIFY(sameEverywhere.listen(QHostAddress(u"127.0.0.2"_s), static_cast<quint16>(redirect.port())));
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast()))), 200);
    QVERIFY(browser.visit(browser.identity.browse(browser.opened.constLast())).isEmpty()); // one success, then nobody is there
    QVERIFY(browser.becomes(State::SignedIn));
    browser.begin();
    QTRY_COMPARE(browser.opened.size(), 2);
    const QUrl second = browser.redirect();
    browser.manager->cancelSignIn();
    QVERIFY(browser.visit(second).isEmpty());
}

void TestSignInBrowser::AUTH_03_nobodyComesBackInTime()
{
    QCOMPARE(AuthServices::Patience().browserMs, 5 * 60'000);
    Browser browser(false);
    browser.services.patience.browserMs = 200;
    browser.make();
    browser.begin();
    QVERIFY(browser.toPage());
    const QUrl redirect = browser.redirect();
    QVERIFY(browser.asks(browser.attempt, Step::Failed));
    QVERIFY(browser.visit(redirect).isEmpty());
    browser.attempt->start();
    QTRY_COMPARE(browser.opened.size(), 2);
}

void TestSignInBrowser::AUTH_04_wrongStateIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addRow("another state") << u"state"_s << u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
    QTest::addRow("empty state") << u"state"_s << u""_s;
    QTest::addRow("no state") << u"state"_s << QString();
    QTest::addRow("another issuer") << u"iss"_s << u"https://evil.example"_s;
    QTest::addRow("no issuer, though advertised") << u"iss"_s << QString();
}

void TestSignInBrowser::AUTH_04_wrongStateIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Browser browser;
    QVERIFY(browser.toPage());
    QCOMPARE(statusOf(browser.visit(browser.back(key, value))), 400);
    QCOMPARE(browser.identity.count("/token"), 0);             // the code goes nowhere
    QCOMPARE(browser.attempt->step().kind, Step::OpenBrowser); // whoever that was does not end the wait
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast()))), 200);
    QVERIFY(browser.becomes(State::SignedIn));
}

void TestSignInBrowser::AUTH_04_aReplayedAnswerIsRefused()
{
    Browser browser;
    QVERIFY(browser.toPage());
    const QUrl first = browser.identity.browse(browser.opened.constLast());
    QCOMPARE(statusOf(browser.visit(first)), 200);
    QVERIFY(browser.becomes(State::SignedIn));
    browser.begin();
    QTRY_COMPARE(browser.opened.size(), 2);
    QUrl replay = browser.redirect();
    replay.setQuery(first.query(QUrl::FullyEncoded));
    QCOMPARE(statusOf(browser.visit(replay)), 400);
    QCOMPARE(browser.identity.count("/token"), 1);
}

void TestSignInBrowser::AUTH_05_onlyTheOneRequestCounts_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path"); // empty: the right one
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::addRow("favicon") << QByteArray("GET") << u"/favicon.ico"_s << QByteArray() << 404;
    QTest::addRow("root") << QByteArray("GET") << u"/"_s << QByteArray() << 404;
    QTest::addRow("POST") << QByteArray("POST") << QString() << QByteArray() << 404;
    QTest::addRow("HEAD") << QByteArray("HEAD") << QString() << QByteArray() << 404;
    QTest::addRow("another name for this computer") << QByteArray("GET") << QString() << QByteArray("evil.example:80") << 400;
    QTest::addRow("localhost") << QByteArray("GET") << QString() << QByteArray("localhost") << 400;
}

void TestSignInBrowser::AUTH_05_onlyTheOneRequestCounts()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, host);
    Browser browser;
    QVERIFY(browser.toPage());
    QUrl url = browser.identity.browse(browser.opened.constLast());
    if (!path.isEmpty())
        url.setPath(path);
    const int answered = statusOf(browser.visit(url, method, host));
    QTEST(answered, "status");
    QCOMPARE(browser.identity.count("/token"), 0);
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast()))), 200);
    QVERIFY(browser.becomes(State::SignedIn));
}

void TestSignInBrowser::AUTH_05_pagesLoadNothingAndEscapeEverything()
{
    LoopbackListener listener([](const QUrlQuery &query) {
        return LoopbackListener::Page{false, query.queryItemValue(u"error_description"_s, QUrl::FullyDecoded), u"<img src=x>"_s};
    });
    QVERIFY(listener.listen());
    QUrl url = listener.redirectUrl();
    url.setQuery(u"error_description=%3Cscript%3Ealert(1)%3C/script%3E"_s);
    const QByteArray page = AuthFixture(SignInWay::Browser).visit(url);
    QVERIFY(page.contains("&lt;script&gt;") && page.contains("&lt;img"));
    QVERIFY(!page.contains("<script") && !page.contains("<img") && !page.contains("href"));
    QVERIFY(page.contains("Referrer-Policy: no-referrer\r\n"));
    QVERIFY(page.contains("Content-Security-Policy: default-src 'none'\r\n"));
    QVERIFY(page.contains("Cache-Control: no-store\r\n"));
    Browser browser; // what the service says is not shown at all
    QVERIFY(browser.toPage());
    const QByteArray shown = browser.visit(browser.identity.browse(browser.opened.constLast(), "server_error"));
    QVERIFY(shown.contains("200 OK") && !shown.contains("alert"));
    QVERIFY(browser.asks(browser.attempt, Step::Failed));
    QVERIFY(!browser.attempt->step().problem->userText().contains(u"alert"_s));
}

void TestSignInBrowser::AUTH_05_noBytesEndTheWait()
{
    const quint32 seed = qEnvironmentVariableIntValue("DESK_SEED") ? static_cast<quint32>(qEnvironmentVariableIntValue("DESK_SEED"))
                                                                   : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator dice(seed);
    Browser browser;
    QVERIFY(browser.toPage());
    const QUrl redirect = browser.redirect();
    const QByteArray path = redirect.path().toLatin1();
    for (int i = 0; i < 150; ++i) {
        QByteArray bytes =
            i % 3 == 0 ? "GET " + path + "?code=a&state=b HTTP/1.1\r\nHost: " + redirect.authority().toLatin1() + "\r\n\r\n" : QByteArray();
        if (bytes.isEmpty()) {
            bytes.resize(dice.bounded(1, 400));
            for (char &c : bytes)
                c = static_cast<char>(dice.bounded(256));
            bytes += "\r\n\r\n";
        }
        for (int flips = dice.bounded(4); flips > 0; --flips)
            bytes[dice.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(dice.bounded(256));
        if (!bytes.contains("\r\n\r\n"))
            bytes += "\r\n\r\n";
        QVERIFY(statusOf(AuthFixture::send(redirect, bytes)) != 200);
    }
    QCOMPARE(statusOf(AuthFixture::send(redirect, "GET /" + QByteArray(LoopbackListener::maxRequestBytes, 'a'))), 400); // over the cap
    QCOMPARE(browser.attempt->step().kind, Step::OpenBrowser);
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast()))), 200);
    QVERIFY(browser.becomes(State::SignedIn));
}

void TestSignInBrowser::AUTH_06_whatDiscoveryMustNotSay_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    for (const char *key : {"authorization_endpoint", "token_endpoint", "device_authorization_endpoint"}) {
        for (const char *value : {"https://evil.example/x", "http://evil.example/x", "javascript:alert(1)", "file:///etc/passwd",
                                  "http://127.0.0.1:1/x", "//evil.example/x", "http://ana@127.0.0.1/x"})
            QTest::addRow("%s %s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
    }
    QTest::addRow("another issuer") << u"issuer"_s << u"https://evil.example"_s;
    QTest::addRow("nearly the same issuer") << u"issuer"_s << u"/"_s;
    QTest::addRow("no issuer") << u"issuer"_s << QString();
    QTest::addRow("no token endpoint") << u"token_endpoint"_s << QString();
}

void TestSignInBrowser::AUTH_06_whatDiscoveryMustNotSay()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Browser browser(false);
    if (value == u"/")
        value = browser.identity.url().toString() + u'/';
    browser.identity.metadata.insert(key, value);
    browser.begin();
    QVERIFY(browser.asks(browser.attempt, Step::Failed));
    QVERIFY(browser.opened.isEmpty());
    QCOMPARE(browser.identity.server().received().size(), 1); // the metadata, and nothing after it
}

void TestSignInBrowser::AUTH_06_foreignEndpointsThatCanBeDoneWithoutAreNotUsed()
{
    FaultServer foreign([](const Received &) { return json("{}"); });
    Browser browser(false);
    browser.identity.metadata.insert("userinfo_endpoint"_L1, foreign.url().toString() + u"/userinfo"_s);
    browser.identity.metadata.insert("revocation_endpoint"_L1, foreign.url().toString() + u"/revoke"_s);
    QVERIFY(browser.signIn());
    QCOMPARE(browser.manager->person().id, u"u-ana"_s); // by the token's own label
    QSignalSpy done(browser.manager.get(), &AuthManager::signOutFinished);
    browser.manager->signOut();
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(foreign.received().isEmpty());
}

void TestSignInBrowser::AUTH_07_onlySafeAddressesAreOpened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("safe");
    QTest::addRow("https") << u"https://id.example.org/authorize"_s << true;
    QTest::addRow("loopback") << u"http://127.0.0.1:8080/x"_s << true;
    QTest::addRow("loopback 6") << u"http://[::1]:8080/x"_s << true;
    QTest::addRow("http") << u"http://id.example.org/"_s << false;
    QTest::addRow("a name for loopback") << u"http://localhost/"_s << false;
    QTest::addRow("file") << u"file:///bin/sh"_s << false;
    QTest::addRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::addRow("scheme of a program") << u"ms-settings:x"_s << false;
    QTest::addRow("user info") << u"https://good.example@evil.example/"_s << false;
    QTest::addRow("no host") << u"https:///x"_s << false;
    QTest::addRow("shell words") << u"https://id.example;reboot"_s << false;
}

void TestSignInBrowser::AUTH_07_onlySafeAddressesAreOpened()
{
    QFETCH(QString, url);
    QFETCH(bool, safe);
    QCOMPARE(isSafeForSignIn(QUrl(url, QUrl::StrictMode)), safe);
    if (safe)
        return;
    IdentityApi api{AuthServices()};
    QObject context;
    std::optional<Result<IdentityAnswer>> outcome;
    api.send(IdentityRequest::get(QUrl(url, QUrl::StrictMode)), &context, [&outcome](const auto &answer) { outcome.emplace(answer); });
    QVERIFY(!outcome);
    QTRY_VERIFY(outcome);
    QVERIFY(!*outcome && !outcome->error().userText().isEmpty());
}

void TestSignInBrowser::AUTH_12_theIdTokenIsNotUsed()
{
    // There is none in the fixture's answers, and a forged one changes nothing: who it is, is asked of userinfo over the same TLS.
    Browser browser(false);
    QVERIFY(browser.signIn());
    QCOMPARE(browser.identity.count("/userinfo"), 1);
    QCOMPARE(browser.manager->person().id, u"u-ana"_s);
}

void TestSignInBrowser::AUTH_18_noSecretIsInAnAddress()
{
    Browser browser(false);
    QVERIFY(browser.signIn());
    const QByteArray access = browser.manager->bearer();
    const QByteArray refresh = browser.identity.refreshToken();
    browser.manager->refresh();
    QTRY_VERIFY(browser.identity.refreshToken() != refresh);
    for (const Received &request : browser.identity.server().received()) {
        QVERIFY(!request.target.contains(access) && !request.target.contains(refresh) && !request.target.contains("code"));
        if (request.target != "/userinfo")
            QVERIFY(!request.headers.contains("authorization"));
    }
    QVERIFY(!browser.opened.constLast().toEncoded().contains("verifier"));
}

void TestSignInBrowser::IPC_04_theWayBackIsNoScheme()
{
    Browser browser;
    QVERIFY(browser.toPage());
    QCOMPARE(browser.redirect().scheme(), u"http"_s);
    QVERIFY(isLoopbackLiteral(browser.redirect()));
}

void TestSignInBrowser::thePersonMayDecline()
{
    Browser browser;
    QVERIFY(browser.toPage());
    QCOMPARE(statusOf(browser.visit(browser.identity.browse(browser.opened.constLast(), "access_denied"))), 200);
    QVERIFY(browser.asks(browser.attempt, Step::Failed));
    QCOMPARE(browser.identity.count("/token"), 0);
    browser.attempt->start();
    QTRY_COMPARE(browser.opened.size(), 2);
    browser.visit(browser.identity.browse(browser.opened.constLast()));
    QVERIFY(browser.becomes(State::SignedIn));
}

void TestSignInBrowser::withoutABrowserTheAddressCanBeCopied()
{
    Browser browser(false);
    browser.hasBrowser = false;
    browser.begin();
    QVERIFY(browser.asks(browser.attempt, Step::OpenBrowser));
    browser.attempt->again();
    QCOMPARE(browser.opened.size(), 2);
    browser.visit(browser.identity.browse(browser.attempt->step().url)); // copied by hand
    QVERIFY(browser.becomes(State::SignedIn));
}

void TestSignInBrowser::theWaysAreFoundOut()
{
    const auto waysOf = [](AuthFixture &fixture) {
        std::optional<QList<SignInWay>> found;
        QObject context;
        fixture.manager->findWays(&context, [&found](const QList<SignInWay> &ways, const std::optional<Error> &) { found = ways; });
        return QTest::qWaitFor([&found] { return found.has_value(); }, 10'000) ? *found : QList<SignInWay>();
    };
    AuthFixture oidc(SignInWay::Browser);
    QCOMPARE(waysOf(oidc), (QList<SignInWay>{SignInWay::Browser, SignInWay::Device, SignInWay::Token}));
    AuthFixture team(SignInWay::EmailCode);
    QCOMPARE(waysOf(team), (QList<SignInWay>{SignInWay::EmailCode, SignInWay::Token}));
    AuthFixture away(SignInWay::EmailCode);
    away.identity.failAll(Fault::HangUp);
    QCOMPARE(waysOf(away), (QList<SignInWay>{SignInWay::EmailCode, SignInWay::Token})); // its own stays
}

QTEST_GUILESS_MAIN(TestSignInBrowser)
#include "tst_signinbrowser.moc"
