#include "state/workflows/nestedsteps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::nested {

namespace {

QString typeOf(const QJsonObject &step)
{
    return step.value("type"_L1).toString();
}

} // namespace

bool isContainerType(const QString &type)
{
    return type == "parallel"_L1 || type == "loop"_L1;
}

QJsonValue in(const QJsonObject &step)
{
    const QString type = typeOf(step);
    if (type == "parallel"_L1)
        return step.value("parallel_steps"_L1);
    if (type == "loop"_L1 && step.value("loop_config"_L1).isObject())
        return step.value("loop_config"_L1).toObject().value("steps"_L1);
    return QJsonValue::Undefined;
}

QJsonObject with(QJsonObject step, const QJsonValue &nested)
{
    if (typeOf(step) == "parallel"_L1) {
        step.insert("parallel_steps"_L1, nested); // an undefined one removes it
    } else if (typeOf(step) == "loop"_L1 && (!nested.isUndefined() || step.value("loop_config"_L1).isObject())) {
        QJsonObject config = step.value("loop_config"_L1).toObject();
        config.insert("steps"_L1, nested);
        step.insert("loop_config"_L1, config);
    }
    return step;
}

QJsonObject stripped(const QJsonObject &step)
{
    const QJsonValue inside = in(step);
    return inside.isArray() && !inside.toArray().isEmpty() ? with(step, QJsonArray()) : step;
}

qsizetype count(const QJsonValue &step, int atDepth)
{
    if (atDepth >= mostDepth)
        return 0;
    const QJsonArray inside = in(step.toObject()).toArray();
    qsizetype out = inside.size();
    for (const QJsonValue &one : inside)
        out += count(one, atDepth + 1);
    return out;
}

int height(const QJsonValue &step, int most)
{
    int deepest = 0;
    if (most > 0) {
        const QJsonArray inside = in(step.toObject()).toArray();
        for (const QJsonValue &one : inside)
            deepest = std::max(deepest, height(one, most - 1));
    }
    return deepest + 1;
}

bool isWithin(const QJsonValue &json, int depth)
{
    if (!json.isArray() && !json.isObject())
        return true;
    if (depth <= 0)
        return false;
    const auto isDeeper = [depth](const QJsonValue &one) { return !isWithin(one, depth - 1); };
    if (json.isArray()) {
        const QJsonArray list = json.toArray();
        return std::none_of(list.begin(), list.end(), isDeeper);
    }
    const QJsonObject object = json.toObject();
    return std::none_of(object.begin(), object.end(), isDeeper);
}

} // namespace desk::nested
