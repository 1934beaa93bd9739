// Calls that are answered 401: HTTP-12, HTTP-13, FI-28, FI-29.
#include "policyfixture.h"

#include <QHash>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

namespace {

// Accepts renewed tokens only.
Scripted guarded(const Received &request)
{
    return request.headers.value("authorization").startsWith("Bearer renewed-") ? json("[]") : refusal(401);
}

} // namespace

class TestHttpAuth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_12_FI_29_fiftyCallsRefreshOnceAndAreReplayedOnce();
    void HTTP_12_FI_29_aRefreshThatFailsReplaysNothing();
    void HTTP_12_afterAFailedRefreshAnotherTokenIsUsed();
    void HTTP_12_aSecond401IsFinal();
    void HTTP_12_aReplayedWriteKeepsItsBodyAndKey();
    void HTTP_12_withoutARefreshA401IsFinal();
    void HTTP_12_cancellingWhileTheTokenIsRefreshed();
    void HTTP_13_anOlderTokensRefusalDoesNotRefresh_data();
    void HTTP_13_anOlderTokensRefusalDoesNotRefresh();
    void FI_28_challengesAreNotAnswered_data();
    void FI_28_challengesAreNotAnswered();
};

void TestHttpAuth::HTTP_12_FI_29_fiftyCallsRefreshOnceAndAreReplayedOnce()
{
    FaultServer server(guarded);
    Client client(server.url());
    client.tokens.refreshable = true;
    Calls calls;
    for (int i = 0; i < 50; ++i)
        calls.add(send(client, i % 2 == 0 ? "GET" : "POST", u"/things/%1"_s.arg(i)));
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 50);
    QCOMPARE(client.tokens.refreshes, 1);
    QHash<QByteArray, int> sent;
    for (const Received &request : server.received())
        ++sent[request.target];
    for (const int count : sent)
        QCOMPARE(count, 2);
}

void TestHttpAuth::HTTP_12_FI_29_aRefreshThatFailsReplaysNothing()
{
    FaultServer server(guarded);
    Client client(server.url());
    client.tokens.refreshable = true;
    client.tokens.refreshWorks = false;
    client.tokens.refreshMs = 0; // over before the last calls were even sent: Qt has six connections
    Calls calls;
    for (int i = 0; i < 50; ++i)
        calls.add(send(client, "GET", u"/things/%1"_s.arg(i)));
    QVERIFY(calls.wait());
    QCOMPARE(calls.failed(Kind::Unauthorized), 50);
    QCOMPARE(server.received().size(), 50);
    QCOMPARE(client.tokens.refreshes, 1); // one question, not fifty
}

void TestHttpAuth::HTTP_12_afterAFailedRefreshAnotherTokenIsUsed()
{
    FaultServer server(guarded);
    Client client(server.url());
    client.tokens.refreshable = true;
    client.tokens.refreshWorks = false;
    QCOMPARE(errorOf(send(client, "GET", u"/things"_s)).kind, Kind::Unauthorized);
    QCOMPARE(errorOf(send(client, "POST", u"/things"_s)).kind, Kind::Unauthorized); // asks no second time so soon
    QCOMPARE(client.tokens.refreshes, 1);
    client.tokens.renew(); // signed in again
    QVERIFY(succeeds(send(client, "GET", u"/things"_s)));
    server.setHandler([](const Received &request) { // and that one expires, too
        return request.headers.value("authorization").endsWith("-2") ? json("[]") : refusal(401);
    });
    client.tokens.refreshWorks = true;
    QVERIFY(succeeds(send(client, "GET", u"/things"_s)));
    QCOMPARE(client.tokens.refreshes, 2);
}

void TestHttpAuth::HTTP_12_aSecond401IsFinal()
{
    FaultServer server([](const Received &) { return refusal(401); });
    Client client(server.url());
    client.tokens.refreshable = true;
    const Error error = errorOf(send(client, "GET", u"/things"_s));
    QCOMPARE(error.kind, Kind::Unauthorized);
    QVERIFY(!error.nextStep.isEmpty());
    QCOMPARE(server.received().size(), 2);
    QCOMPARE(client.tokens.refreshes, 1);
}

void TestHttpAuth::HTTP_12_aReplayedWriteKeepsItsBodyAndKey()
{
    FaultServer server(guarded);
    Client client(server.url());
    client.tokens.refreshable = true;
    RequestSpec spec = request("POST", u"/runs"_s);
    spec.body = R"({"prompt":"go"})";
    spec.mayRepeat = false; // a 401 did nothing: this is not a repetition
    QVERIFY(succeeds(send(client, spec)));
    const Received first = server.received().at(0);
    const Received second = server.received().at(1);
    QCOMPARE(first.body, spec.body);
    QCOMPARE(second.body, spec.body);
    QCOMPARE(second.headers.value("idempotency-key"), first.headers.value("idempotency-key"));
    QCOMPARE(second.headers.value("x-request-id"), first.headers.value("x-request-id"));
    QCOMPARE(second.headers.value("x-attempt"), QByteArray("2"));
}

void TestHttpAuth::HTTP_12_withoutARefreshA401IsFinal()
{
    FaultServer server([](const Received &) { return refusal(401); });
    Client client(server.url());
    QCOMPARE(errorOf(send(client, "GET", u"/things"_s)).kind, Kind::Unauthorized);
    QCOMPARE(server.received().size(), 1);
    QCOMPARE(client.tokens.refreshes, 0);
}

void TestHttpAuth::HTTP_12_cancellingWhileTheTokenIsRefreshed()
{
    FaultServer server(guarded);
    Client client(server.url());
    client.tokens.refreshable = true;
    client.tokens.refreshMs = 200;
    Calls calls;
    calls.add(send(client, "GET", u"/one"_s));
    calls.add(send(client, "GET", u"/other"_s));
    QTRY_COMPARE(client.tokens.refreshes, 1);
    QTRY_COMPARE(server.received().size(), 2);
    calls.abort(0);
    QCOMPARE(calls.failed(Kind::Cancelled), 1);
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 1);
    QCOMPARE(server.received().size(), 3);
}

void TestHttpAuth::HTTP_13_anOlderTokensRefusalDoesNotRefresh_data()
{
    QTest::addColumn<bool>("refreshable");
    QTest::newRow("refreshable") << true;
    QTest::newRow("entered by hand") << false;
}

void TestHttpAuth::HTTP_13_anOlderTokensRefusalDoesNotRefresh()
{
    QFETCH(bool, refreshable);
    FaultServer server([](const Received &request) { return request.attempt == 1 ? late(refusal(401), 300) : guarded(request); });
    Client client(server.url());
    client.tokens.refreshable = refreshable;
    Calls calls;
    calls.add(send(client, "GET", u"/things"_s));
    QTRY_COMPARE(server.received().size(), 1);
    client.tokens.renew(); // somebody else was faster
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 1);
    QCOMPARE(client.tokens.refreshes, 0);
    QCOMPARE(server.received().size(), 2);
    QCOMPARE(server.received().constLast().headers.value("authorization"), QByteArray("Bearer renewed-token-1"));
}

void TestHttpAuth::FI_28_challengesAreNotAnswered_data()
{
    QTest::addColumn<QByteArray>("challenge");
    for (const char *challenge : {"NTLM", "Negotiate", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\""})
        QTest::newRow(challenge) << QByteArray(challenge);
}

void TestHttpAuth::FI_28_challengesAreNotAnswered()
{
    QFETCH(QByteArray, challenge);
    FaultServer server([&challenge](const Received &) { return refusal(401, {"WWW-Authenticate: " + challenge}); });
    QUrl url = server.url();
    url.setUserInfo(u"ana:canary-password"_s); // what Qt would answer with by itself
    for (const QUrl &base : {server.url(), url}) {
        Client client(base);
        const auto before = server.received().size();
        for (const QByteArray verb : {"GET", "POST"})
            QCOMPARE(errorOf(send(client, verb, u"/things"_s)).kind, Kind::Unauthorized);
        const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
        QCOMPARE(closing->error().kind, Kind::Unauthorized);
        QCOMPARE(server.received().size(), before + 3);
    }
    for (const Received &request : server.received()) {
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer canary-token-123456"));
        QVERIFY(!request.head.contains("password"));
    }
}

QTEST_GUILESS_MAIN(TestHttpAuth)
#include "tst_httpauth.moc"
