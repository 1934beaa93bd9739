#include "state/executions/workflowinputschema.h"

#include "wire/workflow/workflowreference.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxMembers = 200;

QJsonObject ownSchema(const QJsonObject &definition)
{
    if (const QJsonObject schema = definition.value("input_schema"_L1).toObject(); !schema.isEmpty())
        return schema;
    const QJsonArray steps = definition.value("steps"_L1).toArray();
    const auto input =
        std::find_if(steps.begin(), steps.end(), [](const QJsonValue &step) { return step.toObject().value("type"_L1) == "input"_L1; });
    return input == steps.end() ? QJsonObject() : (*input).toObject().value("schema"_L1).toObject();
}

void collectFrom(const QString &text, QStringList &names)
{
    const QList<wire::WorkflowReference> references = wire::referencesIn(text);
    for (const wire::WorkflowReference &reference : references) {
        if (reference.path.size() < 2 || reference.path.constFirst() != "input"_L1 || names.size() >= maxMembers)
            continue;
        if (!names.contains(reference.path.at(1)))
            names.append(reference.path.at(1));
    }
}

void collect(const QJsonValue &value, int depth, QStringList &names)
{
    if (depth > wire::maxWorkflowDepth || names.size() >= maxMembers)
        return;
    if (value.isString()) {
        collectFrom(value.toString(), names);
        return;
    }
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        collect(item, depth + 1, names);
    const QJsonObject members = value.toObject();
    for (const QJsonValue &member : members)
        collect(member, depth + 1, names);
}

} // namespace

bool saysItsInput(const QJsonObject &definition)
{
    return !ownSchema(definition).isEmpty();
}

QJsonObject workflowInputSchema(const QJsonObject &definition)
{
    if (const QJsonObject schema = ownSchema(definition); !schema.isEmpty())
        return schema;
    QStringList names;
    collect(definition.value("steps"_L1), 0, names);
    if (names.isEmpty())
        return {};
    QJsonObject properties;
    for (const QString &name : std::as_const(names))
        properties.insert(name, QJsonObject{{u"type"_s, u"string"_s}});
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
}

} // namespace desk
