#include "wire/fixture.h"
#include "wire/json/observabilityjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestObservabilityJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void metrics();
    void metricsWithoutRunsHaveNoRate();
    void traces();
    void aTraceOfNullsIsRead();
    void routingAccuracy();
    void routingWithoutScoresHasNoRate();
    void qualityAlerts();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_json;
};

void TestObservabilityJson::initTestCase()
{
    m_json = fixture::json(u"contract/observability.json"_s).toObject();
}

void TestObservabilityJson::metrics()
{
    const Result<AgentMetrics> read = agentMetricsFromJson(m_json.value("metrics"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->agent, u"document-agent"_s);
    QCOMPARE(read->windowHours, std::optional(24));
    QCOMPARE(read->totalRuns, std::optional(10));
    QCOMPARE(read->successfulRuns, std::optional(9));
    QCOMPARE(read->successRate, std::optional(0.9));
    QCOMPARE(read->averageScore, std::optional(0.8));
    QCOMPARE(read->sampleCount, std::optional(4));
}

void TestObservabilityJson::metricsWithoutRunsHaveNoRate()
{
    const Result<AgentMetrics> read = agentMetricsFromJson(m_json.value("metrics_without_runs"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->totalRuns, std::optional(0));
    QVERIFY(!read->successRate);
    QVERIFY(!read->averageScore);
    const Result<AgentMetrics> empty = agentMetricsFromJson(QJsonObject{{u"agent_id"_s, u"a"_s}, {u"runs"_s, 5}});
    QVERIFY(empty.has_value());
    QVERIFY(!empty->totalRuns && !empty->sampleCount && !empty->windowHours);
}

void TestObservabilityJson::traces()
{
    const Result<QList<AgentTrace>> read = agentTracesFromJson(m_json.value("traces"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 2);
    const AgentTrace &trace = read->at(0);
    QCOMPARE(trace.runId, RunId(u"b6c00000-0000-4000-8000-000000000001"_s));
    QCOMPARE(trace.status, RunStatus(RunStatus::Succeeded));
    QCOMPARE(trace.inputPreview, u"Summarise the Q1 numbers"_s);
    QCOMPARE(trace.outputPreview, u"Revenue rose by 4 %."_s);
    QCOMPARE(trace.events.size(), 2);
    QCOMPARE(trace.events.at(0).type, u"created"_s);
    QCOMPARE(trace.events.at(0).data.value().value("agent_tier"_L1).toString(), u"simple"_s);
    QCOMPARE(trace.createdAt.msecsTo(trace.updatedAt), 16'300);
}

void TestObservabilityJson::aTraceOfNullsIsRead()
{
    const Result<QList<AgentTrace>> read = agentTracesFromJson(m_json.value("traces"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->at(1).status.wire(), u"hibernating"_s);
    QVERIFY(!read->at(1).createdAt.isValid());
    QVERIFY(read->at(1).events.isEmpty());
    QCOMPARE(read->at(1).inputPreview, QString());
}

void TestObservabilityJson::routingAccuracy()
{
    const Result<RoutingAccuracy> read = routingAccuracyFromJson(m_json.value("routing"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->days, std::optional(7));
    QCOMPARE(read->averageScore, std::optional(0.92));
    QCOMPARE(read->totalScored, std::optional(25));
    QCOMPARE(read->passed, std::optional(23));
    QCOMPARE(read->passRate, std::optional(0.92));
    QCOMPARE(read->agentDistribution, (QMap<QString, int>{{u"document-agent"_s, 14}, {u"web-search-agent"_s, 11}}));
}

void TestObservabilityJson::routingWithoutScoresHasNoRate()
{
    const Result<RoutingAccuracy> read = routingAccuracyFromJson(m_json.value("routing_without_scores"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->totalScored, std::optional(0));
    QVERIFY(!read->passRate && !read->averageScore);
}

void TestObservabilityJson::qualityAlerts()
{
    const Result<QualityAlerts> read = qualityAlertsFromJson(m_json.value("alerts"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->threshold, std::optional(0.4));
    QCOMPARE(read->days, std::optional(1));
    QCOMPARE(read->total, std::optional(3));
    QCOMPARE(read->alerts.size(), 2);
    const QualityAlert &alert = read->alerts.at(0);
    QCOMPARE(alert.id, ScoreId(u"5c0e0000-0000-4000-8000-000000000009"_s));
    QCOMPARE(alert.agent, u"web-search-agent"_s);
    QCOMPARE(alert.score, std::optional(0.1));
    QCOMPARE(alert.details.value("reason"_L1).toString(), u"Answers another question"_s);
    QCOMPARE(alert.conversationId, ConversationId(u"c0000000-0000-4000-8000-000000000001"_s));
    QCOMPARE(alert.messageId, MessageId(u"d0000000-0000-4000-8000-000000000001"_s));
    QCOMPARE(alert.createdAt, QDateTime(QDate(2026, 5, 8), QTime(11, 0), Qt::UTC));
    QCOMPARE(read->alerts.at(1).score, std::optional(0.0));
    QVERIFY(read->alerts.at(1).messageId.isEmpty());
}

void TestObservabilityJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // metrics, traces, routing, alerts; "" where it is good enough
    const QString noList = u"$: expected a list"_s;
    QTest::newRow("no object") << QByteArray("[]")
                               << QStringList{u"metrics: expected an object"_s, noList, u"routing: expected an object"_s, noList};
    QTest::newRow("nothing in it") << QByteArray("{}") << QStringList{QString(), noList, QString(), noList};
    QTest::newRow("items without ids") << QByteArray(R"({"traces":[{"status":"failed"}],"alerts":[{"score":0.1}]})")
                                       << QStringList{QString(), u"[0] trace.run_id: missing"_s, QString(), u"[0] alert.id: missing"_s};
}

void TestObservabilityJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(agentMetricsFromJson(value));
    note(agentTracesFromJson(value));
    note(routingAccuracyFromJson(value));
    note(qualityAlertsFromJson(value));
    QTEST(details, "details");
}

QTEST_APPLESS_MAIN(TestObservabilityJson)
#include "tst_observabilityjson.moc"
