#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"
#include "domain/scorer.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace desk {

enum class ScoreOrigin { Online, Offline, Unknown };

constexpr std::array<EnumWord<ScoreOrigin>, 2> enumWords(ScoreOrigin)
{
    return {{{ScoreOrigin::Online, QLatin1StringView("online")}, {ScoreOrigin::Offline, QLatin1StringView("offline")}}};
}

using ScoreSource = OpenEnum<ScoreOrigin>;

// What one scorer said. Values are 0 … 1.
struct Grade {
    std::optional<double> value;
    std::optional<bool> passed;
    QJsonObject details;

    // The team server writes 0.5, not passed, details.error where its grading model is missing (contract 3.15): that is no grade.
    [[nodiscard]] bool isGraded() const;
    [[nodiscard]] QString failure() const; // details.error, or empty
};

// A stored score of a chat turn or an eval run.
struct Score : Grade {
    ScoreId id;
    QString agent; // a name or an id (contract 1.4)
    ScorerName scorer;
    QString gradingModel;
    ScoreSource source;
    ScenarioId scenarioId;
    EvalRunId evalRunId;
    QDateTime createdAt; // UTC
};

// The answer of POST /scores/execute. The server does not store it.
struct RunScore : Grade {
    RunId runId;
    ScorerName scorer; // the evaluator's type, not its name
    QDateTime timestamp;
};

// GET /scores/aggregates. A pass rate counts stored scores; a success rate counts runs and is all a server without stored scores has.
// They are different things, and what the server did not say is not there.
struct ScoreAggregate {
    std::optional<int> totalScores;
    std::optional<int> passed;
    std::optional<int> failed;
    std::optional<double> passRate; // rates and scores: 0 … 1
    std::optional<double> averageScore;
    std::optional<double> minimum; // these five: feature scorer_percentiles
    std::optional<double> maximum;
    std::optional<double> p50;
    std::optional<double> p90;
    std::optional<double> p95;
    std::optional<int> totalRuns;
    std::optional<int> successfulRuns;
    std::optional<double> successRate;
    QString agent;
    ScorerName scorer;
    QString note;
};

struct ScoreTrendPoint {
    QDate day;
    std::optional<double> averageScore;
    std::optional<int> count;

    // The server reports an average of 0 as null (contract 3.15); where scores were counted, null is 0.
    [[nodiscard]] std::optional<double> average() const;
};

struct ScoreTrend {
    ScorerName scorer;
    QString agent;
    std::optional<int> days;
    QList<ScoreTrendPoint> points; // days without scores may be absent
};

struct ScorerSummary {
    ScorerName scorer;
    std::optional<double> averageScore;
    std::optional<int> total;
};

struct AgentScores {
    QString agent;
    std::optional<int> days;
    QList<ScorerSummary> scorers; // by name
};

} // namespace desk
