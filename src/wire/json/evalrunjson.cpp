#include "wire/json/evalrunjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

Result<EvalRun> evalRunFromJson(const QJsonValue &value)
{
    Reader reader(value, u"eval_run"_s);
    EvalRun run;
    run.id = EvalRunId(reader.requiredId("id"_L1));
    run.datasetId = DatasetId(reader.string("dataset_id"_L1));
    run.name = reader.string("name"_L1);
    run.status = EvalRunStatus::fromWire(reader.requiredString("status"_L1));
    const QStringList scorers = reader.strings("scorers"_L1);
    for (const QString &scorer : scorers)
        run.scorers.append(ScorerName::fromWire(scorer));
    run.modelOverride = reader.string("model_override"_L1);
    run.totalScenarios = optionalInteger(reader, "total_scenarios"_L1);
    run.passedScenarios = optionalInteger(reader, "passed_scenarios"_L1);
    run.failedScenarios = optionalInteger(reader, "failed_scenarios"_L1);
    run.averageScore = optionalNumber(reader, "avg_score"_L1);
    run.durationSeconds = optionalNumber(reader, "duration_seconds"_L1);
    run.error = reader.string("error"_L1);
    run.createdBy = UserId(reader.string("created_by"_L1));
    run.startedAt = reader.time("started_at"_L1);
    run.completedAt = reader.time("completed_at"_L1);
    run.createdAt = reader.time("created_at"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return run;
}

QJsonObject toJson(const EvalRunRequest &request)
{
    QJsonObject out{{u"dataset_id"_s, request.datasetId.value()}};
    QJsonArray scorers;
    for (const ScorerName &scorer : request.scorers)
        scorers.append(scorer.wire());
    if (!scorers.isEmpty())
        out.insert("scorers"_L1, scorers);
    if (!request.modelOverride.isEmpty())
        out.insert("model_override"_L1, request.modelOverride);
    if (!request.name.isEmpty())
        out.insert("name"_L1, request.name);
    return out;
}

Result<EvalAnalysis> evalAnalysisFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"eval_analysis"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    EvalAnalysis analysis;
    analysis.raw = reader.json();
    for (const QLatin1StringView key : {"analysis"_L1, "summary"_L1, "text"_L1, "content"_L1}) {
        if (analysis.text.isEmpty())
            analysis.text = reader.string(key);
    }
    return analysis;
}

} // namespace desk::wire
