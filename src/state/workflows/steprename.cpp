#include "state/workflows/steprename.h"

#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

bool isName(const QString &text)
{
    return std::all_of(text.begin(), text.end(), isNameCharacter);
}

qsizetype endOfName(const QString &text, qsizetype at, bool withHyphens)
{
    while (at < text.size() && isNameCharacter(text.at(at)) && (withHyphens || text.at(at) != u'-'))
        ++at;
    return at;
}

// A hyphen ends a reference on the server; where there is a step of the whole name, that is what was meant. -1: none of them.
template <typename Known>
qsizetype endOfKnown(const QString &text, qsizetype start, const Known &isKnown)
{
    for (const bool withHyphens : {true, false}) {
        const qsizetype end = endOfName(text, start, withHyphens);
        if (end > start && isKnown(text.sliced(start, end - start)))
            return end;
    }
    return -1;
}

bool isForPeople(const QString &member)
{
    return member == "id"_L1 || member == "type"_L1 || member == "name"_L1 || member == "description"_L1;
}

QJsonValue renamedValue(const QJsonValue &value, const StepRenames &renames, int depth)
{
    if (depth > wire::maxWorkflowDepth)
        return value;
    if (value.isString())
        return renames.inText(value.toString());
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &item : value.toArray())
            out.append(renamedValue(item, renames, depth + 1));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out = value.toObject();
    for (auto member = out.begin(); member != out.end(); ++member)
        member.value() = renamedValue(member.value(), renames, depth + 1);
    return out;
}

void renameTarget(QJsonObject &object, QLatin1StringView member, const StepRenames &renames)
{
    if (const QJsonValue target = object.value(member); target.isString())
        object.insert(member, renames.target(target.toString()));
}

QJsonObject renamedStep(const QJsonObject &step, const StepRenames &renames, int depth)
{
    if (depth > steppath::mostDepth)
        return step;
    const QJsonArray inside = wire::nestedSteps(step);
    QJsonObject out = withRenamedFields(inside.isEmpty() ? step : wire::withNestedSteps(step, QJsonArray()), renames);
    renameTarget(out, "next_step"_L1, renames);
    if (out.value("condition"_L1).isObject()) {
        QJsonObject condition = out.value("condition"_L1).toObject();
        renameTarget(condition, "then_step"_L1, renames);
        renameTarget(condition, "else_step"_L1, renames);
        out.insert("condition"_L1, condition);
    }
    if (inside.isEmpty())
        return out;
    const StepRenames within = renames.within(step);
    QJsonArray steps;
    for (const QJsonValue &one : inside)
        steps.append(one.isObject() ? QJsonValue(renamedStep(one.toObject(), within, depth + 1)) : one);
    return wire::withNestedSteps(out, steps);
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

void StepRenames::add(const QString &oldId, const QString &newId)
{
    m_roots.insert(oldId, newId);
    if (!isName(oldId))
        m_odd.append(oldId);
}

void StepRenames::addMember(const QString &parallelId, const QString &oldId, const QString &newId)
{
    m_members[parallelId].insert(oldId, newId);
}

qsizetype StepRenames::endOf(const QString &text, qsizetype start) const
{
    const auto isKnown = [this](const QString &name) {
        return !m_hidden.contains(name) && (m_roots.contains(name) || m_members.contains(name));
    };
    if (const qsizetype end = endOfKnown(text, start, isKnown); end >= 0)
        return end;
    for (const QString &odd : m_odd) {
        const qsizetype end = start + odd.size();
        if (QStringView(text).sliced(start).startsWith(odd) && (end == text.size() || !isNameCharacter(text.at(end))))
            return end;
    }
    return -1;
}

QString StepRenames::inText(const QString &text) const
{
    QString out;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf("$."_L1); at >= 0; at = text.indexOf("$."_L1, at + 2)) {
        const qsizetype start = at + 2;
        const qsizetype end = endOf(text, start);
        if (end < 0)
            continue;
        const QString root = text.sliced(start, end - start);
        out += QStringView(text).sliced(copied, start - copied);
        out += m_roots.value(root, root);
        copied = end;
        const Names members = m_members.value(root);
        if (members.isEmpty() || end >= text.size() || text.at(end) != u'.')
            continue;
        const qsizetype endOfMember = endOfKnown(text, end + 1, [&members](const QString &name) { return members.contains(name); });
        if (endOfMember < 0)
            continue;
        out += u'.' + members.value(text.sliced(end + 1, endOfMember - end - 1));
        copied = endOfMember;
    }
    return copied == 0 ? text : out + text.sliced(copied);
}

StepRenames StepRenames::within(const QJsonObject &step) const
{
    if (wire::workflowStepKind(step).value() != wire::WorkflowStepKind::Loop)
        return *this;
    StepRenames out = *this;
    const QString variable = step.value("loop_config"_L1).toObject().value("item_variable"_L1).toString(u"item"_s);
    for (const QString &name : {variable, u"loop_index"_s, u"loop_count"_s}) {
        if (m_roots.contains(name) || m_members.contains(name))
            out.m_hidden.append(name);
        out.m_odd.removeAll(name);
    }
    return out;
}

QJsonObject withRenamedReferences(const QJsonObject &step, const StepRenames &renames)
{
    return renamedStep(step, renames, 0);
}

QJsonObject withRenamedFields(const QJsonObject &fields, const StepRenames &renames)
{
    QJsonObject out = fields;
    for (auto member = out.begin(); member != out.end(); ++member) {
        if (!isForPeople(member.key()))
            member.value() = renamedValue(member.value(), renames, 0);
    }
    return out;
}

QString withRenamedRoot(const QString &text, const QString &oldRoot, const QString &newRoot)
{
    StepRenames renames;
    renames.add(oldRoot, newRoot);
    return renames.inText(text);
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
    StepRenames renames;
    renames.add(oldId, newId);
    const QJsonObject parent = path.size() > 1 ? steppath::step(definition, path.first(path.size() - 1)) : QJsonObject();
    if (wire::workflowStepKind(parent).value() == wire::WorkflowStepKind::Parallel)
        renames.addMember(parent.value("id"_L1).toString(), oldId, newId);
    QJsonObject fields = out;
    fields.remove("steps"_L1);
    fields = withRenamedFields(fields, renames);
    QJsonArray steps;
    for (const QJsonValue &one : out.value("steps"_L1).toArray())
        steps.append(one.isObject() ? QJsonValue(withRenamedReferences(one.toObject(), renames)) : one);
    fields.insert("steps"_L1, steps);
    return fields;
}

} // namespace desk
