#pragma once

#include "domain/insight.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

// Contract 3.16: camelCase on the wire, except by_category. An insight inside {insight, score, distance} is read as well.
[[nodiscard]] Result<Insight> insightFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Insight &insight);            // raw overlaid with the typed fields
[[nodiscard]] QJsonObject insightCreateJson(const Insight &insight); // one element of POST /insights
// Body of PATCH /insights/{id}: content and category, each only if it changed.
[[nodiscard]] QJsonObject insightChanges(const Insight &before, const Insight &after);

[[nodiscard]] QJsonObject toJson(const InsightQuery &query);
[[nodiscard]] Result<InsightHit> insightHitFromJson(const QJsonValue &value);
[[nodiscard]] Result<InsightPage> insightPageFromJson(const QJsonValue &value);
[[nodiscard]] Result<InsightStats> insightStatsFromJson(const QJsonValue &value);

} // namespace desk::wire
