#include "api/apifixture.h"
#include "api/endpoints/evaluatorsapi.h"
#include "wire/fixture.h"
#include "wire/json/evaluatorjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<EvaluatorsApi>;

class TestEvaluatorsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list();
    void create();
    void getAtBothPlaces();
    void updateSendsTheEditAlone();
    void removeAtBothPlaces();
    void execute();
    void aggregates();
    void aMovedPathIsNotFound();
    void aRunThatHasNotEndedIsInvalid();
    void whatIsNoListIsAProtocolError();

private:
    [[nodiscard]] static QByteArray json(qsizetype index)
    {
        return QJsonDocument(fixture::json(u"contract/evaluators.json"_s).toArray().at(index).toObject()).toJson();
    }
    [[nodiscard]] static Evaluator evaluator() { return *wire::evaluatorFromJson(*wire::parseJson(json(0))); }
};

void TestEvaluatorsApi::list()
{
    Fixture fixture(test::json(fixture::bytes(u"contract/evaluators.json"_s)));
    const auto outcome = outcomeOf(fixture.api.list());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /agents/evals"));
    QCOMPARE(outcome->size(), 3);
    QCOMPARE(outcome->at(1).name, u"looks-things-up"_s);
}

void TestEvaluatorsApi::create()
{
    Fixture fixture(reply(201, json(0)));
    Evaluator made;
    made.name = u"answers-in-time"_s;
    made.setType(Scorer::Latency);
    const auto outcome = outcomeOf(fixture.api.create(made));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /agents/evals"));
    QCOMPARE(
        fixture.json().toObject(),
        (QJsonObject{{u"name"_s, u"answers-in-time"_s}, {u"config"_s, QJsonObject{{u"type"_s, u"latency"_s}}}, {u"is_active"_s, true}}));
    QCOMPARE(outcome->id, evaluator().id);
}

void TestEvaluatorsApi::getAtBothPlaces()
{
    Fixture now(test::json(json(0)));
    const auto outcome = outcomeOf(now.api.get(EvaluatorId(u"a/b"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(now.sent(), QByteArray("GET /evals/definitions/a%2Fb"));
    QCOMPARE(outcome->name, u"answers-in-time"_s);
    Fixture before(test::json(json(0)));
    QVERIFY(outcomeOf(before.api.get(EvaluatorId(u"e1"_s), EvaluatorPath::AgentEvals)).has_value());
    QCOMPARE(before.sent(), QByteArray("GET /agents/evals/e1"));
}

void TestEvaluatorsApi::updateSendsTheEditAlone()
{
    Evaluator after = evaluator();
    after.isActive = false;
    Fixture now(test::json(json(0)));
    QVERIFY(outcomeOf(now.api.update(evaluator(), after)).has_value());
    QCOMPARE(now.sent(), QByteArray("PUT /evals/definitions/0f3c1f0e-6c1b-4a51-9a3e-7d0b64d0a001"));
    QCOMPARE(now.json().toObject(), (QJsonObject{{u"is_active"_s, false}}));
    Fixture before(test::json(json(0)));
    QVERIFY(outcomeOf(before.api.update(evaluator(), after, EvaluatorPath::AgentEvals)).has_value());
    QCOMPARE(before.sent(), QByteArray("PUT /agents/evals/0f3c1f0e-6c1b-4a51-9a3e-7d0b64d0a001"));
}

void TestEvaluatorsApi::removeAtBothPlaces()
{
    Fixture now(reply(204, {}));
    QVERIFY(outcomeOf(now.api.remove(EvaluatorId(u"e1"_s))).has_value());
    QCOMPARE(now.sent(), QByteArray("DELETE /evals/definitions/e1"));
    Fixture before(reply(204, {}));
    QVERIFY(outcomeOf(before.api.remove(EvaluatorId(u"e1"_s), EvaluatorPath::AgentEvals)).has_value());
    QCOMPARE(before.sent(), QByteArray("DELETE /agents/evals/e1"));
}

void TestEvaluatorsApi::execute()
{
    Fixture fixture(test::json(R"({"run_id":"r1","scorer_name":"latency","score":0,"passed":false,"details":{}})"));
    const auto outcome = outcomeOf(fixture.api.execute(EvaluatorId(u"e1"_s), RunId(u"r1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /scores/execute"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"scorer_id"_s, u"e1"_s}, {u"run_id"_s, u"r1"_s}}));
    QCOMPARE(outcome->value, std::optional(0.0));
    QVERIFY(outcome->isGraded());
}

void TestEvaluatorsApi::aggregates()
{
    Fixture all(test::json(R"({"total_scores":0,"total_runs":4,"successful_runs":3,"success_rate":0.75})"));
    const auto outcome = outcomeOf(all.api.aggregates());
    QVERIFY(outcome.has_value());
    QCOMPARE(all.sent(), QByteArray("GET /scores/aggregates"));
    QCOMPARE(outcome->successRate, std::optional(0.75));
    QVERIFY(!outcome->passRate);
    Fixture some(test::json("{}"));
    QVERIFY(outcomeOf(some.api.aggregates({AgentId(u"a1"_s), Scorer::LlmQuality})).has_value());
    QCOMPARE(some.sent(), QByteArray("GET /scores/aggregates?agent_id=a1&scorer_name=llm_quality"));
}

// Contract 6.5: what makes a caller ask at the old place.
void TestEvaluatorsApi::aMovedPathIsNotFound()
{
    Fixture fixture(reply(404, R"({"detail":"Not Found"})"));
    const auto outcome = outcomeOf(fixture.api.get(EvaluatorId(u"e1"_s)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
}

void TestEvaluatorsApi::aRunThatHasNotEndedIsInvalid()
{
    Fixture fixture(reply(400, R"({"detail":"Run is not finished"})"));
    const auto outcome = outcomeOf(fixture.api.execute(EvaluatorId(u"e1"_s), RunId(u"r1"_s)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QCOMPARE(outcome.error().message, u"Run is not finished"_s);
}

void TestEvaluatorsApi::whatIsNoListIsAProtocolError()
{
    Fixture fixture(test::json(R"({"evaluators":[]})"));
    const auto outcome = outcomeOf(fixture.api.list());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestEvaluatorsApi)
#include "tst_evaluatorsapi.moc"
