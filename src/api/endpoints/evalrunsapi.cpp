#include "api/endpoints/evalrunsapi.h"

#include "wire/json/evalrunjson.h"
#include "wire/json/scorejson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<EvalRun> *EvalRunsApi::start(const EvalRunRequest &request)
{
    return send<EvalRun>({.verb = "POST",
                          .path = u"/evals/run"_s,
                          .body = compact(wire::toJson(request)),
                          .patience = Patience::blocking(),
                          .mayRepeat = false},
                         wire::evalRunFromJson);
}

ApiCall<Page<EvalRun>> *EvalRunsApi::list(const EvalRunFilter &filter)
{
    return Chapter::get<Page<EvalRun>>(u"/evals/runs"_s, pageOf<EvalRun>(wire::evalRunFromJson, 0, filter.limit),
                                       Query().text("dataset_id"_L1, filter.datasetId.value()).number("limit"_L1, filter.limit));
}

ApiCall<EvalRun> *EvalRunsApi::get(const EvalRunId &id)
{
    return Chapter::get<EvalRun>(path(u"/evals/runs/%1"_s, id.value()), wire::evalRunFromJson);
}

ApiCall<QList<Score>> *EvalRunsApi::scores(const EvalRunId &id)
{
    return Chapter::get<QList<Score>>(path(u"/evals/runs/%1/scores"_s, id.value()), listOf<Score>(wire::scoreFromJson));
}

ApiCall<EvalAnalysis> *EvalRunsApi::analysis(const EvalRunId &id)
{
    return send<EvalAnalysis>(
        {.verb = "GET", .path = path(u"/evals/runs/%1/analysis"_s, id.value()), .patience = Patience::blocking(), .mayRepeat = false},
        wire::evalAnalysisFromJson);
}

ApiCall<Page<Score>> *EvalRunsApi::listScores(const ScoreFilter &filter)
{
    return Chapter::get<Page<Score>>(u"/evals/scores"_s, pageOf<Score>(wire::scoreFromJson, 0, filter.limit),
                                     Query()
                                         .text("agent_id"_L1, filter.agent)
                                         .text("scorer_name"_L1, filter.scorer.wire())
                                         .text("source"_L1, filter.source.wire())
                                         .number("days"_L1, filter.days)
                                         .number("limit"_L1, filter.limit));
}

ApiCall<ScoreTrend> *EvalRunsApi::trend(const ScoreTrendFilter &filter)
{
    return Chapter::get<ScoreTrend>(
        u"/evals/scores/trends"_s, wire::scoreTrendFromJson,
        Query().text("agent_id"_L1, filter.agent).text("scorer_name"_L1, filter.scorer.wire()).number("days"_L1, filter.days));
}

ApiCall<AgentScores> *EvalRunsApi::scoresByAgent(const QString &agent, int days)
{
    return Chapter::get<AgentScores>(path(u"/evals/scores/by-agent/%1"_s, agent), wire::agentScoresFromJson,
                                     Query().number("days"_L1, days));
}

} // namespace desk
