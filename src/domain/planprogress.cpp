#include "domain/planprogress.h"

using namespace Qt::StringLiterals;

namespace desk {

QString toolKey(const QString &name)
{
    QString key = name.trimmed().toLower().replace(u'-', u'_').replace(u' ', u'_');
    if (key.endsWith("_agent"_L1))
        key.chop(6);
    return key;
}

QList<StepState> stepStates(const Plan &plan, const QList<ToolCall> &calls)
{
    QList<StepState> states;
    QList<bool> taken(plan.steps.size(), false);
    for (const PlanStep &step : plan.steps)
        states << (step.reported ? StepState::Done : StepState::Open);
    for (const ToolCall &call : calls) {
        for (qsizetype i = 0; i < plan.steps.size(); ++i) {
            const QString key = toolKey(plan.steps.at(i).tool);
            if (taken.at(i) || key.isEmpty() || (key != toolKey(call.tool) && key != toolKey(call.source)))
                continue;
            taken[i] = true;
            states[i] = !call.finished ? StepState::Running : call.success ? StepState::Done : StepState::Failed;
            break;
        }
    }
    return states;
}

} // namespace desk
