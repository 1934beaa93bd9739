#include "api/apifixture.h"
#include "api/endpoints/datasetsapi.h"
#include "wire/fixture.h"
#include "wire/json/datasetjson.h"
#include "wire/json/scenariojson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<DatasetsApi>;

class TestDatasetsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void list();
    void create();
    void get();
    void updateSendsTheEditAlone();
    void remove();
    void listScenarios();
    void createScenario();
    void updateScenarioSendsTheEditAlone();
    void removeScenario();
    void anUnknownDatasetIsNotFound();
    void aNameThatIsTooLongNamesItsField();
    void whatIsNoListIsAProtocolError();

private:
    [[nodiscard]] static QByteArray text(const QJsonValue &json) { return QJsonDocument(json.toObject()).toJson(); }

    QJsonArray m_datasets;
    QJsonArray m_scenarios;
    Dataset m_dataset;
    Scenario m_scenario;
};

void TestDatasetsApi::initTestCase()
{
    m_datasets = fixture::json(u"contract/datasets.json"_s).toArray();
    m_scenarios = fixture::json(u"contract/scenarios.json"_s).toArray();
    m_dataset = *wire::datasetFromJson(m_datasets.first());
    m_scenario = *wire::scenarioFromJson(m_scenarios.first());
}

void TestDatasetsApi::list()
{
    Fixture all(json(fixture::bytes(u"contract/datasets.json"_s)));
    const auto outcome = outcomeOf(all.api.list());
    QVERIFY(outcome.has_value());
    QCOMPARE(all.sent(), QByteArray("GET /evals/datasets"));
    QCOMPARE(outcome->size(), 2);
    QCOMPARE(outcome->at(0).scenarioCount, std::optional(10));
    Fixture some(json("[]"));
    QVERIFY(outcomeOf(some.api.list(u"größe & co"_s)).has_value());
    QCOMPARE(some.sent(), QByteArray("GET /evals/datasets?agent_id=gr%C3%B6%C3%9Fe%20%26%20co"));
}

void TestDatasetsApi::create()
{
    Fixture fixture(reply(201, text(m_datasets.first())));
    const auto outcome = outcomeOf(fixture.api.create(m_dataset));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /evals/datasets"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"name"_s, u"contracts-smoke"_s},
                                                     {u"description"_s, u"Ten questions about leases"_s},
                                                     {u"agent_id"_s, u"document-agent"_s},
                                                     {u"tags"_s, QJsonArray{u"nightly"_s, u"leases"_s}}}));
    QCOMPARE(outcome->id, m_dataset.id);
}

void TestDatasetsApi::get()
{
    Fixture fixture(json(text(m_datasets.first())));
    const auto outcome = outcomeOf(fixture.api.get(DatasetId(u"d1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/datasets/d1"));
    QCOMPARE(outcome->name, u"contracts-smoke"_s);
}

void TestDatasetsApi::updateSendsTheEditAlone()
{
    Dataset after = m_dataset;
    after.agent.clear();
    Fixture fixture(json(text(m_datasets.first())));
    QVERIFY(outcomeOf(fixture.api.update(m_dataset, after)).has_value());
    QCOMPARE(fixture.sent(), QByteArray("PATCH /evals/datasets/7a8b8c10-0d5e-4b6f-9a11-000000000001"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"agent_id"_s, QJsonValue()}}));
}

void TestDatasetsApi::remove()
{
    Fixture fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(DatasetId(u"d1"_s))).has_value());
    QCOMPARE(fixture.sent(), QByteArray("DELETE /evals/datasets/d1"));
}

void TestDatasetsApi::listScenarios()
{
    Fixture fixture(json(fixture::bytes(u"contract/scenarios.json"_s)));
    const auto outcome = outcomeOf(fixture.api.listScenarios(DatasetId(u"d1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/datasets/d1/scenarios"));
    QCOMPARE(outcome->size(), 2);
    QCOMPARE(outcome->at(1).query, u"Hello!"_s);
}

void TestDatasetsApi::createScenario()
{
    Scenario made;
    made.name = u"hi"_s;
    made.query = u"Hello!"_s;
    Fixture fixture(reply(201, text(m_scenarios.first())));
    const auto outcome = outcomeOf(fixture.api.createScenario(DatasetId(u"d1"_s), made));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /evals/datasets/d1/scenarios"));
    QCOMPARE(
        fixture.json().toObject(),
        (QJsonObject{{u"name"_s, u"hi"_s}, {u"query"_s, u"Hello!"_s}, {u"scenario_metadata"_s, QJsonObject()}, {u"tags"_s, QJsonArray()}}));
    QCOMPARE(outcome->id, m_scenario.id);
}

void TestDatasetsApi::updateScenarioSendsTheEditAlone()
{
    Scenario after = m_scenario;
    after.expectedTools = QStringList();
    Fixture fixture(json(text(m_scenarios.first())));
    QVERIFY(outcomeOf(fixture.api.updateScenario(m_scenario, after)).has_value());
    QCOMPARE(fixture.sent(), QByteArray("PATCH /evals/scenarios/8c1d2e30-0000-4000-8000-000000000001"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"expected_tools"_s, QJsonArray()}}));
}

void TestDatasetsApi::removeScenario()
{
    Fixture fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.removeScenario(ScenarioId(u"s1"_s))).has_value());
    QCOMPARE(fixture.sent(), QByteArray("DELETE /evals/scenarios/s1"));
}

void TestDatasetsApi::anUnknownDatasetIsNotFound()
{
    Fixture fixture(reply(404, R"({"detail":"Dataset not found"})"));
    const auto outcome = outcomeOf(fixture.api.createScenario(DatasetId(u"gone"_s), m_scenario));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
}

void TestDatasetsApi::aNameThatIsTooLongNamesItsField()
{
    Fixture fixture(reply(422, R"({"detail":[{"type":"string_too_long","loc":["body","name"],"msg":"at most 120 characters"}]})"));
    const auto outcome = outcomeOf(fixture.api.create(m_dataset));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QCOMPARE(outcome.error().fields.size(), 1);
    QCOMPARE(outcome.error().fields.first().path, u"name"_s);
}

void TestDatasetsApi::whatIsNoListIsAProtocolError()
{
    Fixture fixture(json(R"({"datasets":[]})"));
    const auto outcome = outcomeOf(fixture.api.list());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestDatasetsApi)
#include "tst_datasetsapi.moc"
