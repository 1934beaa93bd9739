#include "domain/score.h"

using namespace Qt::StringLiterals;

namespace desk {

bool Grade::isGraded() const
{
    if (!value)
        return false;
    const QJsonValue error = details.value("error"_L1);
    const bool placeholder = *value == 0.5 && !passed.value_or(false);
    return !placeholder || error.isUndefined() || error.isNull();
}

QString Grade::failure() const
{
    const QJsonValue error = details.value("error"_L1);
    return error.isObject() ? error.toObject().value("message"_L1).toString() : error.toString();
}

std::optional<double> ScoreTrendPoint::average() const
{
    if (!averageScore && count.value_or(0) > 0)
        return 0.0;
    return averageScore;
}

} // namespace desk
