#include "state/workflows/nestedsteps.h"

#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

#include <algorithm>

namespace desk::nested {

bool isContainerType(const QString &type)
{
    const auto kind = OpenEnum<wire::WorkflowStepKind>::fromWire(type).value();
    return kind == wire::WorkflowStepKind::Parallel || kind == wire::WorkflowStepKind::Loop;
}

QJsonObject stripped(const QJsonObject &step)
{
    return wire::nestedSteps(step).isEmpty() ? step : wire::withNestedSteps(step, QJsonArray());
}

qsizetype count(const QJsonValue &step, int atDepth)
{
    if (atDepth >= mostDepth)
        return 0;
    const QJsonArray inside = wire::nestedSteps(step.toObject());
    qsizetype out = inside.size();
    for (const QJsonValue &one : inside)
        out += count(one, atDepth + 1);
    return out;
}

int height(const QJsonValue &step, int most)
{
    int deepest = 0;
    if (most > 0) {
        const QJsonArray inside = wire::nestedSteps(step.toObject());
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
