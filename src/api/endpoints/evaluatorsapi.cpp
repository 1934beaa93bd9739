#include "api/endpoints/evaluatorsapi.h"

#include "wire/json/evaluatorjson.h"
#include "wire/json/scorejson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString pattern(EvaluatorPath path)
{
    return path == EvaluatorPath::Definitions ? u"/evals/definitions/%1"_s : u"/agents/evals/%1"_s;
}

} // namespace

ApiCall<QList<Evaluator>> *EvaluatorsApi::list()
{
    return Chapter::get<QList<Evaluator>>(u"/agents/evals"_s, listOf<Evaluator>(wire::evaluatorFromJson));
}

ApiCall<Evaluator> *EvaluatorsApi::create(const Evaluator &evaluator)
{
    return write<Evaluator>("POST", u"/agents/evals"_s, wire::evaluatorCreation(evaluator), wire::evaluatorFromJson);
}

ApiCall<Evaluator> *EvaluatorsApi::get(const EvaluatorId &id, EvaluatorPath path)
{
    return Chapter::get<Evaluator>(Chapter::path(pattern(path), id.value()), wire::evaluatorFromJson);
}

ApiCall<Evaluator> *EvaluatorsApi::update(const Evaluator &before, const Evaluator &after, EvaluatorPath path)
{
    return write<Evaluator>("PUT", Chapter::path(pattern(path), before.id.value()), wire::evaluatorChanges(before, after),
                            wire::evaluatorFromJson);
}

ApiCall<void> *EvaluatorsApi::remove(const EvaluatorId &id, EvaluatorPath path)
{
    return Chapter::remove(Chapter::path(pattern(path), id.value()));
}

ApiCall<RunScore> *EvaluatorsApi::execute(const EvaluatorId &scorer, const RunId &run)
{
    return send<RunScore>({.verb = "POST",
                           .path = u"/scores/execute"_s,
                           .body = compact({{u"scorer_id"_s, scorer.value()}, {u"run_id"_s, run.value()}}),
                           .patience = Patience::blocking(),
                           .mayRepeat = false},
                          wire::runScoreFromJson);
}

ApiCall<ScoreAggregate> *EvaluatorsApi::aggregates(const ScoreAggregateFilter &filter)
{
    return Chapter::get<ScoreAggregate>(u"/scores/aggregates"_s, wire::scoreAggregateFromJson,
                                        Query().text("agent_id"_L1, filter.agentId.value()).text("scorer_name"_L1, filter.scorer.wire()));
}

} // namespace desk
