#include "state/workflows/steprename.h"

#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

class Renaming
{
public:
    QString oldId;
    QString newId;
    QString parallelId; // whose results have the step as a member; empty: it is in none

    [[nodiscard]] QJsonObject step(const QJsonObject &step, int depth) const;
    [[nodiscard]] QJsonObject members(QJsonObject object, int depth) const;

private:
    [[nodiscard]] QJsonValue value(const QJsonValue &value, int depth) const;
    [[nodiscard]] QJsonArray steps(const QJsonArray &steps, int depth) const;
    void target(QJsonObject &object, QLatin1StringView member) const;
    [[nodiscard]] bool isHiddenIn(const QJsonObject &loop) const;
};

bool isForPeople(const QString &member)
{
    return member == "id"_L1 || member == "type"_L1 || member == "name"_L1 || member == "description"_L1;
}

QJsonValue Renaming::value(const QJsonValue &value, int depth) const
{
    if (depth > wire::maxWorkflowDepth)
        return value;
    if (value.isString()) {
        const QString text = withRenamedRoot(value.toString(), oldId, newId);
        if (parallelId.isEmpty())
            return text;
        return withRenamedRoot(text, parallelId + u'.' + oldId, parallelId + u'.' + newId);
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &item : value.toArray())
            out.append(this->value(item, depth + 1));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out = value.toObject();
    for (auto member = out.begin(); member != out.end(); ++member)
        member.value() = this->value(member.value(), depth + 1);
    return out;
}

QJsonObject Renaming::members(QJsonObject object, int depth) const
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!isForPeople(member.key()))
            member.value() = value(member.value(), depth);
    }
    return object;
}

void Renaming::target(QJsonObject &object, QLatin1StringView member) const
{
    if (object.value(member).toString() == oldId)
        object.insert(member, newId);
}

bool Renaming::isHiddenIn(const QJsonObject &step) const
{
    if (wire::workflowStepKind(step).value() != wire::WorkflowStepKind::Loop)
        return false;
    const QString variable = step.value("loop_config"_L1).toObject().value("item_variable"_L1).toString(u"item"_s);
    return oldId == variable || oldId == "loop_index"_L1 || oldId == "loop_count"_L1;
}

QJsonArray Renaming::steps(const QJsonArray &steps, int depth) const
{
    QJsonArray out;
    for (const QJsonValue &one : steps)
        out.append(one.isObject() ? QJsonValue(step(one.toObject(), depth)) : one);
    return out;
}

QJsonObject Renaming::step(const QJsonObject &step, int depth) const
{
    if (depth > steppath::mostDepth)
        return step;
    const QJsonArray inside = wire::nestedSteps(step);
    QJsonObject out = members(inside.isEmpty() ? step : wire::withNestedSteps(step, {}), 0);
    target(out, "next_step"_L1);
    if (QJsonObject condition = out.value("condition"_L1).toObject(); !condition.isEmpty()) {
        target(condition, "then_step"_L1);
        target(condition, "else_step"_L1);
        out.insert("condition"_L1, condition);
    }
    if (inside.isEmpty())
        return out;
    return wire::withNestedSteps(out, isHiddenIn(step) ? inside : steps(inside, depth + 1));
}

// The first of that id, in the order of the JSON.
bool findFirst(const QJsonArray &steps, const QString &id, const StepPath &container, StepPath *found)
{
    for (int i = 0; i < steps.size() && container.size() <= steppath::mostDepth; ++i) {
        const QJsonObject step = steps.at(i).toObject();
        *found = container + StepPath{i};
        if (step.value("id"_L1).toString() == id || findFirst(wire::nestedSteps(step), id, *found, found))
            return true;
    }
    return false;
}

} // namespace

QString withRenamedRoot(const QString &text, const QString &oldRoot, const QString &newRoot)
{
    QString out;
    qsizetype copied = 0;
    const QString begin = "$."_L1 + oldRoot;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + begin.size())) {
        const qsizetype end = at + begin.size();
        if (end < text.size() && isNameCharacter(text.at(end)) && (text.at(end) != u'-' || oldRoot.contains(u'-')))
            continue;
        out += QStringView(text).sliced(copied, at + 2 - copied);
        out += newRoot;
        copied = end;
    }
    return copied == 0 ? text : out + text.sliced(copied);
}

QJsonObject withRenamedStep(const QJsonObject &definition, const StepPath &path, const QString &newId)
{
    if (path.isEmpty() || !steppath::exists(definition, path))
        return definition;
    QJsonObject step = steppath::step(definition, path);
    const QString oldId = step.value("id"_L1).toString();
    StepPath first;
    const bool isKnown = !oldId.isEmpty() && findFirst(definition.value("steps"_L1).toArray(), oldId, {}, &first);
    step.insert("id"_L1, newId);
    const QJsonObject out = steppath::withStep(definition, path, step);
    if (!isKnown || first != path)
        return out;
    Renaming renaming{oldId, newId, {}};
    const QJsonObject parent = path.size() > 1 ? steppath::step(definition, path.first(path.size() - 1)) : QJsonObject();
    if (wire::workflowStepKind(parent).value() == wire::WorkflowStepKind::Parallel)
        renaming.parallelId = parent.value("id"_L1).toString();
    QJsonObject fields = out;
    fields.remove("steps"_L1);
    fields = renaming.members(fields, 0);
    QJsonArray steps;
    for (const QJsonValue &one : out.value("steps"_L1).toArray())
        steps.append(one.isObject() ? QJsonValue(renaming.step(one.toObject(), 0)) : one);
    fields.insert("steps"_L1, steps);
    return fields;
}

} // namespace desk
