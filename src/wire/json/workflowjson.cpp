#include "wire/json/workflowjson.h"

#include "wire/json/guardrailsjson.h"
#include "wire/json/members.h"
#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// What a creation takes and an update may change.
constexpr std::array editableKeys{
    "name"_L1, "description"_L1, "steps"_L1, "trigger"_L1, "guardrails"_L1, "is_active"_L1,
};

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isUndefined())
        return {};
    const QByteArray boxed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(boxed.mid(1, boxed.size() - 2));
}

QString stepCount(qsizetype count)
{
    return QCoreApplication::translate("desk::wire", "%n step(s)", nullptr, static_cast<int>(count));
}

// Contract 5.4, one line per kind. Operators and references are the definition's own words, so they are not translated.
QString summaryOf(const Reader &step)
{
    const QString type = step.string("type"_L1);
    if (type == "tool"_L1)
        return step.string("tool"_L1);
    if (type == "agent"_L1)
        return step.value("agent"_L1).isString() ? step.string("agent"_L1) : step.string("agent_id"_L1);
    if (type == "condition"_L1) {
        const Reader condition(step.object("condition"_L1));
        const QStringList words{condition.string("field"_L1), condition.string("operator"_L1), compact(condition.value("value"_L1))};
        return words.join(u' ').trimmed();
    }
    if (type == "human"_L1)
        return step.object("human_config"_L1).value("notification"_L1).toString();
    if (type == "parallel"_L1)
        return stepCount(step.array("parallel_steps"_L1).size());
    if (type == "loop"_L1)
        return stepCount(step.object("loop_config"_L1).value("steps"_L1).toArray().size());
    return step.string("description"_L1);
}

QString titleOf(const QJsonObject &step)
{
    const QString name = step.value("name"_L1).toString();
    return name.isEmpty() ? step.value("id"_L1).toString() : name;
}

// What a workflow's JSON says, without its steps and without asking for anything.
Workflow fieldsFrom(const Reader &reader)
{
    Workflow workflow;
    workflow.description = reader.string("description"_L1);
    workflow.trigger = reader.object("trigger"_L1);
    workflow.guardrails = guardrailsFromJson(reader.value("guardrails"_L1));
    workflow.isActive = reader.boolean("is_active"_L1, true);
    workflow.isBuiltin = reader.boolean("is_builtin"_L1);
    workflow.createdBy = UserId(reader.string("created_by"_L1));
    workflow.version = reader.integer("version"_L1);
    workflow.createdAt = reader.time("created_at"_L1);
    workflow.updatedAt = reader.time("updated_at"_L1);
    workflow.raw = reader.json();
    return workflow;
}

} // namespace

Result<WorkflowStep> workflowStepFromJson(const QJsonValue &value)
{
    Reader reader(value, u"step"_s);
    WorkflowStep step;
    step.id = reader.requiredId("id"_L1);
    step.type = reader.requiredString("type"_L1);
    step.title = titleOf(reader.json());
    step.summary = summaryOf(reader).simplified();
    step.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return step;
}

QJsonObject toJson(const WorkflowStep &step)
{
    Overlay out(step.raw);
    out.string("id"_L1, step.id);
    out.string("type"_L1, step.type);
    if (step.title != titleOf(step.raw) && step.title != titleOf(out.json())) // a title that is only the id is no name
        out.optional("name"_L1, step.title);
    return out.json();
}

Result<Workflow> workflowFromJson(const QJsonValue &value)
{
    Reader reader(value, u"workflow"_s);
    Workflow workflow = fieldsFrom(reader);
    workflow.id = WorkflowId(reader.requiredId("id"_L1));
    workflow.name = reader.requiredString("name"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    Result<QList<WorkflowStep>> steps = listFromJson<WorkflowStep>(reader.array("steps"_L1), workflowStepFromJson);
    if (!steps)
        return Unexpected{steps.error()};
    workflow.steps = *std::move(steps);
    return workflow;
}

QJsonObject toJson(const Workflow &workflow)
{
    const Workflow base = fieldsFrom(Reader(workflow.raw));
    Overlay out(workflow.raw);
    out.id("id"_L1, workflow.id.value());
    out.string("name"_L1, workflow.name);
    if (workflow.description != base.description)
        out.optional("description"_L1, workflow.description);
    QJsonArray steps;
    for (const WorkflowStep &step : workflow.steps)
        steps.append(toJson(step));
    if (steps != workflow.raw.value("steps"_L1).toArray())
        out.value("steps"_L1, steps);
    if (workflow.trigger != base.trigger)
        out.value("trigger"_L1, workflow.trigger);
    if (const QJsonObject limits = toJson(workflow.guardrails); limits != toJson(base.guardrails))
        out.value("guardrails"_L1, limits.isEmpty() ? QJsonValue() : QJsonValue(limits));
    if (workflow.isActive != base.isActive)
        out.boolean("is_active"_L1, workflow.isActive);
    if (workflow.isBuiltin != base.isBuiltin)
        out.boolean("is_builtin"_L1, workflow.isBuiltin);
    if (workflow.createdBy != base.createdBy)
        out.optional("created_by"_L1, workflow.createdBy.value());
    if (workflow.version != base.version)
        out.integer("version"_L1, workflow.version);
    out.time("created_at"_L1, workflow.createdAt);
    out.time("updated_at"_L1, workflow.updatedAt);
    return out.json();
}

QJsonObject workflowCreation(const Workflow &workflow)
{
    return presentMembers(toJson(workflow), editableKeys);
}

QJsonObject workflowChanges(const Workflow &before, const Workflow &after)
{
    return changedMembers(toJson(before), toJson(after), editableKeys);
}

} // namespace desk::wire
