#include "api/apifixture.h"
#include "api/endpoints/evalrunsapi.h"
#include "wire/fixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<EvalRunsApi>;

class TestEvalRunsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start();
    void startIsSentOnce();
    void listMayHaveMore();
    void get();
    void scores();
    void analysis();
    void listScores();
    void trend();
    void scoresByAgent();
    void anUnknownDatasetIsNotFound();
    void wrongShapesAreProtocolErrors();

private:
    [[nodiscard]] static QByteArray part(const QString &file, QLatin1StringView name)
    {
        return QJsonDocument(fixture::json(file).toObject().value(name).toObject()).toJson();
    }
    [[nodiscard]] static QByteArray run(QLatin1StringView name) { return part(u"contract/eval_runs.json"_s, name); }
    [[nodiscard]] static QByteArray score(QLatin1StringView name) { return part(u"contract/scores.json"_s, name); }
};

void TestEvalRunsApi::start()
{
    Fixture fixture(reply(202, run("ghost"_L1)));
    EvalRunRequest request;
    request.datasetId = DatasetId(u"d1"_s);
    request.scorers = {Scorer::Success, Scorer::Latency};
    request.name = u"friday"_s;
    const auto outcome = outcomeOf(fixture.api.start(request));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /evals/run"));
    QCOMPARE(fixture.json().toObject(),
             (QJsonObject{{u"dataset_id"_s, u"d1"_s}, {u"scorers"_s, QJsonArray{u"success"_s, u"latency"_s}}, {u"name"_s, u"friday"_s}}));
    QCOMPARE(outcome->status.value(), EvalRunState::Pending);
}

// A second one would run the whole dataset again.
void TestEvalRunsApi::startIsSentOnce()
{
    Fixture fixture(reply(503, "{}"));
    const auto outcome = outcomeOf(fixture.api.start({}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Unavailable);
    QCOMPARE(fixture.sent(), QByteArray("POST /evals/run"));
}

void TestEvalRunsApi::listMayHaveMore()
{
    Fixture all(json("[" + run("completed"_L1) + "]"));
    const auto outcome = outcomeOf(all.api.list());
    QVERIFY(outcome.has_value());
    QCOMPARE(all.sent(), QByteArray("GET /evals/runs?limit=20"));
    QCOMPARE(outcome->items.size(), 1);
    QCOMPARE(outcome->items.first().passedScenarios, std::optional(8));
    QVERIFY(!outcome->mayHaveMore());
    Fixture full(json("[" + run("completed"_L1) + "]"));
    const auto page = outcomeOf(full.api.list({DatasetId(u"d1"_s), 1}));
    QVERIFY(page.has_value());
    QCOMPARE(full.sent(), QByteArray("GET /evals/runs?dataset_id=d1&limit=1"));
    QVERIFY(page->mayHaveMore());
}

void TestEvalRunsApi::get()
{
    Fixture fixture(json(run("failed"_L1)));
    const auto outcome = outcomeOf(fixture.api.get(EvalRunId(u"e1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/runs/e1"));
    QCOMPARE(outcome->error, u"The dataset has no active scenarios"_s);
}

void TestEvalRunsApi::scores()
{
    Fixture fixture(json("[" + score("stored"_L1) + "," + score("not_graded"_L1) + "]"));
    const auto outcome = outcomeOf(fixture.api.scores(EvalRunId(u"e1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/runs/e1/scores"));
    QCOMPARE(outcome->size(), 2);
    QVERIFY(outcome->at(0).isGraded());
    QVERIFY(!outcome->at(1).isGraded());
}

void TestEvalRunsApi::analysis()
{
    Fixture fixture(json(R"({"analysis":"Two tools were missed."})"));
    const auto outcome = outcomeOf(fixture.api.analysis(EvalRunId(u"e1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/runs/e1/analysis"));
    QCOMPARE(outcome->text, u"Two tools were missed."_s);
    Fixture busy(reply(503, "{}")); // a read, but a model's work is not asked for twice
    QVERIFY(!outcomeOf(busy.api.analysis(EvalRunId(u"e1"_s))));
    QCOMPARE(busy.sent(), QByteArray("GET /evals/runs/e1/analysis"));
}

void TestEvalRunsApi::listScores()
{
    Fixture all(json("[" + score("stored"_L1) + "]"));
    const auto outcome = outcomeOf(all.api.listScores());
    QVERIFY(outcome.has_value());
    QCOMPARE(all.sent(), QByteArray("GET /evals/scores?days=7&limit=100"));
    QCOMPARE(outcome->items.size(), 1);
    Fixture some(json("[]"));
    QVERIFY(outcomeOf(some.api.listScores({u"document-agent"_s, Scorer::LlmQuality, ScoreOrigin::Offline, 30, 500})).has_value());
    QCOMPARE(some.sent(), QByteArray("GET /evals/scores?agent_id=document-agent&scorer_name=llm_quality&source=offline&days=30&limit=500"));
}

void TestEvalRunsApi::trend()
{
    Fixture usual(json(score("trend"_L1)));
    const auto outcome = outcomeOf(usual.api.trend());
    QVERIFY(outcome.has_value());
    QCOMPARE(usual.sent(), QByteArray("GET /evals/scores/trends?scorer_name=llm_quality&days=14"));
    QCOMPARE(outcome->points.size(), 3);
    Fixture some(json(score("trend"_L1)));
    QVERIFY(outcomeOf(some.api.trend({u"a1"_s, Scorer::Latency, 90})).has_value());
    QCOMPARE(some.sent(), QByteArray("GET /evals/scores/trends?agent_id=a1&scorer_name=latency&days=90"));
}

void TestEvalRunsApi::scoresByAgent()
{
    Fixture fixture(json(score("by_agent"_L1)));
    const auto outcome = outcomeOf(fixture.api.scoresByAgent(u"my agent/2"_s, 30));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/scores/by-agent/my%20agent%2F2?days=30"));
    QCOMPARE(outcome->scorers.size(), 2);
}

void TestEvalRunsApi::anUnknownDatasetIsNotFound()
{
    Fixture fixture(reply(404, R"({"detail":"Dataset not found"})"));
    const auto outcome = outcomeOf(fixture.api.start({}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
}

void TestEvalRunsApi::wrongShapesAreProtocolErrors()
{
    Fixture list(json(R"({"runs":[]})"));
    const auto runs = outcomeOf(list.api.list());
    QVERIFY(!runs);
    QCOMPARE(runs.error().kind, Error::Kind::Protocol);
    Fixture one(json("[]"));
    const auto run = outcomeOf(one.api.get(EvalRunId(u"e1"_s)));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestEvalRunsApi)
#include "tst_evalrunsapi.moc"
