#include "api/apifixture.h"
#include "api/endpoints/runsapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestRunsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void filtering();
    void one();
    void provenance();
    void starting();
    void invoking();
    void invokingWithoutWaiting();
    void cancelling();
    void retrying();
    void APPR_02_answeringForOneSetOfArguments();
    void APPR_02_anAnswerIsNeverSentTwice();
    void aRunIsNeverStartedTwice();
    void badAnswers_data();
    void badAnswers();
};

namespace {

const QByteArray run = R"({"id":"r1","agent_id":"a1","status":"pending","input":{"prompt":"Rain?"}})";

RunRequest rain()
{
    RunRequest request;
    request.agentId = AgentId(u"a1"_s);
    request.prompt = u"Rain?"_s;
    return request;
}

} // namespace

void TestRunsApi::listing()
{
    ApiFixture<RunsApi> fixture(json('[' + run + ']'));
    const Result<Page<Run>> page = outcomeOf(fixture.api.list({}, 20, 10));
    QCOMPARE(fixture.sent(), "GET /runs?limit=10&offset=20"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->items.first().prompt, u"Rain?"_s);
    QCOMPARE(page->total, -1); // the server does not count
    QCOMPARE(page->offset, 20);
    QVERIFY(!page->mayHaveMore());
}

void TestRunsApi::filtering()
{
    ApiFixture<RunsApi> fixture(json("[]"));
    RunFilter filter;
    filter.agentId = AgentId(u"a1"_s);
    filter.status = RunStatus::Failed;
    filter.createdAfter = QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);
    filter.createdBefore = filter.createdAfter.addDays(1);
    filter.text = u"50 % & more"_s;
    QVERIFY(outcomeOf(fixture.api.list(filter, 0, 50)).has_value());
    QCOMPARE(fixture.sent(), "GET /runs?limit=50&offset=0&agent_id=a1&status=failed&created_after=2026-05-02T09%3A00%3A00.000Z"
                             "&created_before=2026-05-03T09%3A00%3A00.000Z&q=50%20%25%20%26%20more"_ba);
}

void TestRunsApi::one()
{
    ApiFixture<RunsApi> fixture(json(run));
    const Result<Run> read = outcomeOf(fixture.api.get(RunId(u"a/b"_s)));
    QCOMPARE(fixture.sent(), "GET /runs/a%2Fb"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, RunId(u"r1"_s));
}

void TestRunsApi::provenance()
{
    ApiFixture<RunsApi> fixture(json(R"({"run_id":"r1","has_provenance":true,"provenance":{"agent":"a"},"verification":{}})"));
    const Result<RunProvenance> read = outcomeOf(fixture.api.provenance(RunId(u"r1"_s)));
    QCOMPARE(fixture.sent(), "GET /runs/r1/provenance"_ba);
    QVERIFY(read.has_value() && read->isKnown);
}

void TestRunsApi::starting()
{
    ApiFixture<RunsApi> fixture(reply(202, run));
    RunRequest request = rain();
    request.tier = Tier::Batch;
    const Result<Run> read = outcomeOf(fixture.api.start(request));
    QCOMPARE(fixture.sent(), "POST /runs"_ba);
    const QJsonObject expected{
        {u"agent_id"_s, u"a1"_s}, {u"input"_s, QJsonObject{{u"prompt"_s, u"Rain?"_s}}}, {u"agent_tier"_s, u"batch"_s}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(read.has_value());
    QCOMPARE(read->status, RunStatus(RunStatus::Pending));
}

void TestRunsApi::invoking()
{
    ApiFixture<RunsApi> fixture(json(R"({"run_id":"r1","status":"succeeded","output":"Yes","error":null})"));
    RunRequest request = rain();
    request.responseSchema = {{u"type"_s, u"string"_s}};
    const Result<RunOutcome> read = outcomeOf(fixture.api.invoke(request));
    QCOMPARE(fixture.sent(), "POST /runs/invoke"_ba);
    QCOMPARE(fixture.json().toObject().value("response_schema"_L1).toObject(), request.responseSchema);
    QVERIFY(read.has_value());
    QCOMPARE(read->output, QJsonValue(u"Yes"_s));
}

void TestRunsApi::invokingWithoutWaiting()
{
    ApiFixture<RunsApi> fixture(reply(202, R"({"run_id":"r1","status":"accepted","message":"Started"})"));
    RunRequest request;
    request.agentName = u"weather"_s;
    request.prompt = u"Rain?"_s;
    const Result<RunAccepted> read = outcomeOf(fixture.api.invokeAsync(request));
    QCOMPARE(fixture.sent(), "POST /runs/invoke-async"_ba);
    QCOMPARE(fixture.json().toObject().value("agent_name"_L1).toString(), u"weather"_s);
    QVERIFY(read.has_value());
    QCOMPARE(read->runId, RunId(u"r1"_s));
}

void TestRunsApi::cancelling()
{
    ApiFixture<RunsApi> fixture(reply(202, run));
    QVERIFY(outcomeOf(fixture.api.cancel(RunId(u"r1"_s))).has_value());
    QCOMPARE(fixture.sent(), "POST /runs/r1/cancel"_ba);
    QCOMPARE(fixture.body(), "{}"_ba);
}

void TestRunsApi::retrying()
{
    ApiFixture<RunsApi> fixture(reply(202, run));
    const Result<Run> read = outcomeOf(fixture.api.retry(RunId(u"r0"_s)));
    QCOMPARE(fixture.sent(), "POST /runs/r0/retry"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, RunId(u"r1"_s));
}

void TestRunsApi::APPR_02_answeringForOneSetOfArguments()
{
    ApiFixture<RunsApi> fixture(reply(202, run));
    QVERIFY(outcomeOf(fixture.api.answer(RunId(u"r1"_s), u"approve"_s, u"00ff"_s)).has_value());
    QCOMPARE(fixture.sent(), "POST /runs/r1/answer"_ba);
    const QJsonObject expected{{u"option_id"_s, u"approve"_s}, {u"arguments_hash"_s, u"00ff"_s}};
    QCOMPARE(fixture.json().toObject(), expected);
    ApiFixture<RunsApi> late(reply(409, R"({"detail":"Too late","code":"approval_expired"})"));
    const Result<> refused = outcomeOf(late.api.answer(RunId(u"r1"_s), u"approve"_s, u"00ff"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
}

void TestRunsApi::APPR_02_anAnswerIsNeverSentTwice()
{
    FaultServer server([](const Received &) { return reply(503, "{}"); });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    transport.policy().serverRemembersKeys = true;
    RunsApi api(transport);
    QCOMPARE(outcomeOf(api.answer(RunId(u"r1"_s), u"approve"_s, u"00ff"_s)).error().kind, Error::Kind::Unavailable);
    QCOMPARE(server.received().size(), 1);
}

// Contract 6.6: the first one may still be running. Not even where the server would notice the repetition.
void TestRunsApi::aRunIsNeverStartedTwice()
{
    FaultServer server([](const Received &) { return reply(503, "{}"); });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    transport.policy().serverRemembersKeys = true;
    RunsApi api(transport);
    QCOMPARE(outcomeOf(api.start(rain())).error().kind, Error::Kind::Unavailable);
    QCOMPARE(outcomeOf(api.invoke(rain())).error().kind, Error::Kind::Unavailable);
    QCOMPARE(outcomeOf(api.invokeAsync(rain())).error().kind, Error::Kind::Unavailable);
    QCOMPARE(outcomeOf(api.retry(RunId(u"r1"_s))).error().kind, Error::Kind::Unavailable);
    QCOMPARE(server.received().size(), 4);
}

void TestRunsApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("no list", 200, R"({"runs":[]})", Error::Kind::Protocol);
    row("a run without an id", 200, R"([{"status":"pending"}])", Error::Kind::Protocol);
    row("not ours", 403, R"({"detail":"Not authorised"})", Error::Kind::Forbidden);
    row("gone", 404, R"({"detail":"Run not found"})", Error::Kind::NotFound);
    row("no prompt", 400, R"({"detail":"prompt is required"})", Error::Kind::Invalid);
}

void TestRunsApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<RunsApi> fixture(reply(status, body));
    const Result<Page<Run>> page = outcomeOf(fixture.api.list({}, 0, 10));
    QVERIFY(!page.has_value());
    QTEST(static_cast<int>(page.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestRunsApi)
#include "tst_runsapi.moc"
