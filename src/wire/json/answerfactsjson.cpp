#include "wire/json/answerfactsjson.h"

#include "wire/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

void insertFacts(QJsonObject &object, const AnswerFacts &facts)
{
    if (!facts.model.isEmpty())
        object.insert("model"_L1, facts.model);
    QJsonObject usage;
    if (facts.promptTokens >= 0)
        usage.insert("prompt_tokens"_L1, facts.promptTokens);
    if (facts.completionTokens >= 0)
        usage.insert("completion_tokens"_L1, facts.completionTokens);
    if (!usage.isEmpty())
        object.insert("usage"_L1, usage);
    if (facts.writingMs >= 0)
        object.insert("writing_ms"_L1, facts.writingMs);
}

AnswerFacts factsFrom(const QJsonObject &object)
{
    const Reader reader(object);
    const Reader usage(reader.object("usage"_L1));
    const auto count = [](const Reader &from, QLatin1StringView key) { return std::max<qint64>(-1, from.bigInteger(key, -1)); };
    AnswerFacts facts;
    facts.model = reader.string("model"_L1);
    facts.promptTokens = count(usage, "prompt_tokens"_L1);
    facts.completionTokens = count(usage, "completion_tokens"_L1);
    facts.writingMs = count(reader, "writing_ms"_L1);
    return facts;
}

} // namespace desk::wire
