#pragma once

#include "wire/json/jsonnode.h"

#include <QFlags>
#include <QRegularExpression>

#include <memory>
#include <optional>
#include <utility>

namespace desk::wire {

enum class JsonType { Null = 1, Boolean = 2, Integer = 4, Fraction = 8, String = 16, Array = 32, Object = 64 };
Q_DECLARE_FLAGS(JsonTypes, JsonType)
Q_DECLARE_OPERATORS_FOR_FLAGS(JsonTypes)
inline constexpr JsonTypes jsonNumberTypes = JsonTypes(JsonType::Integer) | JsonType::Fraction; // "number"
inline constexpr JsonTypes allJsonTypes = JsonTypes(127);

struct SchemaBound {
    QString limit; // a number of JSON
    bool isMaximum = false;
    bool isExclusive = false;
};

// What a schema says of the value itself, with $ref followed and allOf merged.
struct SchemaFacts {
    bool isNever = false; // no value fits
    JsonTypes types = allJsonTypes;
    QString title;
    QString description;
    QString format; // a hint, never checked
    std::optional<JsonNode> fallback;
    QList<JsonNode> examples;
    std::optional<QList<JsonNode>> choices; // enum, const; may be empty: no value fits
    QList<SchemaBound> bounds;
    QList<QString> steps; // multipleOf: numbers of JSON
    std::optional<qint64> minLength, maxLength, minItems, maxItems, minProperties, maxProperties;
    QList<QRegularExpression> patterns; // match in bounded time, or say that they could not (isValid)
    bool hasUniqueItems = false;
    qsizetype tupleSize = 0; // so many items have a schema, and a meaning, of their own
    QStringList properties;  // the required ones first
    QStringList required;
    bool isClosed = false;         // additionalProperties: false
    QList<qsizetype> alternatives; // how many each oneOf or anyOf has
    QList<bool> isOneOf;           // beside each: exactly one must fit
    QStringList notUnderstood;     // keywords that ask for something and are not looked at: people are told, the server decides
};

// A problem of a value; state/schemawords.h says it in words.
struct SchemaProblem {
    enum class Kind {
        Required,
        Type,
        NotAllowed, // none of the choices, or nothing may be here
        Bound,
        Step,
        TooShort,
        TooLong,
        Pattern,
        TooFewItems,
        TooManyItems,
        NotUnique,
        TooFewMembers,
        TooManyMembers,
        Unexpected,
        NoAlternative,
        ManyAlternatives,
        ManyProblems // and so on
    };
    QString pointer; // RFC 6901; of a missing member where it would be
    Kind kind = Kind::Type;
    JsonTypes types = {};   // Type
    SchemaBound bound = {}; // Bound, Step
    qint64 count = 0;       // of lengths
    QString pattern = {};
};

struct SchemaCheck {
    QList<SchemaProblem> problems;
    bool isComplete = true; // else the schema or the value was too much to be looked through
};

// JSON Schema as forms need it (TL-05, TL-11): the keywords of SchemaFacts, prefixItems, items, oneOf, anyOf, allOf and $ref within the
// schema. Not looked at, but said in notUnderstood: not, if, dependent…, patternProperties, contains, propertyNames, unevaluated…, $ref to
// elsewhere. A value type over shared memory. Schemas come from strangers: what lies below is read only when it is asked for, so that
// circles do no harm, and everything has a limit. Pure, any thread.
class JsonSchema
{
public:
    static constexpr int maxParts = 64;        // that are merged into one
    static constexpr int maxProperties = 1000; // as all counts of what a schema lists
    static constexpr int maxPattern = 1000;    // characters
    static constexpr int maxProblems = 100;

    JsonSchema(); // takes anything
    explicit JsonSchema(const JsonNode &schema);

    [[nodiscard]] const SchemaFacts &facts() const { return *m_facts; }
    [[nodiscard]] JsonSchema property(const QString &name) const; // also of names it does not list
    [[nodiscard]] JsonSchema item(qsizetype index) const;
    [[nodiscard]] JsonSchema alternative(qsizetype group, qsizetype index) const; // with all that holds beside it
    [[nodiscard]] JsonSchema alternativeAlone(qsizetype group, qsizetype index) const;
    [[nodiscard]] JsonSchema only(JsonTypes types) const;

    // What a new form begins with: defaults, constants, and the objects around them. Nothing: the value is not given.
    [[nodiscard]] std::optional<JsonNode> startingValue(bool isRequired) const;
    [[nodiscard]] SchemaCheck validate(const JsonNode &value) const;

private:
    JsonSchema(std::shared_ptr<const JsonNode> root, const QList<JsonNode> &schemas);
    [[nodiscard]] JsonSchema derived(const QList<JsonNode> &schemas) const;
    [[nodiscard]] std::optional<JsonNode> startingValue(bool isRequired, int depth, int &budget) const;
    void flatten(QList<JsonNode> schemas, QStringList *notes);
    [[nodiscard]] bool takeNullAside(QStringList *notes);
    [[nodiscard]] std::pair<qsizetype, QString> groupAt(qsizetype group) const;
    [[nodiscard]] const JsonNode *resolved(const QString &reference) const;

    std::shared_ptr<const JsonNode> m_root;
    QList<JsonNode> m_parts; // objects without $ref and allOf
    bool m_isNever = false;
    std::shared_ptr<const SchemaFacts> m_facts;
};

// RFC 6901: the pointer of a member or an item.
[[nodiscard]] QString jsonPointer(const QString &parent, const QString &key);
[[nodiscard]] JsonType jsonTypeOf(const JsonNode &value); // 1.0 is an integer

} // namespace desk::wire
