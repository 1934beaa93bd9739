#pragma once

#include "domain/run.h"
#include "gui/widgets/statuschip.h"
#include "state/runstore.h"

#include <QCoreApplication>

namespace desk {

// How a run's status and the way it is known look and read: the same in the table, the detail and the tooltips.
class RunLook
{
    Q_DECLARE_TR_FUNCTIONS(desk::RunLook)
public:
    [[nodiscard]] static StatusChip::Tone tone(RunStatus::Value status);
    [[nodiscard]] static QString iconName(RunStatus::Value status);
    // Vision: a status says how it is known. A terminal state is final and needs no watching.
    [[nodiscard]] static QString knowledgeText(Knowledge knowledge, bool isTerminal);
};

} // namespace desk
