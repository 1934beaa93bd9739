#include "wire/json/schemavalidator.h"

#include "wire/json/jsonnumber.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr int mostSteps = 20'000;
constexpr int mostInPlace = 8;
constexpr qsizetype longestMatched = 100'000;
constexpr qsizetype mostCompared = 300; // items, each with each

qint64 charactersOf(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

// Whether the value was not meant to be this alternative.
bool isOfAnotherKind(const SchemaProblem &problem, const QString &pointer)
{
    return problem.pointer == pointer && (problem.kind == SchemaProblem::Kind::Type || problem.kind == SchemaProblem::Kind::NotAllowed);
}

} // namespace

SchemaCheck SchemaValidator::check(const JsonSchema &schema, const JsonNode &value)
{
    SchemaValidator validator;
    validator.look(schema, value, {});
    return validator.m_check;
}

void SchemaValidator::look(const JsonSchema &schema, const JsonNode &value, const QString &pointer)
{
    if (++m_steps > mostSteps) {
        m_check.isComplete = false;
        return;
    }
    const SchemaFacts &facts = schema.facts();
    const JsonType type = jsonTypeOf(value);
    if (facts.isNever)
        return add(pointer, SchemaProblem::Kind::NotAllowed);
    if (!facts.types.testFlag(type))
        return add({pointer, SchemaProblem::Kind::Type, facts.types});
    const auto isValue = [&value](const JsonNode &choice) { return choice.isSame(value); };
    if (facts.choices && std::none_of(facts.choices->begin(), facts.choices->end(), isValue))
        return add(pointer, SchemaProblem::Kind::NotAllowed);
    if (value.kind() == JsonNode::Kind::Number)
        lookAtNumber(facts, value, pointer);
    else if (value.isString())
        lookAtText(facts, value.text(), pointer);
    else if (value.isArray())
        lookAtArray(schema, value, pointer);
    else if (value.isObject())
        lookAtObject(schema, value, pointer);
    lookAtAlternatives(schema, value, pointer);
}

void SchemaValidator::lookAtNumber(const SchemaFacts &facts, const JsonNode &value, const QString &pointer)
{
    const auto number = JsonNumber::of(value.text());
    if (!number) {
        m_check.isComplete = false;
        return;
    }
    for (const SchemaBound &bound : facts.bounds) {
        const auto limit = JsonNumber::of(bound.limit);
        const int beyond = !limit ? -1 : bound.isMaximum ? number->compare(*limit) : limit->compare(*number);
        if (beyond > 0 || (beyond == 0 && bound.isExclusive))
            add({pointer, SchemaProblem::Kind::Bound, {}, bound});
    }
    for (const QString &step : facts.steps) {
        const auto size = JsonNumber::of(step);
        const auto isMultiple = size ? number->isMultipleOf(*size) : std::nullopt;
        if (!isMultiple)
            m_check.isComplete = false;
        else if (!*isMultiple)
            add({pointer, SchemaProblem::Kind::Step, {}, {step}});
    }
}

void SchemaValidator::lookAtText(const SchemaFacts &facts, const QString &text, const QString &pointer)
{
    const qint64 length = charactersOf(text);
    if (facts.minLength && length < *facts.minLength)
        add({pointer, SchemaProblem::Kind::TooShort, {}, {}, *facts.minLength});
    if (facts.maxLength && length > *facts.maxLength)
        add({pointer, SchemaProblem::Kind::TooLong, {}, {}, *facts.maxLength});
    for (const QRegularExpression &pattern : facts.patterns) {
        if (text.size() > longestMatched) {
            m_check.isComplete = false;
            continue;
        }
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.isValid()) // given up
            m_check.isComplete = false;
        else if (!match.hasMatch())
            add({pointer, SchemaProblem::Kind::Pattern, {}, {}, 0, pattern.pattern().section(u')', 1)});
    }
}

void SchemaValidator::lookAtArray(const JsonSchema &schema, const JsonNode &value, const QString &pointer)
{
    const SchemaFacts &facts = schema.facts();
    const QList<JsonNode> &items = value.items();
    if (facts.minItems && items.size() < *facts.minItems)
        add({pointer, SchemaProblem::Kind::TooFewItems, {}, {}, *facts.minItems});
    if (facts.maxItems && items.size() > *facts.maxItems)
        add({pointer, SchemaProblem::Kind::TooManyItems, {}, {}, *facts.maxItems});
    const bool areCompared = facts.hasUniqueItems && items.size() <= mostCompared;
    if (facts.hasUniqueItems && !areCompared)
        m_check.isComplete = false;
    const int outside = std::exchange(m_inPlace, 0);
    for (qsizetype i = 0; i < items.size() && m_steps <= mostSteps; ++i) {
        const QString place = jsonPointer(pointer, QString::number(i));
        const auto isTwin = [&](const JsonNode &other) { return other.isSame(items.at(i)); };
        if (areCompared && std::any_of(items.begin(), items.begin() + i, isTwin))
            add(place, SchemaProblem::Kind::NotUnique);
        look(schema.item(i), items.at(i), place);
    }
    m_inPlace = outside;
}

void SchemaValidator::lookAtObject(const JsonSchema &schema, const JsonNode &value, const QString &pointer)
{
    const SchemaFacts &facts = schema.facts();
    for (const QString &name : facts.required) {
        if (value.member(name) == nullptr)
            add(jsonPointer(pointer, name), SchemaProblem::Kind::Required);
    }
    if (facts.minProperties && value.keys().size() < *facts.minProperties)
        add({pointer, SchemaProblem::Kind::TooFewMembers, {}, {}, *facts.minProperties});
    if (facts.maxProperties && value.keys().size() > *facts.maxProperties)
        add({pointer, SchemaProblem::Kind::TooManyMembers, {}, {}, *facts.maxProperties});
    const int outside = std::exchange(m_inPlace, 0);
    for (qsizetype i = 0; i < value.keys().size() && m_steps <= mostSteps; ++i) {
        const QString &name = value.keys().at(i);
        const QString place = jsonPointer(pointer, name);
        if (facts.isClosed && !facts.properties.contains(name))
            add(place, SchemaProblem::Kind::Unexpected);
        else
            look(schema.property(name), value.items().at(i), place);
    }
    m_inPlace = outside;
}

void SchemaValidator::lookAtAlternatives(const JsonSchema &schema, const JsonNode &value, const QString &pointer)
{
    const SchemaFacts &facts = schema.facts();
    if (facts.alternatives.isEmpty())
        return;
    if (m_inPlace >= mostInPlace) {
        m_check.isComplete = false;
        return;
    }
    ++m_inPlace;
    for (qsizetype group = 0; group < facts.alternatives.size(); ++group) {
        qsizetype fitting = 0;
        QList<SchemaProblem> nearest;
        for (qsizetype i = 0; i < facts.alternatives.at(group); ++i) {
            const QList<SchemaProblem> problems = problemsOf(schema.alternativeAlone(group, i), value, pointer);
            const bool isElsewhere =
                std::any_of(problems.begin(), problems.end(), [&](const auto &problem) { return isOfAnotherKind(problem, pointer); });
            fitting += problems.isEmpty() ? 1 : 0;
            if (!isElsewhere && (nearest.isEmpty() || problems.size() < nearest.size()))
                nearest = problems;
        }
        if (fitting > 1 && facts.isOneOf.at(group))
            add(pointer, SchemaProblem::Kind::ManyAlternatives);
        if (fitting > 0 || facts.alternatives.at(group) == 0 || m_steps > mostSteps)
            continue;
        if (nearest.isEmpty())
            add(pointer, SchemaProblem::Kind::NoAlternative);
        for (const SchemaProblem &problem : std::as_const(nearest)) // where somebody can do something about it
            add(problem);
    }
    --m_inPlace;
}

QList<SchemaProblem> SchemaValidator::problemsOf(const JsonSchema &schema, const JsonNode &value, const QString &pointer)
{
    const QList<SchemaProblem> outer = std::exchange(m_check.problems, {});
    look(schema, value, pointer);
    return std::exchange(m_check.problems, outer);
}

void SchemaValidator::add(const QString &pointer, SchemaProblem::Kind kind)
{
    add(SchemaProblem{pointer, kind});
}

void SchemaValidator::add(const SchemaProblem &problem)
{
    if (m_check.problems.size() < JsonSchema::maxProblems)
        m_check.problems.append(problem);
    else if (m_check.problems.size() == JsonSchema::maxProblems)
        m_check.problems.append({{}, SchemaProblem::Kind::ManyProblems});
}

} // namespace desk::wire
