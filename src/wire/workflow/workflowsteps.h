#pragma once

#include "domain/openenum.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace desk::wire {

// Contract 5.4; the last three are our local server's. A kind this version does not know keeps its word.
enum class WorkflowStepKind { Agent, Tool, Condition, Human, Parallel, Loop, Input, Output, Transform, Unknown };
constexpr std::array<EnumWord<WorkflowStepKind>, 9> enumWords(WorkflowStepKind)
{
    return {{
        {WorkflowStepKind::Agent, QLatin1StringView("agent")},
        {WorkflowStepKind::Tool, QLatin1StringView("tool")},
        {WorkflowStepKind::Condition, QLatin1StringView("condition")},
        {WorkflowStepKind::Human, QLatin1StringView("human")},
        {WorkflowStepKind::Parallel, QLatin1StringView("parallel")},
        {WorkflowStepKind::Loop, QLatin1StringView("loop")},
        {WorkflowStepKind::Input, QLatin1StringView("input")},
        {WorkflowStepKind::Output, QLatin1StringView("output")},
        {WorkflowStepKind::Transform, QLatin1StringView("transform")},
    }};
}

[[nodiscard]] OpenEnum<WorkflowStepKind> workflowStepKind(const QJsonObject &step);
// The local server passes over it.
[[nodiscard]] bool isDisabledStep(const QJsonObject &step);
// The steps inside a loop or a parallel step; empty for all others.
[[nodiscard]] QJsonArray nestedSteps(const QJsonObject &step);
// What stands in that place, whatever it is; undefined: there is no such place, or nothing in it.
[[nodiscard]] QJsonValue nestedMember(const QJsonObject &step);
// The same step with something else there, undefined removes it; of a kind that holds no steps it is unchanged.
[[nodiscard]] QJsonObject withNestedSteps(const QJsonObject &step, const QJsonValue &steps);

} // namespace desk::wire
