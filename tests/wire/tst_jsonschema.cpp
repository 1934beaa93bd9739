#include "wire/json/jsonschema.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;
using Kind = SchemaProblem::Kind;

namespace {

JsonNode node(const QByteArray &json)
{
    const Result<JsonNode> parsed = JsonNode::parse(json, {512, false});
    return parsed ? *parsed : JsonNode::string(u"no JSON"_s);
}

JsonSchema schema(const QByteArray &json)
{
    return JsonSchema(node(json));
}

// "/pointer kind, …"
QString problems(const JsonSchema &schema, const QByteArray &value)
{
    QStringList out;
    const QList<SchemaProblem> found = schema.validate(node(value)).problems;
    for (const SchemaProblem &problem : found)
        out.append(u"%1 %2"_s.arg(problem.pointer).arg(static_cast<int>(problem.kind)));
    return out.join(u", "_s);
}

QString one(const char *pointer, Kind kind)
{
    return u"%1 %2"_s.arg(QLatin1StringView(pointer)).arg(static_cast<int>(kind));
}

QByteArray startOf(const JsonSchema &schema, bool isRequired = true)
{
    const auto value = schema.startingValue(isRequired);
    return value ? value->toJson(false).toUtf8() : QByteArray("nothing");
}

} // namespace

// TL-05, TL-11 and TL-14: the subset of JSON Schema that forms are made from. What is hostile would not end within the patience of a test,
// or within the memory, if it had no limit.
class TestJsonSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TL_14_valuesAreHeldAgainstTheSchema_data();
    void TL_14_valuesAreHeldAgainstTheSchema();
    void TL_05_requiredPropertiesComeFirst();
    void TL_05_referencesAndAllOfAreMerged();
    void TL_05_thisOrNullIsOneField();
    void TL_05_alternativesHoldWhatIsBesideThem();
    void TL_05_whatIsNotUnderstoodIsSaid();
    void TL_11_aFormStartsWithDefaultsAndConstants();
    void TL_11_circlesDoNoHarm();
    void TL_11_hostilePatternsAreGivenUp();
    void TL_11_hostileSchemasHaveLimits_data();
    void TL_11_hostileSchemasHaveLimits();
    void TL_11_pointersAreEscaped();
};

void TestJsonSchema::TL_14_valuesAreHeldAgainstTheSchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *schema, const char *value, const QString &expected = {}) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << expected;
    };
    row("anything", "{}", R"([1,{"a":null}])");
    row("true", "true", "1");
    row("false", "false", "1", one("", Kind::NotAllowed));
    row("type", R"({"type":"string"})", "1", one("", Kind::Type));
    row("types", R"({"type":["string","null"]})", "null");
    row("integer", R"({"type":"integer"})", "1.5", one("", Kind::Type));
    row("integer with a point", R"({"type":"integer"})", "2.0");
    row("number takes integers", R"({"type":"number"})", "2");
    row("a type of its own", R"({"type":"money"})", "2");
    row("enum", R"({"enum":["a",1,null]})", "1.0");
    row("not in the enum", R"({"enum":["a",1]})", "\"b\"", one("", Kind::NotAllowed));
    row("const", R"({"const":{"a":1}})", R"({"a":1})");
    row("minimum", R"({"minimum":3})", "3");
    row("below", R"({"minimum":3})", "2.9", one("", Kind::Bound));
    row("exclusive", R"({"exclusiveMaximum":3})", "3", one("", Kind::Bound));
    row("exclusive, draft 4", R"({"maximum":3,"exclusiveMaximum":true})", "3", one("", Kind::Bound));
    row("beyond a double", R"({"maximum":9007199254740992})", "9007199254740993", one("", Kind::Bound));
    row("step", R"({"multipleOf":0.1})", "0.3");
    row("beside the step", R"({"multipleOf":0.1})", "0.35", one("", Kind::Step));
    row("too short", R"({"minLength":2})", "\"\xF0\x9F\x98\x80\"", one("", Kind::TooShort)); // one character of two units
    row("too long", R"({"maxLength":1})", "\"ab\"", one("", Kind::TooLong));
    row("pattern", R"({"pattern":"b+"})", "\"abc\"");
    row("no match", R"({"pattern":"^b+"})", "\"abc\"", one("", Kind::Pattern));
    row("format is a hint", R"({"type":"string","format":"email"})", "\"nobody\"");
    row("required", R"({"required":["a"]})", "{}", one("/a", Kind::Required));
    row("null is given", R"({"required":["a"]})", R"({"a":null})");
    row("inside", R"({"properties":{"a":{"properties":{"b":{"type":"string"}}}}})", R"({"a":{"b":1}})", one("/a/b", Kind::Type));
    row("unexpected", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1,"b":2})", one("/b", Kind::Unexpected));
    row("others have a schema", R"({"additionalProperties":{"type":"integer"}})", R"({"x":"y"})", one("/x", Kind::Type));
    row("patternProperties may allow it", R"({"patternProperties":{"^x":{}},"additionalProperties":false})", R"({"x":1})");
    row("members", R"({"minProperties":1})", "{}", one("", Kind::TooFewMembers));
    row("items", R"({"items":{"type":"integer"}})", R"([1,"2"])", one("/1", Kind::Type));
    row("tuple", R"({"prefixItems":[{"type":"string"}],"items":{"type":"integer"}})", R"(["a",1,"b"])", one("/2", Kind::Type));
    row("tuple, draft 4", R"({"items":[{"type":"string"}],"additionalItems":false})", R"(["a",1])", one("/1", Kind::NotAllowed));
    row("few items", R"({"minItems":1})", "[]", one("", Kind::TooFewItems));
    row("many items", R"({"maxItems":1})", "[1,2]", one("", Kind::TooManyItems));
    row("unique", R"({"uniqueItems":true})", "[1,2,1.0]", one("/2", Kind::NotUnique));
    row("any of", R"({"anyOf":[{"type":"string"},{"type":"integer"}]})", "1");
    row("none of", R"({"anyOf":[{"type":"string"},{"type":"integer"}]})", "true", one("", Kind::NoAlternative));
    row("two of", R"({"oneOf":[{"type":"number"},{"minimum":0}]})", "1", one("", Kind::ManyAlternatives));
    row("nearest alternative", R"({"oneOf":[{"type":"string"},{"type":"object","required":["x"]}]})", "{}", one("/x", Kind::Required));
    row("alternative beside required", R"({"required":["k"],"anyOf":[{"required":["x"]},{"required":["y"]}]})", R"({"k":1,"y":2})");
    row("all of", R"({"allOf":[{"minimum":1},{"maximum":2}]})", "3", one("", Kind::Bound));
    row("choices of both", R"({"enum":[1,2],"allOf":[{"enum":[2,3]}]})", "1", one("", Kind::NotAllowed));
}

void TestJsonSchema::TL_14_valuesAreHeldAgainstTheSchema()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    QCOMPARE(problems(::schema(schema), value), expected);
}

void TestJsonSchema::TL_05_requiredPropertiesComeFirst()
{
    const JsonSchema made = schema(R"({"properties":{"a":{},"b":{},"c":{}},"required":["c","new","b"]})");
    QCOMPARE(made.facts().properties, (QStringList{u"c"_s, u"new"_s, u"b"_s, u"a"_s}));
    QCOMPARE(made.facts().required, (QStringList{u"c"_s, u"new"_s, u"b"_s}));
}

void TestJsonSchema::TL_05_referencesAndAllOfAreMerged()
{
    const JsonSchema made = schema(R"({"$defs":{"a/b":{"type":"integer","title":"Far","description":"Kept.","minimum":1}},
        "properties":{"p":{"$ref":"#/$defs/a~1b","title":"Near","allOf":[{"maximum":5}]}}})");
    const JsonSchema property = made.property(u"p"_s);
    QCOMPARE(property.facts().title, u"Near"_s);
    QCOMPARE(property.facts().description, u"Kept."_s);
    QCOMPARE(property.facts().types, JsonTypes(JsonType::Integer));
    QCOMPARE(property.facts().bounds.size(), 2);
    QCOMPARE(problems(made, R"({"p":9})"), one("/p", Kind::Bound));
    QCOMPARE(schema(R"({"$ref":"https:\/\/example.org/x"})").facts().notUnderstood, QStringList{u"$ref"_s});
    QCOMPARE(schema(R"({"$ref":"#/nowhere"})").facts().notUnderstood, QStringList{u"$ref"_s});
}

void TestJsonSchema::TL_05_thisOrNullIsOneField()
{
    const JsonSchema made = schema(R"({"anyOf":[{"type":"string","minLength":2},{"type":"null"}],"default":null,"title":"Name"})");
    QVERIFY(made.facts().alternatives.isEmpty());
    QCOMPARE(made.facts().types, JsonTypes(JsonType::String) | JsonType::Null);
    QCOMPARE(made.facts().title, u"Name"_s);
    QCOMPARE(problems(made, "null"), QString());
    QCOMPARE(problems(made, "\"a\""), one("", Kind::TooShort));
    const JsonSchema choice = schema(R"({"oneOf":[{"type":"null"},{"enum":["a"]}]})");
    QCOMPARE(problems(choice, "null"), QString());
    QCOMPARE(problems(choice, "\"b\""), one("", Kind::NotAllowed));
    QVERIFY(schema(R"({"type":"string","nullable":true})").facts().types.testFlag(JsonType::Null));
}

void TestJsonSchema::TL_05_alternativesHoldWhatIsBesideThem()
{
    const JsonSchema made = schema(R"({"description":"Both","required":["k"],"properties":{"k":{"type":"string"}},
        "oneOf":[{"title":"First","properties":{"x":{"type":"integer"}}},{"title":"Second"}]})");
    QCOMPARE(made.facts().alternatives, QList<qsizetype>{2});
    const JsonSchema first = made.alternative(0, 0);
    QCOMPARE(first.facts().title, u"First"_s);
    QCOMPARE(first.facts().description, u"Both"_s);
    QCOMPARE(first.facts().properties, (QStringList{u"k"_s, u"x"_s}));
    QVERIFY(first.facts().alternatives.isEmpty());
    QCOMPARE(made.alternativeAlone(0, 0).facts().properties, QStringList{u"x"_s});
    QCOMPARE(made.alternative(0, 9).facts().types, allJsonTypes); // there is none
    QCOMPARE(schema(R"({"type":["string","integer"]})").only(JsonType::String).facts().types, JsonTypes(JsonType::String));
}

void TestJsonSchema::TL_05_whatIsNotUnderstoodIsSaid()
{
    const JsonSchema made = schema(R"({"type":"object","not":{},"if":{},"x-order":1,"$comment":"-","patternProperties":{},
        "properties":{"p":{"pattern":"("},"m":{"multipleOf":-1},"e":{"enum":5}}})");
    QStringList said = made.facts().notUnderstood;
    said.sort();
    QCOMPARE(said, (QStringList{u"if"_s, u"not"_s, u"patternProperties"_s}));
    QCOMPARE(made.property(u"p"_s).facts().notUnderstood, QStringList{u"pattern"_s});
    QCOMPARE(made.property(u"m"_s).facts().notUnderstood, QStringList{u"multipleOf"_s});
    QCOMPARE(made.property(u"e"_s).facts().notUnderstood, QStringList{u"enum"_s});
    QCOMPARE(problems(made, R"({"p":"x","m":3,"e":1})"), QString()); // nothing is held against a value for it
}

void TestJsonSchema::TL_11_aFormStartsWithDefaultsAndConstants()
{
    QCOMPARE(startOf(schema(R"({"type":"object","properties":{"a":{"default":1.50},"b":{"type":"string"},"c":{"const":"x"},
        "d":{"type":"object","properties":{"e":{"default":true}}},"f":{"type":"object","properties":{"g":{}}},"h":{"default":null}},
        "required":["c"]})")),
             QByteArray(R"({"c":"x","a":1.50,"d":{"e":true}})"));
    QCOMPARE(startOf(schema(R"({"type":"object","properties":{"f":{"type":"object","properties":{"g":{}}}},"required":["f"]})")),
             QByteArray(R"({"f":{}})"));
    QCOMPARE(startOf(schema(R"({"type":"string"})")), QByteArray("nothing"));
    QCOMPARE(startOf(schema(R"({"type":"object","properties":{}})"), false), QByteArray("nothing"));
}

void TestJsonSchema::TL_11_circlesDoNoHarm()
{
    const JsonSchema tree = schema(R"({"$defs":{"n":{"type":"object","properties":{"child":{"$ref":"#/$defs/n"},"v":{"type":"integer"}},
        "required":["v"]}},"$ref":"#/$defs/n"})");
    QCOMPARE(problems(tree, R"({"v":1,"child":{"v":2,"child":{}}})"), one("/child/child/v", Kind::Required));
    QCOMPARE(schema(R"({"$ref":"#"})").facts().types, allJsonTypes);
    QCOMPARE(schema(R"({"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"})").facts().types, allJsonTypes);
    const JsonSchema itself = schema(R"({"anyOf":[{"$ref":"#"},{"$ref":"#"},{"$ref":"#"}]})");
    QVERIFY(!itself.validate(node("1")).isComplete);
    QCOMPARE(startOf(schema(R"({"type":"object","properties":{"again":{"$ref":"#"},"more":{"$ref":"#"}},"required":["again","more"]})"))
                 .startsWith("{\"again\":{"),
             true);
}

void TestJsonSchema::TL_11_hostilePatternsAreGivenUp()
{
    const SchemaCheck check = schema(R"({"pattern":"^(a+)+$"})").validate(JsonNode::string(QString(5000, u'a') + u'!'));
    QVERIFY(!check.isComplete);
    QVERIFY(check.problems.isEmpty()); // it could not be told
    const QByteArray longPattern = "{\"pattern\":\"" + QByteArray(JsonSchema::maxPattern + 1, 'a') + "\"}";
    QCOMPARE(schema(longPattern).facts().notUnderstood, QStringList{u"pattern"_s});
    QCOMPARE(problems(schema(R"({"pattern":"(*LIMIT_MATCH=4000000000)^(b)\\)$"})"), "\"b)\""), QString());
}

void TestJsonSchema::TL_11_hostileSchemasHaveLimits_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QByteArray properties;
    for (int i = 0; i < 3000; ++i)
        properties += (i > 0 ? ",\"p" : "\"p") + QByteArray::number(i) + "\":{}";
    QTest::newRow("properties") << QByteArray("{\"properties\":{" + properties + "}}") << u"properties"_s;
    QTest::newRow("parts") << QByteArray("{\"allOf\":[" + QByteArray("{},").repeated(5000) + "{}]}") << u"allOf"_s;
    QTest::newRow("choices") << QByteArray("{\"enum\":[" + QByteArray("1,").repeated(5000) + "1]}") << u"enum"_s;
    QTest::newRow("alternatives") << QByteArray("{\"anyOf\":[" + QByteArray("{},").repeated(5000) + "{}]}") << u"anyOf"_s;
    QTest::newRow("deep") << QByteArray(QByteArray("{\"allOf\":[").repeated(200) + "{}" + QByteArray("]}").repeated(200)) << u"allOf"_s;
    QByteArray doubling = "{\"$defs\":{\"d0\":{}";
    for (int i = 1; i < 40; ++i) {
        const QByteArray below = "{\"$ref\":\"#/$defs/d" + QByteArray::number(i - 1) + "\"}";
        doubling += ",\"d" + QByteArray::number(i) + "\":{\"allOf\":[" + below + ',' + below + "]}";
    }
    QTest::newRow("doubling") << QByteArray(doubling + "},\"$ref\":\"#/$defs/d39\"}") << QString();
}

void TestJsonSchema::TL_11_hostileSchemasHaveLimits()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const JsonSchema made = schema(json);
    QVERIFY(said.isEmpty() || made.facts().notUnderstood.contains(said));
    QVERIFY(made.facts().properties.size() <= JsonSchema::maxProperties);
    QVERIFY(made.validate(node(R"({"p1":1,"x":[1,2,3]})")).problems.isEmpty());
    (void)made.startingValue(true);
    // And of values that have no end of problems, some are named.
    const QByteArray many = '[' + QByteArray("1,").repeated(30'000) + "1]";
    const SchemaCheck check = schema(R"({"items":{"type":"string"}})").validate(node(many));
    QVERIFY(!check.isComplete);
    QCOMPARE(check.problems.size(), JsonSchema::maxProblems + 1);
    QCOMPARE(check.problems.constLast().kind, Kind::ManyProblems);
}

void TestJsonSchema::TL_11_pointersAreEscaped()
{
    QCOMPARE(jsonPointer(u"/a"_s, u"b/c~d"_s), u"/a/b~1c~0d"_s);
    QCOMPARE(problems(schema(R"({"required":["x/y"]})"), "{}"), one("/x~1y", Kind::Required));
}

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_jsonschema.moc"
