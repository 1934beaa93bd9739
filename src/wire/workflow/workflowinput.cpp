#include "wire/workflow/workflowinput.h"

#include "wire/json/jsonschema.h"
#include "wire/workflow/workflowsteps.h"
#include "wire/workflow/workflowwords.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr int maxDefaultDepth = 16;
constexpr qsizetype mostNamed = 5;

QJsonObject withDefaults(const JsonSchema &schema, QJsonObject value, int depth, int &budget)
{
    const QStringList names = schema.facts().properties;
    for (const QString &name : names) {
        if (depth > maxDefaultDepth || --budget < 0)
            break;
        const JsonSchema property = schema.property(name);
        const QJsonValue known = value.value(name);
        if (known.isObject())
            value.insert(name, withDefaults(property, known.toObject(), depth + 1, budget));
        else if (known.isUndefined() && property.facts().fallback)
            value.insert(name, property.facts().fallback->toValue());
    }
    return value;
}

QString inWords(const SchemaProblem &problem)
{
    const QString where = problem.pointer.isEmpty() ? u"/"_s : problem.pointer;
    switch (problem.kind) {
    case SchemaProblem::Kind::Required:
        return WorkflowWords::tr("%1 is missing").arg(where);
    case SchemaProblem::Kind::Type:
        return WorkflowWords::tr("%1 is of another type").arg(where);
    case SchemaProblem::Kind::Unexpected:
        return WorkflowWords::tr("%1 is not expected").arg(where);
    default:
        return WorkflowWords::tr("%1 is not allowed as it is").arg(where);
    }
}

} // namespace

QJsonObject workflowInputSchema(const QJsonObject &workflow)
{
    if (const QJsonObject schema = workflow.value("input_schema"_L1).toObject(); !schema.isEmpty())
        return schema;
    const QJsonArray steps = workflow.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps) {
        if (workflowStepKind(step.toObject()).value() == WorkflowStepKind::Input)
            return step.toObject().value("schema"_L1).toObject();
    }
    return {};
}

WorkflowInputOutcome workflowInput(const QJsonObject &schema, const QJsonObject &input)
{
    if (schema.isEmpty())
        return {input, {}};
    const JsonSchema rules(JsonNode::of(schema));
    int budget = JsonSchema::maxProperties;
    WorkflowInputOutcome out{withDefaults(rules, input, 0, budget), {}};
    const SchemaCheck check = rules.validate(JsonNode::of(out.value));
    QStringList problems;
    for (const SchemaProblem &problem : check.problems) {
        if (problems.size() < mostNamed)
            problems.append(inWords(problem));
    }
    if (!problems.isEmpty())
        out.error = WorkflowWords::tr("The input does not fit: %1.").arg(problems.join(u", "_s));
    else if (!check.isComplete)
        out.error = WorkflowWords::tr("The input or its schema is too large to be checked.");
    return out;
}

} // namespace desk::wire
