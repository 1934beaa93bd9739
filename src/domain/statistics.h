#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace desk {

// Contract 3.18. The team server answers zeros where its own database cannot be reached; that cannot be told from real ones.

struct ModelUsage {
    QString model;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> totalTokens;
    std::optional<double> spend; // US dollars
    std::optional<double> averageLatencyMs;
};

struct UsageStatistics {
    QList<ModelUsage> models; // the ten most used
    std::optional<qint64> tokensToday;
    std::optional<qint64> totalRequests;
    std::optional<qint64> totalInputTokens;
    std::optional<qint64> totalOutputTokens;
    std::optional<double> totalSpend;
    std::optional<qint64> totalToolCalls;
};

struct SystemStatistics {
    std::optional<qint64> agents;
    std::optional<qint64> conversations;
    std::optional<qint64> workflows;
    std::optional<qint64> workflowExecutions;
    std::optional<qint64> activeUsers;
};

} // namespace desk
