#include "state/tools/toolsampleinput.h"

namespace desk {

namespace {

using wire::JsonNode;
using wire::JsonSchema;
using wire::JsonType;

constexpr int mostDepth = 6;
constexpr int mostMembers = 200; // in all

// Nothing: a person has to say it.
std::optional<JsonNode> valueFor(const JsonSchema &schema, int depth, int &budget)
{
    const wire::SchemaFacts &facts = schema.facts();
    if (facts.fallback)
        return facts.fallback;
    if (!facts.examples.isEmpty())
        return facts.examples.constFirst();
    if (facts.choices && !facts.choices->isEmpty())
        return facts.choices->constFirst();
    const bool isObject = facts.types == wire::JsonTypes(JsonType::Object) || !facts.properties.isEmpty();
    if (!isObject || facts.isNever || depth > mostDepth)
        return {};
    JsonNode out = schema.startingValue(true).value_or(JsonNode::object());
    for (const QString &name : facts.required) {
        if (--budget < 0)
            break;
        const JsonSchema member = schema.property(name);
        const JsonNode *known = out.isObject() ? out.member(name) : nullptr;
        if (known != nullptr && member.validate(*known).problems.isEmpty())
            continue;
        if (const auto value = valueFor(member, depth + 1, budget))
            out.setMember(name, *value);
    }
    return out;
}

} // namespace

ToolSampleInput sampleInput(const JsonSchema &schema)
{
    int budget = mostMembers;
    ToolSampleInput sample;
    const std::optional<JsonNode> made = valueFor(schema, 0, budget);
    if (made && made->isObject())
        sample.input = *made;
    const wire::SchemaCheck check = schema.validate(sample.input);
    sample.isComplete = check.problems.isEmpty() && check.isComplete;
    return sample;
}

} // namespace desk
