#pragma once

#include "wire/json/jsonschema.h"

namespace desk::wire {

// Holds a value against a schema, within a bounded number of steps. Pure.
class SchemaValidator
{
public:
    [[nodiscard]] static SchemaCheck check(const JsonSchema &schema, const JsonNode &value);

private:
    void look(const JsonSchema &schema, const JsonNode &value, const QString &pointer);
    void lookAtNumber(const SchemaFacts &facts, const JsonNode &value, const QString &pointer);
    void lookAtText(const SchemaFacts &facts, const QString &text, const QString &pointer);
    void lookAtArray(const JsonSchema &schema, const JsonNode &value, const QString &pointer);
    void lookAtObject(const JsonSchema &schema, const JsonNode &value, const QString &pointer);
    void lookAtAlternatives(const JsonSchema &schema, const JsonNode &value, const QString &pointer);
    [[nodiscard]] QList<SchemaProblem> problemsOf(const JsonSchema &schema, const JsonNode &value, const QString &pointer);
    void add(const QString &pointer, SchemaProblem::Kind kind);
    void add(const SchemaProblem &problem);

    SchemaCheck m_check;
    int m_steps = 0;
    int m_inPlace = 0; // alternatives inside each other, without a step into the value
};

} // namespace desk::wire
