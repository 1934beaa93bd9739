#include "wire/json/scorejson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

void readGrade(const Reader &reader, Grade &grade)
{
    grade.value = optionalNumber(reader, "score"_L1);
    grade.passed = optionalBoolean(reader, "passed"_L1);
    grade.details = reader.object("details"_L1);
}

ScorerName scorerOf(const Reader &reader)
{
    return ScorerName::fromWire(reader.string("scorer_name"_L1));
}

} // namespace

Result<Score> scoreFromJson(const QJsonValue &value)
{
    Reader reader(value, u"score"_s);
    Score score;
    score.id = ScoreId(reader.requiredId("id"_L1));
    readGrade(reader, score);
    score.agent = reader.string("agent_id"_L1);
    score.scorer = scorerOf(reader);
    score.gradingModel = reader.string("grading_model"_L1);
    score.source = ScoreSource::fromWire(reader.string("source"_L1));
    score.scenarioId = ScenarioId(reader.string("scenario_id"_L1));
    score.evalRunId = EvalRunId(reader.string("eval_run_id"_L1));
    score.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return score;
}

Result<RunScore> runScoreFromJson(const QJsonValue &value)
{
    Reader reader(value, u"run_score"_s);
    RunScore score;
    score.runId = RunId(reader.requiredId("run_id"_L1));
    readGrade(reader, score);
    score.scorer = scorerOf(reader);
    score.timestamp = reader.time("timestamp"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return score;
}

Result<ScoreAggregate> scoreAggregateFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"aggregate"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    ScoreAggregate aggregate;
    aggregate.totalScores = optionalInteger(reader, "total_scores"_L1);
    aggregate.passed = optionalInteger(reader, "passed"_L1);
    aggregate.failed = optionalInteger(reader, "failed"_L1);
    aggregate.passRate = optionalNumber(reader, "pass_rate"_L1);
    aggregate.averageScore = optionalNumber(reader, "avg_score"_L1);
    aggregate.minimum = optionalNumber(reader, "min"_L1);
    aggregate.maximum = optionalNumber(reader, "max"_L1);
    aggregate.p50 = optionalNumber(reader, "p50"_L1);
    aggregate.p90 = optionalNumber(reader, "p90"_L1);
    aggregate.p95 = optionalNumber(reader, "p95"_L1);
    aggregate.totalRuns = optionalInteger(reader, "total_runs"_L1);
    aggregate.successfulRuns = optionalInteger(reader, "successful_runs"_L1);
    aggregate.successRate = optionalNumber(reader, "success_rate"_L1);
    aggregate.agent = reader.string("agent_id"_L1);
    aggregate.scorer = scorerOf(reader);
    aggregate.note = reader.string("note"_L1);
    return aggregate;
}

Result<ScoreTrend> scoreTrendFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"trend"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    if (!reader.value("data"_L1).isArray())
        return Unexpected{notAList()};
    ScoreTrend trend;
    trend.scorer = scorerOf(reader);
    trend.agent = reader.string("agent_id"_L1);
    trend.days = optionalInteger(reader, "days"_L1);
    const QJsonArray data = reader.array("data"_L1);
    for (const QJsonValue item : data) {
        const Reader point(item);
        const QDate day = QDate::fromString(point.string("day"_L1), Qt::ISODate);
        if (day.isValid())
            trend.points.append({day, optionalNumber(point, "avg_score"_L1), optionalInteger(point, "count"_L1)});
    }
    return trend;
}

Result<AgentScores> agentScoresFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"agent_scores"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    AgentScores scores;
    scores.agent = reader.string("agent_id"_L1);
    scores.days = optionalInteger(reader, "days"_L1);
    const QJsonObject scorers = reader.object("scorers"_L1);
    for (auto it = scorers.begin(); it != scorers.end(); ++it) {
        const Reader summary(it.value());
        scores.scorers.append(
            {ScorerName::fromWire(it.key()), optionalNumber(summary, "avg_score"_L1), optionalInteger(summary, "total"_L1)});
    }
    return scores;
}

} // namespace desk::wire
