#include "wire/json/answerfactsjson.h"

#include "wire/json/optionals.h"
#include "wire/json/reader.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr double maxDollars = 1e9;

qint64 count(const Reader &from, QLatin1StringView key)
{
    const qint64 said = from.bigInteger(key, -1);
    return said <= AnswerFacts::mostCounted ? std::max<qint64>(-1, said) : -1;
}

} // namespace

void insertFacts(QJsonObject &object, const AnswerFacts &facts)
{
    if (!facts.model.isEmpty())
        object.insert("model"_L1, facts.model);
    QJsonObject usage;
    if (facts.promptTokens >= 0)
        usage.insert("prompt_tokens"_L1, facts.promptTokens);
    if (facts.completionTokens >= 0)
        usage.insert("completion_tokens"_L1, facts.completionTokens);
    if (facts.totalTokens >= 0)
        usage.insert("total_tokens"_L1, facts.totalTokens);
    if (!usage.isEmpty())
        object.insert("usage"_L1, usage);
    if (facts.costDollars)
        object.insert("estimated_cost_dollars"_L1, *facts.costDollars);
    if (facts.writingMs >= 0)
        object.insert("writing_ms"_L1, facts.writingMs);
}

AnswerFacts factsFrom(const QJsonObject &object)
{
    const Reader reader(object);
    const Reader usage(reader.object("usage"_L1));
    AnswerFacts facts;
    facts.model = reader.string("model"_L1);
    facts.promptTokens = count(usage, "prompt_tokens"_L1);
    facts.completionTokens = count(usage, "completion_tokens"_L1);
    if (facts.promptTokens < 0 || facts.completionTokens < 0)
        facts.totalTokens = count(usage, "total_tokens"_L1);
    facts.writingMs = count(reader, "writing_ms"_L1);
    const std::optional<double> cost = optionalNumber(reader, "estimated_cost_dollars"_L1);
    if (cost && std::isfinite(*cost) && *cost > 0 && *cost <= maxDollars)
        facts.costDollars = cost;
    return facts;
}

} // namespace desk::wire
