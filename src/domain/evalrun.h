#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"
#include "domain/scorer.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace desk {

enum class EvalRunState { Pending, Running, Completed, Failed, Unknown };

constexpr std::array<EnumWord<EvalRunState>, 4> enumWords(EvalRunState)
{
    return {{
        {EvalRunState::Pending, QLatin1StringView("pending")},
        {EvalRunState::Running, QLatin1StringView("running")},
        {EvalRunState::Completed, QLatin1StringView("completed")},
        {EvalRunState::Failed, QLatin1StringView("failed")},
    }};
}

using EvalRunStatus = OpenEnum<EvalRunState>;

// What POST /evals/run wants (contract 3.15).
struct EvalRunRequest {
    DatasetId datasetId;
    QList<ScorerName> scorers; // empty: the server's own choice, success and llm_quality
    QString modelOverride;     // empty: every agent keeps its model
    QString name;              // a name makes the working row easier to find: see findWorkingTwin
};

// One evaluation of a dataset (contract 3.15).
struct EvalRun {
    EvalRunId id;
    DatasetId datasetId; // empty once the dataset is gone
    QString name;
    EvalRunStatus status;
    QList<ScorerName> scorers;
    QString modelOverride;
    std::optional<int> totalScenarios;
    std::optional<int> passedScenarios;
    std::optional<int> failedScenarios;
    std::optional<double> averageScore; // 0 … 1
    std::optional<double> durationSeconds;
    QString error;
    UserId createdBy;
    QDateTime startedAt; // UTC
    QDateTime completedAt;
    QDateTime createdAt;

    [[nodiscard]] bool isFinished() const { return status.value() == EvalRunState::Completed || status.value() == EvalRunState::Failed; }
};

// The team server answers POST /evals/run with a row that stays pending for ever; a second row, created just after it, does the work.
// Finds that row among GET /evals/runs?dataset_id=…, in any order. Nothing while no candidate has left `pending`: a pending row may be
// the ghost of another start. Where the server moves the row it answered with, that row is found.
[[nodiscard]] std::optional<EvalRun> findWorkingTwin(const EvalRun &ghost, const QList<EvalRun> &listed);

// What the server's language model says about a finished eval run. Its members are not part of the contract.
struct EvalAnalysis {
    QString text; // may be empty: then show raw
    QJsonObject raw;
};

} // namespace desk
