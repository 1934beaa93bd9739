#include "state/executions/waitingsteps.h"

#include "wire/json/waitingstepjson.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int deepest = 16; // steps within steps; beyond it is no workflow of ours

bool saysItWaits(const QJsonValue &output)
{
    return output["status"_L1].toString() == "awaiting_human"_L1;
}

QJsonObject findStep(const QJsonArray &steps, const QString &id, int depth = 0)
{
    if (depth > deepest)
        return {};
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        if (step.value("id"_L1).toString() == id)
            return step;
        if (const QJsonObject found = findStep(wire::nestedSteps(step), id, depth + 1); !found.isEmpty())
            return found;
    }
    return {};
}

bool hasHuman(const QJsonArray &steps, int depth)
{
    return depth <= deepest && std::any_of(steps.cbegin(), steps.cend(), [depth](const QJsonValue &value) {
               const QJsonObject step = value.toObject();
               return wire::workflowStepKind(step) == wire::WorkflowStepKind::Human || hasHuman(wire::nestedSteps(step), depth + 1);
           });
}

WaitingStep derived(const QString &id, const QJsonValue &output, const QJsonObject &definition)
{
    const QJsonObject config = findStep(definition.value("steps"_L1).toArray(), id).value("human_config"_L1).toObject();
    WaitingStep out;
    out.stepId = id;
    out.onTimeout = config.value("on_timeout"_L1).toString();
    out.prompt.type = Prompt::Type::Choice;
    out.prompt.text = output["notification"_L1].toString(config.value("notification"_L1).toString());
    wire::readOptions(out.prompt, config.value("options"_L1).toArray());
    return out;
}

} // namespace

QList<WaitingStep> waitingSteps(const WorkflowExecution &execution, const QList<StepExecution> &steps, const QJsonObject &definition)
{
    if (isTerminal(execution.status))
        return {};
    if (!execution.waiting.isEmpty())
        return execution.waiting;
    if (execution.status != ExecutionStatus::AwaitingHuman)
        return {};
    const auto last = std::find_if(steps.crbegin(), steps.crend(), [](const StepExecution &step) { return saysItWaits(step.output); });
    if (last != steps.crend())
        return {derived(last->stepId, last->output, definition)};
    if (const QString &id = execution.currentStepId; !id.isEmpty())
        return {derived(id, execution.stepOutputs.value(id), definition)};
    for (auto it = execution.stepOutputs.constBegin(); it != execution.stepOutputs.constEnd(); ++it) {
        if (saysItWaits(it.value()))
            return {derived(it.key(), it.value(), definition)};
    }
    return {};
}

bool hasHumanStep(const QJsonArray &steps)
{
    return hasHuman(steps, 0);
}

} // namespace desk
