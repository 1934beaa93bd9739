#include "api/apifixture.h"
#include "api/endpoints/tasksapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestTasksApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void filtering();
    void one();
    void creating();
    void updatingSendsChangedKeysOnly();
    void removing();
    void actionsOnATask_data();
    void actionsOnATask();
    void running();
    void runningWithOptions();
    void aTaskIsNeverRunTwice();
    void executions();
    void oneExecution();
    void stoppingAnExecution();
    void removingAnExecution();
    void insights();
    void notifications();
    void badAnswers_data();
    void badAnswers();
};

namespace {

const QByteArray task = R"({"id":"t1","name":"Digest","agent_id":"a1","trigger_type":"cron","status":"active"})";
const QByteArray execution = R"({"id":"e1","task_id":"t1","status":"stopped"})";
const TaskId id(u"t1"_s);
const TaskExecutionId executionId(u"e1"_s);

} // namespace

void TestTasksApi::listing()
{
    ApiFixture<TasksApi> fixture(json(R"({"tasks":[)" + task + R"(],"total":7,"limit":1,"offset":2})"));
    const Result<Page<Task>> page = outcomeOf(fixture.api.list({}, 2, 1));
    QCOMPARE(fixture.sent(), "GET /tasks?limit=1&offset=2"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().name, u"Digest"_s);
    QCOMPARE(page->total, 7);
    QVERIFY(page->mayHaveMore());
}

void TestTasksApi::filtering()
{
    ApiFixture<TasksApi> fixture(json(R"({"tasks":[],"total":0})"));
    QVERIFY(outcomeOf(fixture.api.list({TaskStatus::Paused, TriggerType::Webhook}, 0, 50)).has_value());
    QCOMPARE(fixture.sent(), "GET /tasks?limit=50&offset=0&status=paused&trigger_type=webhook"_ba);
}

void TestTasksApi::one()
{
    ApiFixture<TasksApi> fixture(json(task));
    const Result<Task> read = outcomeOf(fixture.api.get(id));
    QCOMPARE(fixture.sent(), "GET /tasks/t1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, id);
}

void TestTasksApi::creating()
{
    ApiFixture<TasksApi> fixture(reply(201, R"({"id":"t1","webhook_secret":"s3"})"));
    Task made;
    made.name = u"Import"_s;
    made.prompt = u"Import"_s;
    made.workflowId = WorkflowId(u"w1"_s);
    made.triggerType = TriggerType::Webhook;
    const Result<Task> read = outcomeOf(fixture.api.create(made));
    QCOMPARE(fixture.sent(), "POST /tasks"_ba);
    const QJsonObject body = fixture.json().toObject();
    QCOMPARE(body.value("workflow_id"_L1).toString(), u"w1"_s);
    QCOMPARE(body.value("trigger_type"_L1).toString(), u"webhook"_s);
    QVERIFY(!body.contains("id"_L1) && !body.contains("status"_L1) && !body.contains("agent_id"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->webhookSecret, u"s3"_s);
}

void TestTasksApi::updatingSendsChangedKeysOnly()
{
    ApiFixture<TasksApi> fixture(json(task));
    Task before;
    before.id = id;
    before.name = u"Digest"_s;
    Task after = before;
    after.prompt = u"News?"_s;
    const Result<Task> read = outcomeOf(fixture.api.update(before, after));
    QCOMPARE(fixture.sent(), "PATCH /tasks/t1"_ba);
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"prompt"_s, u"News?"_s}}));
    QVERIFY(read.has_value());
}

void TestTasksApi::removing()
{
    ApiFixture<TasksApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(id)).has_value());
    QCOMPARE(fixture.sent(), "DELETE /tasks/t1"_ba);
}

void TestTasksApi::actionsOnATask_data()
{
    using Action = ApiCall<Task> *(TasksApi::*)(const TaskId &);
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("pause") << &TasksApi::pause << "POST /tasks/t1/pause"_ba;
    QTest::newRow("resume") << &TasksApi::resume << "POST /tasks/t1/resume"_ba;
    QTest::newRow("refresh token") << &TasksApi::refreshToken << "POST /tasks/t1/refresh-token"_ba;
}

void TestTasksApi::actionsOnATask()
{
    using Action = ApiCall<Task> *(TasksApi::*)(const TaskId &);
    QFETCH(Action, action);
    ApiFixture<TasksApi> fixture(json(task));
    const Result<Task> read = outcomeOf((fixture.api.*action)(id));
    QTEST(fixture.sent(), "sent");
    QVERIFY(read.has_value());
    QCOMPARE(read->status, OpenEnum<TaskStatus>(TaskStatus::Active));
}

void TestTasksApi::running()
{
    ApiFixture<TasksApi> fixture(json(R"({"execution_id":"e1","task_id":"t1","run_id":"r1","status":"succeeded","message":"Done"})"));
    const Result<TaskStarted> read = outcomeOf(fixture.api.run(id));
    QCOMPARE(fixture.sent(), "POST /tasks/t1/run"_ba);
    QCOMPARE(fixture.body(), "{}"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->executionId, executionId);
    QVERIFY(isSuccess(read->status));
}

void TestTasksApi::runningWithOptions()
{
    ApiFixture<TasksApi> fixture(json(R"({"execution_id":"e1","status":"running"})"));
    QVERIFY(outcomeOf(fixture.api.run(id, {{{u"region"_s, u"south"_s}}, true})).has_value());
    const QJsonObject expected{{u"input_override"_s, QJsonObject{{u"region"_s, u"south"_s}}}, {u"skip_notification"_s, true}};
    QCOMPARE(fixture.json().toObject(), expected);
}

void TestTasksApi::aTaskIsNeverRunTwice()
{
    FaultServer server([](const Received &) { return reply(503, "{}"); });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    transport.policy().serverRemembersKeys = true;
    TasksApi api(transport);
    QCOMPARE(outcomeOf(api.run(id)).error().kind, Error::Kind::Unavailable);
    QCOMPARE(server.received().size(), 1);
}

void TestTasksApi::executions()
{
    ApiFixture<TasksApi> fixture(json('[' + execution + ']'));
    const Result<Page<TaskExecution>> page = outcomeOf(fixture.api.executions(id, 20, 1));
    QCOMPARE(fixture.sent(), "GET /tasks/t1/executions?limit=1&offset=20"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().taskId, id);
    QCOMPARE(page->total, -1);
    QVERIFY(page->mayHaveMore()); // a full page
}

void TestTasksApi::oneExecution()
{
    ApiFixture<TasksApi> fixture(json(execution));
    const Result<TaskExecution> read = outcomeOf(fixture.api.execution(id, executionId));
    QCOMPARE(fixture.sent(), "GET /tasks/t1/executions/e1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, executionId);
}

void TestTasksApi::stoppingAnExecution()
{
    ApiFixture<TasksApi> fixture(json(execution));
    const Result<TaskExecution> read = outcomeOf(fixture.api.stopExecution(id, executionId));
    QCOMPARE(fixture.sent(), "POST /tasks/t1/executions/e1/stop"_ba);
    QVERIFY(read.has_value());
    QVERIFY(isTerminal(read->status));
}

void TestTasksApi::removingAnExecution()
{
    ApiFixture<TasksApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.removeExecution(id, executionId)).has_value());
    QCOMPARE(fixture.sent(), "DELETE /tasks/t1/executions/e1"_ba);
    ApiFixture<TasksApi> running(reply(400, R"({"detail":"Execution is still running"})"));
    QCOMPARE(outcomeOf(running.api.removeExecution(id, executionId)).error().kind, Error::Kind::Invalid);
}

void TestTasksApi::insights()
{
    ApiFixture<TasksApi> fixture(json(R"({"task_id":"t1","insights":[{"id":"i1","content":"x"}],"count":1,"error":"Half of it"})"));
    const Result<TaskInsights> read = outcomeOf(fixture.api.insights(id, 30));
    QCOMPARE(fixture.sent(), "GET /tasks/t1/insights?limit=30"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->insights.size(), 1);
    QCOMPARE(read->errorText, u"Half of it"_s);
}

void TestTasksApi::notifications()
{
    ApiFixture<TasksApi> fixture(json(R"({"task_id":"t1","notifications":[{"id":"n1","channel":"email","status":"sent"}],"count":1})"));
    const Result<Page<TaskNotification>> page = outcomeOf(fixture.api.notifications(id, 0, 1));
    QCOMPARE(fixture.sent(), "GET /tasks/t1/notifications?limit=1&offset=0"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().status, OpenEnum<NotificationStatus>(NotificationStatus::Sent));
    QCOMPARE(page->total, -1); // count is the page's own
}

void TestTasksApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("a bare list", 200, "[]", Error::Kind::Protocol);
    row("a task without an id", 200, R"({"tasks":[{"name":"x"}]})", Error::Kind::Protocol);
    row("hidden", 404, R"({"detail":"Task not found"})", Error::Kind::NotFound);
    row("bad filter", 422, R"({"detail":[{"type":"enum","loc":["query","status"],"msg":"Input should be one of"}]})", Error::Kind::Invalid);
}

void TestTasksApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<TasksApi> fixture(reply(status, body));
    const Result<Page<Task>> page = outcomeOf(fixture.api.list({}, 0, 10));
    QVERIFY(!page.has_value());
    QTEST(static_cast<int>(page.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestTasksApi)
#include "tst_tasksapi.moc"
