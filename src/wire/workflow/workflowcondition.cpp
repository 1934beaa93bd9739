#include "wire/workflow/workflowcondition.h"

#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowwords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// A reference that leads nowhere is null, unlike one within a text.
QJsonValue side(const QJsonValue &value, const QJsonObject &context)
{
    if (value.isString() && isWholeReference(value.toString())) {
        const QJsonValue found = resolved(referencesIn(value.toString()).constFirst().path, context);
        return found.isUndefined() ? QJsonValue() : found;
    }
    return value.isUndefined() ? QJsonValue() : withReferences(value, context);
}

bool contains(const QJsonValue &all, const QJsonValue &part)
{
    if (all.isString())
        return part.isString() && all.toString().contains(part.toString());
    if (all.isObject())
        return part.isString() && all.toObject().contains(part.toString());
    const QJsonArray items = all.toArray();
    return std::any_of(items.begin(), items.end(), [&part](const QJsonValue &item) { return item == part; });
}

template <typename T>
bool holds(ConditionOperator word, const T &left, const T &right)
{
    switch (word) {
    case ConditionOperator::Gt:
        return left > right;
    case ConditionOperator::Lt:
        return left < right;
    case ConditionOperator::Gte:
        return left >= right;
    default:
        return left <= right;
    }
}

QString shown(const QJsonValue &value)
{
    constexpr qsizetype mostShown = 100;
    return isLargerThan(value, 10 * mostShown) && !value.isString() ? u"…"_s : workflowText(value).left(mostShown);
}

ConditionOutcome ordered(ConditionOperator word, const QJsonValue &left, const QJsonValue &right)
{
    if (left.isDouble() && right.isDouble())
        return {holds(word, left.toDouble(), right.toDouble()), {}};
    if (left.isString() && right.isString())
        return {holds(word, left.toString(), right.toString()), {}};
    return {false, WorkflowWords::tr("Only two numbers or two texts can be compared by size. Here they are %1 and %2.")
                       .arg(shown(left), shown(right))};
}

} // namespace

ConditionOutcome evaluateCondition(const QJsonObject &condition, const QJsonObject &context)
{
    const auto word = OpenEnum<ConditionOperator>::fromWire(condition.value("operator"_L1).toString());
    const QJsonValue left = side(condition.value("field"_L1), context);
    const QJsonValue right = side(condition.value("value"_L1), context);
    switch (word.value()) {
    case ConditionOperator::Eq:
        return {left == right, {}};
    case ConditionOperator::Ne:
        return {left != right, {}};
    case ConditionOperator::Contains:
        return {contains(left, right), {}};
    case ConditionOperator::Exists:
        return {!left.isNull(), {}};
    case ConditionOperator::Gt:
    case ConditionOperator::Lt:
    case ConditionOperator::Gte:
    case ConditionOperator::Lte:
        return ordered(word.value(), left, right);
    case ConditionOperator::Unknown:
        break;
    }
    return {};
}

} // namespace desk::wire
