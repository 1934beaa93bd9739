#include "api/apifixture.h"
#include "api/endpoints/workflowsapi.h"
#include "wire/json/workflowjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestWorkflowsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void one();
    void creating();
    void updating();
    void removing();
    void executing();
    void anExecutionIsNeverStartedTwice();
    void anotherShapeIsAProtocolError();
    void aBadDefinitionIsInvalid();
};

namespace {

const QByteArray workflow = R"({"id":"w1","name":"frost","description":"Warns","trigger":{},"guardrails":null,"version":3,"layout":1,
    "steps":[{"id":"wx","type":"tool","tool":"get_weather","retries":2},{"id":"say","type":"agent","agent":"chat-agent"}]})";

} // namespace

void TestWorkflowsApi::listing()
{
    ApiFixture<WorkflowsApi> fixture(json('[' + workflow + ']'));
    const Result<QList<Workflow>> read = outcomeOf(fixture.api.list());
    QCOMPARE(fixture.sent(), "GET /agents/workflows"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().steps.size(), 2);
}

void TestWorkflowsApi::one()
{
    ApiFixture<WorkflowsApi> fixture(json(workflow));
    const Result<Workflow> read = outcomeOf(fixture.api.get(WorkflowId(u"w1"_s)));
    QCOMPARE(fixture.sent(), "GET /agents/workflows/w1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->name, u"frost"_s);
}

void TestWorkflowsApi::creating()
{
    ApiFixture<WorkflowsApi> fixture(reply(201, workflow));
    Workflow made;
    made.name = u"frost"_s;
    made.steps.append({u"wx"_s, u"tool"_s, u"wx"_s, {}, {{u"tool"_s, u"get_weather"_s}}});
    made.guardrails.requestLimit = 5;
    const Result<Workflow> read = outcomeOf(fixture.api.create(made));
    QCOMPARE(fixture.sent(), "POST /agents/workflows"_ba);
    const QJsonObject step{{u"id"_s, u"wx"_s}, {u"type"_s, u"tool"_s}, {u"tool"_s, u"get_weather"_s}};
    QCOMPARE(fixture.json(),
             QJsonValue(QJsonObject{
                 {u"name"_s, u"frost"_s}, {u"steps"_s, QJsonArray{step}}, {u"guardrails"_s, QJsonObject{{u"request_limit"_s, 5}}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, WorkflowId(u"w1"_s));
}

void TestWorkflowsApi::updating()
{
    ApiFixture<WorkflowsApi> fixture(json(workflow));
    const Workflow before = *wire::workflowFromJson(*wire::parseJson(workflow));
    Workflow after = before;
    after.steps[1].raw.insert("agent"_L1, u"weather-agent"_s);
    const Result<Workflow> read = outcomeOf(fixture.api.update(before, after));
    QCOMPARE(fixture.sent(), "PUT /agents/workflows/w1"_ba);
    const QJsonObject first{{u"id"_s, u"wx"_s}, {u"type"_s, u"tool"_s}, {u"tool"_s, u"get_weather"_s}, {u"retries"_s, 2}};
    const QJsonObject second{{u"id"_s, u"say"_s}, {u"type"_s, u"agent"_s}, {u"agent"_s, u"weather-agent"_s}};
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"steps"_s, QJsonArray{first, second}}}));
    QVERIFY(read.has_value());
}

void TestWorkflowsApi::removing()
{
    ApiFixture<WorkflowsApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(WorkflowId(u"w1"_s))).has_value());
    QCOMPARE(fixture.sent(), "DELETE /agents/workflows/w1"_ba);
}

void TestWorkflowsApi::executing()
{
    ApiFixture<WorkflowsApi> fixture(json(R"({"id":"e1","workflow_id":"w1","status":"pending","input_data":{"city":"Bremen"}})"));
    const Result<WorkflowExecution> read = outcomeOf(fixture.api.execute(WorkflowId(u"w1"_s), {{u"city"_s, u"Bremen"_s}}));
    QCOMPARE(fixture.sent(), "POST /agents/workflows/w1/execute"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"input_data"_s, QJsonObject{{u"city"_s, u"Bremen"_s}}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, ExecutionId(u"e1"_s));
    QCOMPARE(read->status, OpenEnum(ExecutionStatus::Pending));
}

void TestWorkflowsApi::anExecutionIsNeverStartedTwice()
{
    ApiFixture<WorkflowsApi> fixture(reply(503, "{}"));
    QVERIFY(!outcomeOf(fixture.api.execute(WorkflowId(u"w1"_s), {})).has_value());
    QCOMPARE(fixture.sent(), "POST /agents/workflows/w1/execute"_ba);
}

void TestWorkflowsApi::anotherShapeIsAProtocolError()
{
    ApiFixture<WorkflowsApi> fixture(json(R"({"workflows":[]})"));
    QCOMPARE(outcomeOf(fixture.api.list()).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.get(WorkflowId(u"w1"_s))).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.execute(WorkflowId(u"w1"_s), {})).error().kind, Error::Kind::Protocol);
}

void TestWorkflowsApi::aBadDefinitionIsInvalid()
{
    ApiFixture<WorkflowsApi> fixture(reply(400, R"({"detail":"Invalid workflow definition: no steps"})"));
    const Result<Workflow> refused = outcomeOf(fixture.api.create({}));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QCOMPARE(refused.error().message, u"Invalid workflow definition: no steps"_s);
}

QTEST_GUILESS_MAIN(TestWorkflowsApi)
#include "tst_workflowsapi.moc"
