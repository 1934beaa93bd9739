#pragma once

#include "domain/result.h"
#include "domain/score.h"

#include <QJsonValue>

namespace desk::wire {

[[nodiscard]] Result<Score> scoreFromJson(const QJsonValue &value);
[[nodiscard]] Result<RunScore> runScoreFromJson(const QJsonValue &value);
[[nodiscard]] Result<ScoreAggregate> scoreAggregateFromJson(const QJsonValue &value); // any of its three shapes
[[nodiscard]] Result<ScoreTrend> scoreTrendFromJson(const QJsonValue &value);         // points without a day are left out
[[nodiscard]] Result<AgentScores> agentScoresFromJson(const QJsonValue &value);

} // namespace desk::wire
