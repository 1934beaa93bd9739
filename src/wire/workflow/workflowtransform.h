#pragma once

#include "domain/openenum.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace desk::wire {

// What a transform step of our local server can do with its value.
enum class TransformOperation {
    None,
    Length,
    First,
    Last,
    Sum,
    Average,
    Min,
    Max,
    Join,
    Split,
    Unique,
    Sort,
    Keys,
    Values,
    Number,
    Text,
    ParseJson,
    ToJson,
    Unknown
};
constexpr std::array<EnumWord<TransformOperation>, 18> enumWords(TransformOperation)
{
    return {{
        {TransformOperation::None, QLatin1StringView("none")},
        {TransformOperation::Length, QLatin1StringView("length")},
        {TransformOperation::First, QLatin1StringView("first")},
        {TransformOperation::Last, QLatin1StringView("last")},
        {TransformOperation::Sum, QLatin1StringView("sum")},
        {TransformOperation::Average, QLatin1StringView("average")},
        {TransformOperation::Min, QLatin1StringView("min")},
        {TransformOperation::Max, QLatin1StringView("max")},
        {TransformOperation::Join, QLatin1StringView("join")},
        {TransformOperation::Split, QLatin1StringView("split")},
        {TransformOperation::Unique, QLatin1StringView("unique")},
        {TransformOperation::Sort, QLatin1StringView("sort")},
        {TransformOperation::Keys, QLatin1StringView("keys")},
        {TransformOperation::Values, QLatin1StringView("values")},
        {TransformOperation::Number, QLatin1StringView("number")},
        {TransformOperation::Text, QLatin1StringView("text")},
        {TransformOperation::ParseJson, QLatin1StringView("parse_json")},
        {TransformOperation::ToJson, QLatin1StringView("to_json")},
    }};
}

struct TransformOutcome {
    QJsonValue value;
    QString error; // for people; empty: it worked
};

// The member `transform` of a step: {value, operation?, argument?}, with references. The argument is the separator of join (", ") and
// split (a line break), and "descending" for sort. Numbers and texts are sorted and compared among themselves; of an empty list the
// first, last, min, max and average are null. Pure, any thread.
[[nodiscard]] TransformOutcome transformed(const QJsonObject &transform, const QJsonObject &context);

} // namespace desk::wire
