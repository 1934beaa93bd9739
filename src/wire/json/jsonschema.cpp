#include "wire/json/jsonschema.h"

#include "wire/json/jsonnumber.h"
#include "wire/json/schemafactsreader.h"
#include "wire/json/schemavalidator.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr int startingDepth = 8;
constexpr int startingMembers = 2000;

bool saysNullAlone(const JsonNode &schema)
{
    const JsonNode *type = schema.member(u"type"_s);
    return type != nullptr && type->isString() && type->text() == "null"_L1;
}

} // namespace

JsonSchema::JsonSchema()
    : JsonSchema(JsonNode::object())
{
}

JsonSchema::JsonSchema(const JsonNode &schema)
    : JsonSchema(std::make_shared<const JsonNode>(schema), {schema})
{
}

JsonSchema::JsonSchema(std::shared_ptr<const JsonNode> root, const QList<JsonNode> &schemas)
    : m_root(std::move(root))
{
    QStringList notes;
    flatten(schemas, &notes);
    const bool isNullable = takeNullAside(&notes);
    SchemaFacts facts = SchemaFactsReader::read(m_parts, notes, isNullable);
    facts.isNever = m_isNever;
    m_facts = std::make_shared<const SchemaFacts>(std::move(facts));
}

JsonSchema JsonSchema::derived(const QList<JsonNode> &schemas) const
{
    return {m_root, schemas};
}

// Follows $ref and allOf. Whoever refers to himself on the way adds nothing.
void JsonSchema::flatten(QList<JsonNode> schemas, QStringList *notes)
{
    QSet<QString> seen;
    while (!schemas.isEmpty()) {
        JsonNode part = schemas.takeFirst();
        if (!part.isObject()) {
            m_isNever = m_isNever || (part.kind() == JsonNode::Kind::Boolean && !part.isTrue());
            continue;
        }
        if (m_parts.size() == maxParts) {
            notes->append(u"allOf"_s);
            return;
        }
        QList<JsonNode> next;
        if (const JsonNode *reference = part.member(u"$ref"_s); reference != nullptr && !seen.contains(reference->text())) {
            seen.insert(reference->text());
            const JsonNode *target = resolved(reference->text());
            if (target != nullptr)
                next.append(*target);
            else
                notes->append(u"$ref"_s);
        }
        if (const JsonNode *all = part.member(u"allOf"_s); all != nullptr && all->isArray())
            next += all->items().first(std::min<qsizetype>(all->items().size(), maxParts + 1));
        part.removeMember(u"$ref"_s);
        part.removeMember(u"allOf"_s);
        m_parts.append(part);
        schemas = next + schemas;
    }
}

// "This or null", as most servers write an optional value, is this with null as one more type.
bool JsonSchema::takeNullAside(QStringList *notes)
{
    qsizetype groups = 0;
    qsizetype place = -1;
    QString group;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        for (const QString &key : {u"oneOf"_s, u"anyOf"_s}) {
            if (m_parts.at(i).member(key) == nullptr)
                continue;
            ++groups;
            place = i;
            group = key;
        }
    }
    if (groups != 1)
        return false;
    const QList<JsonNode> choices = m_parts.at(place).member(group)->items();
    const auto isNull = std::count_if(choices.begin(), choices.end(), saysNullAlone);
    if (choices.size() != 2 || isNull != 1)
        return false;
    QList<JsonNode> schemas = std::exchange(m_parts, {});
    schemas[place].removeMember(group);
    schemas.append(saysNullAlone(choices.constFirst()) ? choices.constLast() : choices.constFirst());
    flatten(schemas, notes);
    return true;
}

const JsonNode *JsonSchema::resolved(const QString &reference) const
{
    constexpr qsizetype longest = 1000;
    if (reference == "#"_L1)
        return m_root.get();
    if (!reference.startsWith("#/"_L1) || reference.size() > longest)
        return nullptr;
    const JsonNode *node = m_root.get();
    const QStringList steps = QUrl::fromPercentEncoding(reference.toUtf8()).sliced(2).split(u'/');
    for (QString step : steps) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        bool isIndex = false;
        const uint index = step.toUInt(&isIndex);
        if (node->isArray())
            node = isIndex && index < node->items().size() ? &node->items().at(index) : nullptr;
        else
            node = node->member(step);
        if (node == nullptr)
            return nullptr;
    }
    return node;
}

JsonSchema JsonSchema::property(const QString &name) const
{
    QList<JsonNode> schemas;
    for (const JsonNode &part : m_parts) {
        const JsonNode *properties = part.member(u"properties"_s);
        const JsonNode *own = properties != nullptr ? properties->member(name) : nullptr;
        const JsonNode *others = part.member(u"additionalProperties"_s);
        if (own != nullptr)
            schemas.append(*own);
        else if (others != nullptr && others->isObject() && part.member(u"patternProperties"_s) == nullptr)
            schemas.append(*others);
    }
    return derived(schemas);
}

JsonSchema JsonSchema::item(qsizetype index) const
{
    QList<JsonNode> schemas;
    for (const JsonNode &part : m_parts) {
        const JsonNode *prefix = part.member(u"prefixItems"_s);
        const JsonNode *items = part.member(u"items"_s);
        const JsonNode *others = part.member(u"additionalItems"_s);
        const bool isOldTuple = items != nullptr && items->isArray();
        const JsonNode *tuple = isOldTuple ? items : prefix;
        const JsonNode *rest = isOldTuple ? others : items;
        if (tuple != nullptr && tuple->isArray() && index < tuple->items().size())
            schemas.append(tuple->items().at(index));
        else if (rest != nullptr)
            schemas.append(*rest);
    }
    return derived(schemas);
}

JsonSchema JsonSchema::alternative(qsizetype group, qsizetype index) const
{
    const auto [place, key] = groupAt(group);
    if (key.isEmpty() || index >= m_parts.at(place).member(key)->items().size())
        return {};
    QList<JsonNode> schemas = m_parts;
    schemas.prepend(m_parts.at(place).member(key)->items().at(index)); // its words come first
    schemas[place + 1].removeMember(key);
    return derived(schemas);
}

JsonSchema JsonSchema::alternativeAlone(qsizetype group, qsizetype index) const
{
    const auto [place, key] = groupAt(group);
    if (key.isEmpty() || index >= m_parts.at(place).member(key)->items().size())
        return {};
    return derived({m_parts.at(place).member(key)->items().at(index)});
}

// The part that has it, and its keyword; in the order of SchemaFacts::alternatives.
std::pair<qsizetype, QString> JsonSchema::groupAt(qsizetype group) const
{
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        for (const QString &key : {u"oneOf"_s, u"anyOf"_s}) {
            if (m_parts.at(i).member(key) != nullptr && group-- == 0)
                return {i, key};
        }
    }
    return {};
}

JsonSchema JsonSchema::only(JsonTypes types) const
{
    JsonSchema out = *this;
    SchemaFacts facts = *m_facts;
    facts.types &= types;
    if (facts.choices)
        facts.choices->removeIf([types](const JsonNode &choice) { return !types.testFlag(jsonTypeOf(choice)); });
    out.m_facts = std::make_shared<const SchemaFacts>(std::move(facts));
    return out;
}

std::optional<JsonNode> JsonSchema::startingValue(bool isRequired) const
{
    int budget = startingMembers;
    return startingValue(isRequired, 0, budget);
}

std::optional<JsonNode> JsonSchema::startingValue(bool isRequired, int depth, int &budget) const
{
    const SchemaFacts &facts = *m_facts;
    if (facts.fallback && (isRequired || !facts.fallback->isNull()))
        return facts.fallback;
    if (isRequired && facts.choices && facts.choices->size() == 1)
        return facts.choices->constFirst();
    const bool isObject = facts.types == JsonTypes(JsonType::Object) || (facts.types == allJsonTypes && !facts.properties.isEmpty());
    if (!isObject || !facts.alternatives.isEmpty() || depth > startingDepth)
        return {};
    JsonNode out = JsonNode::object();
    for (const QString &name : facts.properties) {
        if (--budget < 0)
            break;
        if (const auto member = property(name).startingValue(facts.required.contains(name), depth + 1, budget))
            out.setMember(name, *member);
    }
    return isRequired || !out.keys().isEmpty() ? std::optional(out) : std::nullopt;
}

SchemaCheck JsonSchema::validate(const JsonNode &value) const
{
    return SchemaValidator::check(*this, value);
}

QString jsonPointer(const QString &parent, const QString &key)
{
    QString escaped = key;
    return parent + u'/' + escaped.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

JsonType jsonTypeOf(const JsonNode &value)
{
    switch (value.kind()) {
    case JsonNode::Kind::Null:
        return JsonType::Null;
    case JsonNode::Kind::Boolean:
        return JsonType::Boolean;
    case JsonNode::Kind::String:
        return JsonType::String;
    case JsonNode::Kind::Array:
        return JsonType::Array;
    case JsonNode::Kind::Object:
        return JsonType::Object;
    case JsonNode::Kind::Number:
        break;
    }
    const auto number = JsonNumber::of(value.text());
    return number && number->isInteger() ? JsonType::Integer : JsonType::Fraction;
}

} // namespace desk::wire
