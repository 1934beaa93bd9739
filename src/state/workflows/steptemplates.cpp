#include "state/workflows/steptemplates.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Contract 5.4: the roots of references that are no steps.
bool isReserved(const QString &id)
{
    constexpr std::array roots{"input"_L1, "workflow"_L1, "item"_L1, "loop_index"_L1, "loop_count"_L1};
    return std::find(roots.begin(), roots.end(), id) != roots.end();
}

QJsonObject condition()
{
    return {{u"field"_s, QString()},
            {u"operator"_s, u"eq"_s},
            {u"value"_s, QString()},
            {u"then_step"_s, QJsonValue()},
            {u"else_step"_s, QJsonValue()}};
}

QJsonObject option(const QString &id, const QString &label)
{
    return {{u"id"_s, id}, {u"label"_s, label}};
}

} // namespace

QJsonObject StepTemplates::step(const QString &type)
{
    QJsonObject out{{u"type"_s, type}};
    if (type == "agent"_L1) {
        out.insert("agent"_L1, QString());
        out.insert("agent_prompt"_L1, QString());
    } else if (type == "tool"_L1) {
        out.insert("tool"_L1, QString());
        out.insert("tool_args"_L1, QJsonObject());
    } else if (type == "condition"_L1) {
        out.insert("condition"_L1, condition());
    } else if (type == "human"_L1) {
        const QJsonArray options{option(u"approve"_s, tr("Approve")), option(u"reject"_s, tr("Reject"))};
        const QJsonObject config{{u"notification"_s, QString()}, {u"options"_s, options}, {u"on_timeout"_s, u"continue"_s}};
        out.insert("human_config"_L1, config);
    } else if (type == "parallel"_L1) {
        out.insert("parallel_steps"_L1, QJsonArray());
    } else if (type == "loop"_L1) {
        const QJsonObject config{{u"items_path"_s, QString()}, {u"item_variable"_s, u"item"_s}, {u"steps"_s, QJsonArray()}};
        out.insert("loop_config"_L1, config);
    } else if (type == "input"_L1) {
        out.insert("schema"_L1, QJsonObject{{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}});
    } else if (type == "output"_L1) {
        out.insert("value"_L1, QString());
    } else if (type == "transform"_L1) {
        out.insert("transform"_L1, QJsonObject{{u"value"_s, QString()}, {u"operation"_s, u"none"_s}});
    }
    return out;
}

QString StepTemplates::idBase(const QString &type)
{
    if (type == "input"_L1)
        return u"start"_s;
    if (type == "output"_L1)
        return u"result"_s;
    QString out;
    for (const QChar c : type) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
        out += isPlain ? c : QChar(u'_');
    }
    return out.isEmpty() ? u"step"_s : out.left(40);
}

QString StepTemplates::freshId(const QString &base, const QSet<QString> &taken)
{
    const auto isFree = [&taken](const QString &id) { return !id.isEmpty() && !isReserved(id) && !taken.contains(id); };
    QString out = base;
    for (int number = 2; !isFree(out); ++number)
        out = base + u'_' + QString::number(number);
    return out;
}

} // namespace desk
