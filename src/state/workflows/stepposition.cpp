#include "state/workflows/stepposition.h"

using namespace Qt::StringLiterals;

namespace desk::stepposition {

std::optional<QPointF> of(const QJsonObject &step)
{
    const QJsonObject position = step.value("position"_L1).toObject();
    const QJsonValue x = position.value("x"_L1);
    const QJsonValue y = position.value("y"_L1);
    return x.isDouble() && y.isDouble() ? std::optional(QPointF(x.toDouble(), y.toDouble())) : std::nullopt;
}

QJsonObject with(QJsonObject step, const std::optional<QPointF> &position)
{
    QJsonObject member = step.value("position"_L1).toObject();
    if (position) {
        member.insert("x"_L1, position->x());
        member.insert("y"_L1, position->y());
    } else {
        member.remove("x"_L1);
        member.remove("y"_L1);
    }
    step.insert("position"_L1, member.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(member));
    return step;
}

} // namespace desk::stepposition
