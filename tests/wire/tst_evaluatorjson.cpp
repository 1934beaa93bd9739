#include "wire/fixture.h"
#include "wire/json/evaluatorjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestEvaluatorJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheContractsEvaluator();
    void everyConfigHasAType();
    void untouchedEvaluatorIsWrittenBackUnchanged();
    void creationHasWhatTheServerWantsAndNoMore();
    void changesAreTheEditAlone();
    void unknownConfigSurvivesAnEdit();
    void badEvaluatorsFail_data();
    void badEvaluatorsFail();

private:
    QJsonArray m_json;
    QList<Evaluator> m_evaluators;
};

void TestEvaluatorJson::initTestCase()
{
    m_json = fixture::json(u"contract/evaluators.json"_s).toArray();
    const auto read = listFromJson<Evaluator>(m_json, evaluatorFromJson);
    QVERIFY(read.has_value());
    m_evaluators = *read;
}

void TestEvaluatorJson::readsTheContractsEvaluator()
{
    const Evaluator &evaluator = m_evaluators.at(0);
    QCOMPARE(evaluator.id, EvaluatorId(u"0f3c1f0e-6c1b-4a51-9a3e-7d0b64d0a001"_s));
    QCOMPARE(evaluator.name, u"answers-in-time"_s);
    QCOMPARE(evaluator.description, u"Fails slow runs"_s);
    QVERIFY(evaluator.isActive);
    QCOMPARE(evaluator.createdBy, UserId(u"5b0c6c35-90b6-4d7e-8b6a-1c1f3f9f1001"_s));
    QCOMPARE(evaluator.version, 3);
    QCOMPARE(evaluator.createdAt, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 120), Qt::UTC));
    QCOMPARE(evaluator.updatedAt, QDateTime(QDate(2026, 5, 2), QTime(10, 0), Qt::UTC));
    QVERIFY(!m_evaluators.at(1).isActive);
    QCOMPARE(m_evaluators.at(1).description, QString());
}

void TestEvaluatorJson::everyConfigHasAType()
{
    QCOMPARE(m_evaluators.at(0).type().value(), Scorer::Latency);
    QCOMPARE(m_evaluators.at(0).thresholdMs(), 8000);
    QCOMPARE(m_evaluators.at(1).type().value(), Scorer::ToolUsage);
    QCOMPARE(m_evaluators.at(1).expectedTools(), (QStringList{u"web_search"_s, u"document_search"_s}));
    QCOMPARE(m_evaluators.at(2).type().value(), Scorer::Success);
}

void TestEvaluatorJson::untouchedEvaluatorIsWrittenBackUnchanged()
{
    for (qsizetype i = 0; i < m_json.size(); ++i) {
        QCOMPARE(toJson(m_evaluators.at(i)), m_json.at(i).toObject());
        QCOMPARE(evaluatorChanges(m_evaluators.at(i), m_evaluators.at(i)), QJsonObject());
    }
}

void TestEvaluatorJson::creationHasWhatTheServerWantsAndNoMore()
{
    Evaluator made;
    made.name = u"quick"_s;
    QCOMPARE(evaluatorCreation(made), (QJsonObject{{u"name"_s, u"quick"_s}, {u"config"_s, QJsonObject()}, {u"is_active"_s, true}}));
    Evaluator copy = m_evaluators.at(0);
    copy.name = u"copy"_s;
    const QJsonObject body = evaluatorCreation(copy);
    QCOMPARE(body.keys(), (QStringList{u"config"_s, u"description"_s, u"is_active"_s, u"name"_s}));
    QCOMPARE(body.value("config"_L1), m_json.at(0).toObject().value("config"_L1));
}

void TestEvaluatorJson::changesAreTheEditAlone()
{
    Evaluator after = m_evaluators.at(0);
    after.description.clear();
    QCOMPARE(evaluatorChanges(m_evaluators.at(0), after), (QJsonObject{{u"description"_s, QJsonValue()}}));
    after = m_evaluators.at(0);
    after.name = u"answers-soon"_s;
    after.isActive = false;
    after.version = 9; // not ours to change
    QCOMPARE(evaluatorChanges(m_evaluators.at(0), after), (QJsonObject{{u"name"_s, u"answers-soon"_s}, {u"is_active"_s, false}}));
}

void TestEvaluatorJson::unknownConfigSurvivesAnEdit()
{
    Evaluator after = m_evaluators.at(0);
    after.setThresholdMs(500);
    const QJsonObject config{{u"type"_s, u"latency"_s}, {u"threshold_ms"_s, 500}, {u"grace"_s, QJsonObject{{u"first_run"_s, true}}}};
    QCOMPARE(evaluatorChanges(m_evaluators.at(0), after), (QJsonObject{{u"config"_s, config}}));
    QCOMPARE(toJson(after).value("labels"_L1).toArray(), QJsonArray{u"speed"_s});
}

void TestEvaluatorJson::badEvaluatorsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << u"evaluator: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"name":"a"})") << u"evaluator.id: missing"_s;
    QTest::newRow("empty id") << QByteArray(R"({"id":"","name":"a"})") << u"evaluator.id: empty"_s;
    QTest::newRow("no name") << QByteArray(R"({"id":"x","name":null})") << u"evaluator.name: expected a string"_s;
}

void TestEvaluatorJson::badEvaluatorsFail()
{
    QFETCH(QByteArray, json);
    const Result<Evaluator> read = evaluatorFromJson(*parseJson(json));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestEvaluatorJson)
#include "tst_evaluatorjson.moc"
