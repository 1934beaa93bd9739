#pragma once

#include "domain/conversation.h"

#include <QList>

namespace desk {

enum class StepState { Open, Running, Done, Failed };

// How far each step of a plan is, told by the tool calls of its message: no server names the step a call belongs to, so each call belongs
// to the first step of its tool that has none yet. What a progress reported as done is done. As many as the plan has steps.
[[nodiscard]] QList<StepState> stepStates(const Plan &plan, const QList<ToolCall> &calls);
// "web_search", "web-search-agent" and "Web_Search" are one tool (contract 4.6).
[[nodiscard]] QString toolKey(const QString &name);

} // namespace desk
