#pragma once

#include "api/endpoints/chapter.h"
#include "domain/evalrun.h"
#include "domain/score.h"

namespace desk {

struct EvalRunFilter {
    DatasetId datasetId; // empty: all
    int limit = 20;      // up to 100
};

struct ScoreFilter {
    QString agent; // a name or an id, as the scores have it; empty: all
    ScorerName scorer;
    ScoreSource source;
    int days = 7;    // 1 … 90
    int limit = 100; // up to 500
};

struct ScoreTrendFilter {
    QString agent;
    ScorerName scorer = Scorer::LlmQuality;
    int days = 14; // 1 … 90
};

// Runs over datasets, and the scores they and the chats leave (contract 3.15). Lists have no offset and no total.
class EvalRunsApi : public Chapter
{
public:
    using Chapter::Chapter;

    // The row of the answer never moves on the team server: list the dataset's runs and take findWorkingTwin().
    ApiCall<EvalRun> *start(const EvalRunRequest &request);
    ApiCall<Page<EvalRun>> *list(const EvalRunFilter &filter = {});
    ApiCall<EvalRun> *get(const EvalRunId &id);
    ApiCall<QList<Score>> *scores(const EvalRunId &id);
    ApiCall<EvalAnalysis> *analysis(const EvalRunId &id); // a language model writes it: slow, and each call costs

    ApiCall<Page<Score>> *listScores(const ScoreFilter &filter = {});
    ApiCall<ScoreTrend> *trend(const ScoreTrendFilter &filter = {});
    ApiCall<AgentScores> *scoresByAgent(const QString &agent, int days = 7);
};

} // namespace desk
