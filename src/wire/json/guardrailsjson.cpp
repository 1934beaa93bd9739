#include "wire/json/guardrailsjson.h"

#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

std::optional<qint64> wholeOf(const Reader &reader, QLatin1StringView key)
{
    return reader.value(key).isDouble() ? std::optional(reader.bigInteger(key)) : std::nullopt;
}

template <typename T>
void lay(QJsonObject &object, QLatin1StringView key, const std::optional<T> &before, const std::optional<T> &now)
{
    if (now == before)
        return;
    if (now)
        object.insert(key, *now);
    else
        object.remove(key);
}

} // namespace

Guardrails guardrailsFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Guardrails out;
    out.requestLimit = wholeOf(reader, "request_limit"_L1);
    out.totalTokensLimit = wholeOf(reader, "total_tokens_limit"_L1);
    out.toolCallsLimit = wholeOf(reader, "tool_calls_limit"_L1);
    if (reader.value("max_cost_dollars"_L1).isDouble())
        out.maxCostDollars = reader.number("max_cost_dollars"_L1);
    out.timeoutSeconds = wholeOf(reader, "timeout_seconds"_L1);
    out.raw = reader.json();
    return out;
}

QJsonObject toJson(const Guardrails &guardrails)
{
    const Guardrails base = guardrailsFromJson(guardrails.raw);
    QJsonObject out = guardrails.raw;
    lay(out, "request_limit"_L1, base.requestLimit, guardrails.requestLimit);
    lay(out, "total_tokens_limit"_L1, base.totalTokensLimit, guardrails.totalTokensLimit);
    lay(out, "tool_calls_limit"_L1, base.toolCallsLimit, guardrails.toolCallsLimit);
    lay(out, "max_cost_dollars"_L1, base.maxCostDollars, guardrails.maxCostDollars);
    lay(out, "timeout_seconds"_L1, base.timeoutSeconds, guardrails.timeoutSeconds);
    return out;
}

} // namespace desk::wire
