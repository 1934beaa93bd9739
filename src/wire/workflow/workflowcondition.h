#pragma once

#include "domain/openenum.h"

#include <QJsonObject>
#include <QString>

namespace desk::wire {

// Contract 5.4. A word that is none of these is false.
enum class ConditionOperator { Eq, Ne, Gt, Lt, Gte, Lte, Contains, Exists, Unknown };
constexpr std::array<EnumWord<ConditionOperator>, 8> enumWords(ConditionOperator)
{
    return {{
        {ConditionOperator::Eq, QLatin1StringView("eq")},
        {ConditionOperator::Ne, QLatin1StringView("ne")},
        {ConditionOperator::Gt, QLatin1StringView("gt")},
        {ConditionOperator::Lt, QLatin1StringView("lt")},
        {ConditionOperator::Gte, QLatin1StringView("gte")},
        {ConditionOperator::Lte, QLatin1StringView("lte")},
        {ConditionOperator::Contains, QLatin1StringView("contains")},
        {ConditionOperator::Exists, QLatin1StringView("exists")},
    }};
}

struct ConditionOutcome {
    bool isTrue = false;
    QString error; // for people; empty: it could be told
};

// The member `condition` of a step: {field, operator, value}, both sides with references. What is missing counts as null. Numbers and
// texts can be ordered, each among themselves: anything else is an error. Pure, any thread.
[[nodiscard]] ConditionOutcome evaluateCondition(const QJsonObject &condition, const QJsonObject &context);

} // namespace desk::wire
