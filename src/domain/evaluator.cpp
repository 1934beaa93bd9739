#include "domain/evaluator.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int defaultThresholdMs = 5000; // contract 3.15

} // namespace

ScorerName Evaluator::type() const
{
    return ScorerName::fromWire(config.value("type"_L1).toString(ScorerName(Scorer::Success).wire()));
}

int Evaluator::thresholdMs() const
{
    return config.value("threshold_ms"_L1).toInt(defaultThresholdMs);
}

QStringList Evaluator::expectedTools() const
{
    QStringList out;
    const QJsonArray tools = config.value("expected_tools"_L1).toArray();
    for (const QJsonValue tool : tools) {
        if (tool.isString())
            out.append(tool.toString());
    }
    return out;
}

void Evaluator::setType(const ScorerName &type)
{
    config.insert("type"_L1, type.wire());
}

void Evaluator::setThresholdMs(int milliseconds)
{
    config.insert("threshold_ms"_L1, milliseconds);
}

void Evaluator::setExpectedTools(const QStringList &tools)
{
    config.insert("expected_tools"_L1, QJsonArray::fromStringList(tools));
}

} // namespace desk
