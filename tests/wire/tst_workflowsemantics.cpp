// What the steps of a workflow mean: references, conditions, transformations, inputs. The local server and the simulation share it.
#include "wire/workflow/workflowcondition.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"
#include "wire/workflow/workflowtransform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::wire;

namespace {

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + ']').array().at(0);
}

QString text(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

const QJsonObject context = json(R"({"input":{"city":"Köln","count":3,"list":[1,"b",{"k":2}],"yes":true,"none":null,
    "deep":{"er":{"est":7}}},"wx":{"temperature":-2.5,"conditions":"frost"},"0":{"1":"digits"}})")
                                .toObject();

QJsonValue nested(int depth, const QJsonValue &inner)
{
    QJsonValue value = inner;
    for (int i = 0; i < depth; ++i)
        value = QJsonArray{value};
    return value;
}

} // namespace

class TestWorkflowSemantics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void referencesAreFound_data();
    void referencesAreFound();
    void wholeReferences_data();
    void wholeReferences();
    void referencesAreReplaced_data();
    void referencesAreReplaced();
    void keysStayAsTheyAre();
    void deepAndLargeValuesAreSurvived();
    void manyTextsShareOneLimit();
    void conditions_data();
    void conditions();
    void conditionsThatCannotBeTold_data();
    void conditionsThatCannotBeTold();
    void transformations_data();
    void transformations();
    void transformationsThatFail_data();
    void transformationsThatFail();
    void everyOperationTakesAnyValue();
    void stepKindsKeepTheirWord();
    void nestedStepsAreReadAndWritten();
    void inputsAreFilledInAndChecked_data();
    void inputsAreFilledInAndChecked();
    void theSchemaOfAWorkflow();
};

void TestWorkflowSemantics::referencesAreFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected"); // text@position, …
    QTest::newRow("none") << u"nothing $ here $. $.. $.-a"_s << QString();
    QTest::newRow("whole") << u"$.a.b"_s << u"$.a.b@0"_s;
    QTest::newRow("sentence") << u"Hi $.input.name."_s << u"$.input.name@3"_s;
    QTest::newRow("two") << u"$.a$.b"_s << u"$.a@0 $.b@3"_s;
    QTest::newRow("hyphen ends") << u"$.a-b"_s << u"$.a@0"_s;
    QTest::newRow("index ends") << u"$.a[0].b"_s << u"$.a@0"_s;
    QTest::newRow("two dots end") << u"$.a..b"_s << u"$.a@0"_s;
    QTest::newRow("umlaut ends") << u"$.aä"_s << u"$.a@0"_s;
    QTest::newRow("digits and line") << u"x $.0._1"_s << u"$.0._1@2"_s;
    QTest::newRow("two dollars") << u"$$.a"_s << u"$.a@1"_s;
    QTest::newRow("at the end") << u"a $."_s << QString();
}

void TestWorkflowSemantics::referencesAreFound()
{
    QFETCH(QString, source);
    QStringList found;
    const QList<WorkflowReference> references = referencesIn(source);
    for (const WorkflowReference &reference : references) {
        found.append(u"%1@%2"_s.arg(reference.text).arg(reference.position));
        QCOMPARE(u"$."_s + reference.path.join(u'.'), reference.text);
    }
    QTEST(found.join(u' '), "expected");
}

void TestWorkflowSemantics::wholeReferences_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("expected");
    QTest::newRow("yes") << u"$.a.b_2"_s << true;
    for (const char *no : {"", "$", "$.", "$.a.", " $.a", "$.a ", "$.a-b", "$.a[0]", "$.a$.b", "a", "$a"})
        QTest::newRow(no) << QString::fromUtf8(no) << false;
}

void TestWorkflowSemantics::wholeReferences()
{
    QFETCH(QString, source);
    QTEST(isWholeReference(source), "expected");
}

void TestWorkflowSemantics::referencesAreReplaced_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *source, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(source) << text(json(expected));
    };
    row("number keeps its type", R"("$.input.count")", "3");
    row("object keeps its type", R"("$.input.deep")", R"({"er":{"est":7}})");
    row("array keeps its type", R"("$.input.list")", R"([1,"b",{"k":2}])");
    row("null keeps its type", R"("$.input.none")", "null");
    row("unresolved stays", R"("$.input.nothing")", R"("$.input.nothing")");
    row("into an array", R"("$.input.list.k")", R"("$.input.list.k")");
    row("into a text", R"("$.input.city.x")", R"("$.input.city.x")");
    row("in a text", R"("In $.input.city: $.wx.temperature, $.input.yes, $.input.none")", R"("In Köln: -2.5, true, null")");
    row("unresolved in a text", R"("In $.input.town it is $.input.count.")", R"("In $.input.town it is 3.")");
    row("object in a text", R"("is $.input.deep.er")", R"("is {\n    \"est\": 7\n}")");
    row("array in a text", R"("is $.input.list!")", R"("is [\n    1,\n    \"b\",\n    {\n        \"k\": 2\n    }\n]!")");
    row("a reference in a value is no reference", R"(["$.0.1", "$$"])", R"(["digits","$$"])");
    row("deep", R"({"a":["$.input.count",{"b":"$.wx.conditions"}],"c":1})", R"({"a":[3,{"b":"frost"}],"c":1})");
}

void TestWorkflowSemantics::referencesAreReplaced()
{
    QFETCH(QString, source);
    QTEST(text(withReferences(json(source.toUtf8().constData()), context)), "expected");
}

void TestWorkflowSemantics::keysStayAsTheyAre()
{
    const QJsonObject out = withReferences(json(R"({"$.input.count":"$.input.count"})"), context).toObject();
    QCOMPARE(out.keys(), QStringList{u"$.input.count"_s});
    QCOMPARE(out.value("$.input.count"_L1), QJsonValue(3));
    QVERIFY(resolved({}, context).isUndefined());
}

void TestWorkflowSemantics::deepAndLargeValuesAreSurvived()
{
    const QJsonValue deep = nested(500, u"$.input.count"_s);
    QCOMPARE(withReferences(deep, context), deep); // too deep to be looked at
    QCOMPARE(withReferences(nested(10, u"$.input.count"_s), context), nested(10, 3));
    QVERIFY(isLargerThan(deep, 1'000'000));
    QVERIFY(!isLargerThan(nested(60, 1), 1000));
    // Each line doubles the one before: sharing memory, two to the fortieth once written down.
    QJsonObject grown{{"a"_L1, QString(1000, u'x')}};
    QJsonObject bound = grown;
    for (int i = 0; i < 40; ++i) {
        bound.insert("a"_L1, withReferences(QJsonArray{u"$.a"_s, u"$.a"_s}, bound));
        grown.insert("a"_L1, QJsonArray{grown.value("a"_L1), grown.value("a"_L1)});
    }
    QVERIFY(!isLargerThan(bound, 2 * maxWorkflowText));
    QVERIFY(isLargerThan(grown, maxWorkflowText));
    QCOMPARE(withReferences(u"of $.a"_s, grown), QJsonValue(u"of $.a"_s));
    QVERIFY(!transformed({{"value"_L1, u"$.a"_s}}, grown).error.isEmpty());
    QJsonObject words{{"w"_L1, QString(1000, u'x')}};
    for (int i = 0; i < 40; ++i)
        words.insert("w"_L1, withReferences(u"$.w$.w "_s, words));
    QVERIFY(words.value("w"_L1).toString().size() < 2 * maxWorkflowText);
    QCOMPARE(referencesIn(u"$."_s.repeated(1'000'000)).size(), 0);
    QCOMPARE(referencesIn(u"$.a"_s + u".a"_s.repeated(100'000)).constFirst().path.size(), 100'001);
}

void TestWorkflowSemantics::manyTextsShareOneLimit()
{
    const QJsonObject large{{"big"_L1, QString(maxWorkflowText / 2, u'x')}, {"small"_L1, u"y"_s}};
    QJsonArray texts;
    for (int i = 0; i < 20'000; ++i)
        texts.append(u"of $.big and $.small"_s);
    const QJsonArray out = withReferences(texts, large).toArray();
    qsizetype size = 0;
    for (const QJsonValue &text : out)
        size += text.toString().size();
    QVERIFY(size < 2 * maxWorkflowText);
    QVERIFY(out.at(0).toString().endsWith(u"x and y"_s));
    QCOMPARE(out.at(1000).toString(), u"of $.big and y"_s);
    // Neither is it written down to say why two things cannot be compared.
    const ConditionOutcome outcome = evaluateCondition(
        {{"field"_L1, u"$.small"_s}, {"operator"_L1, u"gt"_s}, {"value"_L1, QJsonArray::fromStringList(QStringList(5000, u"$.big"_s))}},
        large);
    QVERIFY(!outcome.error.isEmpty());
    QVERIFY(outcome.error.size() < 1000);
    // Whole references within a list are copies of what they stand for.
    const QJsonArray copies = withReferences(QJsonArray::fromStringList(QStringList(5000, u"$.big"_s)), large).toArray();
    QCOMPARE(copies.at(0), large.value("big"_L1));
    QCOMPARE(copies.at(4999), QJsonValue(u"$.big"_s));
}

void TestWorkflowSemantics::conditions_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *field, const char *word, const char *value, bool expected) {
        QTest::addRow("%s %s %s", field, word, value)
            << QString::fromUtf8(field) << QString::fromUtf8(word) << QString::fromUtf8(value) << expected;
    };
    row("$.input.count", "eq", "3", true);
    row("$.input.count", "eq", "3.0", true);
    row("$.input.count", "eq", R"("3")", false);
    row("$.input.count", "ne", R"("3")", true);
    row("$.input.list", "eq", R"([1,"b",{"k":2}])", true);
    row("$.input.none", "eq", "null", true);
    row("$.input.missing", "eq", "null", true);
    row("$.input.missing", "ne", "1", true);
    row("$.wx.temperature", "lt", "5", true);
    row("$.wx.temperature", "gt", "5", false);
    row("$.input.count", "gte", "3", true);
    row("$.input.count", "lte", "2.9", false);
    row("$.input.city", "lt", R"("Z")", true);
    row("$.input.count", "gt", R"("$.wx.temperature")", true);
    row("$.input.city", "contains", R"("öl")", true);
    row("$.input.city", "contains", "3", false);
    row("$.input.list", "contains", R"("b")", true);
    row("$.input.list", "contains", R"("c")", false);
    row("$.input.list", "contains", R"({"k":2})", true);
    row("$.input.deep", "contains", R"("er")", true);
    row("$.input.deep", "contains", R"("est")", false);
    row("$.input.missing", "contains", R"("x")", false);
    row("$.input.city", "exists", "null", true);
    row("$.input.none", "exists", "null", false);
    row("$.input.missing", "exists", "null", false);
    row("$.input.city", "matches", R"("K")", false);
    row("$.input.city", "", R"("K")", false);
    row("City: $.input.city", "eq", R"("City: Köln")", true);
}

void TestWorkflowSemantics::conditions()
{
    QFETCH(QString, field);
    QFETCH(QString, word);
    QFETCH(QString, value);
    const ConditionOutcome outcome =
        evaluateCondition({{"field"_L1, field}, {"operator"_L1, word}, {"value"_L1, json(value.toUtf8().constData())}}, context);
    QTEST(outcome.isTrue, "expected");
    QCOMPARE(outcome.error, QString());
}

void TestWorkflowSemantics::conditionsThatCannotBeTold_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("number and text") << u"$.input.count"_s << u"\"3\""_s;
    QTest::newRow("nothing and number") << u"$.input.missing"_s << u"3"_s;
    QTest::newRow("lists") << u"$.input.list"_s << u"[1]"_s;
    QTest::newRow("booleans") << u"$.input.yes"_s << u"true"_s;
}

void TestWorkflowSemantics::conditionsThatCannotBeTold()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    for (const QString &word : {u"gt"_s, u"lt"_s, u"gte"_s, u"lte"_s}) {
        const ConditionOutcome outcome =
            evaluateCondition({{"field"_L1, field}, {"operator"_L1, word}, {"value"_L1, json(value.toUtf8().constData())}}, context);
        QVERIFY(!outcome.isTrue);
        QVERIFY(!outcome.error.isEmpty());
    }
}

void TestWorkflowSemantics::transformations_data()
{
    QTest::addColumn<QString>("transform");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *transform, const char *expected) {
        QTest::newRow(transform) << QString::fromUtf8(transform) << text(json(expected));
    };
    row(R"({"value":{"city":"$.input.city","n":["$.input.count"]}})", R"({"city":"Köln","n":[3]})");
    row(R"({"value":"$.input.missing","operation":"none"})", R"("$.input.missing")");
    row("{}", "null");
    row(R"({"value":"$.input.city","operation":"length"})", "4");
    row(R"({"value":"$.input.list","operation":"length"})", "3");
    row(R"({"value":"$.input.deep","operation":"length"})", "1");
    row(R"({"value":null,"operation":"length"})", "0");
    row(R"({"value":"$.input.list","operation":"first"})", "1");
    row(R"({"value":"$.input.list","operation":"last"})", R"({"k":2})");
    row(R"({"value":[],"operation":"first"})", "null");
    row(R"({"value":[],"operation":"last"})", "null");
    row(R"({"value":[1,"$.input.count",2.5],"operation":"sum"})", "6.5");
    row(R"({"value":[],"operation":"sum"})", "0");
    row(R"({"value":[1,2],"operation":"average"})", "1.5");
    row(R"({"value":[],"operation":"average"})", "null");
    row(R"({"value":[2,-1,7],"operation":"min"})", "-1");
    row(R"({"value":["b","a"],"operation":"max"})", R"("b")");
    row(R"({"value":[],"operation":"max"})", "null");
    row(R"({"value":["a",1,null,{"k":2}],"operation":"join","argument":"-"})", R"("a-1-null-{\n    \"k\": 2\n}")");
    row(R"({"value":["a","b"],"operation":"join"})", R"("a, b")");
    row(R"({"value":"a\nb","operation":"split"})", R"(["a","b"])");
    row(R"({"value":"a;b;","operation":"split","argument":";"})", R"(["a","b",""])");
    row(R"({"value":[1,2,1,"1",{"a":1},{"a":1}],"operation":"unique"})", R"([1,2,"1",{"a":1}])");
    row(R"({"value":[3,1,2],"operation":"sort"})", "[1,2,3]");
    row(R"({"value":["b","a"],"operation":"sort","argument":"descending"})", R"(["b","a"])");
    row(R"({"value":{"b":1,"a":2},"operation":"keys"})", R"(["a","b"])");
    row(R"({"value":{"b":1,"a":2},"operation":"values"})", "[2,1]");
    row(R"({"value":" -2.5e1 ","operation":"number"})", "-25");
    row(R"({"value":"9007199254740993","operation":"number"})", "9007199254740993");
    row(R"({"value":true,"operation":"number"})", "1");
    row(R"({"value":12,"operation":"text"})", R"("12")");
    row(R"({"value":"{\"a\":[1]}","operation":"parse_json"})", R"({"a":[1]})");
    row(R"({"value":{"a":[1]},"operation":"to_json"})", R"("{\"a\":[1]}")");
}

void TestWorkflowSemantics::transformations()
{
    QFETCH(QString, transform);
    const TransformOutcome outcome = transformed(json(transform.toUtf8().constData()).toObject(), context);
    QCOMPARE(outcome.error, QString());
    QTEST(text(outcome.value), "expected");
}

void TestWorkflowSemantics::transformationsThatFail_data()
{
    QTest::addColumn<QString>("transform");
    for (const char *transform :
         {R"({"value":1,"operation":"nonsense"})", R"({"value":1,"operation":"length"})", R"({"value":"a","operation":"first"})",
          R"({"value":[1,"a"],"operation":"sum"})", R"({"value":[1e308,1e308],"operation":"sum"})",
          R"({"value":[1,"a"],"operation":"sort"})", R"({"value":[[1],[2]],"operation":"max"})", R"({"value":"a","operation":"join"})",
          R"({"value":[1],"operation":"split"})", R"({"value":"ab","operation":"split","argument":""})",
          R"({"value":[1],"operation":"keys"})", R"({"value":"x","operation":"number"})", R"({"value":"inf","operation":"number"})",
          R"({"value":null,"operation":"number"})", R"({"value":"{","operation":"parse_json"})", R"({"value":1,"operation":"parse_json"})"})
        QTest::newRow(transform) << QString::fromUtf8(transform);
}

void TestWorkflowSemantics::transformationsThatFail()
{
    QFETCH(QString, transform);
    const TransformOutcome outcome = transformed(json(transform.toUtf8().constData()).toObject(), context);
    QVERIFY(!outcome.error.isEmpty());
    QVERIFY(outcome.value.isNull());
}

void TestWorkflowSemantics::everyOperationTakesAnyValue()
{
    const QList<QJsonValue> values{QJsonValue::Undefined,
                                   QJsonValue(),
                                   true,
                                   1e300,
                                   QString(QChar(0xd800)),
                                   u"$.input"_s,
                                   nested(63, u"$.input"_s),
                                   nested(500, QJsonValue()),
                                   QJsonObject{{u""_s, u""_s}}};
    int words = 0;
    for (const auto &[operation, word] : enumWords(TransformOperation())) {
        for (const QJsonValue &value : values) {
            for (const QJsonValue &argument : values)
                (void)transformed({{"value"_L1, value}, {"operation"_L1, QString(word)}, {"argument"_L1, argument}}, context);
        }
        ++words;
    }
    QCOMPARE(words, 18);
    QVERIFY(!transformed({{"value"_L1, u"["_s.repeated(100) + u"]"_s.repeated(100)}, {"operation"_L1, u"parse_json"_s}}, context)
                 .error.isEmpty());
}

void TestWorkflowSemantics::stepKindsKeepTheirWord()
{
    for (const auto &[kind, word] : enumWords(WorkflowStepKind()))
        QCOMPARE(workflowStepKind({{"type"_L1, QString(word)}}).value(), kind);
    const auto other = workflowStepKind({{"type"_L1, u"teleport"_s}});
    QVERIFY(other.isUnknown());
    QCOMPARE(other.wire(), u"teleport"_s);
    QVERIFY(workflowStepKind({{"type"_L1, 5}}).isUnknown());
    QVERIFY(isDisabledStep({{"disabled"_L1, true}}));
    QVERIFY(!isDisabledStep({{"disabled"_L1, u"yes"_s}}));
}

void TestWorkflowSemantics::nestedStepsAreReadAndWritten()
{
    const QJsonArray inner{QJsonObject{{"id"_L1, u"a"_s}}};
    const QJsonObject loop = json(R"({"id":"l","type":"loop","loop_config":{"items_path":"$.x","other":1}})").toObject();
    const QJsonObject filled = withNestedSteps(loop, inner);
    QCOMPARE(nestedSteps(filled), inner);
    QCOMPARE(filled.value("loop_config"_L1)["other"_L1], QJsonValue(1));
    const QJsonObject parallel = withNestedSteps({{"id"_L1, u"p"_s}, {"type"_L1, u"parallel"_s}, {"mine"_L1, true}}, inner);
    QCOMPARE(nestedSteps(parallel), inner);
    QVERIFY(parallel.value("mine"_L1).toBool());
    const QJsonObject tool{{"id"_L1, u"t"_s}, {"type"_L1, u"tool"_s}};
    QCOMPARE(withNestedSteps(tool, inner), tool);
    QVERIFY(nestedSteps(tool).isEmpty());
    QVERIFY(nestedSteps({{"type"_L1, u"loop"_s}, {"loop_config"_L1, u"x"_s}}).isEmpty());
}

void TestWorkflowSemantics::inputsAreFilledInAndChecked_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected"); // empty: refused
    const auto row = [](const char *name, const char *schema, const char *input, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(input) << (*expected == 0 ? QString() : text(json(expected)));
    };
    const char *city = R"({"type":"object","required":["city"],"properties":{"city":{"type":"string"},"days":{"type":"integer","default":3},
        "how":{"type":"object","properties":{"units":{"default":"C"}}}}})";
    row("no schema", "{}", R"({"a":1})", R"({"a":1})");
    row("defaults", city, R"({"city":"Bonn"})", R"({"city":"Bonn","days":3})");
    row("inner defaults", city, R"({"city":"Bonn","days":1,"how":{}})", R"({"city":"Bonn","days":1,"how":{"units":"C"}})");
    row("missing", city, "{}", "");
    row("wrong type", city, R"({"city":1})", "");
    row("default makes it whole", R"({"required":["a"],"properties":{"a":{"default":1}}})", "{}", R"({"a":1})");
    row("a circle", R"({"properties":{"a":{"$ref":"#"}}})", R"({"a":{"a":{}}})", R"({"a":{"a":{}}})");
    row("nothing fits", R"({"not":{},"enum":[]})", "{}", "");
}

void TestWorkflowSemantics::inputsAreFilledInAndChecked()
{
    QFETCH(QString, schema);
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const WorkflowInputOutcome outcome =
        workflowInput(json(schema.toUtf8().constData()).toObject(), json(input.toUtf8().constData()).toObject());
    QCOMPARE(outcome.error.isEmpty(), !expected.isEmpty());
    if (!expected.isEmpty())
        QCOMPARE(text(outcome.value), expected);
}

void TestWorkflowSemantics::theSchemaOfAWorkflow()
{
    const QJsonObject own{{"type"_L1, u"object"_s}};
    const QJsonArray steps = json(R"([{"id":"a","type":"tool"},{"id":"i","type":"input","schema":{"title":"mine"}}])").toArray();
    QCOMPARE(workflowInputSchema({{"input_schema"_L1, own}, {"steps"_L1, steps}}), own);
    QCOMPARE(workflowInputSchema({{"steps"_L1, steps}}).value("title"_L1).toString(), u"mine"_s);
    QVERIFY(workflowInputSchema({{"steps"_L1, 5}}).isEmpty());
}

QTEST_APPLESS_MAIN(TestWorkflowSemantics)
#include "tst_workflowsemantics.moc"
