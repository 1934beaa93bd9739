#include "wire/json/schemafactsreader.h"

#include "wire/json/jsonnumber.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// What asks for something that is not looked at. Every other unknown word is a remark.
const QSet<QString> &otherDemands()
{
    static const QSet<QString> words{u"not"_s,
                                     u"if"_s,
                                     u"dependentRequired"_s,
                                     u"dependentSchemas"_s,
                                     u"dependencies"_s,
                                     u"patternProperties"_s,
                                     u"contains"_s,
                                     u"propertyNames"_s,
                                     u"unevaluatedProperties"_s,
                                     u"unevaluatedItems"_s,
                                     u"$dynamicRef"_s,
                                     u"$recursiveRef"_s};
    return words;
}

std::optional<qint64> sizeIn(const JsonNode &part, const QString &key)
{
    const JsonNode *size = part.member(key);
    if (size == nullptr || size->kind() != JsonNode::Kind::Number)
        return {};
    constexpr double most = 1e15; // beyond it nothing is that long
    const double number = size->text().toDouble();
    return static_cast<qint64>(std::clamp(number, 0.0, most));
}

void atLeast(std::optional<qint64> &fact, std::optional<qint64> more)
{
    if (more && (!fact || *more > *fact))
        fact = more;
}

void atMost(std::optional<qint64> &fact, std::optional<qint64> more)
{
    if (more && (!fact || *more < *fact))
        fact = more;
}

JsonTypes typeNamed(const QString &name)
{
    static const QList<std::pair<QString, JsonTypes>> names{{u"null"_s, JsonType::Null},       {u"boolean"_s, JsonType::Boolean},
                                                            {u"integer"_s, JsonType::Integer}, {u"number"_s, jsonNumberTypes},
                                                            {u"string"_s, JsonType::String},   {u"array"_s, JsonType::Array},
                                                            {u"object"_s, JsonType::Object}};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &entry) { return entry.first == name; });
    return found == names.end() ? JsonTypes() : found->second;
}

} // namespace

SchemaFacts SchemaFactsReader::read(const QList<JsonNode> &parts, const QStringList &notes, bool isNullable)
{
    SchemaFactsReader reader;
    for (const QString &keyword : notes)
        reader.note(keyword);
    for (const JsonNode &part : parts)
        reader.readPart(part);
    reader.finish(isNullable);
    return reader.m_facts;
}

void SchemaFactsReader::readPart(const JsonNode &part)
{
    readWords(part);
    readTypes(part);
    readChoices(part);
    readNumbers(part);
    readSizes(part);
    readPattern(part);
    readProperties(part);
    readAlternatives(part);
    for (const QString &key : part.keys()) {
        if (otherDemands().contains(key))
            note(key);
    }
}

void SchemaFactsReader::readWords(const JsonNode &part)
{
    const auto take = [&part](QString &fact, const QString &key) {
        const JsonNode *word = part.member(key);
        if (fact.isEmpty() && word != nullptr && word->isString())
            fact = word->text();
    };
    take(m_facts.title, u"title"_s);
    take(m_facts.description, u"description"_s);
    take(m_facts.format, u"format"_s);
    if (const JsonNode *fallback = part.member(u"default"_s); fallback != nullptr && !m_facts.fallback)
        m_facts.fallback = *fallback;
    constexpr qsizetype mostExamples = 10;
    if (const JsonNode *examples = part.member(u"examples"_s); examples != nullptr && examples->isArray() && m_facts.examples.isEmpty())
        m_facts.examples = examples->items().first(std::min(examples->items().size(), mostExamples));
}

void SchemaFactsReader::readTypes(const JsonNode &part)
{
    const JsonNode *type = part.member(u"type"_s);
    if (type == nullptr)
        return;
    JsonTypes types;
    const QList<JsonNode> names = type->isArray() ? type->items() : QList<JsonNode>{*type};
    for (const JsonNode &name : names) {
        const JsonTypes named = typeNamed(name.isString() ? name.text() : QString());
        if (!named) // a type of its own: nothing can be said against any value
            return note(u"type"_s);
        types |= named;
    }
    if (const JsonNode *nullable = part.member(u"nullable"_s); nullable != nullptr && nullable->isTrue()) // of OpenAPI 3.0
        types |= JsonType::Null;
    m_facts.types &= types;
}

void SchemaFactsReader::readChoices(const JsonNode &part)
{
    if (const JsonNode *constant = part.member(u"const"_s))
        narrow({*constant});
    const JsonNode *choices = part.member(u"enum"_s);
    if (choices == nullptr)
        return;
    if (choices->isArray() && choices->items().size() <= JsonSchema::maxProperties)
        narrow(choices->items());
    else
        note(u"enum"_s);
}

void SchemaFactsReader::narrow(const QList<JsonNode> &choices)
{
    if (!m_facts.choices) {
        m_facts.choices = choices;
        return;
    }
    m_facts.choices->removeIf([&choices](const JsonNode &choice) {
        return std::none_of(choices.begin(), choices.end(), [&choice](const JsonNode &other) { return choice.isSame(other); });
    });
}

void SchemaFactsReader::readNumbers(const JsonNode &part)
{
    addBound(part, u"minimum"_s, false);
    addBound(part, u"exclusiveMinimum"_s, false);
    addBound(part, u"maximum"_s, true);
    addBound(part, u"exclusiveMaximum"_s, true);
    const JsonNode *step = part.member(u"multipleOf"_s);
    if (step == nullptr)
        return;
    const auto number = step->kind() == JsonNode::Kind::Number ? JsonNumber::of(step->text()) : std::nullopt;
    if (number && number->isPositive())
        m_facts.steps.append(step->text());
    else
        note(u"multipleOf"_s);
}

void SchemaFactsReader::addBound(const JsonNode &part, const QString &key, bool isMaximum)
{
    const JsonNode *limit = part.member(key);
    if (limit == nullptr || limit->kind() == JsonNode::Kind::Boolean) // of draft 4: said of the other keyword
        return;
    if (limit->kind() != JsonNode::Kind::Number || !JsonNumber::of(limit->text()))
        return note(key);
    const JsonNode *beside = part.member(isMaximum ? u"exclusiveMaximum"_s : u"exclusiveMinimum"_s);
    const bool isExclusive = key.startsWith("exclusive"_L1) || (beside != nullptr && beside->isTrue());
    m_facts.bounds.append({limit->text(), isMaximum, isExclusive});
}

void SchemaFactsReader::readSizes(const JsonNode &part)
{
    atLeast(m_facts.minLength, sizeIn(part, u"minLength"_s));
    atMost(m_facts.maxLength, sizeIn(part, u"maxLength"_s));
    atLeast(m_facts.minItems, sizeIn(part, u"minItems"_s));
    atMost(m_facts.maxItems, sizeIn(part, u"maxItems"_s));
    atLeast(m_facts.minProperties, sizeIn(part, u"minProperties"_s));
    atMost(m_facts.maxProperties, sizeIn(part, u"maxProperties"_s));
    const JsonNode *unique = part.member(u"uniqueItems"_s);
    for (const QString &key : {u"prefixItems"_s, u"items"_s}) {
        if (const JsonNode *tuple = part.member(key); tuple != nullptr && tuple->isArray())
            m_facts.tupleSize = std::max(m_facts.tupleSize, tuple->items().size());
    }
    m_facts.hasUniqueItems = m_facts.hasUniqueItems || (unique != nullptr && unique->isTrue());
}

void SchemaFactsReader::readPattern(const JsonNode &part)
{
    const JsonNode *pattern = part.member(u"pattern"_s);
    if (pattern == nullptr)
        return;
    // Without the limit, some patterns take longer than the world lasts.
    const QRegularExpression expression(u"(*LIMIT_MATCH=100000)"_s + pattern->text());
    if (pattern->isString() && pattern->text().size() <= JsonSchema::maxPattern && expression.isValid())
        m_facts.patterns.append(expression);
    else
        note(u"pattern"_s);
}

void SchemaFactsReader::readProperties(const JsonNode &part)
{
    const JsonNode *properties = part.member(u"properties"_s);
    const JsonNode *required = part.member(u"required"_s);
    if (properties != nullptr && properties->isObject())
        m_facts.properties += properties->keys();
    else if (properties != nullptr)
        note(u"properties"_s);
    for (const JsonNode &name : required != nullptr ? required->items() : QList<JsonNode>()) {
        if (name.isString() && required->isArray())
            m_facts.required.append(name.text());
    }
    const JsonNode *others = part.member(u"additionalProperties"_s);
    const bool isOpen = others == nullptr || others->kind() != JsonNode::Kind::Boolean || others->isTrue();
    // Of several parts, each closes itself to the names of the others, which nobody means.
    m_facts.isClosed = m_facts.isClosed || (!isOpen && part.member(u"patternProperties"_s) == nullptr);
}

void SchemaFactsReader::readAlternatives(const JsonNode &part)
{
    for (const QString &key : {u"oneOf"_s, u"anyOf"_s}) {
        const JsonNode *group = part.member(key);
        if (group == nullptr)
            continue;
        if (!group->isArray() || group->items().isEmpty() || group->items().size() > JsonSchema::maxParts)
            note(key);
        const bool isUsable = group->isArray() && group->items().size() <= JsonSchema::maxParts;
        m_facts.alternatives.append(isUsable ? group->items().size() : 0);
        m_facts.isOneOf.append(key == "oneOf"_L1);
    }
}

void SchemaFactsReader::note(const QString &keyword)
{
    if (!m_facts.notUnderstood.contains(keyword))
        m_facts.notUnderstood.append(keyword);
}

void SchemaFactsReader::finish(bool isNullable)
{
    m_facts.required.removeDuplicates();
    if (m_facts.required.size() > JsonSchema::maxProperties) {
        m_facts.required.resize(JsonSchema::maxProperties);
        note(u"required"_s);
    }
    m_facts.properties = m_facts.required + m_facts.properties;
    m_facts.properties.removeDuplicates();
    if (m_facts.properties.size() > JsonSchema::maxProperties) {
        m_facts.properties.resize(JsonSchema::maxProperties);
        note(u"properties"_s);
    }
    if (!isNullable)
        return;
    m_facts.types |= JsonType::Null;
    const bool hasNull = m_facts.choices && std::any_of(m_facts.choices->begin(), m_facts.choices->end(),
                                                        [](const JsonNode &choice) { return choice.isNull(); });
    if (m_facts.choices && !hasNull)
        m_facts.choices->append(JsonNode());
}

} // namespace desk::wire
