#include "wire/fixture.h"
#include "wire/json/scorejson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestScoreJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAStoredScore();
    void aMissingGraderIsNoGrade();
    void readsAnExecutedScore();
    void passRateAndSuccessRateAreDifferentThings();
    void aSuccessRateOfZeroIsKept();
    void percentilesOfTheLocalServer();
    void anEmptyAggregateHasNoFigures();
    void trendKeepsNulls();
    void scoresByAgent();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_json;
};

void TestScoreJson::initTestCase()
{
    m_json = fixture::json(u"contract/scores.json"_s).toObject();
}

void TestScoreJson::readsAStoredScore()
{
    const Result<Score> score = scoreFromJson(m_json.value("stored"_L1));
    QVERIFY(score.has_value());
    QCOMPARE(score->id, ScoreId(u"5c0e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(score->agent, u"document-agent"_s);
    QCOMPARE(score->scorer.value(), Scorer::LlmQuality);
    QCOMPARE(score->value, std::optional(0.85));
    QCOMPARE(score->passed, std::optional(true));
    QCOMPARE(score->details.value("reason"_L1).toString(), u"Complete and quoted"_s);
    QCOMPARE(score->gradingModel, u"frontier"_s);
    QCOMPARE(score->source.value(), ScoreOrigin::Offline);
    QCOMPARE(score->scenarioId, ScenarioId(u"8c1d2e30-0000-4000-8000-000000000001"_s));
    QCOMPARE(score->evalRunId, EvalRunId(u"e0000000-0000-4000-8000-000000000002"_s));
    QCOMPARE(score->createdAt, QDateTime(QDate(2026, 5, 8), QTime(16, 1), Qt::UTC));
    QVERIFY(score->isGraded());
}

void TestScoreJson::aMissingGraderIsNoGrade()
{
    const Result<Score> score = scoreFromJson(m_json.value("not_graded"_L1));
    QVERIFY(score.has_value());
    QVERIFY(!score->isGraded());
    QCOMPARE(score->failure(), u"The grading model is not installed"_s);
    QCOMPARE(score->source.value(), ScoreOrigin::Online);
    QVERIFY(score->evalRunId.isEmpty());
}

void TestScoreJson::readsAnExecutedScore()
{
    const Result<RunScore> score = runScoreFromJson(m_json.value("executed"_L1));
    QVERIFY(score.has_value());
    QCOMPARE(score->runId, RunId(u"b6c00000-0000-4000-8000-000000000001"_s));
    QCOMPARE(score->scorer.value(), Scorer::Latency);
    QCOMPARE(score->value, std::optional(1.0));
    QCOMPARE(score->passed, std::optional(true));
    QCOMPARE(score->timestamp, QDateTime(QDate(2026, 5, 8), QTime(16, 2, 0, 500), Qt::UTC));
}

void TestScoreJson::passRateAndSuccessRateAreDifferentThings()
{
    const Result<ScoreAggregate> scores = scoreAggregateFromJson(m_json.value("aggregate_of_scores"_L1));
    QVERIFY(scores.has_value());
    QCOMPARE(scores->totalScores, std::optional(40));
    QCOMPARE(scores->passed, std::optional(31));
    QCOMPARE(scores->failed, std::optional(9));
    QCOMPARE(scores->passRate, std::optional(0.775));
    QCOMPARE(scores->averageScore, std::optional(0.81));
    QCOMPARE(scores->agent, u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s);
    QCOMPARE(scores->scorer.value(), Scorer::LlmQuality);
    QVERIFY(!scores->totalRuns && !scores->successfulRuns && !scores->successRate);
    QVERIFY(!scores->minimum && !scores->maximum && !scores->p50 && !scores->p90 && !scores->p95);

    const Result<ScoreAggregate> runs = scoreAggregateFromJson(m_json.value("aggregate_of_runs"_L1));
    QVERIFY(runs.has_value());
    QCOMPARE(runs->totalScores, std::optional(0));
    QCOMPARE(runs->totalRuns, std::optional(12));
    QCOMPARE(runs->successfulRuns, std::optional(9));
    QCOMPARE(runs->successRate, std::optional(0.75));
    QVERIFY(!runs->passed && !runs->failed && !runs->passRate && !runs->averageScore);
}

void TestScoreJson::aSuccessRateOfZeroIsKept()
{
    const Result<ScoreAggregate> read = scoreAggregateFromJson(m_json.value("aggregate_of_2025"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->successRate, std::optional(0.0));
    QCOMPARE(read->note, u"No stored scores"_s);
    QVERIFY(!read->totalScores);
}

void TestScoreJson::percentilesOfTheLocalServer()
{
    const Result<ScoreAggregate> read = scoreAggregateFromJson(m_json.value("aggregate_with_percentiles"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->minimum, std::optional(0.0));
    QCOMPARE(read->maximum, std::optional(1.0));
    QCOMPARE(read->p50, std::optional(0.8));
    QCOMPARE(read->p90, std::optional(0.96));
    QCOMPARE(read->p95, std::optional(0.98));
    QCOMPARE(read->scorer.wire(), u"house_style"_s);
}

void TestScoreJson::anEmptyAggregateHasNoFigures()
{
    const Result<ScoreAggregate> read = scoreAggregateFromJson(QJsonObject{{u"total_scores"_s, QJsonValue()}, {u"passed"_s, u"3"_s}});
    QVERIFY(read.has_value());
    QVERIFY(!read->totalScores && !read->passed && !read->passRate && !read->totalRuns);
}

void TestScoreJson::trendKeepsNulls()
{
    const Result<ScoreTrend> trend = scoreTrendFromJson(m_json.value("trend"_L1));
    QVERIFY(trend.has_value());
    QCOMPARE(trend->scorer.value(), Scorer::LlmQuality);
    QCOMPARE(trend->days, std::optional(14));
    QCOMPARE(trend->points.size(), 3); // the one without a day is left out
    QCOMPARE(trend->points.at(0).day, QDate(2026, 5, 6));
    QCOMPARE(trend->points.at(0).average(), std::optional(0.7));
    QCOMPARE(trend->points.at(0).count, std::optional(12));
    QVERIFY(!trend->points.at(1).averageScore);
    QCOMPARE(trend->points.at(1).average(), std::optional(0.0));
    QVERIFY(!trend->points.at(2).average());
}

void TestScoreJson::scoresByAgent()
{
    const Result<AgentScores> read = agentScoresFromJson(m_json.value("by_agent"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->agent, u"document-agent"_s);
    QCOMPARE(read->days, std::optional(7));
    QCOMPARE(read->scorers.size(), 2);
    QCOMPARE(read->scorers.at(0).scorer.wire(), u"house_style"_s);
    QVERIFY(!read->scorers.at(0).averageScore);
    QCOMPARE(read->scorers.at(0).total, std::optional(0));
    QCOMPARE(read->scorers.at(1).scorer.value(), Scorer::LlmQuality);
    QCOMPARE(read->scorers.at(1).averageScore, std::optional(0.9));
}

void TestScoreJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // score, run score, aggregate, trend, by agent; "" where it is good enough
    QTest::newRow("no object") << QByteArray("[]")
                               << QStringList{u"score: expected an object"_s, u"run_score: expected an object"_s,
                                              u"aggregate: expected an object"_s, u"trend: expected an object"_s,
                                              u"agent_scores: expected an object"_s};
    QTest::newRow("nothing in it") << QByteArray("{}")
                                   << QStringList{u"score.id: missing"_s, u"run_score.run_id: missing"_s, QString(),
                                                  u"$: expected a list"_s, QString()};
}

void TestScoreJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(scoreFromJson(value));
    note(runScoreFromJson(value));
    note(scoreAggregateFromJson(value));
    note(scoreTrendFromJson(value));
    note(agentScoresFromJson(value));
    QTEST(details, "details");
}

QTEST_APPLESS_MAIN(TestScoreJson)
#include "tst_scorejson.moc"
