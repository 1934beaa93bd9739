#include "wire/json/workflowjson.h"

#include "wire/json/reader.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

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

Result<WorkflowStep> stepFromJson(const QJsonValue &value)
{
    Reader reader(value, u"step"_s);
    WorkflowStep step;
    step.id = reader.requiredId("id"_L1);
    step.type = reader.requiredString("type"_L1);
    step.title = reader.string("name"_L1).isEmpty() ? step.id : reader.string("name"_L1);
    step.summary = summaryOf(reader).simplified();
    step.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return step;
}

} // namespace

Result<Workflow> workflowFromJson(const QJsonValue &value)
{
    Reader reader(value, u"workflow"_s);
    Workflow workflow;
    workflow.id = WorkflowId(reader.requiredId("id"_L1));
    workflow.name = reader.requiredString("name"_L1);
    workflow.description = reader.string("description"_L1);
    workflow.isBuiltin = reader.boolean("is_builtin"_L1);
    workflow.version = reader.integer("version"_L1);
    workflow.updatedAt = reader.time("updated_at"_L1);
    workflow.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    Result<QList<WorkflowStep>> steps = listFromJson<WorkflowStep>(reader.array("steps"_L1), stepFromJson);
    if (!steps)
        return Unexpected{steps.error()};
    workflow.steps = *std::move(steps);
    return workflow;
}

} // namespace desk::wire
