#include "state/workflows/simulationrun.h"
#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowcondition.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowtransform.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostIterations = 1000; // where a loop of the local server says nothing

QJsonObject members(const QJsonObject &step, std::initializer_list<QLatin1StringView> names)
{
    QJsonObject out;
    for (const QLatin1StringView name : names) {
        if (step.contains(name))
            out.insert(name, step.value(name));
    }
    return out;
}

} // namespace

bool SimulationRun::work(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    const auto kind = wire::workflowStepKind(step);
    switch (kind.value()) {
    case wire::WorkflowStepKind::Agent:
        return setInput(at, members(step, {"agent"_L1, "agent_id"_L1, "agent_prompt"_L1}), context) && answered(at);
    case wire::WorkflowStepKind::Tool:
        if (isTeam() && !teamWorkflowTools().contains(step.value("tool"_L1).toString()))
            return fail(
                at,
                WorkflowTexts::tr("Workflows of this server cannot use “%1”.").arg(WorkflowTexts::name(step.value("tool"_L1).toString())));
        return setInput(at, members(step, {"tool"_L1, "tool_args"_L1}), context) && answered(at);
    case wire::WorkflowStepKind::Condition:
        return condition(step, at, context);
    case wire::WorkflowStepKind::Human:
        return human(step, at, context);
    case wire::WorkflowStepKind::Parallel:
        return parallel(step, at, context);
    case wire::WorkflowStepKind::Loop:
        return loop(step, at, context);
    case wire::WorkflowStepKind::Input:
    case wire::WorkflowStepKind::Output:
    case wire::WorkflowStepKind::Transform:
        if (!isTeam())
            return localOnly(step, at, context);
        break;
    case wire::WorkflowStepKind::Unknown:
        break;
    }
    return fail(at, WorkflowTexts::tr("This server does not know steps of the kind “%1”.").arg(WorkflowTexts::name(kind.wire())));
}

bool SimulationRun::answered(qsizetype at)
{
    const auto found = m_sample.outputs.constFind(step(at).id);
    if (found == m_sample.outputs.constEnd()) {
        step(at).state = State::NoSample;
        return true;
    }
    step(at).state = State::Sample;
    return setOutput(at, *found);
}

bool SimulationRun::condition(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    const QJsonObject condition = step.value("condition"_L1).toObject();
    if (!setInput(at, members(condition, {"field"_L1, "operator"_L1, "value"_L1}), context))
        return false;
    const wire::ConditionOutcome outcome = wire::evaluateCondition(condition, context);
    if (!outcome.error.isEmpty())
        return fail(at, outcome.error);
    const QString target = condition.value(outcome.isTrue ? "then_step"_L1 : "else_step"_L1).toString();
    if (this->step(at).path.size() == 1)
        this->step(at).next = target;
    const QJsonValue next = target.isEmpty() ? QJsonValue() : QJsonValue(target);
    return setOutput(at, QJsonObject{{u"condition_result"_s, outcome.isTrue}, {u"next_step"_s, next}});
}

bool SimulationRun::human(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    if (!setInput(at, step.value("human_config"_L1).toObject(), context))
        return false;
    if (!isTeam() && m_sample.outputs.contains(this->step(at).id))
        return answered(at);
    this->step(at).state = State::Waiting;
    return stop(End::Waiting, isTeam()
                                  ? WorkflowTexts::tr("This server waits here for ever: it does not go on after the person has answered.")
                                  : WorkflowTexts::tr("Here the workflow waits for a person. Choose a sample answer to go on."));
}

// The branches do not see each other.
bool SimulationRun::parallel(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    const QJsonArray steps = wire::nestedSteps(step);
    if (isTeam() && steps.size() > 1)
        return fail(at, WorkflowTexts::tr("Two or more parallel steps fail on this server. Put them one behind the other."));
    QJsonObject outputs;
    QJsonArray values;
    const StepPath path = this->step(at).path;
    for (int i = 0; i < steps.size(); ++i) {
        QJsonObject branch = context;
        const qsizetype inner = m_result.steps.size();
        if (!one(steps.at(i).toObject(), path + StepPath{i}, this->step(at).iteration, &branch))
            return false;
        const SimulatedStep &done = this->step(inner);
        if (!done.output.isUndefined())
            outputs.insert(done.id, done.output);
        values.append(done.output.isUndefined() ? QJsonValue() : done.output);
    }
    return setOutput(at, isTeam() ? QJsonValue(values) : QJsonValue(outputs));
}

bool SimulationRun::loop(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    const QJsonObject config = step.value("loop_config"_L1).toObject();
    const QString path = config.value("items_path"_L1).toString();
    if (!setInput(at, path, context))
        return false;
    QJsonValue items = this->step(at).input;
    if (wire::isWholeReference(path)) {
        items = wire::resolved(wire::referencesIn(path).constFirst().path, context);
        if (items.isUndefined())
            this->step(at).input = QJsonValue();
    }
    if (items.isUndefined() || items.isNull())
        return setOutput(at, QJsonArray());
    if (!items.isArray())
        return fail(at, WorkflowTexts::tr("The loop needs a list, and this is none."));
    const int most = qMax(0, config.value("max_iterations"_L1).toInt(mostIterations));
    if (!isTeam() && items.toArray().size() > most)
        return fail(at, WorkflowTexts::tr("The list has more items than the loop may go through: %L1 instead of %L2.")
                            .arg(items.toArray().size())
                            .arg(most));
    return iterations(step, at, items.toArray(), context);
}

bool SimulationRun::iterations(const QJsonObject &step, qsizetype at, const QJsonArray &items, const QJsonObject &context)
{
    const QString variable = step.value("loop_config"_L1).toObject().value("item_variable"_L1).toString(u"item"_s);
    const QJsonArray steps = wire::nestedSteps(step);
    const StepPath path = this->step(at).path;
    QJsonArray results;
    for (int i = 0; i < items.size(); ++i) {
        QJsonObject inside = context;
        inside.insert(variable, items.at(i));
        inside.insert(u"loop_index"_s, i);
        inside.insert(u"loop_count"_s, items.size());
        QJsonObject outputs;
        if (!list(steps, path, i, &inside, &outputs))
            return false;
        // Paid for each, so that a long list does not become large before anybody looks.
        m_budget -= context.size();
        if (m_budget < 0 || (isTeam() && !pays(inside)))
            return stop(End::Limit, WorkflowTexts::tr("The results become too large to be simulated."));
        results.append(isTeam() ? inside : outputs);
    }
    this->step(at).output = results;
    return isTeam() || setOutput(at, results);
}

bool SimulationRun::localOnly(const QJsonObject &step, qsizetype at, const QJsonObject &context)
{
    const wire::WorkflowStepKind kind = wire::workflowStepKind(step).value();
    if (kind == wire::WorkflowStepKind::Input) {
        const wire::WorkflowInputOutcome outcome = wire::workflowInput(step.value("schema"_L1).toObject(), m_sample.input);
        this->step(at).input = m_sample.input;
        return outcome.error.isEmpty() ? setOutput(at, outcome.value) : fail(at, outcome.error);
    }
    if (kind == wire::WorkflowStepKind::Output)
        return setInput(at, step.value("value"_L1), context) && setOutput(at, this->step(at).input);
    const QJsonObject transform = step.value("transform"_L1).toObject();
    if (!setInput(at, transform, context))
        return false;
    const wire::TransformOutcome outcome = wire::transformed(transform, context);
    return outcome.error.isEmpty() ? setOutput(at, outcome.value) : fail(at, outcome.error);
}

} // namespace desk
