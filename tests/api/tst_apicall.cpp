#include "clientfixture.h"
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestApiCall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRequestIsDecorated();
    void aPathPrefixOfTheBaseUrlIsKept();
    void HTTP_01_readsAreRetriedWritesAreNot();
    void HTTP_07_aPostClosedBeforeItsAnswerArrivesOnce();
    void HTTP_16_aBodyCutShortIsAnError();
    void HTTP_20_redirectsAreNotFollowedAndTheTokenStaysHome();
    void HTTP_22_anNtlmChallengeIsNotAnswered();
    void HTTP_23_cookiesAreNeitherKeptNorSent();
    void HTTP_25_loopbackBypassesEveryProxy();
    void errorsKeepKindStatusAndText_data();
    void errorsKeepKindStatusAndText();
    void aRefusedConnectionIsOffline();
    void aSilentServerIsATimeoutAndNotACancel();
    void abortGivesCancelledOnce();
    void noHandlerRunsAfterItsContextDied();
    void aHugeAnswerIsCutOff();
    void anUploadIsAMultipartWithProgress();
    void invalidUtf8IsAProtocolError();
};

void TestApiCall::everyRequestIsDecorated()
{
    FaultServer server([](const Received &) { return json("[]"); });
    Client client(server.url());
    QVERIFY(*waitFor(client.api.agents().list()));
    const Received request = server.received().constFirst();
    QCOMPARE(request.target, QByteArray("/agents"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer canary-token-123456"));
    QVERIFY(!request.headers.value("x-request-id").isEmpty());
    QVERIFY(!request.headers.value("user-agent").startsWith("Mozilla"));
}

void TestApiCall::aPathPrefixOfTheBaseUrlIsKept()
{
    FaultServer server([](const Received &) { return json("[]"); });
    QUrl url = server.url();
    url.setPath(u"/api/agent/"_s);
    Client client(url);
    QVERIFY(*waitFor(client.api.agents().list()));
    QCOMPARE(server.received().constFirst().target, QByteArray("/api/agent/agents"));
}

void TestApiCall::HTTP_01_readsAreRetriedWritesAreNot()
{
    int count = 0;
    FaultServer server([&count](const Received &) { return ++count < 3 ? reply(503, "{}") : json("[]"); });
    Client client(server.url());
    QVERIFY(*waitFor(client.api.agents().list()));
    QCOMPARE(count, 3);

    server.setHandler([](const Received &) { return reply(503, "{}"); });
    const qsizetype before = server.received().size();
    const auto outcome = waitFor(client.api.runs().cancel(RunId(u"r"_s)));
    QCOMPARE(outcome->error().kind, Error::Kind::Unavailable);
    QCOMPARE(server.received().size(), before + 1);
}

void TestApiCall::HTTP_07_aPostClosedBeforeItsAnswerArrivesOnce()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Close}; });
    Client client(server.url());
    const auto outcome = waitFor(client.api.runs().cancel(RunId(u"r"_s)));
    QVERIFY(!*outcome);
    QCOMPARE(server.received().size(), 1);
    QVERIFY(!server.received().constFirst().headers.value("idempotency-key").isEmpty());
}

void TestApiCall::HTTP_16_aBodyCutShortIsAnError()
{
    FaultServer server([](const Received &) {
        return Scripted{{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[]"}, 0, Scripted::End::Close};
    });
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Offline);
}

void TestApiCall::HTTP_20_redirectsAreNotFollowedAndTheTokenStaysHome()
{
    FaultServer stranger([](const Received &) { return json("[]"); });
    FaultServer server(
        [&stranger](const Received &) { return reply(302, {}, "text/plain", {"Location: " + stranger.url().toEncoded() + "/agents"}); });
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Protocol);
    QCOMPARE(stranger.connections(), 0);
}

void TestApiCall::HTTP_22_anNtlmChallengeIsNotAnswered()
{
    FaultServer server([](const Received &) { return reply(401, "{}", "application/json", {"WWW-Authenticate: NTLM"}); });
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QCOMPARE(outcome->error().kind, Error::Kind::Unauthorized);
    QCOMPARE(server.received().size(), 1);
    QVERIFY(server.received().constFirst().headers.value("authorization").startsWith("Bearer "));
}

void TestApiCall::HTTP_23_cookiesAreNeitherKeptNorSent()
{
    FaultServer server([](const Received &) { return reply(200, "[]", "application/json", {"Set-Cookie: a=b; Path=/"}); });
    Client client(server.url());
    QVERIFY(*waitFor(client.api.agents().list()));
    QVERIFY(*waitFor(client.api.agents().list()));
    QVERIFY(!server.received().constLast().headers.contains("cookie"));
}

void TestApiCall::HTTP_25_loopbackBypassesEveryProxy()
{
    FaultServer proxy([](const Received &) { return json("[]"); });
    FaultServer server([](const Received &) { return json("[]"); });
    const QNetworkProxy before = QNetworkProxy::applicationProxy();
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QNetworkProxy::setApplicationProxy(before);
    QVERIFY(*outcome);
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(server.received().size(), 1);
}

void TestApiCall::errorsKeepKindStatusAndText_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text"); // empty: our own wording
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind, const QString &text) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind) << text;
    };
    row("400 string", 400, R"({"detail":"prompt is missing"})", Error::Kind::Invalid, u"prompt is missing"_s);
    row("401", 401, R"({"detail":"invalid auth header"})", Error::Kind::Unauthorized, u"invalid auth header"_s);
    row("403", 403, R"({"detail":"no"})", Error::Kind::Forbidden, u"no"_s);
    row("404", 404, R"({"detail":"Not Found"})", Error::Kind::NotFound, u"Not Found"_s);
    row("409", 409, R"({"detail":{"error":"resource_in_use","message":"used by 2 agents"}})", Error::Kind::Conflict, u"used by 2 agents"_s);
    row("429", 429, R"({"error":"slow down"})", Error::Kind::RateLimited, u"slow down"_s);
    row("500 plain", 501, "Internal Server Error", Error::Kind::Server, {});
    row("502 html", 502, "<html><body>Bad gateway</body></html>", Error::Kind::Gateway, {});
    row("503 empty", 503, "", Error::Kind::Unavailable, {});
    row("504 html", 504, "<html></html>", Error::Kind::Gateway, {});
    row("302", 302, "", Error::Kind::Protocol, {});
}

void TestApiCall::errorsKeepKindStatusAndText()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, text);
    FaultServer server([=](const Received &) { return reply(status, body, body.startsWith('<') ? "text/html" : "application/json"); });
    Client client(server.url());
    const auto outcome = waitFor(client.api.runs().cancel(RunId(u"r"_s)));
    QVERIFY(!*outcome);
    const Error &error = outcome->error();
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.requestId.isEmpty());
    QVERIFY(!error.nextStep.isEmpty());
    QVERIFY(!error.message.contains(u'<'));
    if (text.isEmpty())
        QVERIFY(!error.message.isEmpty());
    else
        QCOMPARE(error.message, text);
}

void TestApiCall::aRefusedConnectionIsOffline()
{
    QUrl url;
    {
        FaultServer gone([](const Received &) { return json("[]"); });
        url = gone.url();
    }
    Client client(url);
    const auto outcome = waitFor(client.api.runs().cancel(RunId(u"r"_s)));
    QCOMPARE(outcome->error().kind, Error::Kind::Offline);
    QCOMPARE(outcome->error().httpStatus, 0);
}

void TestApiCall::aSilentServerIsATimeoutAndNotACancel()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; });
    Client client(server.url());
    RequestSpec spec;
    spec.verb = "POST";
    spec.path = u"/slow"_s;
    spec.patience.firstByteMs = 200;
    const auto outcome = waitFor(new ApiCall<void>(client.transport, spec));
    QCOMPARE(outcome->error().kind, Error::Kind::Timeout);
}

void TestApiCall::abortGivesCancelledOnce()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; });
    Client client(server.url());
    int calls = 0;
    Error::Kind kind = Error::Kind::Server;
    QPointer<ApiCall<QList<Agent>>> call = client.api.agents().list();
    call->then(this, [&](const Result<QList<Agent>> &result) {
        ++calls;
        kind = result.error().kind;
    });
    QTRY_COMPARE(server.received().size(), 1);
    call->abort();
    QCOMPARE(calls, 1);
    QCOMPARE(kind, Error::Kind::Cancelled);
    QTRY_VERIFY(!call);
    QCOMPARE(calls, 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestApiCall::noHandlerRunsAfterItsContextDied()
{
    FaultServer server([](const Received &) { return json("[]"); });
    Client client(server.url());
    bool ran = false;
    auto context = std::make_unique<QObject>();
    QPointer<ApiCall<QList<Agent>>> call = client.api.agents().list();
    call->then(context.get(), [&ran](const Result<QList<Agent>> &) { ran = true; });
    context.reset();
    QTRY_VERIFY(!call);
    QVERIFY(!ran);
}

void TestApiCall::aHugeAnswerIsCutOff()
{
    Scripted flood;
    flood.pieces.append("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[");
    for (int i = 0; i < 20; ++i)
        flood.pieces.append(QByteArray(1024 * 1024, ' '));
    flood.end = Scripted::End::Hold;
    FaultServer server([&flood](const Received &) { return flood; });
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Protocol);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestApiCall::anUploadIsAMultipartWithProgress()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"größe \"1\".csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray(300'000, 'x');
    file.write(content);
    file.close();
    FaultServer server(
        [](const Received &) { return reply(201, R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size_bytes":300000})"); });
    Client client(server.url());
    auto *call = client.api.files().upload(file.fileName());
    QSignalSpy progress(call, &ApiCallBase::uploadProgress);
    const auto outcome = waitFor(call);
    QVERIFY(*outcome);
    QCOMPARE((**outcome).id.value(), u"f1"_s);
    QVERIFY(progress.size() > 0);
    const Received request = server.received().constFirst();
    QVERIFY(request.headers.value("content-type").startsWith("multipart/form-data; boundary="));
    QVERIFY(request.body.contains(content));
    QVERIFY(request.body.contains("name=\"file\""));
}

void TestApiCall::invalidUtf8IsAProtocolError()
{
    FaultServer server([](const Received &) { return json("[\"\xff\xfe\"]"); });
    Client client(server.url());
    const auto outcome = waitFor(client.api.agents().list());
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestApiCall)
#include "tst_apicall.moc"
