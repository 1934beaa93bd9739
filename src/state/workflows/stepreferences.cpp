#include "state/workflows/stepreferences.h"

#include "state/workflows/nestedsteps.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::stepreferences {

namespace {

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

qsizetype endOfName(const QString &text, qsizetype at, bool withHyphens)
{
    while (at < text.size() && (isNameCharacter(text.at(at)) || (withHyphens && text.at(at) == u'-')))
        ++at;
    return at;
}

// A hyphen ends a reference on the server; where there is a step of the whole name, that is what was meant.
qsizetype endOfKnown(const QString &text, qsizetype start, const Renames &renames)
{
    for (const bool withHyphens : {true, false}) {
        const qsizetype end = endOfName(text, start, withHyphens);
        if (end > start && renames.contains(text.sliced(start, end - start)))
            return end;
    }
    return -1;
}

void renameTarget(QJsonObject &object, QLatin1StringView member, const Renames &renames)
{
    const QJsonValue target = object.value(member);
    if (target.isString() && renames.contains(target.toString()))
        object.insert(member, renames.value(target.toString()));
}

bool isForPeople(const QString &member)
{
    return member == "name"_L1 || member == "description"_L1;
}

QJsonObject renamedMembers(const QJsonObject &object, const Renames &renames)
{
    QJsonObject out = object;
    for (auto member = out.begin(); member != out.end(); ++member) {
        if (!isForPeople(member.key()))
            member.value() = renamed(QJsonValue(member.value()), renames);
    }
    return out;
}

} // namespace

QString renamed(const QString &text, const Renames &renames)
{
    QString out;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf("$."_L1); at >= 0; at = text.indexOf("$."_L1, at + 2)) {
        const qsizetype start = at + 2;
        const qsizetype end = endOfKnown(text, start, renames);
        if (end < 0)
            continue;
        out += QStringView(text).sliced(copied, start - copied);
        out += renames.value(text.sliced(start, end - start));
        copied = end;
    }
    return copied == 0 ? text : out + text.sliced(copied);
}

QJsonValue renamed(const QJsonValue &value, const Renames &renames)
{
    if (value.isString())
        return renamed(value.toString(), renames);
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            list.replace(i, renamed(list.at(i), renames));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = renamed(QJsonValue(member.value()), renames);
        return object;
    }
    return value;
}

QJsonObject renamedStep(const QJsonObject &step, const Renames &renames)
{
    const QJsonValue inside = nested::in(step);
    QJsonObject out = renamedMembers(nested::stripped(step), renames);
    renameTarget(out, "next_step"_L1, renames);
    if (out.value("condition"_L1).isObject()) {
        QJsonObject condition = out.value("condition"_L1).toObject();
        renameTarget(condition, "then_step"_L1, renames);
        renameTarget(condition, "else_step"_L1, renames);
        out.insert("condition"_L1, condition);
    }
    if (!inside.isArray())
        return out;
    QJsonArray steps;
    for (const QJsonValue &one : inside.toArray())
        steps.append(one.isObject() ? QJsonValue(renamedStep(one.toObject(), renames)) : one);
    return nested::with(out, steps);
}

QJsonObject renamedFields(const QJsonObject &fields, const Renames &renames)
{
    return renamedMembers(fields, renames);
}

} // namespace desk::stepreferences
