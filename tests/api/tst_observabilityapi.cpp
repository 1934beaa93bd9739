#include "api/apifixture.h"
#include "api/endpoints/observabilityapi.h"
#include "wire/fixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<ObservabilityApi>;

class TestObservabilityApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metrics();
    void traces();
    void routingAccuracy();
    void qualityAlerts();
    void aWindowThatIsTooLongIsInvalid();
    void wrongShapesAreProtocolErrors();

private:
    [[nodiscard]] static Scripted answer(QLatin1StringView name)
    {
        return json(QJsonDocument(fixture::json(u"contract/observability.json"_s).toObject().value(name).toObject()).toJson());
    }
};

void TestObservabilityApi::metrics()
{
    Fixture fixture(answer("metrics"_L1));
    const auto outcome = outcomeOf(fixture.api.metrics(u"document-agent"_s));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/observability/agent/document-agent/metrics?window_hours=24"));
    QCOMPARE(outcome->successRate, std::optional(0.9));
    Fixture week(answer("metrics_without_runs"_L1));
    QVERIFY(outcomeOf(week.api.metrics(u"a b"_s, 168)).has_value());
    QCOMPARE(week.sent(), QByteArray("GET /evals/observability/agent/a%20b/metrics?window_hours=168"));
}

void TestObservabilityApi::traces()
{
    Fixture fixture(answer("traces"_L1));
    const auto outcome = outcomeOf(fixture.api.traces(u"document-agent"_s, 2));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/observability/agent/document-agent/traces?limit=2"));
    QCOMPARE(outcome->size(), 2);
    QCOMPARE(outcome->at(0).inputPreview, u"Summarise the Q1 numbers"_s);
}

void TestObservabilityApi::routingAccuracy()
{
    Fixture fixture(answer("routing"_L1));
    const auto outcome = outcomeOf(fixture.api.routingAccuracy());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /evals/observability/routing/accuracy?days=7"));
    QCOMPARE(outcome->agentDistribution.value(u"document-agent"_s), 14);
}

void TestObservabilityApi::qualityAlerts()
{
    Fixture usual(answer("alerts"_L1));
    const auto outcome = outcomeOf(usual.api.qualityAlerts());
    QVERIFY(outcome.has_value());
    QCOMPARE(usual.sent(), QByteArray("GET /evals/observability/quality-alerts?threshold=0.4&days=1&limit=50"));
    QCOMPARE(outcome->total, std::optional(3));
    QCOMPARE(outcome->alerts.size(), 2);
    Fixture some(answer("alerts"_L1));
    QVERIFY(outcomeOf(some.api.qualityAlerts({0, u"a1"_s, 30, 200})).has_value());
    QCOMPARE(some.sent(), QByteArray("GET /evals/observability/quality-alerts?threshold=0&agent_id=a1&days=30&limit=200"));
}

void TestObservabilityApi::aWindowThatIsTooLongIsInvalid()
{
    Fixture fixture(reply(422, R"({"detail":[{"loc":["query","window_hours"],"msg":"at most 168"}]})"));
    const auto outcome = outcomeOf(fixture.api.metrics(u"a"_s, 999));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QCOMPARE(outcome.error().fields.first().path, u"window_hours"_s);
}

void TestObservabilityApi::wrongShapesAreProtocolErrors()
{
    Fixture list(json("[]"));
    QCOMPARE(outcomeOf(list.api.traces(u"a"_s)).error().kind, Error::Kind::Protocol);
    Fixture metrics(json("[]"));
    QCOMPARE(outcomeOf(metrics.api.metrics(u"a"_s)).error().kind, Error::Kind::Protocol);
    Fixture alerts(json("{}"));
    QCOMPARE(outcomeOf(alerts.api.qualityAlerts()).error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestObservabilityApi)
#include "tst_observabilityapi.moc"
