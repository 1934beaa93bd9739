#include "wire/fixture.h"
#include "wire/json/datasetjson.h"
#include "wire/json/scenariojson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestDatasetJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheContractsDatasets();
    void readsTheContractsScenarios();
    void untouchedValuesAreWrittenBackUnchanged();
    void creationsHaveWhatTheServerWantsAndNoMore();
    void datasetChangesAreTheEditAlone();
    void scenarioChangesAreTheEditAlone();
    void anEmptyExpectationIsNoMissingOne();
    void badValuesFail_data();
    void badValuesFail();

private:
    QJsonArray m_datasetJson;
    QJsonArray m_scenarioJson;
    QList<Dataset> m_datasets;
    QList<Scenario> m_scenarios;
};

void TestDatasetJson::initTestCase()
{
    m_datasetJson = fixture::json(u"contract/datasets.json"_s).toArray();
    m_scenarioJson = fixture::json(u"contract/scenarios.json"_s).toArray();
    const auto datasets = listFromJson<Dataset>(m_datasetJson, datasetFromJson);
    const auto scenarios = listFromJson<Scenario>(m_scenarioJson, scenarioFromJson);
    QVERIFY(datasets && scenarios);
    m_datasets = *datasets;
    m_scenarios = *scenarios;
}

void TestDatasetJson::readsTheContractsDatasets()
{
    const Dataset &dataset = m_datasets.at(0);
    QCOMPARE(dataset.id, DatasetId(u"7a8b8c10-0d5e-4b6f-9a11-000000000001"_s));
    QCOMPARE(dataset.name, u"contracts-smoke"_s);
    QCOMPARE(dataset.description, u"Ten questions about leases"_s);
    QCOMPARE(dataset.agent, u"document-agent"_s);
    QCOMPARE(dataset.tags, (QStringList{u"nightly"_s, u"leases"_s}));
    QVERIFY(dataset.isActive);
    QCOMPARE(dataset.createdBy, UserId(u"5b0c6c35-90b6-4d7e-8b6a-1c1f3f9f1001"_s));
    QCOMPARE(dataset.scenarioCount, std::optional(10));
    QCOMPARE(dataset.createdAt, QDateTime(QDate(2026, 4, 20), QTime(8, 0), Qt::UTC));
    QCOMPARE(dataset.updatedAt, QDateTime(QDate(2026, 4, 21), QTime(8, 30, 0, 500), Qt::UTC));
    QCOMPARE(m_datasets.at(1).agent, QString());
    QCOMPARE(m_datasets.at(1).scenarioCount, std::optional(0));
    const Result<Dataset> silent = datasetFromJson(QJsonObject{{u"id"_s, u"d"_s}, {u"name"_s, u"n"_s}});
    QVERIFY(silent.has_value());
    QVERIFY(!silent->scenarioCount);
    QVERIFY(silent->isActive);
}

void TestDatasetJson::readsTheContractsScenarios()
{
    const Scenario &scenario = m_scenarios.at(0);
    QCOMPARE(scenario.id, ScenarioId(u"8c1d2e30-0000-4000-8000-000000000001"_s));
    QCOMPARE(scenario.datasetId, m_datasets.at(0).id);
    QCOMPARE(scenario.name, u"notice period"_s);
    QCOMPARE(scenario.query, u"How long is the notice period in lease 12?"_s);
    QCOMPARE(scenario.expectedAgent, u"document-agent"_s);
    QCOMPARE(scenario.expectedTools, std::optional(QStringList(u"document_search"_s)));
    QCOMPARE(scenario.expectedOutputContains, std::optional(QStringList(u"three months"_s)));
    QCOMPARE(scenario.expectedOutcome, u"Names the period and quotes the clause"_s);
    QCOMPARE(scenario.metadata, (QJsonObject{{u"difficulty"_s, 2}}));
    QCOMPARE(scenario.tags, QStringList(u"leases"_s));
    QVERIFY(scenario.isActive);
    QVERIFY(scenario.createdAt.isValid() && scenario.updatedAt.isValid());
    QVERIFY(!m_scenarios.at(1).isActive);
}

void TestDatasetJson::untouchedValuesAreWrittenBackUnchanged()
{
    for (qsizetype i = 0; i < m_datasetJson.size(); ++i) {
        QCOMPARE(toJson(m_datasets.at(i)), m_datasetJson.at(i).toObject());
        QCOMPARE(datasetChanges(m_datasets.at(i), m_datasets.at(i)), QJsonObject());
    }
    for (qsizetype i = 0; i < m_scenarioJson.size(); ++i) {
        QCOMPARE(toJson(m_scenarios.at(i)), m_scenarioJson.at(i).toObject());
        QCOMPARE(scenarioChanges(m_scenarios.at(i), m_scenarios.at(i)), QJsonObject());
    }
}

void TestDatasetJson::creationsHaveWhatTheServerWantsAndNoMore()
{
    Dataset dataset;
    dataset.name = u"new"_s;
    QCOMPARE(datasetCreation(dataset), (QJsonObject{{u"name"_s, u"new"_s}, {u"tags"_s, QJsonArray()}}));
    QCOMPARE(datasetCreation(m_datasets.at(0)).keys(), (QStringList{u"agent_id"_s, u"description"_s, u"name"_s, u"tags"_s}));
    Scenario scenario;
    scenario.name = u"hi"_s;
    scenario.query = u"Hello!"_s;
    scenario.datasetId = m_datasets.at(0).id;
    scenario.expectedTools = QStringList();
    QCOMPARE(scenarioCreation(scenario), (QJsonObject{{u"name"_s, u"hi"_s},
                                                      {u"query"_s, u"Hello!"_s},
                                                      {u"expected_tools"_s, QJsonArray()},
                                                      {u"scenario_metadata"_s, QJsonObject()},
                                                      {u"tags"_s, QJsonArray()}}));
}

void TestDatasetJson::datasetChangesAreTheEditAlone()
{
    Dataset after = m_datasets.at(0);
    after.agent.clear();
    after.tags = QStringList(u"weekly"_s);
    after.scenarioCount = 99; // not ours to change
    QCOMPARE(datasetChanges(m_datasets.at(0), after), (QJsonObject{{u"agent_id"_s, QJsonValue()}, {u"tags"_s, QJsonArray{u"weekly"_s}}}));
    QCOMPARE(toJson(after).value("owner_team"_L1).toString(), u"legal"_s);
    after = m_datasets.at(1);
    after.isActive = false;
    QCOMPARE(datasetChanges(m_datasets.at(1), after), (QJsonObject{{u"is_active"_s, false}}));
}

void TestDatasetJson::scenarioChangesAreTheEditAlone()
{
    Scenario after = m_scenarios.at(0);
    after.query = u"And in lease 13?"_s;
    after.expectedOutputContains.reset();
    after.expectedOutcome.clear();
    QCOMPARE(scenarioChanges(m_scenarios.at(0), after), (QJsonObject{{u"query"_s, u"And in lease 13?"_s},
                                                                     {u"expected_output_contains"_s, QJsonValue()},
                                                                     {u"expected_outcome"_s, QJsonValue()}}));
    QCOMPARE(toJson(after).value("reviewed_by"_L1).toString(), u"kim"_s);
}

void TestDatasetJson::anEmptyExpectationIsNoMissingOne()
{
    QCOMPARE(m_scenarios.at(1).expectedTools, std::optional(QStringList()));
    QVERIFY(!m_scenarios.at(1).expectedOutputContains);
    Scenario after = m_scenarios.at(1);
    after.expectedTools.reset();
    after.expectedOutputContains = QStringList();
    QCOMPARE(scenarioChanges(m_scenarios.at(1), after),
             (QJsonObject{{u"expected_tools"_s, QJsonValue()}, {u"expected_output_contains"_s, QJsonArray()}}));
}

void TestDatasetJson::badValuesFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("dataset"); // the failure's detail
    QTest::addColumn<QString>("scenario");
    QTest::newRow("no object") << QByteArray("null") << u"dataset: expected an object"_s << u"scenario: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"name":"a"})") << u"dataset.id: missing"_s << u"scenario.id: missing"_s;
    QTest::newRow("id is a number") << QByteArray(R"({"id":5,"name":"a"})") << u"dataset.id: expected a string"_s
                                    << u"scenario.id: expected a string"_s;
}

void TestDatasetJson::badValuesFail()
{
    QFETCH(QByteArray, json);
    const Result<Dataset> dataset = datasetFromJson(*parseJson(json));
    const Result<Scenario> scenario = scenarioFromJson(*parseJson(json));
    QVERIFY(!dataset && !scenario);
    QTEST(dataset.error().detail, "dataset");
    QTEST(scenario.error().detail, "scenario");
}

QTEST_APPLESS_MAIN(TestDatasetJson)
#include "tst_datasetjson.moc"
