#include "state/workflows/steprename.h"
#include "state/workflows/workflowproblems.h"

#include <QJsonArray>

namespace desk {

namespace {

QJsonObject withMember(const QJsonObject &definition, const WorkflowFix &fix)
{
    if (!steppath::exists(definition, fix.path))
        return definition;
    const QJsonObject step = steppath::step(definition, fix.path);
    const QJsonValue member = fix.kind == WorkflowFix::Kind::SetMember ? fix.value : QJsonValue(QJsonValue::Undefined);
    return steppath::withStep(definition, fix.path, steppath::withMember(step, fix.member, member).toObject());
}

QJsonObject withOtherList(const QJsonObject &definition, const WorkflowFix &fix)
{
    const StepPath container = fix.path.first(fix.path.size() - 1);
    QJsonArray steps = steppath::steps(definition, container);
    const int index = fix.path.constLast();
    if (index < 0 || index >= steps.size())
        return definition;
    if (fix.kind == WorkflowFix::Kind::InsertBefore) {
        steps.insert(index, fix.value);
    } else {
        const QJsonValue taken = steps.takeAt(index);
        const int to = fix.value.toInt(-1);
        if (fix.kind == WorkflowFix::Kind::MoveStep && (to < 0 || to > steps.size()))
            return definition;
        if (fix.kind == WorkflowFix::Kind::MoveStep)
            steps.insert(to > index ? to - 1 : to, taken);
    }
    return steppath::withSteps(definition, container, steps);
}

} // namespace

QJsonObject withFix(const QJsonObject &definition, const WorkflowFix &fix)
{
    switch (fix.kind) {
    case WorkflowFix::Kind::SetMember:
    case WorkflowFix::Kind::RemoveMember:
        return withMember(definition, fix);
    case WorkflowFix::Kind::RenameStep:
        return withRenamedStep(definition, fix.path, fix.value.toString());
    case WorkflowFix::Kind::RemoveStep:
    case WorkflowFix::Kind::MoveStep:
    case WorkflowFix::Kind::InsertBefore:
        return fix.path.isEmpty() ? definition : withOtherList(definition, fix);
    }
    return definition;
}

} // namespace desk
