#include "wire/workflow/workflowtransform.h"

#include "wire/json/jsonparser.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

TransformOutcome failed(const QString &error)
{
    return {{}, error};
}

TransformOutcome needsList()
{
    return failed(WorkflowWords::tr("This operation needs a list."));
}

TransformOutcome needsText()
{
    return failed(WorkflowWords::tr("This operation needs a text."));
}

TransformOutcome needsObject()
{
    return failed(WorkflowWords::tr("This operation needs an object."));
}

TransformOutcome needsLikes()
{
    return failed(WorkflowWords::tr("This operation needs a list of numbers or a list of texts."));
}

QByteArray compactJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

bool areNumbers(const QJsonArray &items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue &item) { return item.isDouble(); });
}

bool areTexts(const QJsonArray &items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue &item) { return item.isString(); });
}

bool isLess(const QJsonValue &a, const QJsonValue &b)
{
    return a.isDouble() ? a.toDouble() < b.toDouble() : a.toString() < b.toString();
}

TransformOutcome length(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString().size(), {}};
    if (value.isArray())
        return {value.toArray().size(), {}};
    if (value.isObject())
        return {value.toObject().size(), {}};
    return value.isNull() ? TransformOutcome{0, {}} : failed(WorkflowWords::tr("This operation needs a text, a list or an object."));
}

TransformOutcome summed(const QJsonArray &items, TransformOperation operation)
{
    if (!areNumbers(items))
        return failed(WorkflowWords::tr("This operation needs a list of numbers."));
    if (items.isEmpty() && operation == TransformOperation::Average)
        return {};
    double sum = 0;
    for (const QJsonValue &item : items)
        sum += item.toDouble();
    const double result = operation == TransformOperation::Average ? sum / static_cast<double>(items.size()) : sum;
    return std::isfinite(result) ? TransformOutcome{result, {}} : failed(WorkflowWords::tr("The result is too large for a number."));
}

TransformOutcome extreme(const QJsonArray &items, TransformOperation operation)
{
    if (!areNumbers(items) && !areTexts(items))
        return needsLikes();
    if (items.isEmpty())
        return {};
    QJsonValue best = items.first();
    for (const QJsonValue &item : items) {
        if (operation == TransformOperation::Min ? isLess(item, best) : isLess(best, item))
            best = item;
    }
    return {best, {}};
}

TransformOutcome sorted(const QJsonArray &items, const QJsonValue &argument)
{
    if (!areNumbers(items) && !areTexts(items))
        return needsLikes();
    QList<QJsonValue> values(items.begin(), items.end());
    std::stable_sort(values.begin(), values.end(), isLess);
    if (argument == "descending"_L1)
        std::reverse(values.begin(), values.end());
    QJsonArray out;
    for (const QJsonValue &value : std::as_const(values))
        out.append(value);
    return {out, {}};
}

TransformOutcome joined(const QJsonArray &items, const QJsonValue &argument)
{
    const QString separator = argument.isString() ? argument.toString() : u", "_s;
    QString out;
    for (qsizetype i = 0; i < items.size(); ++i) {
        out += (i == 0 ? QString() : separator) + workflowText(items.at(i));
        if (out.size() > maxWorkflowText)
            return failed(WorkflowWords::tr("The text would become too long."));
    }
    return {out, {}};
}

TransformOutcome unique(const QJsonArray &items)
{
    QJsonArray out;
    QSet<QByteArray> seen;
    for (const QJsonValue &item : items) {
        const QByteArray key = compactJson(item);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        out.append(item);
    }
    return {out, {}};
}

TransformOutcome split(const QString &text, const QJsonValue &argument)
{
    const QString separator = argument.isString() ? argument.toString() : u"\n"_s;
    if (separator.isEmpty())
        return failed(WorkflowWords::tr("An empty text cannot separate."));
    return {QJsonArray::fromStringList(text.split(separator)), {}};
}

TransformOutcome number(const QJsonValue &value)
{
    if (value.isDouble())
        return {value, {}};
    if (value.isBool())
        return {value.toBool() ? 1 : 0, {}};
    bool ok = false;
    const QString text = value.toString().trimmed();
    if (const qint64 whole = text.toLongLong(&ok); ok)
        return {whole, {}};
    const double result = text.toDouble(&ok);
    return ok && std::isfinite(result) ? TransformOutcome{result, {}}
                                       : failed(WorkflowWords::tr("This is no number: %1").arg(text.left(100)));
}

TransformOutcome parsed(const QString &text)
{
    const Result<QJsonValue> value = parseJson(text.toUtf8(), {maxWorkflowDepth, false});
    return value ? TransformOutcome{*value, {}} : failed(WorkflowWords::tr("This is no JSON: %1").arg(value.error().detail.left(200)));
}

TransformOutcome ofList(TransformOperation operation, const QJsonArray &items, const QJsonValue &argument)
{
    switch (operation) {
    case TransformOperation::First:
        return {items.isEmpty() ? QJsonValue() : items.first(), {}};
    case TransformOperation::Last:
        return {items.isEmpty() ? QJsonValue() : items.last(), {}};
    case TransformOperation::Sum:
    case TransformOperation::Average:
        return summed(items, operation);
    case TransformOperation::Min:
    case TransformOperation::Max:
        return extreme(items, operation);
    case TransformOperation::Join:
        return joined(items, argument);
    case TransformOperation::Unique:
        return unique(items);
    default:
        return sorted(items, argument);
    }
}

TransformOutcome ofObject(TransformOperation operation, const QJsonObject &object)
{
    QJsonArray out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.append(operation == TransformOperation::Keys ? QJsonValue(it.key()) : QJsonValue(it.value()));
    return {out, {}};
}

TransformOutcome applied(TransformOperation operation, const QJsonValue &value, const QJsonValue &argument)
{
    switch (operation) {
    case TransformOperation::None:
        return {value, {}};
    case TransformOperation::Length:
        return length(value);
    case TransformOperation::Split:
        return value.isString() ? split(value.toString(), argument) : needsText();
    case TransformOperation::ParseJson:
        return value.isString() ? parsed(value.toString()) : needsText();
    case TransformOperation::Keys:
    case TransformOperation::Values:
        return value.isObject() ? ofObject(operation, value.toObject()) : needsObject();
    case TransformOperation::Number:
        return number(value);
    case TransformOperation::Text:
        return {workflowText(value), {}};
    case TransformOperation::ToJson:
        return {QString::fromUtf8(compactJson(value)), {}};
    default:
        return value.isArray() ? ofList(operation, value.toArray(), argument) : needsList();
    }
}

} // namespace

TransformOutcome transformed(const QJsonObject &transform, const QJsonObject &context)
{
    const QString word = transform.value("operation"_L1).toString(u"none"_s);
    const auto operation = OpenEnum<TransformOperation>::fromWire(word);
    if (operation.isUnknown())
        return failed(WorkflowWords::tr("There is no operation called “%1”.").arg(word.left(100)));
    const QJsonValue value = withReferences(transform.value("value"_L1), context);
    if (isLargerThan(value, maxWorkflowText))
        return failed(WorkflowWords::tr("The value is too large."));
    return applied(operation.value(), value.isUndefined() ? QJsonValue() : value, withReferences(transform.value("argument"_L1), context));
}

} // namespace desk::wire
