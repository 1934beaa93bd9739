// How calls are sent, repeated and given up, on real sockets: HTTP-05 to HTTP-19, HTTP-31, HTTP-33, HTTP-35.
#include "api/fetch.h"
#include "policyfixture.h"
#include "support/memoryuse.h"
#include "support/tlsserver.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QLocale>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

class TestHttpPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_05_twoHundredCallsAgainst503MakeFewMoreRequests();
    void HTTP_06_everyResendCarriesTheKeyOfItsAction();
    void HTTP_06_theKeyOfTheCallerIsKept();
    void HTTP_06_whereKeysAreNotRememberedAWriteIsSentOnce();
    void HTTP_07_anUploadClosedBeforeItsAnswerArrivesOnce();
    void HTTP_07_aWriteWithoutABodyArrivesOnce();
    void HTTP_08_theOutcomeIsUnknownWhereTheAnswerWasLost_data();
    void HTTP_08_theOutcomeIsUnknownWhereTheAnswerWasLost();
    void HTTP_08_aWriteThatIsCancelledOnItsWayMayHaveHappened();
    void HTTP_08_aDeleteThatFindsNothingAfterALostAnswerIsDone();
    void HTTP_09_eachPartOfAnExchangeHasItsLimit_data();
    void HTTP_09_eachPartOfAnExchangeHasItsLimit();
    void HTTP_09_aConnectionThatDoesNotComeAboutIsGivenUp();
    void HTTP_09_aSlowBodyThatGoesOnIsNotIdle();
    void HTTP_10_aHeaderWithoutEndMeetsTheDeadline();
    void HTTP_11_aTimeoutIsTriedAgain();
    void HTTP_11_anAbortIsCancelledAndNotTriedAgain();
    void HTTP_11_anAbortBetweenTwoTriesIsCancelled();
    void HTTP_11_anotherServerCancelsWhatIsUnderWay();
    void HTTP_14_bodiesHaveACap();
    void HTTP_14_errorBodiesHaveACap();
    void HTTP_14_aDownloadGoesToTheDiskAndNotToMemory();
    void HTTP_18_aRefusalIsNeitherRefreshedNorRepeated_data();
    void HTTP_18_aRefusalIsNeitherRefreshedNorRepeated();
    void HTTP_19_FI_06_a429PausesEveryCall_data();
    void HTTP_19_FI_06_a429PausesEveryCall();
    void HTTP_19_aLongPauseIsShownAndNotWaitedFor();
    void HTTP_31_theClockOfTheServerIsKnown_data();
    void HTTP_31_theClockOfTheServerIsKnown();
    void HTTP_33_allTriesShareAnIdAndAreCounted();
    void HTTP_35_nothingKeepsACallFromTrying();
};

void TestHttpPolicy::HTTP_05_twoHundredCallsAgainst503MakeFewMoreRequests()
{
    FaultServer server([](const Received &) { return refusal(503); });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 200; ++i)
        calls.add(send(client, "GET", u"/agents/%1"_s.arg(i)));
    QVERIFY(calls.wait(30'000));
    QCOMPARE(calls.failed(Kind::Unavailable), 200);
    QVERIFY2(server.received().size() > 200, qPrintable(QString::number(server.received().size()))); // some were repeated
    QVERIFY2(server.received().size() <= 220, qPrintable(QString::number(server.received().size())));
}

void TestHttpPolicy::HTTP_06_everyResendCarriesTheKeyOfItsAction()
{
    FaultServer server(perAttempt({hangUp(), hangUp(Scripted::End::Reset), reply(200, "{}")}));
    Client client(server.url());
    client.transport.policy().serverRemembersKeys = true;
    QSet<QByteArray> keys;
    for (const QByteArray verb : {"POST", "PATCH"}) {
        const auto before = server.received().size();
        QVERIFY(succeeds(send(client, verb, u"/conversations"_s)));
        const QList<Received> sent = server.received().mid(before);
        QCOMPARE(sent.size(), 3);
        const QByteArray key = sent.constFirst().headers.value("idempotency-key");
        const QUuid uuid = QUuid::fromString(QString::fromLatin1(key));
        QCOMPARE(uuid.version(), QUuid::Random);
        for (const Received &request : sent) {
            QCOMPARE(request.headers.value("idempotency-key"), key);
            QCOMPARE(request.body, QByteArray("{}"));
        }
        keys.insert(key);
    }
    QVERIFY(succeeds(send(client, "POST", u"/conversations"_s)));
    keys.insert(server.received().constLast().headers.value("idempotency-key"));
    QCOMPARE(keys.size(), 3); // another action, another key
}

void TestHttpPolicy::HTTP_06_theKeyOfTheCallerIsKept()
{
    FaultServer server(perAttempt({hangUp(), reply(200, "{}")}));
    Client client(server.url());
    client.transport.policy().serverRemembersKeys = true;
    RequestSpec spec = request("POST", u"/conversations"_s);
    spec.idempotencyKey = "of-the-outbox-row";
    QVERIFY(succeeds(send(client, spec)));
    QCOMPARE(server.received().size(), 2);
    for (const Received &request : server.received())
        QCOMPARE(request.headers.value("idempotency-key"), QByteArray("of-the-outbox-row"));
}

void TestHttpPolicy::HTTP_06_whereKeysAreNotRememberedAWriteIsSentOnce()
{
    FaultServer server([](const Received &) { return hangUp(); });
    Client client(server.url());
    for (const QByteArray verb : {"POST", "PATCH"}) {
        const auto before = server.received().size();
        QVERIFY(errorOf(send(client, verb, u"/conversations"_s)).outcomeUnknown);
        QCOMPARE(server.received().size(), before + 1);
        QVERIFY(!server.received().constLast().headers.value("idempotency-key").isEmpty());
    }
    client.transport.policy().serverRemembersKeys = true;
    RequestSpec run = request("POST", u"/runs"_s);
    run.mayRepeat = false; // it costs money
    const auto before = server.received().size();
    QVERIFY(errorOf(send(client, run)).outcomeUnknown);
    QCOMPARE(server.received().size(), before + 1);
}

void TestHttpPolicy::HTTP_07_anUploadClosedBeforeItsAnswerArrivesOnce()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sales.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,2\n");
    file.close();
    FaultServer server([](const Received &) { return hangUp(); });
    Client client(server.url());
    QVERIFY(errorOf(client.api.files().upload(file.fileName())).outcomeUnknown);
    QCOMPARE(server.received().size(), 1);
    QVERIFY(server.received().constFirst().body.contains("a,b\n1,2\n"));
}

void TestHttpPolicy::HTTP_07_aWriteWithoutABodyArrivesOnce()
{
    FaultServer server([](const Received &) { return hangUp(); });
    Client client(server.url());
    for (const QByteArray verb : {"POST", "PATCH"}) {
        const auto before = server.received().size();
        RequestSpec spec = request(verb, u"/runs/1/cancel"_s);
        spec.body.clear();
        QVERIFY(errorOf(send(client, spec)).outcomeUnknown);
        QCOMPARE(server.received().size(), before + 1);
    }
}

void TestHttpPolicy::HTTP_08_theOutcomeIsUnknownWhereTheAnswerWasLost_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Scripted>("answer");
    QTest::addColumn<bool>("unknown");
    const Scripted half = cut(reply(201, QByteArray(1000, ' ')), 500, Scripted::End::Close);
    const auto row = [](const char *name, const char *verb, const Scripted &answer, bool unknown) {
        QTest::newRow(name) << QByteArray(verb) << answer << unknown;
    };
    row("POST, closed", "POST", hangUp(), true);
    row("POST, reset", "POST", hangUp(Scripted::End::Reset), true);
    row("POST, silence", "POST", silence(), true);
    row("POST, half an answer", "POST", half, true);
    row("POST, half a chunked answer", "POST", cut(chunkedReply({"{\"id\":", "\"1\"}"}), 90, Scripted::End::Close), true);
    row("POST, answer too large", "POST", generatedReply(Fetch::maxBodyBytes + 1, Framing::Length), true);
    row("POST, 502", "POST", refusal(502), true);
    row("POST, 504", "POST", refusal(504), true);
    row("POST, 500", "POST", refusal(500), false);
    row("POST, 503", "POST", refusal(503), false);
    row("POST, 429", "POST", refusal(429, {"Retry-After: 0"}), false);
    row("POST, 422", "POST", refusal(422), false);
    row("POST, 401", "POST", refusal(401), false);
    row("POST, redirect", "POST", refusal(302, {"Location: /elsewhere"}), false);
    row("PATCH, closed", "PATCH", hangUp(), true);
    row("PUT, closed", "PUT", hangUp(), true);
    row("DELETE, closed", "DELETE", hangUp(), true);
    row("PUT, 409", "PUT", refusal(409), false);
    row("GET, closed", "GET", hangUp(), false);
    row("GET, 502", "GET", refusal(502), false);
    row("GET, half an answer", "GET", half, false);
}

void TestHttpPolicy::HTTP_08_theOutcomeIsUnknownWhereTheAnswerWasLost()
{
    QFETCH(QByteArray, verb);
    QFETCH(Scripted, answer);
    QFETCH(bool, unknown);
    FaultServer server([&answer](const Received &) { return answer; });
    Client client(server.url());
    RequestSpec spec = request(verb, u"/things"_s);
    spec.mayRepeat = false;
    spec.patience.firstByteMs = 500;
    const Error error = errorOf(send(client, spec));
    QVERIFY2(error.kind != Kind::Storage, qPrintable(error.message));
    QCOMPARE(error.outcomeUnknown, unknown);

    // What never left may be sent again without a thought.
    server.close();
    server.resetAll();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!errorOf(send(client, spec)).outcomeUnknown);
}

void TestHttpPolicy::HTTP_08_aWriteThatIsCancelledOnItsWayMayHaveHappened()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    for (const QByteArray verb : {"POST", "GET"}) {
        std::optional<Error> error;
        const auto before = server.received().size();
        QPointer<ApiCall<void>> call = send(client, verb, u"/conversations"_s);
        call->then(this, [&error](const Result<> &result) { error = result.error(); });
        QTRY_COMPARE(server.received().size(), before + 1);
        call->abort();
        QCOMPARE(error->kind, Kind::Cancelled);
        QCOMPARE(error->outcomeUnknown, verb == "POST");
    }
    std::optional<Error> error;
    QPointer<ApiCall<void>> call = send(client, "POST", u"/conversations"_s);
    call->then(this, [&error](const Result<> &result) { error = result.error(); });
    call->abort(); // before it was sent
    QVERIFY(error && !error->outcomeUnknown);
}

void TestHttpPolicy::HTTP_08_aDeleteThatFindsNothingAfterALostAnswerIsDone()
{
    FaultServer server(perAttempt({hangUp(), refusal(404)}));
    Client client(server.url());
    QVERIFY(succeeds(send(client, "DELETE", u"/conversations/1"_s)));
    QCOMPARE(errorOf(send(client, "DELETE", u"/conversations/1"_s)).kind, Kind::NotFound); // and otherwise it is said
}

void TestHttpPolicy::HTTP_09_eachPartOfAnExchangeHasItsLimit_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<Scripted>("answer");
    QTest::addColumn<Patience>("patience");
    QTest::addColumn<int>("requests");
    const Scripted half = cut(reply(200, QByteArray(1000, ' ')), 500, Scripted::End::Hold);
    QTest::newRow("connect") << u"https"_s << silence() << Patience{300, 0, 0, 0} << 0; // the greeting of TLS stays without an answer
    QTest::newRow("first byte") << u"http"_s << silence() << Patience{0, 300, 0, 0} << 1;
    QTest::newRow("idle") << u"http"_s << half << Patience{0, 0, 300, 0} << 1;
    QTest::newRow("total") << u"http"_s << dripBody(reply(200, QByteArray(1000, ' ')), 1, 20) << Patience{0, 0, 0, 300} << 1;
}

void TestHttpPolicy::HTTP_09_eachPartOfAnExchangeHasItsLimit()
{
    QFETCH(QString, scheme);
    QFETCH(Scripted, answer);
    QFETCH(Patience, patience);
    QFETCH(int, requests);
    FaultServer server([&answer](const Received &) { return answer; });
    QUrl url = server.url();
    url.setScheme(scheme);
    Client client(url);
    RequestSpec spec = request("POST", u"/things"_s);
    spec.patience = patience;
    const Error error = errorOf(send(client, spec));
    QCOMPARE(error.kind, Kind::Timeout);
    QCOMPARE(error.outcomeUnknown, requests > 0);
    QCOMPARE(server.received().size(), requests);
    QTRY_COMPARE(server.openConnections(), 0); // nothing is left behind
}

namespace {

// Never greets its first client.
class SlowToWake : public TlsServer
{
public:
    using TlsServer::TlsServer;

protected:
    QTcpSocket *makeSocket(qintptr descriptor) override
    {
        if (connections() > 1)
            return TlsServer::makeSocket(descriptor);
        auto *socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        return socket;
    }
};

} // namespace

void TestHttpPolicy::HTTP_09_aConnectionThatDoesNotComeAboutIsGivenUp()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    SlowToWake server([](const Received &) { return json("[]"); });
    Client client(server.url());
    RequestSpec spec = request("GET", u"/agents"_s);
    spec.patience.connectMs = 1000;
    QVERIFY(succeeds(send(client, spec)));
    QCOMPARE(server.connections(), 2);
    QTRY_COMPARE(server.openConnections(), 1);
}

void TestHttpPolicy::HTTP_09_aSlowBodyThatGoesOnIsNotIdle()
{
    Scripted slow = chunkedReply(QList<QByteArray>(20, " "));
    slow.pieceDelayMs = 100;
    FaultServer server([&slow](const Received &) { return slow; });
    Client client(server.url());
    RequestSpec spec = request("POST", u"/things"_s);
    spec.patience = {.firstByteMs = 1500, .idleMs = 1500};
    QVERIFY(succeeds(send(client, spec))); // two seconds in all
}

void TestHttpPolicy::HTTP_10_aHeaderWithoutEndMeetsTheDeadline()
{
    FaultServer server([](const Received &) { return endlessHeader(); });
    Client client(server.url());
    RequestSpec spec = request("POST", u"/things"_s);
    spec.patience = {0, 0, 0, 400};
    const Error error = errorOf(send(client, spec));
    QCOMPARE(error.kind, Kind::Timeout);
    QVERIFY(error.outcomeUnknown);
    server.setHandler([](const Received &) { return json("[]"); });
    QVERIFY(succeeds(send(client, "GET", u"/things"_s))); // nothing waits behind it
}

void TestHttpPolicy::HTTP_11_aTimeoutIsTriedAgain()
{
    FaultServer server(perAttempt({silence(), cut(json(QByteArray(1000, ' ')), 500, Scripted::End::Hold), json("[]")}));
    Client client(server.url());
    RequestSpec spec = request("GET", u"/agents"_s);
    spec.patience = {0, 400, 400, 0};
    QVERIFY(succeeds(send(client, spec)));
    QCOMPARE(server.received().size(), 3);
}

void TestHttpPolicy::HTTP_11_anAbortIsCancelledAndNotTriedAgain()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    Calls calls;
    calls.add(send(client, "GET", u"/agents"_s));
    QTRY_COMPARE(server.received().size(), 1);
    calls.abort(0);
    QCOMPARE(calls.failed(Kind::Cancelled), 1); // at once
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!QTest::qWaitFor([&server] { return server.received().size() > 1; }, 800)); // longer than the first wait for a repetition
}

void TestHttpPolicy::HTTP_11_anAbortBetweenTwoTriesIsCancelled()
{
    FaultServer server([](const Received &) { return refusal(503, {"Retry-After: 60"}); });
    Client client(server.url());
    Calls calls;
    ApiCall<void> *call = send(client, "GET", u"/agents"_s);
    QSignalSpy waiting(call, &ApiCallBase::waiting);
    calls.add(call);
    QTRY_COMPARE(waiting.size(), 1);
    calls.abort(0);
    QCOMPARE(calls.failed(Kind::Cancelled), 1);
    QVERIFY(!calls.errors().constFirst().outcomeUnknown);
}

void TestHttpPolicy::HTTP_11_anotherServerCancelsWhatIsUnderWay()
{
    FaultServer old([](const Received &request) { return request.target == "/waits" ? refusal(503, {"Retry-After: 60"}) : silence(); });
    FaultServer next([](const Received &) { return json("[]"); });
    Client client(old.url());
    Calls calls;
    ApiCall<void> *waits = send(client, "GET", u"/waits"_s);
    QSignalSpy waiting(waits, &ApiCallBase::waiting);
    calls.add(waits);
    calls.add(send(client, "GET", u"/agents"_s));
    calls.add(send(client, "POST", u"/conversations"_s));
    QTRY_VERIFY(old.received().size() == 3 && waiting.size() == 1);
    calls.add(send(client, "PUT", u"/not/yet/sent"_s));
    client.api.setBaseUrl(next.url());
    QCOMPARE(calls.failed(Kind::Cancelled), 4);
    for (const Error &error : calls.errors())
        QVERIFY(error.nextStep.isEmpty());
    QCOMPARE(std::count_if(calls.errors().cbegin(), calls.errors().cend(), [](const Error &error) { return error.outcomeUnknown; }), 1);
    QTRY_COMPARE(old.openConnections(), 0);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    QCOMPARE(next.received().size(), 1); // nothing that was meant for the old one
    QCOMPARE(old.received().size(), 3);
}

void TestHttpPolicy::HTTP_14_bodiesHaveACap()
{
    FaultServer server([](const Received &request) {
        return generatedReply(Fetch::maxBodyBytes + (request.target == "/more" ? 1 : 0), Framing::Chunked);
    });
    Client client(server.url());
    QVERIFY(succeeds(send(client, "GET", u"/just"_s)));
    const Error error = errorOf(send(client, "GET", u"/more"_s));
    QCOMPARE(error.kind, Kind::Protocol);
    QVERIFY(!error.nextStep.isEmpty());
    QCOMPARE(server.received().size(), 2); // a repetition would be as large
}

void TestHttpPolicy::HTTP_14_errorBodiesHaveACap()
{
    const qint64 size = 256 * 1024 * 1024;
    FaultServer server([](const Received &) {
        Scripted flood = generatedReply(size, Framing::Length, "text/plain");
        flood.pieces.first().replace("200", "409");
        return flood;
    });
    Client client(server.url());
    const Error error = errorOf(send(client, "PUT", u"/things"_s));
    QCOMPARE(error.kind, Kind::Conflict);
    QCOMPARE(error.httpStatus, 409);
    QVERIFY(error.detail.size() <= 4096);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(server.bytesSent() < size / 8, qPrintable(QString::number(server.bytesSent())));
}

void TestHttpPolicy::HTTP_14_aDownloadGoesToTheDiskAndNotToMemory()
{
    const qint64 size = 100 * 1024 * 1024;
    FaultServer server([](const Received &) { return generatedReply(size, Framing::Length, "application/octet-stream"); });
    Client client(server.url());
    QTemporaryDir folder;
    RequestSpec spec = request("GET", u"/files/1"_s);
    spec.downloadPath = folder.filePath(u"large"_s);
    spec.patience = Patience::transfer();
    const qint64 before = residentBytes();
    QVERIFY(succeeds(send(client, spec), 40'000));
    QCOMPARE(QFileInfo(spec.downloadPath).size(), size);
    QVERIFY2(residentBytes() - before < allowedGrowth(40 * 1024 * 1024), qPrintable(QString::number(residentBytes() - before)));
}

void TestHttpPolicy::HTTP_18_aRefusalIsNeitherRefreshedNorRepeated_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::newRow("403") << 403 << static_cast<int>(Kind::Forbidden);
    QTest::newRow("404") << 404 << static_cast<int>(Kind::NotFound);
    QTest::newRow("410") << 410 << static_cast<int>(Kind::NotFound);
}

void TestHttpPolicy::HTTP_18_aRefusalIsNeitherRefreshedNorRepeated()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    FaultServer server([status](const Received &) { return refusal(status); });
    Client client(server.url());
    client.tokens.refreshable = true;
    client.transport.policy().serverRemembersKeys = true;
    for (const QByteArray verb : {"GET", "POST", "DELETE"}) {
        const auto before = server.received().size();
        const Error error = errorOf(send(client, verb, u"/agents/1"_s));
        QCOMPARE(static_cast<int>(error.kind), kind);
        QCOMPARE(error.message, u"no"_s); // what the server says
        QVERIFY(!error.nextStep.isEmpty());
        QCOMPARE(server.received().size(), before + 1);
    }
    QCOMPARE(client.tokens.refreshes, 0);
}

void TestHttpPolicy::HTTP_19_FI_06_a429PausesEveryCall_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QList<QByteArray>>("headers");
    const QList<QByteArray> seconds{"Retry-After: 2"};
    QTest::newRow("seconds") << QByteArray("GET") << seconds;
    QTest::newRow("of a write") << QByteArray("POST") << seconds;
    QTest::newRow("a date by the server's clock")
        << QByteArray("GET") << QList<QByteArray>{"Date: Wed, 21 Oct 2015 07:28:00 GMT", "Retry-After: Wed, 21 Oct 2015 07:28:02 GMT"};
}

void TestHttpPolicy::HTTP_19_FI_06_a429PausesEveryCall()
{
    QFETCH(QByteArray, verb);
    QFETCH(QList<QByteArray>, headers);
    FaultServer server([&headers](const Received &request) {
        return request.target == "/refused" && request.attempt == 1 ? refusal(429, headers) : json("[]");
    });
    Client client(server.url());
    Calls calls;
    ApiCall<void> *refused = send(client, verb, u"/refused"_s);
    QSignalSpy refusedWaits(refused, &ApiCallBase::waiting);
    calls.add(refused);
    QTRY_VERIFY(refusedWaits.size() == 1 || calls.ended() == 1);
    const qint64 pausedAt = monotonicMs();
    if (verb == "GET") {
        QVERIFY(refusedWaits.constFirst().constFirst().toLongLong() >= 2000);
    } else { // writes are not repeated, but they are told when to come back
        QCOMPARE(calls.errors().constFirst().kind, Kind::RateLimited);
        QCOMPARE(calls.errors().constFirst().retryAfterMs, 2000);
    }
    ApiCall<void> *other = send(client, "POST", u"/other"_s);
    QSignalSpy otherWaits(other, &ApiCallBase::waiting);
    calls.add(other);
    QTRY_COMPARE(otherWaits.size(), 1); // the countdown of a call that was never refused
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), verb == "GET" ? 2 : 1);
    for (const Received &request : server.received().mid(1))
        QVERIFY2(request.arrivedMs >= pausedAt + 1800, qPrintable(QString::number(request.arrivedMs - pausedAt)));
}

void TestHttpPolicy::HTTP_19_aLongPauseIsShownAndNotWaitedFor()
{
    FaultServer server(
        [](const Received &request) { return request.target == "/refused" ? refusal(429, {"Retry-After: 3600"}) : json("[]"); });
    Client client(server.url());
    const Error error = errorOf(send(client, "GET", u"/refused"_s));
    QCOMPARE(error.kind, Kind::RateLimited);
    QCOMPARE(error.retryAfterMs, 3'600'000);
    QCOMPARE(server.received().size(), 1);
    QVERIFY(succeeds(send(client, "GET", u"/other"_s)));
}

void TestHttpPolicy::HTTP_31_theClockOfTheServerIsKnown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("aheadS");
    QTest::addColumn<bool>("suspicious");
    QTest::newRow("right") << 200 << 0 << false;
    QTest::newRow("a little ahead") << 200 << 240 << false;
    QTest::newRow("ahead") << 200 << 3600 << true;
    QTest::newRow("behind, told by an error") << 404 << -3600 << true;
}

void TestHttpPolicy::HTTP_31_theClockOfTheServerIsKnown()
{
    QFETCH(int, status);
    QFETCH(int, aheadS);
    QFETCH(bool, suspicious);
    FaultServer server([&](const Received &request) {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(aheadS);
        const QByteArray date = "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
        return reply(status, "[]", "application/json", request.target == "/silent" ? QList<QByteArray>() : QList<QByteArray>{date});
    });
    Client client(server.url());
    QSignalSpy checked(&client.transport, &Transport::clockChecked);
    static_cast<void>(waitFor(send(client, "GET", u"/silent"_s)));
    QCOMPARE(checked.size(), 0);
    QVERIFY(!client.transport.policy().clock.isKnown());
    static_cast<void>(waitFor(send(client, "GET", u"/agents"_s)));
    QCOMPARE(checked.size(), 1);
    const qint64 skew = checked.constFirst().at(0).toLongLong();
    QVERIFY2(qAbs(skew - aheadS * 1000) < 30'000, qPrintable(QString::number(skew)));
    QCOMPARE(checked.constFirst().at(1).toBool(), suspicious);
    client.api.setBaseUrl(QUrl(u"http://127.0.0.1:1"_s));
    QVERIFY(!client.transport.policy().clock.isKnown()); // another server, another clock
}

void TestHttpPolicy::HTTP_33_allTriesShareAnIdAndAreCounted()
{
    QCoreApplication::setApplicationName(u"agentdesk-test"_s);
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    FaultServer server([](const Received &) { return refusal(503, {"Retry-After: 0"}); });
    Client client(server.url());
    const Error error = errorOf(send(client, "GET", u"/agents"_s));
    const QList<Received> tries = server.received();
    QVERIFY(tries.size() > 1);
    for (qsizetype i = 0; i < tries.size(); ++i) {
        QCOMPARE(tries.at(i).headers.value("x-request-id"), tries.constFirst().headers.value("x-request-id"));
        QCOMPARE(tries.at(i).headers.value("x-attempt"), QByteArray::number(i + 1));
        QCOMPARE(tries.at(i).headers.value("user-agent"), QByteArray("agentdesk-test/1.2.3"));
    }
    QCOMPARE(error.requestId.toLatin1(), tries.constFirst().headers.value("x-request-id"));
    static_cast<void>(errorOf(send(client, "POST", u"/conversations"_s)));
    QVERIFY(server.received().constLast().headers.value("x-request-id") != tries.constFirst().headers.value("x-request-id"));
    QCOMPARE(server.received().constLast().headers.value("x-attempt"), QByteArray("1"));
}

void TestHttpPolicy::HTTP_35_nothingKeepsACallFromTrying()
{
    auto server = std::make_unique<FaultServer>([](const Received &) { return json("[]"); });
    const quint16 port = server->serverPort();
    Client client(server->url());
    server.reset();
    Watch watch(client, u"/streams/runs/1"_s);
    QSignalSpy back(&client.transport, &Transport::serverBack);
    for (int i = 0; i < 30; ++i) // however often it failed
        QCOMPARE(errorOf(send(client, "POST", u"/things"_s)).kind, Kind::Offline);
    QTRY_VERIFY(watch.stream->state() == LiveStream::State::Backoff || watch.stream->state() == LiveStream::State::Polling);
    QCOMPARE(back.size(), 0);

    server = std::make_unique<FaultServer>([](const Received &request) {
        return request.target == "/things" ? json("[]") : eventStream({"data: x\n\n"}, Scripted::End::Hold);
    });
    server->close();
    QVERIFY(server->listen(QHostAddress::LocalHost, port));
    QVERIFY(succeeds(send(client, "POST", u"/things"_s)));
    QCOMPARE(back.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.stream->state(), LiveStream::State::Connected, 10'000);
    QVERIFY(succeeds(send(client, "POST", u"/things"_s)));
    QCOMPARE(back.size(), 1);
}

QTEST_GUILESS_MAIN(TestHttpPolicy)
#include "tst_httppolicy.moc"
