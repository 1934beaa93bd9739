#include "state/schemawords.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = wire::SchemaProblem::Kind;

QString SchemaWords::sentence(const wire::SchemaProblem &problem)
{
    const auto count = static_cast<int>(std::min<qint64>(problem.count, std::numeric_limits<int>::max()));
    switch (problem.kind) {
    case Kind::Required:
        return tr("This is required.");
    case Kind::Type:
        return ofType(problem.types);
    case Kind::NotAllowed:
        return tr("This value is not allowed here.");
    case Kind::Bound:
        return ofBound(problem.bound);
    case Kind::Step:
        return tr("This must be a multiple of %1.").arg(problem.bound.limit);
    case Kind::Pattern:
        return tr("This does not have the form that is asked for: %1").arg(problem.pattern);
    case Kind::NotUnique:
        return tr("This is in the list already.");
    case Kind::Unexpected:
        return tr("Nothing of this name is expected here.");
    case Kind::NoAlternative:
        return tr("This fits none of the alternatives.");
    case Kind::ManyAlternatives:
        return tr("This fits more than one of the alternatives, where it must fit exactly one.");
    case Kind::ManyProblems:
        return tr("There are more problems than are listed here.");
    default:
        return ofCount(problem.kind, count);
    }
}

QString SchemaWords::ofType(wire::JsonTypes types)
{
    using wire::JsonType;
    if (types == wire::JsonTypes(JsonType::Null))
        return tr("This must be null.");
    types.setFlag(JsonType::Null, false);
    if (types == wire::JsonTypes(JsonType::Boolean))
        return tr("This must be yes or no: true or false.");
    if (types == wire::JsonTypes(JsonType::Integer))
        return tr("This must be a whole number.");
    if (types == wire::jsonNumberTypes)
        return tr("This must be a number.");
    if (types == wire::JsonTypes(JsonType::String))
        return tr("This must be a text.");
    if (types == wire::JsonTypes(JsonType::Array))
        return tr("This must be a list.");
    if (types == wire::JsonTypes(JsonType::Object))
        return tr("This must be an object.");
    return tr("This kind of value is not allowed here.");
}

QString SchemaWords::ofBound(const wire::SchemaBound &bound)
{
    if (bound.isMaximum)
        return bound.isExclusive ? tr("This must be less than %1.").arg(bound.limit) : tr("This must be at most %1.").arg(bound.limit);
    return bound.isExclusive ? tr("This must be more than %1.").arg(bound.limit) : tr("This must be at least %1.").arg(bound.limit);
}

QString SchemaWords::ofCount(Kind kind, int count)
{
    switch (kind) {
    case Kind::TooShort:
        return tr("This must have at least %n character(s).", nullptr, count);
    case Kind::TooLong:
        return tr("This must have at most %n character(s).", nullptr, count);
    case Kind::TooFewItems:
        return tr("This list must have at least %n item(s).", nullptr, count);
    case Kind::TooManyItems:
        return tr("This list must have at most %n item(s).", nullptr, count);
    case Kind::TooFewMembers:
        return tr("At least %n of the fields must be given.", nullptr, count);
    default:
        return tr("At most %n of the fields may be given.", nullptr, count);
    }
}

} // namespace desk
