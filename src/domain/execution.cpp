#include "domain/execution.h"

namespace desk {

bool isTerminal(const OpenEnum<ExecutionStatus> &status)
{
    switch (status.value()) {
    case ExecutionStatus::Completed:
    case ExecutionStatus::Succeeded:
    case ExecutionStatus::Failed:
    case ExecutionStatus::Stopped:
    case ExecutionStatus::Timeout:
    case ExecutionStatus::Cancelled:
        return true;
    case ExecutionStatus::Pending:
    case ExecutionStatus::Running:
    case ExecutionStatus::AwaitingHuman:
    case ExecutionStatus::Unknown:
        break;
    }
    return false;
}

bool isSuccess(const OpenEnum<ExecutionStatus> &status)
{
    return status == ExecutionStatus::Completed || status == ExecutionStatus::Succeeded;
}

bool canBecome(const OpenEnum<ExecutionStatus> &from, const OpenEnum<ExecutionStatus> &to)
{
    if (from == ExecutionStatus::Stopped)
        return isSuccess(to) || to == ExecutionStatus::Failed;
    if (isTerminal(from))
        return false;
    return from == ExecutionStatus::Pending || to != ExecutionStatus::Pending;
}

bool isTerminal(const OpenEnum<StepStatus> &status)
{
    return !status.isUnknown() && status != StepStatus::Pending && status != StepStatus::Running;
}

} // namespace desk
