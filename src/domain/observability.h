#pragma once

#include "domain/ids.h"
#include "domain/run.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace desk {

// Figures of one agent over a window (contract 3.15). The team server answers with those of all runs for a name it does not know.
struct AgentMetrics {
    QString agent; // as it was asked for: a name or an id
    std::optional<int> windowHours;
    std::optional<int> totalRuns;
    std::optional<int> successfulRuns;
    std::optional<double> successRate; // rates and scores: 0 … 1
    std::optional<double> averageScore;
    std::optional<int> sampleCount; // scores behind averageScore
};

// One of the latest runs of an agent, of any user. Texts are cut at 200 characters, events at 20.
struct AgentTrace {
    RunId runId;
    RunStatus status;
    QString inputPreview;
    QString outputPreview;
    QList<RunEvent> events;
    QDateTime createdAt; // UTC
    QDateTime updatedAt;
};

struct RoutingAccuracy {
    std::optional<int> days;
    std::optional<double> averageScore;
    std::optional<int> totalScored;
    std::optional<int> passed;
    std::optional<double> passRate;
    QMap<QString, int> agentDistribution; // turns by agent name
};

// A score below the threshold.
struct QualityAlert {
    ScoreId id;
    QString agent;
    std::optional<double> score;
    QJsonObject details;
    ConversationId conversationId;
    MessageId messageId;
    QDateTime createdAt; // UTC
};

struct QualityAlerts {
    std::optional<double> threshold;
    QString agent;
    std::optional<int> days;
    std::optional<int> total; // may be more than the alerts that came
    QList<QualityAlert> alerts;
};

} // namespace desk
