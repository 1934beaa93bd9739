#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"
#include "domain/waitingstep.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// Contract 5.2. Succeeded, Timeout and Cancelled are documented and never produced today.
enum class ExecutionStatus { Pending, Running, AwaitingHuman, Completed, Succeeded, Failed, Stopped, Timeout, Cancelled, Unknown };
constexpr std::array<EnumWord<ExecutionStatus>, 9> enumWords(ExecutionStatus)
{
    return {{
        {ExecutionStatus::Pending, QLatin1StringView("pending")},
        {ExecutionStatus::Running, QLatin1StringView("running")},
        {ExecutionStatus::AwaitingHuman, QLatin1StringView("awaiting_human")},
        {ExecutionStatus::Completed, QLatin1StringView("completed")},
        {ExecutionStatus::Succeeded, QLatin1StringView("succeeded")},
        {ExecutionStatus::Failed, QLatin1StringView("failed")},
        {ExecutionStatus::Stopped, QLatin1StringView("stopped")},
        {ExecutionStatus::Timeout, QLatin1StringView("timeout")},
        {ExecutionStatus::Cancelled, QLatin1StringView("cancelled")},
    }};
}

// Awaiting a person is not the end, neither is a word this version does not know.
[[nodiscard]] bool isTerminal(const OpenEnum<ExecutionStatus> &status);
[[nodiscard]] bool isSuccess(const OpenEnum<ExecutionStatus> &status);
// What a late or repeated report may change. A terminal state never goes back, and nothing begun becomes pending again. One end may
// still follow another: a stop takes effect between steps, so a stopped execution may prove to have ended by itself (contract 3.5).
// The answer to the user's own resume is no report: it replaces what is known.
[[nodiscard]] bool canBecome(const OpenEnum<ExecutionStatus> &from, const OpenEnum<ExecutionStatus> &to);

// Contract 5.3. A person's step is Completed while the execution waits for them.
enum class StepStatus { Pending, Running, Completed, Succeeded, Failed, Skipped, Unknown };
constexpr std::array<EnumWord<StepStatus>, 6> enumWords(StepStatus)
{
    return {{
        {StepStatus::Pending, QLatin1StringView("pending")},
        {StepStatus::Running, QLatin1StringView("running")},
        {StepStatus::Completed, QLatin1StringView("completed")},
        {StepStatus::Succeeded, QLatin1StringView("succeeded")},
        {StepStatus::Failed, QLatin1StringView("failed")},
        {StepStatus::Skipped, QLatin1StringView("skipped")},
    }};
}
[[nodiscard]] bool isTerminal(const OpenEnum<StepStatus> &status);

// Estimates of the server; all 0 for a failed execution. A step's are those of the execution so far, not its own (contract 3.5).
struct ExecutionUsage {
    qint64 requests = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 toolCalls = 0; // of the whole execution only
    double costDollars = 0;

    bool operator==(const ExecutionUsage &) const = default;
};

// One execution of a workflow (contract 3.5).
struct WorkflowExecution {
    ExecutionId id;
    WorkflowId workflowId;
    OpenEnum<ExecutionStatus> status;
    QString triggerSource; // "manual", …: contract 5.5
    QJsonObject input;
    QJsonObject stepOutputs; // step id → free JSON; may be megabytes
    ExecutionUsage usage;
    QDateTime startedAt; // UTC
    QDateTime completedAt;
    std::optional<double> durationSeconds;
    QString error;
    QString currentStepId; // these three only from servers that tell
    QString failedStepId;
    QDateTime createdAt;
    QList<WaitingStep> waiting = {}; // what people are asked now; only from servers that tell, see state/executions/waitingsteps.h

    bool operator==(const WorkflowExecution &) const = default;
};

// One run through a step. Steps inside a loop come once for each time round, with the same stepId.
struct StepExecution {
    StepExecutionId id;
    QString stepId; // of the definition
    OpenEnum<StepStatus> status;
    QJsonValue input;  // only from servers that tell; null where there is none
    QJsonValue output; // free JSON; null where there is none
    ExecutionUsage usage;
    QDateTime startedAt; // UTC
    QDateTime completedAt;
    std::optional<double> durationSeconds;
    QString error;

    bool operator==(const StepExecution &) const = default;
};

// A person's answer to a waiting step. The options stand in the step's definition.
struct Approval {
    QString optionId;
    QString comment;       // may be empty
    QString argumentsHash; // what exactly was approved, where the server asks for it
};

enum class ResumeFrom { FailedStep, Start };

} // namespace desk
