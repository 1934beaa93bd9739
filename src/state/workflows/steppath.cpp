#include "state/workflows/steppath.h"

#include "wire/workflow/workflowsteps.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::steppath {

namespace {

QJsonArray stepsOf(const QJsonObject &step, bool isWorkflow)
{
    return isWorkflow ? step.value("steps"_L1).toArray() : wire::nestedSteps(step);
}

QJsonObject withStepsOf(QJsonObject step, bool isWorkflow, const QJsonArray &steps)
{
    if (!isWorkflow)
        return wire::withNestedSteps(step, steps);
    step.insert("steps"_L1, steps);
    return step;
}

QJsonObject replaced(const QJsonObject &at, const StepPath &path, qsizetype depth, const QJsonObject &step)
{
    if (depth == path.size())
        return step;
    QJsonArray steps = stepsOf(at, depth == 0);
    const int index = path.at(depth);
    if (index < 0 || index >= steps.size())
        return at;
    steps.replace(index, replaced(steps.at(index).toObject(), path, depth + 1, step));
    return withStepsOf(at, depth == 0, steps);
}

QStringList namesOf(const QString &pointer)
{
    QStringList names = pointer.split(u'/');
    names.removeFirst();
    for (QString &name : names)
        name.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return names;
}

int indexIn(const QJsonArray &array, const QString &name)
{
    bool isNumber = false;
    const int index = name.toInt(&isNumber);
    return isNumber && index >= 0 && index < array.size() ? index : -1;
}

QJsonValue with(const QJsonValue &value, const QStringList &names, qsizetype depth, const QJsonValue &member)
{
    if (depth == names.size())
        return member;
    const QString &name = names.at(depth);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const int index = indexIn(array, name);
        if (index < 0)
            return value;
        const QJsonValue inner = with(array.at(index), names, depth + 1, member);
        if (inner.isUndefined())
            array.removeAt(index);
        else
            array.replace(index, inner);
        return array;
    }
    if (!value.isObject() && !value.isUndefined() && !value.isNull())
        return value;
    QJsonObject object = value.toObject();
    if (member.isUndefined() && !object.contains(name))
        return value;
    const QJsonValue inner = with(object.value(name), names, depth + 1, member);
    if (inner.isUndefined())
        object.remove(name);
    else
        object.insert(name, inner);
    return object;
}

} // namespace

QJsonObject step(const QJsonObject &definition, const StepPath &path)
{
    QJsonObject at = definition;
    for (qsizetype depth = 0; depth < path.size(); ++depth)
        at = stepsOf(at, depth == 0).at(path.at(depth)).toObject();
    return at;
}

bool exists(const QJsonObject &definition, const StepPath &path)
{
    return path.isEmpty() || steps(definition, path.first(path.size() - 1)).at(path.constLast()).isObject();
}

QJsonArray steps(const QJsonObject &definition, const StepPath &container)
{
    return stepsOf(step(definition, container), container.isEmpty());
}

QJsonObject withStep(const QJsonObject &definition, const StepPath &path, const QJsonObject &step)
{
    return path.size() > mostDepth ? definition : replaced(definition, path, 0, step);
}

QJsonObject withSteps(const QJsonObject &definition, const StepPath &container, const QJsonArray &steps)
{
    return withStep(definition, container, withStepsOf(step(definition, container), container.isEmpty(), steps));
}

QJsonValue member(const QJsonValue &value, const QString &pointer)
{
    QJsonValue at = value;
    const QStringList names = namesOf(pointer);
    for (const QString &name : names) {
        if (at.isArray())
            at = at.toArray().at(indexIn(at.toArray(), name));
        else
            at = at.toObject().value(name);
    }
    return at;
}

QJsonValue withMember(const QJsonValue &value, const QString &pointer, const QJsonValue &member)
{
    const QStringList names = namesOf(pointer);
    return names.isEmpty() || names.size() > mostDepth ? value : with(value, names, 0, member);
}

} // namespace desk::steppath
