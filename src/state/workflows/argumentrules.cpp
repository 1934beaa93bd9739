#include "state/schemawords.h"
#include "state/workflows/workflowrules.h"
#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowreference.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Bounded by the depth alone: it is asked only of what has a problem.
bool hasReference(const QJsonValue &value, int depth = 0)
{
    if (depth > wire::maxWorkflowDepth)
        return true;
    if (value.isString())
        return !wire::referencesIn(value.toString()).isEmpty();
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            if (hasReference(item, depth + 1))
                return true;
        }
    }
    const QJsonObject object = value.toObject();
    return std::any_of(object.begin(), object.end(), [depth](const QJsonValue &member) { return hasReference(member, depth + 1); });
}

// What a reference becomes is not known before the workflow runs.
bool canBeTold(const wire::SchemaProblem &problem, const QJsonValue &value)
{
    using enum wire::SchemaProblem::Kind;
    if (problem.kind == Required || problem.kind == Unexpected)
        return true;
    if (problem.kind == Type && !value.isString())
        return true;
    return !hasReference(value);
}

QList<WorkflowFix> argumentFixes(const wire::SchemaProblem &problem, const IndexedStep &step, const QString &member,
                                 const QJsonValue &value)
{
    if (problem.kind == wire::SchemaProblem::Kind::Unexpected)
        return {{WorkflowFix::Kind::RemoveMember, step.path, member, {}, WorkflowTexts::tr("Remove the argument")}};
    if (problem.kind != wire::SchemaProblem::Kind::Type || !value.isString())
        return {};
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    const bool isWhole = isNumber && number == double(qint64(number));
    if (isNumber && (problem.types.testFlag(wire::JsonType::Fraction) || (isWhole && problem.types.testFlag(wire::JsonType::Integer))))
        return {{WorkflowFix::Kind::SetMember, step.path, member, number, WorkflowTexts::tr("Make it a number")}};
    return {};
}

} // namespace

const wire::JsonSchema &WorkflowRules::inputSchema(const QString &tool)
{
    const auto found = m_schemas.constFind(tool);
    if (found != m_schemas.constEnd())
        return *found;
    return *m_schemas.insert(tool, wire::JsonSchema(wire::JsonNode::of(m_tools.value(tool).inputSchema())));
}

void WorkflowRules::aboutArguments(const IndexedStep &step, const QString &tool)
{
    if (m_tools.value(tool).inputSchema().isEmpty())
        return;
    const QJsonValue given = step.step.value("tool_args"_L1);
    const QJsonValue arguments = given.isUndefined() ? QJsonValue(QJsonObject()) : given;
    const wire::SchemaCheck check = inputSchema(tool).validate(wire::JsonNode::of(arguments));
    for (const wire::SchemaProblem &problem : check.problems) {
        const QJsonValue value = steppath::member(arguments, problem.pointer);
        if (!canBeTold(problem, value))
            continue;
        const QString member = u"/tool_args"_s + problem.pointer;
        const QString name = problem.pointer.section(u'/', -1);
        say(Kind::ToolArguments, Severity::Error, step, member,
            WorkflowTexts::tr("The tool does not take this argument (%1): %2", "%1: name, %2: a sentence")
                .arg(WorkflowTexts::name(name), harmlessLine(SchemaWords::sentence(problem))),
            argumentFixes(problem, step, member, value));
    }
}

} // namespace desk
