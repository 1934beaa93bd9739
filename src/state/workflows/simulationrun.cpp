#include "state/workflows/simulationrun.h"

#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostVisits = 1000; // of one step, on the local server

// The first reference that leads nowhere; empty: there is none.
QString unresolved(const QJsonValue &value, const QJsonObject &context, int depth = 0)
{
    if (depth > wire::maxWorkflowDepth)
        return {};
    if (value.isString() && value.toString().contains("$."_L1)) {
        const QList<wire::WorkflowReference> references = wire::referencesIn(value.toString());
        for (const wire::WorkflowReference &reference : references) {
            if (wire::resolved(reference.path, context).isUndefined())
                return reference.text;
        }
    }
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            if (const QString found = unresolved(item, context, depth + 1); !found.isEmpty())
                return found;
        }
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (const QString found = unresolved(member.value(), context, depth + 1); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

WorkflowSimulation SimulationRun::through(const QJsonObject &definition)
{
    QJsonObject input = m_sample.input;
    if (const QJsonObject schema = definition.value("input_schema"_L1).toObject(); !isTeam()) {
        const wire::WorkflowInputOutcome outcome = wire::workflowInput(schema, input);
        if (!outcome.error.isEmpty()) {
            stop(End::Failed, outcome.error);
            return m_result;
        }
        input = outcome.value;
    }
    QJsonObject context{{u"input"_s, input},
                        {u"workflow"_s, QJsonObject{{u"id"_s, definition.value("id"_L1)}, {u"name"_s, definition.value("name"_L1)}}}};
    if (pays(context))
        outermost(definition.value("steps"_L1).toArray(), &context);
    return m_result;
}

bool SimulationRun::outermost(const QJsonArray &steps, QJsonObject *context)
{
    QHash<QString, int> positions;
    for (int i = int(steps.size()) - 1; i >= 0; --i)
        positions.insert(steps.at(i).toObject().value("id"_L1).toString(), i);
    QList<int> visits(steps.size(), 0);
    for (int position = 0; position < steps.size();) {
        const QJsonObject step = steps.at(position).toObject();
        const qsizetype at = m_result.steps.size();
        if (!isTeam() && ++visits[position] > mostVisits)
            return stop(End::Failed, WorkflowTexts::tr("The server stops here: a step runs at most 1000 times."));
        if (!one(step, {position}, -1, context))
            return false;
        const SimulatedStep &done = m_result.steps.at(at);
        if (!done.output.isUndefined())
            m_result.outputs.insert(done.id, done.output);
        position = done.next.isEmpty() ? position + 1 : positions.value(done.next, position + 1);
    }
    return true;
}

bool SimulationRun::list(const QJsonArray &steps, const StepPath &container, int iteration, QJsonObject *context, QJsonObject *outputs)
{
    for (int position = 0; position < steps.size(); ++position) {
        const qsizetype at = m_result.steps.size();
        if (!one(steps.at(position).toObject(), container + StepPath{position}, iteration, context))
            return false;
        if (!step(at).output.isUndefined())
            outputs->insert(step(at).id, step(at).output);
    }
    return true;
}

bool SimulationRun::one(const QJsonObject &step, const StepPath &path, int iteration, QJsonObject *context)
{
    if (m_result.steps.size() >= WorkflowSimulation::mostSteps)
        return stop(End::Limit,
                    WorkflowTexts::tr("It may go on like this: the simulation ends after %L1 steps.").arg(WorkflowSimulation::mostSteps));
    if (path.size() > steppath::mostDepth)
        return stop(End::Limit, WorkflowTexts::tr("The steps are nested too deeply."));
    const qsizetype at = m_result.steps.size();
    SimulatedStep simulated;
    simulated.path = path;
    simulated.id = step.value("id"_L1).toString();
    simulated.iteration = iteration;
    m_result.steps.append(simulated);
    if (!isTeam() && wire::isDisabledStep(step)) {
        this->step(at).state = State::Skipped;
        return true;
    }
    if (!work(step, at, *context))
        return false;
    if (!this->step(at).output.isUndefined())
        context->insert(simulated.id, this->step(at).output);
    return true;
}

bool SimulationRun::setInput(qsizetype at, const QJsonValue &raw, const QJsonObject &context)
{
    if (const QString missing = unresolved(raw, context); !missing.isEmpty())
        step(at).problem = WorkflowTexts::tr("“%1” has no value here.").arg(WorkflowTexts::name(missing));
    const QJsonValue input = wire::withReferences(raw, context);
    if (!pays(input))
        return stop(End::Limit, WorkflowTexts::tr("The results become too large to be simulated."));
    step(at).input = input;
    return true;
}

bool SimulationRun::setOutput(qsizetype at, const QJsonValue &output)
{
    if (!pays(output))
        return stop(End::Limit, WorkflowTexts::tr("The results become too large to be simulated."));
    step(at).output = output;
    return true;
}

bool SimulationRun::fail(qsizetype at, const QString &problem)
{
    step(at).state = State::Failed;
    step(at).problem = problem;
    return stop(End::Failed, problem);
}

bool SimulationRun::stop(End end, const QString &problem)
{
    m_result.end = end;
    m_result.problem = problem;
    return false;
}

bool SimulationRun::pays(const QJsonValue &value, int depth)
{
    m_budget -= value.isString() ? value.toString().size() + 3 : 6;
    if (depth > 4 * wire::maxWorkflowDepth)
        m_budget = -1;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size() && m_budget >= 0; ++i)
            pays(items.at(i), depth + 1);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end() && m_budget >= 0; ++member)
            pays(member.value(), depth + 1);
    }
    return m_budget >= 0;
}

WorkflowSimulation simulatedWorkflow(const QJsonObject &definition, const SimulationSample &sample, WorkflowDialect dialect)
{
    return SimulationRun(sample, dialect).through(definition);
}

} // namespace desk
