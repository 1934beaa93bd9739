#pragma once

#include "wire/json/jsonschema.h"

#include <QCoreApplication>
#include <QString>

namespace desk {

// What is wrong with a value, in a sentence that stands beside it (TL-14). What the schema says in it is hostile text: displayLine() before
// it is shown. Pure.
class SchemaWords
{
    Q_DECLARE_TR_FUNCTIONS(SchemaWords)
public:
    [[nodiscard]] static QString sentence(const wire::SchemaProblem &problem);

private:
    [[nodiscard]] static QString ofType(wire::JsonTypes types);
    [[nodiscard]] static QString ofBound(const wire::SchemaBound &bound);
    [[nodiscard]] static QString ofCount(wire::SchemaProblem::Kind kind, int count);
};

} // namespace desk
