#pragma once

#include "api/endpoints/chapter.h"
#include "domain/observability.h"

namespace desk {

struct QualityAlertFilter {
    double threshold = 0.4; // 0 … 1
    QString agent;          // empty: all
    int days = 1;           // 1 … 30
    int limit = 50;         // up to 200
};

// How agents do, over all users (contract 3.15). An agent is named by its id or its name.
class ObservabilityApi : public Chapter
{
public:
    using Chapter::Chapter;

    // A name the team server does not know gives the figures of all runs: ask by id, or only for agents that are listed.
    ApiCall<AgentMetrics> *metrics(const QString &agent, int windowHours = 24); // 1 … 168
    ApiCall<QList<AgentTrace>> *traces(const QString &agent, int limit = 20);   // up to 100
    ApiCall<RoutingAccuracy> *routingAccuracy(int days = 7);                    // 1 … 30
    ApiCall<QualityAlerts> *qualityAlerts(const QualityAlertFilter &filter = {});
};

} // namespace desk
