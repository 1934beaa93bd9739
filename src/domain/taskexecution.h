#pragma once

#include "domain/ids.h"
#include "domain/insight.h"
#include "domain/trigger.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// Contract 5.5. Agent tasks take the words of runs, workflow tasks those of executions.
enum class TaskExecutionStatus { Pending, Running, AwaitingHuman, Succeeded, Completed, Failed, Timeout, Stopped, Cancelled, Unknown };

constexpr std::array<EnumWord<TaskExecutionStatus>, 9> enumWords(TaskExecutionStatus /*tag*/)
{
    return {{{TaskExecutionStatus::Pending, QLatin1StringView("pending")},
             {TaskExecutionStatus::Running, QLatin1StringView("running")},
             {TaskExecutionStatus::AwaitingHuman, QLatin1StringView("awaiting_human")},
             {TaskExecutionStatus::Succeeded, QLatin1StringView("succeeded")},
             {TaskExecutionStatus::Completed, QLatin1StringView("completed")},
             {TaskExecutionStatus::Failed, QLatin1StringView("failed")},
             {TaskExecutionStatus::Timeout, QLatin1StringView("timeout")},
             {TaskExecutionStatus::Stopped, QLatin1StringView("stopped")},
             {TaskExecutionStatus::Cancelled, QLatin1StringView("cancelled")}}};
}

[[nodiscard]] bool isTerminal(const OpenEnum<TaskExecutionStatus> &status);
[[nodiscard]] bool isSuccess(const OpenEnum<TaskExecutionStatus> &status);
// A terminal state never goes back, and nothing becomes pending again. Waiting for a person and running alternate.
[[nodiscard]] bool canBecome(const OpenEnum<TaskExecutionStatus> &from, const OpenEnum<TaskExecutionStatus> &to);

// One execution of a task (contract 3.13).
struct TaskExecution {
    TaskExecutionId id;
    TaskId taskId;
    QString runId; // a run's, or of a workflow task an execution's (contract 6.2 #17)
    OpenEnum<TriggerSource> source;
    OpenEnum<TaskExecutionStatus> status;
    QJsonValue input;      // free JSON
    QJsonValue output;     // free JSON; {workflow_execution_id, step_outputs} of a workflow task
    QString outputSummary; // up to 500 characters, perhaps of a Python value: text, never JSON (contract 6.2 #19)
    bool notificationSent = false;
    QString notificationError;
    QDateTime startedAt;
    QDateTime completedAt;                 // may be missing although the execution has ended
    std::optional<double> durationSeconds; // the same
    QString error;
    QDateTime createdAt;
    QDateTime updatedAt;

    // Of a workflow task, once it has said so; else empty.
    [[nodiscard]] ExecutionId workflowExecution() const;

    bool operator==(const TaskExecution &) const = default;
};

// What starting a task by hand came to. An agent's task has ended by then, a workflow's has only begun; a failure to start is a
// status too, not an error.
struct TaskStarted {
    TaskExecutionId executionId;
    TaskId taskId;
    QString runId; // as TaskExecution::runId
    OpenEnum<TaskExecutionStatus> status;
    QString message;
};

// What a task has remembered. The server hides a failure of its memory in the answer.
struct TaskInsights {
    QList<Insight> insights;
    QString errorText;
};

} // namespace desk
