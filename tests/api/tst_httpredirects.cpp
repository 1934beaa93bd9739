// Redirects of calls: HTTP-20, HTTP-21, FI-27. Those of streams are in tst_livestream (SSE-30).
#include "api/fetch.h"
#include "policyfixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

namespace {

QByteArray location(const QByteArray &target)
{
    return "Location: " + target;
}

} // namespace

class TestHttpRedirects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_20_HTTP_21_FI_27_onlyWithinTheServerAndWithTheSameMethod_data();
    void HTTP_20_HTTP_21_FI_27_onlyWithinTheServerAndWithTheSameMethod();
    void HTTP_20_theRedirectKeepsEverythingOfTheRequest();
    void HTTP_20_atMostFiveInARow();
    void HTTP_20_aRedirectInCirclesEnds();
    void HTTP_20_aRedirectWithoutATargetIsAnError_data();
    void HTTP_20_aRedirectWithoutATargetIsAnError();
    void HTTP_20_otherAnswersOfTheThreeHundredsAreErrors();
    void HTTP_20_theErrorNamesTheOtherHost();
};

void TestHttpRedirects::HTTP_20_HTTP_21_FI_27_onlyWithinTheServerAndWithTheSameMethod_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("target"); // %own and %other are ports
    QTest::addColumn<bool>("followed");
    struct Target {
        const char *name;
        const char *location;
        bool own;
    };
    const Target targets[] = {
        {"own path", "/api/agent/final", true},
        {"relative path", "final", true},
        {"own address", "http://127.0.0.1:%own/api/agent/final", true},
        {"without scheme", "//127.0.0.1:%own/api/agent/final", true},
        {"above the prefix", "/final", false},
        {"above the prefix by dots", "/api/agent/../final", false},
        {"beside the prefix", "/api/agents/final", false},
        {"other port", "http://127.0.0.1:%other/api/agent/final", false},
        {"other port without scheme", "//127.0.0.1:%other/api/agent/final", false},
        {"other host", "http://localhost:%own/api/agent/final", false},
        {"other scheme", "https://127.0.0.1:%own/api/agent/final", false},
        {"no address", "http://[/api/agent/final", false},
        {"script", "javascript:alert(1)", false},
        {"file", "file:///etc/passwd", false},
    };
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const QByteArray verb : {"GET", "POST"}) {
            for (const Target &target : targets) {
                const bool followed = target.own && (verb == "GET" || status >= 307);
                QTest::addRow("%d %s %s", status, verb.constData(), target.name)
                    << status << verb << QByteArray(target.location) << followed;
            }
        }
    }
}

void TestHttpRedirects::HTTP_20_HTTP_21_FI_27_onlyWithinTheServerAndWithTheSameMethod()
{
    QFETCH(int, status);
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, target);
    QFETCH(bool, followed);
    FaultServer stranger([](const Received &) { return json("[]"); });
    FaultServer server([&](const Received &request) {
        if (request.target.endsWith("/final"))
            return json("[]");
        QByteArray to = target;
        to.replace("%own", QByteArray::number(server.serverPort())).replace("%other", QByteArray::number(stranger.serverPort()));
        return refusal(status, {location(to)});
    });
    QUrl url = server.url();
    url.setPath(u"/api/agent"_s);
    Client client(url);
    const auto outcome = waitFor(send(client, verb, u"/start"_s));
    QCOMPARE(bool(*outcome), followed);
    QCOMPARE(server.received().size(), followed ? 2 : 1);
    QCOMPARE(stranger.connections(), 0); // no Authorization and no body for anybody else
    if (followed) {
        QCOMPARE(server.received().constLast().method, verb);
        QCOMPARE(server.received().constLast().target, QByteArray("/api/agent/final"));
        QCOMPARE(server.received().constLast().body, server.received().constFirst().body);
    } else {
        QCOMPARE(server.connections(), 1);
        QCOMPARE(outcome->error().kind, Kind::Protocol);
        QCOMPARE(outcome->error().httpStatus, status);
        QVERIFY(!outcome->error().outcomeUnknown);
    }
}

void TestHttpRedirects::HTTP_20_theRedirectKeepsEverythingOfTheRequest()
{
    FaultServer server(
        [](const Received &request) { return request.target == "/final?a=1" ? json("[]") : refusal(308, {location("/final?a=1")}); });
    Client client(server.url());
    client.transport.setLanguage(u"de"_s);
    RequestSpec spec = request("POST", u"/start"_s);
    spec.body = R"({"name":"x"})";
    spec.ifMatch = "\"v1\"";
    spec.mayRepeat = false;
    QVERIFY(succeeds(send(client, spec)));
    const Received first = server.received().at(0);
    const Received second = server.received().at(1);
    QCOMPARE(second.body, spec.body);
    for (const char *name : {"authorization", "accept-language", "if-match", "idempotency-key", "x-request-id", "x-attempt"}) {
        QVERIFY(first.headers.contains(name));
        QCOMPARE(second.headers.value(name), first.headers.value(name));
    }
}

void TestHttpRedirects::HTTP_20_atMostFiveInARow()
{
    FaultServer server([](const Received &request) {
        const int step = request.target.mid(1).toInt();
        return step == 10 ? json("[]") : refusal(307, {location("/" + QByteArray::number(step + 1))});
    });
    Client client(server.url());
    QVERIFY(succeeds(send(client, "GET", u"/5"_s)));
    QCOMPARE(server.received().size(), 6);
    QCOMPARE(errorOf(send(client, "GET", u"/4"_s)).kind, Kind::Protocol);
    QCOMPARE(server.received().size(), 12);
    QVERIFY(std::none_of(server.received().cbegin(), server.received().cend(),
                         [](const Received &r) { return r.target == "/10" && r.attempt > 1; }));
}

void TestHttpRedirects::HTTP_20_aRedirectInCirclesEnds()
{
    FaultServer server([](const Received &request) { return refusal(302, {location(request.target)}); });
    Client client(server.url());
    QCOMPARE(errorOf(send(client, "GET", u"/around"_s)).kind, Kind::Protocol);
    QCOMPARE(server.received().size(), 1 + Fetch::maxRedirects);
}

void TestHttpRedirects::HTTP_20_aRedirectWithoutATargetIsAnError_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::newRow("missing") << QList<QByteArray>();
    QTest::newRow("empty") << QList<QByteArray>{"Location:"};
    QTest::newRow("blank") << QList<QByteArray>{"Location:   "};
}

void TestHttpRedirects::HTTP_20_aRedirectWithoutATargetIsAnError()
{
    QFETCH(QList<QByteArray>, headers);
    FaultServer server([&headers](const Received &) { return refusal(301, headers); });
    Client client(server.url());
    QCOMPARE(errorOf(send(client, "GET", u"/start"_s)).kind, Kind::Protocol);
    QCOMPARE(server.received().size(), 1);
}

void TestHttpRedirects::HTTP_20_otherAnswersOfTheThreeHundredsAreErrors()
{
    for (const int status : {300, 304, 305, 306, 399}) {
        FaultServer server([status](const Received &) { return reply(status, {}, "text/plain", {location("/final")}); });
        Client client(server.url());
        const Error error = errorOf(send(client, "GET", u"/start"_s));
        QCOMPARE(error.kind, Kind::Protocol);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(server.received().size(), 1);
    }
}

void TestHttpRedirects::HTTP_20_theErrorNamesTheOtherHost()
{
    FaultServer server([](const Received &) { return reply(302, {}, "text/plain", {location("https://sign-in.desk.test/login?from=x")}); });
    Client client(server.url());
    const Error call = errorOf(send(client, "GET", u"/start"_s));
    QVERIFY2(call.message.contains(u"sign-in.desk.test"_s), qPrintable(call.message));
    QVERIFY(!call.message.contains(u"from=x"_s));
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QVERIFY2(closing->error().message.contains(u"sign-in.desk.test"_s), qPrintable(closing->error().message));
}

QTEST_GUILESS_MAIN(TestHttpRedirects)
#include "tst_httpredirects.moc"
