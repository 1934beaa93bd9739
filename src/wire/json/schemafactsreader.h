#pragma once

#include "wire/json/jsonschema.h"

namespace desk::wire {

// Merges the parts of a schema into what they say together: the nearest part's words, everybody's demands. Pure.
class SchemaFactsReader
{
public:
    // `notes`: keywords that were not understood on the way to the parts.
    [[nodiscard]] static SchemaFacts read(const QList<JsonNode> &parts, const QStringList &notes, bool isNullable);

private:
    void readPart(const JsonNode &part);
    void readWords(const JsonNode &part);
    void readTypes(const JsonNode &part);
    void readChoices(const JsonNode &part);
    void readNumbers(const JsonNode &part);
    void readSizes(const JsonNode &part);
    void readPattern(const JsonNode &part);
    void readProperties(const JsonNode &part);
    void readAlternatives(const JsonNode &part);
    void narrow(const QList<JsonNode> &choices);
    void addBound(const JsonNode &part, const QString &key, bool isMaximum);
    void note(const QString &keyword);
    void finish(bool isNullable);

    SchemaFacts m_facts;
};

} // namespace desk::wire
