#include "gui/runs/runlook.h"

namespace desk {

using namespace Qt::StringLiterals;

StatusChip::Tone RunLook::tone(RunStatus::Value status)
{
    switch (status) {
    case RunStatus::Running:
        return StatusChip::Tone::Active;
    case RunStatus::Succeeded:
    case RunStatus::Completed:
        return StatusChip::Tone::Success;
    case RunStatus::Failed:
        return StatusChip::Tone::Danger;
    case RunStatus::Timeout:
        return StatusChip::Tone::Warning;
    case RunStatus::Pending:
    case RunStatus::Cancelled:
    case RunStatus::Unknown:
        break;
    }
    return StatusChip::Tone::Neutral;
}

QString RunLook::iconName(RunStatus::Value status)
{
    switch (status) {
    case RunStatus::Running:
        return u"running"_s;
    case RunStatus::Succeeded:
    case RunStatus::Completed:
        return u"success"_s;
    case RunStatus::Failed:
        return u"error"_s;
    case RunStatus::Timeout:
        return u"timeout"_s;
    case RunStatus::Pending:
        return u"pending"_s;
    case RunStatus::Cancelled:
        return u"cancelled"_s;
    case RunStatus::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString RunLook::knowledgeText(Knowledge knowledge, bool isTerminal)
{
    if (isTerminal)
        return tr("Final: the server has reported the end of this run.");
    switch (knowledge) {
    case Knowledge::Live:
        return tr("Live: the server reports every change as it happens.");
    case Knowledge::Polled:
        return tr("Polled: asked for every few seconds.");
    case Knowledge::Stale:
        return tr("Stale: the server has not answered lately, this may have changed.");
    case Knowledge::Unknown:
        break;
    }
    return tr("From the last time the list was loaded.");
}

} // namespace desk
