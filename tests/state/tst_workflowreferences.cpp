#include "state/workflows/referencechoices.h"
#include "state/workflows/steprename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(document.isObject(), "json", qPrintable(error.errorString()));
    return document.object();
}

const QByteArray sample = R"({"name":"n","unknown":{"kept":[1,2.5]},"steps":[
 {"id":"old","type":"tool","tool":"rag","tool_args":{"query":"$.input.q"},"next_step":"loop","x_new":true},
 {"id":"older","type":"agent","agent":"a","name":"about $.old","agent_prompt":"$.old and $.older and $.old.result.text. $.oldest $old"},
 {"id":"fork","type":"condition","condition":{"field":"$.old","operator":"exists","then_step":"old","else_step":"older"}},
 {"id":"loop","type":"loop","loop_config":{"items_path":"$.old.items","item_variable":"it","steps":[
   {"id":"in","type":"tool","tool":"rag","tool_args":{"deep":[{"a":"$.it and $.old.a"}]},"next_step":"old"}]}}]})";

QStringList texts(const QList<ReferenceChoice> &choices)
{
    QStringList out;
    for (const ReferenceChoice &choice : choices)
        out.append(choice.text);
    return out;
}

QString previewOf(const QList<ReferenceChoice> &choices, const QString &text)
{
    for (const ReferenceChoice &choice : choices) {
        if (choice.text == text)
            return choice.preview;
    }
    return u"none"_s;
}

} // namespace

class TestWorkflowReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void BUG_62_everyReferenceFollowsANewIdAndNothingElseDoes();
    void BUG_62_theNameOfANestedStepFollowsThroughItsParallelStep();
    void BUG_62_aVariableOfALoopHidesTheStep();
    void BUG_62_theReferencesOfTwoEqualIdsBelongToTheFirst();
    void BUG_62_renamingThereAndBackGivesTheSame();
    void WF_08_whatCanBeReferredToIsListedNearestFirst();
    void WF_08_membersComeFromTheLastRunWithTheirValues();
    void WF_08_membersComeFromTheSchemaOfTheTool();
    void WF_08_aLoopOffersItsVariables();
    void WF_08_aParallelStepDoesNotOfferItsSiblings();
    void WF_08_hugeOutputsAreBounded();
};

void TestWorkflowReferences::BUG_62_everyReferenceFollowsANewIdAndNothingElseDoes()
{
    const QJsonObject expected = json(R"({"name":"n","unknown":{"kept":[1,2.5]},"steps":[
 {"id":"new","type":"tool","tool":"rag","tool_args":{"query":"$.input.q"},"next_step":"loop","x_new":true},
 {"id":"older","type":"agent","agent":"a","name":"about $.old","agent_prompt":"$.new and $.older and $.new.result.text. $.oldest $old"},
 {"id":"fork","type":"condition","condition":{"field":"$.new","operator":"exists","then_step":"new","else_step":"older"}},
 {"id":"loop","type":"loop","loop_config":{"items_path":"$.new.items","item_variable":"it","steps":[
   {"id":"in","type":"tool","tool":"rag","tool_args":{"deep":[{"a":"$.it and $.new.a"}]},"next_step":"new"}]}}]})");
    QCOMPARE(withRenamedStep(json(sample), {0}, u"new"_s), expected);
    QCOMPARE(withRenamedStep(json(sample), {9}, u"new"_s), json(sample));
    QCOMPARE(withRenamedStep(json(sample), {}, u"new"_s), json(sample));
}

void TestWorkflowReferences::BUG_62_theNameOfANestedStepFollowsThroughItsParallelStep()
{
    const QJsonObject before = json(R"({"steps":[{"id":"p","type":"parallel","parallel_steps":[{"id":"a","type":"tool","tool":"rag"}]},
        {"id":"b","type":"agent","agent":"x","agent_prompt":"$.p.a.text $.p.ab $.other.a"}]})");
    const QJsonObject after = withRenamedStep(before, {0, 0}, u"c"_s);
    QCOMPARE(steppath::member(after, u"/steps/0/parallel_steps/0/id"_s).toString(), u"c"_s);
    QCOMPARE(steppath::member(after, u"/steps/1/agent_prompt"_s).toString(), u"$.p.c.text $.p.ab $.other.a"_s);
}

void TestWorkflowReferences::BUG_62_aVariableOfALoopHidesTheStep()
{
    const QJsonObject before = json(R"({"steps":[{"id":"item","type":"tool","tool":"rag"},
        {"id":"l","type":"loop","loop_config":{"items_path":"$.item.all","steps":[{"id":"in","type":"agent","agent":"a","agent_prompt":"$.item"}]}}]})");
    const QJsonObject after = withRenamedStep(before, {0}, u"found"_s);
    QCOMPARE(steppath::member(after, u"/steps/1/loop_config/items_path"_s).toString(), u"$.found.all"_s);
    QCOMPARE(steppath::member(after, u"/steps/1/loop_config/steps/0/agent_prompt"_s).toString(), u"$.item"_s);
}

void TestWorkflowReferences::BUG_62_theReferencesOfTwoEqualIdsBelongToTheFirst()
{
    const QJsonObject before =
        json(R"({"steps":[{"id":"a","type":"tool"},{"id":"a","type":"tool"},{"id":"b","type":"agent","agent_prompt":"$.a"}]})");
    QCOMPARE(steppath::member(withRenamedStep(before, {1}, u"c"_s), u"/steps/2/agent_prompt"_s).toString(), u"$.a"_s);
    QCOMPARE(steppath::member(withRenamedStep(before, {0}, u"c"_s), u"/steps/2/agent_prompt"_s).toString(), u"$.c"_s);
}

void TestWorkflowReferences::BUG_62_renamingThereAndBackGivesTheSame()
{
    const QJsonObject there = withRenamedStep(json(sample), {0}, u"with-hyphen"_s);
    QVERIFY(there != json(sample));
    QCOMPARE(withRenamedStep(there, {0}, u"old"_s), json(sample));
}

void TestWorkflowReferences::WF_08_whatCanBeReferredToIsListedNearestFirst()
{
    const QStringList found = texts(referenceChoices(json(sample), {2}, {}));
    QCOMPARE(found, QStringList({u"$.older"_s, u"$.older.result"_s, u"$.older.content"_s, u"$.old"_s, u"$.input"_s, u"$.workflow.id"_s,
                                 u"$.workflow.name"_s}));
}

void TestWorkflowReferences::WF_08_membersComeFromTheLastRunWithTheirValues()
{
    const QJsonObject last = json(R"({"old":{"items":[1,2],"text":"a\nb","no-name":1,"flag":true,"in":{"n":7}}})");
    const QList<ReferenceChoice> found = referenceChoices(json(sample), {1}, last);
    QCOMPARE(previewOf(found, u"$.old.flag"_s), u"true"_s);
    QCOMPARE(previewOf(found, u"$.old.in.n"_s), u"7"_s);
    QVERIFY(!previewOf(found, u"$.old.text"_s).contains(u'\n'));
    QVERIFY(!previewOf(found, u"$.old.items"_s).isEmpty());
    QCOMPARE(previewOf(found, u"$.old.no-name"_s), u"none"_s);
}

void TestWorkflowReferences::WF_08_membersComeFromTheSchemaOfTheTool()
{
    Tool tool;
    tool.name = u"rag"_s;
    tool.schema = json(
        R"({"output":{"type":"object","properties":{"hits":{"type":"array"},"best":{"type":"object","properties":{"text":{"type":"string"}}}}}})");
    WorkflowSurroundings known;
    known.tools = QList<Tool>{tool};
    const QStringList found = texts(referenceChoices(json(sample), {1}, {}, known));
    QVERIFY(found.contains(u"$.old.hits"_s));
    QVERIFY(found.contains(u"$.old.best.text"_s));
}

void TestWorkflowReferences::WF_08_aLoopOffersItsVariables()
{
    const QJsonObject last = json(R"({"old":{"items":[{"url":"u"}]}})");
    const QStringList found = texts(referenceChoices(json(sample), {3, 0}, last));
    QCOMPARE(found.mid(0, 4), QStringList({u"$.it"_s, u"$.it.url"_s, u"$.loop_index"_s, u"$.loop_count"_s}));
    QVERIFY(found.contains(u"$.old.items"_s));
    QVERIFY(!found.contains(u"$.loop"_s));
}

void TestWorkflowReferences::WF_08_aParallelStepDoesNotOfferItsSiblings()
{
    const QJsonObject definition =
        json(R"({"steps":[{"id":"p","type":"parallel","parallel_steps":[{"id":"a","type":"tool"},{"id":"b","type":"tool"}]},
        {"id":"c","type":"tool"}]})");
    QVERIFY(!texts(referenceChoices(definition, {0, 1}, {})).contains(u"$.a"_s));
    WorkflowSurroundings local;
    local.dialect = WorkflowDialect::Local;
    QVERIFY(texts(referenceChoices(definition, {1}, {}, local)).contains(u"$.p.a"_s));
    QVERIFY(!texts(referenceChoices(definition, {1}, {})).contains(u"$.p.a"_s));
}

void TestWorkflowReferences::WF_08_hugeOutputsAreBounded()
{
    QJsonValue deep = 1;
    for (int i = 0; i < 100; ++i)
        deep = QJsonObject{{u"d"_s, deep}, {u"text"_s, QString(10000, u'x')}};
    QJsonObject wide;
    for (int i = 0; i < 2000; ++i)
        wide.insert(u"m"_s + QString::number(i), QJsonObject{{u"a"_s, i}, {u"b"_s, i}});
    const QList<ReferenceChoice> found = referenceChoices(json(sample), {2}, QJsonObject{{u"old"_s, wide}, {u"older"_s, deep}});
    QVERIFY(found.size() > 50);
    QVERIFY(found.size() <= mostReferenceChoices);
    for (const ReferenceChoice &choice : found) {
        QVERIFY(choice.preview.size() <= 61);
        QVERIFY(choice.text.count(u'.') <= deepestReferenceChoice);
    }
}

QTEST_APPLESS_MAIN(TestWorkflowReferences)
#include "tst_workflowreferences.moc"
