#pragma once

#include "api/endpoints/chapter.h"
#include "domain/evaluator.h"
#include "domain/score.h"

namespace desk {

// Where one definition lives. The server moved it; ask at the new place and on Kind::NotFound at the old one (contract 6.5).
enum class EvaluatorPath {
    Definitions, // /evals/definitions/{id}
    AgentEvals   // /agents/evals/{id}
};

struct ScoreAggregateFilter {
    AgentId agentId; // empty: all
    ScorerName scorer;
};

// Scorer definitions, and scores of single runs (contract 3.15).
class EvaluatorsApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<QList<Evaluator>> *list();
    // A name that was ever used, even by a deleted one, is Kind::Server: the server answers 500 in plain text.
    ApiCall<Evaluator> *create(const Evaluator &evaluator);
    ApiCall<Evaluator> *get(const EvaluatorId &id, EvaluatorPath path = EvaluatorPath::Definitions);
    ApiCall<Evaluator> *update(const Evaluator &before, const Evaluator &after, EvaluatorPath path = EvaluatorPath::Definitions);
    ApiCall<void> *remove(const EvaluatorId &id, EvaluatorPath path = EvaluatorPath::Definitions);

    // The run must have ended, else Kind::Invalid. The score is not stored.
    ApiCall<RunScore> *execute(const EvaluatorId &scorer, const RunId &run);
    ApiCall<ScoreAggregate> *aggregates(const ScoreAggregateFilter &filter = {});
};

} // namespace desk
