#include "wire/fixture.h"
#include "wire/json/workflowjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestWorkflowJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepKindHasItsLine();
    void rawIsKept();
    void oddSummariesAreOneLine();
    void badWorkflowsFail_data();
    void badWorkflowsFail();
};

void TestWorkflowJson::everyStepKindHasItsLine()
{
    const Result<Workflow> read = workflowFromJson(fixture::json(u"contract/workflows.json"_s).toArray().first());
    QVERIFY(read.has_value());
    QCOMPARE(read->id, WorkflowId(u"4f4e547a-75c7-5623-9db1-75b8018bd4e9"_s));
    QCOMPARE(read->name, u"weather_note"_s);
    QCOMPARE(read->description, QString());
    QVERIFY(read->isBuiltin);
    QCOMPARE(read->version, 2);
    QVERIFY(read->updatedAt.isValid());
    QStringList lines;
    for (const WorkflowStep &step : read->steps)
        lines.append(step.id + u'|' + step.type + u'|' + step.title + u'|' + step.summary);
    QCOMPARE(lines, (QStringList{u"wx|tool|Look at the sky|get_weather"_s, u"cold|condition|cold|$.wx.temperature lt 5"_s,
                                 u"warn|agent|warn|chat-agent"_s, u"note|agent|note|34f0bba5-764f-5029-ae87-49cc177e6ee5"_s,
                                 u"ask|human|ask|Send the note?"_s, u"both|parallel|both|2 step(s)"_s, u"each|loop|each|1 step(s)"_s,
                                 u"later|teleport|later|A kind of a later server"_s}));
}

void TestWorkflowJson::rawIsKept()
{
    const QJsonObject json = fixture::json(u"contract/workflows.json"_s).toArray().first().toObject();
    const Result<Workflow> read = workflowFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(read->raw, json);
    QCOMPARE(read->steps.last().raw.value("speed"_L1).toInt(), 9);
}

void TestWorkflowJson::oddSummariesAreOneLine()
{
    const QJsonArray steps{
        QJsonObject{{u"id"_s, u"a"_s}, {u"type"_s, u"human"_s}, {u"human_config"_s, QJsonObject{{u"notification"_s, u" two\n lines\t"_s}}}},
        QJsonObject{{u"id"_s, u"b"_s},
                    {u"type"_s, u"condition"_s},
                    {u"condition"_s, QJsonObject{{u"field"_s, u"$.x"_s}, {u"operator"_s, u"exists"_s}}}},
        QJsonObject{
            {u"id"_s, u"c"_s},
            {u"type"_s, u"condition"_s},
            {u"condition"_s, QJsonObject{{u"field"_s, u"$.x"_s}, {u"operator"_s, u"contains"_s}, {u"value"_s, QJsonArray{1, true}}}}},
        QJsonObject{{u"id"_s, u"d"_s}, {u"type"_s, u"tool"_s}, {u"name"_s, 5}}};
    const Result<Workflow> read = workflowFromJson(QJsonObject{{u"id"_s, u"w"_s}, {u"name"_s, u"n"_s}, {u"steps"_s, steps}});
    QVERIFY(read.has_value());
    QCOMPARE(read->steps.at(0).summary, u"two lines"_s);
    QCOMPARE(read->steps.at(1).summary, u"$.x exists"_s);
    QCOMPARE(read->steps.at(2).summary, u"$.x contains [1,true]"_s);
    QCOMPARE(read->steps.at(3).summary, QString());
    QCOMPARE(read->steps.at(3).title, u"d"_s);
}

void TestWorkflowJson::badWorkflowsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << u"workflow: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"name":"n"})") << u"workflow.id: missing"_s;
    QTest::newRow("no name") << QByteArray(R"({"id":"w","name":null})") << u"workflow.name: expected a string"_s;
    QTest::newRow("step is no object") << QByteArray(R"({"id":"w","name":"n","steps":[5]})") << u"[0] step: expected an object"_s;
    QTest::newRow("step without type") << QByteArray(R"({"id":"w","name":"n","steps":[{"id":"a","type":"tool"},{"id":"b"}]})")
                                       << u"[1] step.type: missing"_s;
}

void TestWorkflowJson::badWorkflowsFail()
{
    QFETCH(QByteArray, json);
    const Result<QJsonValue> value = parseJson(json);
    QVERIFY(value.has_value());
    const Result<Workflow> read = workflowFromJson(*value);
    QVERIFY(!read.has_value());
    QTEST(read.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestWorkflowJson)
#include "tst_workflowjson.moc"
