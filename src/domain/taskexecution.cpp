#include "domain/taskexecution.h"

namespace desk {

bool isTerminal(const OpenEnum<TaskExecutionStatus> &status)
{
    switch (status.value()) {
    case TaskExecutionStatus::Succeeded:
    case TaskExecutionStatus::Completed:
    case TaskExecutionStatus::Failed:
    case TaskExecutionStatus::Timeout:
    case TaskExecutionStatus::Stopped:
    case TaskExecutionStatus::Cancelled:
        return true;
    case TaskExecutionStatus::Pending:
    case TaskExecutionStatus::Running:
    case TaskExecutionStatus::AwaitingHuman:
    case TaskExecutionStatus::Unknown:
        return false;
    }
    return false;
}

bool isSuccess(const OpenEnum<TaskExecutionStatus> &status)
{
    return status.value() == TaskExecutionStatus::Succeeded || status.value() == TaskExecutionStatus::Completed;
}

bool canBecome(const OpenEnum<TaskExecutionStatus> &from, const OpenEnum<TaskExecutionStatus> &to)
{
    if (isTerminal(from))
        return false;
    return to.value() != TaskExecutionStatus::Pending || from.value() == TaskExecutionStatus::Pending || from.isUnknown();
}

ExecutionId TaskExecution::workflowExecution() const
{
    return ExecutionId(output.toObject().value(QLatin1StringView("workflow_execution_id")).toString());
}

} // namespace desk
