#include "api/apifixture.h"
#include "api/endpoints/executionsapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestExecutionsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void filtering();
    void one();
    void steps();
    void stopping();
    void approving();
    void approvingExactlyThis();
    void resuming();
    void workIsNeverStartedTwice();
    void anotherShapeIsAProtocolError();
    void refusals_data();
    void refusals();
};

namespace {

const QByteArray execution = R"({"id":"e1","workflow_id":"w1","status":"running","step_outputs":{"wx":[1,null]},"duration_seconds":1.5})";
const ExecutionId id(u"e1"_s);

} // namespace

void TestExecutionsApi::listing()
{
    ApiFixture<ExecutionsApi> fixture(json('[' + execution + ',' + execution + ']'));
    const Result<Page<WorkflowExecution>> read = outcomeOf(fixture.api.list(WorkflowId(u"w1"_s), {}, 4, 2));
    QCOMPARE(fixture.sent(), "GET /agents/workflows/w1/executions?limit=2&offset=4"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->items.size(), 2);
    QCOMPARE(read->total, -1); // the server does not count
    QCOMPARE(read->offset, 4);
    QVERIFY(read->mayHaveMore());
}

void TestExecutionsApi::filtering()
{
    ApiFixture<ExecutionsApi> fixture(json("[]"));
    QVERIFY(outcomeOf(fixture.api.list(WorkflowId(u"w1"_s), {ExecutionStatus::AwaitingHuman}, 0, 20)).has_value());
    QCOMPARE(fixture.sent(), "GET /agents/workflows/w1/executions?limit=20&offset=0&status=awaiting_human"_ba);
}

void TestExecutionsApi::one()
{
    ApiFixture<ExecutionsApi> fixture(json(execution));
    const Result<WorkflowExecution> read = outcomeOf(fixture.api.get(id));
    QCOMPARE(fixture.sent(), "GET /agents/workflows/executions/e1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->stepOutputs.value("wx"_L1).toArray(), (QJsonArray{1, QJsonValue()}));
    QCOMPARE(read->durationSeconds, std::optional<double>(1.5));
}

void TestExecutionsApi::steps()
{
    ApiFixture<ExecutionsApi> fixture(
        json(R"([{"id":"s1","step_id":"wx","status":"completed"},{"id":"s2","step_id":"wx","status":"running"}])"));
    const Result<QList<StepExecution>> read = outcomeOf(fixture.api.steps(id));
    QCOMPARE(fixture.sent(), "GET /agents/workflows/executions/e1/steps"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(1).status, OpenEnum(StepStatus::Running));
}

void TestExecutionsApi::stopping()
{
    ApiFixture<ExecutionsApi> fixture(json(R"({"id":"e1","status":"stopped","error":"Stopped by user"})"));
    const Result<WorkflowExecution> read = outcomeOf(fixture.api.stop(id));
    QCOMPARE(fixture.sent(), "POST /agents/workflows/executions/e1/stop"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject()));
    QVERIFY(read.has_value());
    QCOMPARE(read->status, OpenEnum(ExecutionStatus::Stopped));
}

void TestExecutionsApi::approving()
{
    ApiFixture<ExecutionsApi> fixture(json(execution));
    const Result<WorkflowExecution> read = outcomeOf(fixture.api.approve(id, {u"yes"_s, {}, {}}));
    QCOMPARE(fixture.sent(), "POST /agents/workflows/executions/e1/approve"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"option_id"_s, u"yes"_s}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->status, OpenEnum(ExecutionStatus::Running));
}

void TestExecutionsApi::approvingExactlyThis()
{
    ApiFixture<ExecutionsApi> fixture(json(execution));
    QVERIFY(outcomeOf(fixture.api.approve(id, {u"no"_s, u"too dear"_s, u"abc123"_s})).has_value());
    QCOMPARE(fixture.json(),
             QJsonValue(QJsonObject{{u"option_id"_s, u"no"_s}, {u"comment"_s, u"too dear"_s}, {u"arguments_hash"_s, u"abc123"_s}}));
}

void TestExecutionsApi::resuming()
{
    for (const auto &[from, word] : {std::pair(ResumeFrom::FailedStep, u"failed"_s), std::pair(ResumeFrom::Start, u"start"_s)}) {
        ApiFixture<ExecutionsApi> fixture(json(execution));
        QVERIFY(outcomeOf(fixture.api.resume(id, from)).has_value());
        QCOMPARE(fixture.sent(), "POST /agents/workflows/executions/e1/resume"_ba);
        QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"from"_s, word}}));
    }
}

void TestExecutionsApi::workIsNeverStartedTwice()
{
    {
        ApiFixture<ExecutionsApi> fixture(reply(503, "{}"));
        QVERIFY(!outcomeOf(fixture.api.approve(id, {u"yes"_s, {}, {}})).has_value());
        QCOMPARE(fixture.sent(), "POST /agents/workflows/executions/e1/approve"_ba);
    }
    ApiFixture<ExecutionsApi> fixture(reply(503, "{}"));
    QVERIFY(!outcomeOf(fixture.api.resume(id, ResumeFrom::FailedStep)).has_value());
    QCOMPARE(fixture.sent(), "POST /agents/workflows/executions/e1/resume"_ba);
}

void TestExecutionsApi::anotherShapeIsAProtocolError()
{
    ApiFixture<ExecutionsApi> fixture(json(R"({"executions":[]})"));
    QCOMPARE(outcomeOf(fixture.api.list(WorkflowId(u"w1"_s), {}, 0, 20)).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.get(id)).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.steps(id)).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.stop(id)).error().kind, Error::Kind::Protocol);
}

void TestExecutionsApi::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::newRow("already over") << 400 << QByteArray(R"({"detail":"Cannot stop an execution that is completed"})")
                                  << static_cast<int>(Error::Kind::Invalid);
    QTest::newRow("unknown") << 404 << QByteArray(R"({"detail":"Execution not found"})") << static_cast<int>(Error::Kind::NotFound);
}

void TestExecutionsApi::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<ExecutionsApi> fixture(reply(status, body));
    const Result<WorkflowExecution> refused = outcomeOf(fixture.api.stop(id));
    QVERIFY(!refused.has_value());
    QTEST(static_cast<int>(refused.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestExecutionsApi)
#include "tst_executionsapi.moc"
