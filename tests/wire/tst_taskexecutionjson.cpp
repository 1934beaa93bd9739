#include "wire/fixture.h"
#include "wire/json/taskexecutionjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestTaskExecutionJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAgentsExecution();
    void aWorkflowsExecution();
    void aStart();
    void notifications();
    void insightsWithAHiddenError();
    void badExecutionsFail_data();
    void badExecutionsFail();
    void otherBadAnswersFail();

private:
    QJsonObject m_answers;
};

void TestTaskExecutionJson::initTestCase()
{
    m_answers = fixture::json(u"contract/task_executions.json"_s).toObject();
}

void TestTaskExecutionJson::anAgentsExecution()
{
    const Result<TaskExecution> read = taskExecutionFromJson(m_answers.value("agent"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, TaskExecutionId(u"e8ec0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->taskId, TaskId(u"7a5c0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->runId, u"b6c00000-0000-4000-8000-000000000021"_s);
    QCOMPARE(read->source, OpenEnum<TriggerSource>(TriggerSource::Cron));
    QCOMPARE(read->status, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::Succeeded));
    QCOMPARE(read->input.toObject().value("region"_L1).toString(), u"north"_s);
    QVERIFY(read->output.isNull());
    QCOMPARE(read->outputSummary, u"{'result': 'Quiet night', 'alerts': None}"_s);
    QVERIFY(read->notificationSent);
    QVERIFY(!read->completedAt.isValid());
    QVERIFY(!read->durationSeconds);
    QVERIFY(read->workflowExecution().isEmpty());
}

void TestTaskExecutionJson::aWorkflowsExecution()
{
    const Result<TaskExecution> read = taskExecutionFromJson(m_answers.value("workflow"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->status, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::AwaitingHuman));
    QCOMPARE(read->input, QJsonValue(QJsonArray{1, 2}));
    QCOMPARE(read->workflowExecution(), ExecutionId(u"0f3a0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->durationSeconds, std::optional<double>(3.0)); // looks like an integer (contract 6.2 #21)
    QCOMPARE(read->notificationError, u"Channel closed"_s);
    QCOMPARE(read->error, u"Row 8 is empty"_s);
    QCOMPARE(read->completedAt, QDateTime(QDate(2026, 5, 2), QTime(10, 0, 4), Qt::UTC));
}

void TestTaskExecutionJson::aStart()
{
    const Result<TaskStarted> read = taskStartedFromJson(m_answers.value("started"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->executionId, TaskExecutionId(u"e8ec0000-0000-4000-8000-000000000003"_s));
    QCOMPARE(read->runId, QString());
    QCOMPARE(read->status, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::Failed));
    QCOMPARE(read->message, u"The agent is inactive"_s);
}

void TestTaskExecutionJson::notifications()
{
    const QJsonArray list = m_answers.value("notifications"_L1).toObject().value("notifications"_L1).toArray();
    const Result<TaskNotification> read = taskNotificationFromJson(list.at(0));
    QVERIFY(read.has_value());
    QCOMPARE(read->executionId, TaskExecutionId(u"e8ec0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->channel, OpenEnum<NotificationChannel>(NotificationChannel::BridgeSignal));
    QCOMPARE(read->status, OpenEnum<NotificationStatus>(NotificationStatus::Bounced));
    QCOMPARE(read->messageId, u"m-17"_s);
    QCOMPARE(read->sentAt, QDateTime(QDate(2026, 5, 2), QTime(7, 0, 21), Qt::UTC));
    QVERIFY(!read->deliveredAt.isValid());
    QCOMPARE(read->error, u"No such number"_s);
    QCOMPARE(read->retryCount, 2);
}

void TestTaskExecutionJson::insightsWithAHiddenError()
{
    const Result<TaskInsights> read = taskInsightsFromJson(m_answers.value("insights"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->insights.size(), 1);
    QCOMPARE(read->insights.first().id, InsightId(u"in-1"_s));
    QCOMPARE(read->insights.first().createdOn, QDate(2026, 4, 30));
    QCOMPARE(read->errorText, u"Collection is being rebuilt"_s);
}

void TestTaskExecutionJson::badExecutionsFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(u"e"_s) << u"task execution: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"status"_s, u"failed"_s}}) << u"task execution.id: missing"_s;
    QTest::newRow("no status") << QJsonValue(QJsonObject{{u"id"_s, u"e"_s}}) << u"task execution.status: missing"_s;
}

void TestTaskExecutionJson::badExecutionsFail()
{
    QFETCH(QJsonValue, json);
    const Result<TaskExecution> read = taskExecutionFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

void TestTaskExecutionJson::otherBadAnswersFail()
{
    QVERIFY(!taskStartedFromJson(QJsonObject{{u"status"_s, u"failed"_s}}).has_value());
    QVERIFY(!taskNotificationFromJson(QJsonObject()).has_value());
    QVERIFY(!taskInsightsFromJson(QJsonArray()).has_value());
    QVERIFY(!taskInsightsFromJson(QJsonObject{{u"insights"_s, u"none"_s}}).has_value());
}

QTEST_APPLESS_MAIN(TestTaskExecutionJson)
#include "tst_taskexecutionjson.moc"
