#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

OpenEnum<WorkflowStepKind> workflowStepKind(const QJsonObject &step)
{
    return OpenEnum<WorkflowStepKind>::fromWire(step.value("type"_L1).toString());
}

bool isDisabledStep(const QJsonObject &step)
{
    return step.value("disabled"_L1).toBool();
}

QJsonArray nestedSteps(const QJsonObject &step)
{
    return nestedMember(step).toArray();
}

QJsonValue nestedMember(const QJsonObject &step)
{
    switch (workflowStepKind(step).value()) {
    case WorkflowStepKind::Parallel:
        return step.value("parallel_steps"_L1);
    case WorkflowStepKind::Loop:
        return step.value("loop_config"_L1).toObject().value("steps"_L1);
    default:
        return QJsonValue::Undefined;
    }
}

QJsonObject withNestedSteps(const QJsonObject &step, const QJsonValue &steps)
{
    QJsonObject out = step;
    const WorkflowStepKind kind = workflowStepKind(step).value();
    if (kind == WorkflowStepKind::Parallel) {
        out.insert("parallel_steps"_L1, steps); // an undefined one removes it
    } else if (kind == WorkflowStepKind::Loop && (!steps.isUndefined() || step.value("loop_config"_L1).isObject())) {
        QJsonObject loop = step.value("loop_config"_L1).toObject();
        loop.insert("steps"_L1, steps);
        out.insert("loop_config"_L1, loop);
    }
    return out;
}

} // namespace desk::wire
