#include "gui/workflows/run/executionlook.h"

using namespace Qt::StringLiterals;

namespace desk {

ExecutionLook ExecutionLook::of(ExecutionStatus status)
{
    switch (status) {
    case ExecutionStatus::Running:
        return {StatusChip::Tone::Active, u"running"_s};
    case ExecutionStatus::AwaitingHuman:
        return {StatusChip::Tone::Warning, u"user"_s};
    case ExecutionStatus::Completed:
    case ExecutionStatus::Succeeded:
        return {StatusChip::Tone::Success, u"success"_s};
    case ExecutionStatus::Failed:
        return {StatusChip::Tone::Danger, u"error"_s};
    case ExecutionStatus::Timeout:
        return {StatusChip::Tone::Warning, u"timeout"_s};
    case ExecutionStatus::Stopped:
    case ExecutionStatus::Cancelled:
        return {StatusChip::Tone::Neutral, u"cancelled"_s};
    case ExecutionStatus::Pending:
        return {StatusChip::Tone::Neutral, u"pending"_s};
    case ExecutionStatus::Unknown:
        break;
    }
    return {StatusChip::Tone::Neutral, u"unknown"_s};
}

ExecutionLook ExecutionLook::of(StepStatus status)
{
    switch (status) {
    case StepStatus::Running:
        return {StatusChip::Tone::Active, u"running"_s};
    case StepStatus::Completed:
    case StepStatus::Succeeded:
        return {StatusChip::Tone::Success, u"success"_s};
    case StepStatus::Failed:
        return {StatusChip::Tone::Danger, u"error"_s};
    case StepStatus::Skipped:
        return {StatusChip::Tone::Neutral, u"cancelled"_s};
    case StepStatus::Pending:
        return {StatusChip::Tone::Neutral, u"pending"_s};
    case StepStatus::Unknown:
        break;
    }
    return {StatusChip::Tone::Neutral, u"unknown"_s};
}

} // namespace desk
