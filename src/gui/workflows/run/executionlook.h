#pragma once

#include "domain/execution.h"
#include "gui/widgets/statuschip.h"

#include <QString>

namespace desk {

// How the states of executions and of their steps look: the same in lists, on the canvas and in the head. Words: ExecutionWords.
struct ExecutionLook {
    StatusChip::Tone tone;
    QString icon; // as in Theme::icon

    [[nodiscard]] static ExecutionLook of(ExecutionStatus status);
    [[nodiscard]] static ExecutionLook of(StepStatus status);
};

} // namespace desk
