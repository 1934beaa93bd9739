#include "wire/fixture.h"
#include "wire/json/taskconfigjson.h"
#include "wire/json/taskjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestTaskJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheContractsTask();
    void configurationsOfTheContract();
    void missingConfigurationsAreTheServersDefaults();
    void aSingleRecipientIsATarget();
    void unknownWordsAreNoFailure();
    void theWebhooksSecretStaysOutOfRaw();
    void untouchedTasksAreWrittenBackUnchanged();
    void aNewTaskHasWhatTheServerNeeds();
    void newTasksAskForTheScopesOfTheirTarget();
    void nothingChangedIsNothing();
    void changesHoldChangedKeysAlone();
    void aClearedTextIsEmptyAndAReplacedTargetIsNull();
    void notificationsGoWithTheirTargets();
    void aSingleRecipientStaysSingle();
    void aSecondRecipientMakesAList();
    void clearedConfigurationKeysAreNull();
    void badTasksFail_data();
    void badTasksFail();

private:
    [[nodiscard]] Task task(int index) const;

    QJsonArray m_tasks;
};

void TestTaskJson::initTestCase()
{
    m_tasks = fixture::json(u"contract/tasks.json"_s).toObject().value("tasks"_L1).toArray();
    QCOMPARE(m_tasks.size(), 2);
}

Task TestTaskJson::task(int index) const
{
    const Result<Task> read = taskFromJson(m_tasks.at(index));
    if (!read)
        qFatal("task: %s", qPrintable(read.error().detail));
    return *read;
}

void TestTaskJson::readsTheContractsTask()
{
    const Task read = task(0);
    QCOMPARE(read.id, TaskId(u"7a5c0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read.name, u"Morning digest"_s);
    QCOMPARE(read.description, QString());
    QCOMPARE(read.agentId, AgentId(u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s));
    QVERIFY(read.workflowId.isEmpty());
    QCOMPARE(read.prompt, u"What happened overnight?"_s);
    QCOMPARE(read.triggerType, OpenEnum<TriggerType>(TriggerType::Cron));
    QCOMPARE(read.trigger.cron, u"0 7 * * *"_s);
    QCOMPARE(read.scopes, QStringList(u"agent.execute"_s));
    QCOMPARE(read.delegationExpiresAt, QDateTime(QDate(2029, 5, 2), QTime(9, 14, 3), Qt::UTC));
    QCOMPARE(read.input.value("region"_L1).toString(), u"north"_s);
    QCOMPARE(read.status, OpenEnum<TaskStatus>(TaskStatus::Active));
    QCOMPARE(read.lastRunAt, QDateTime(QDate(2026, 5, 2), QTime(7, 0, 1, 500), Qt::UTC));
    QCOMPARE(read.lastRunId, u"b6c00000-0000-4000-8000-000000000021"_s);
    QCOMPARE(read.nextRunAt, QDateTime(QDate(2026, 5, 3), QTime(7, 0), Qt::UTC));
    QCOMPARE(read.runCount, 14);
    QCOMPARE(read.errorCount, 1);
    QCOMPARE(read.lastError, u"Token expired"_s);
}

void TestTaskJson::configurationsOfTheContract()
{
    const Task read = task(0);
    QVERIFY(read.notifications.isEnabled);
    QCOMPARE(read.notifications.targets.size(), 2);
    QCOMPARE(read.notifications.targets.at(0).channel, OpenEnum<NotificationChannel>(NotificationChannel::Email));
    QCOMPARE(read.notifications.targets.at(0).recipient, u"kim@example.org"_s);
    QVERIFY(read.notifications.targets.at(1).channel.isUnknown());
    QVERIFY(!read.notifications.targets.at(1).isEnabled);
    QVERIFY(!read.notifications.includesPortalLink);
    QCOMPARE(read.insights.maxInsights, 80);
    QVERIFY(!read.insights.purgeAfterDays);
    QCOMPARE(read.insights.contextLimit, 12);
    QVERIFY(!read.outputSaving.isEnabled);
    const Task other = task(1);
    QVERIFY(other.outputSaving.isEnabled);
    QCOMPARE(other.outputSaving.tags, QStringList(u"orders"_s));
    QCOMPARE(other.outputSaving.titleTemplate, u"{task_name} {date}"_s);
    QVERIFY(!other.outputSaving.onSuccessOnly);
}

void TestTaskJson::missingConfigurationsAreTheServersDefaults()
{
    const Result<Task> read = taskFromJson(QJsonObject{{u"id"_s, u"t"_s}, {u"trigger_config"_s, u"odd"_s}});
    QVERIFY(read.has_value());
    QVERIFY(!read->notifications.isEnabled); // nobody to notify
    QVERIFY(read->notifications.onSuccess && read->notifications.onFailure);
    QVERIFY(read->insights.isEnabled && read->insights.includesInContext);
    QCOMPARE(read->insights.maxInsights, 50);
    QCOMPARE(read->insights.purgeAfterDays, std::optional<int>(30));
    QCOMPARE(read->insights.contextLimit, 10);
    QCOMPARE(read->outputSaving.libraryType, u"TASKS"_s);
    QVERIFY(read->outputSaving.onSuccessOnly);
    QCOMPARE(read->trigger.cron, QString());
}

void TestTaskJson::aSingleRecipientIsATarget()
{
    const Task read = task(1);
    QVERIFY(read.notifications.isEnabled);
    QCOMPARE(read.notifications.targets.size(), 1);
    QCOMPARE(read.notifications.targets.first().channel, OpenEnum<NotificationChannel>(NotificationChannel::Slack));
    QCOMPARE(read.notifications.targets.first().recipient, u"https://hooks.example/abc"_s);
}

void TestTaskJson::unknownWordsAreNoFailure()
{
    const Task read = task(1);
    QVERIFY(read.status.isUnknown());
    QCOMPARE(read.status.wire(), u"hibernating"_s);
    QCOMPARE(task(0).notifications.targets.at(1).channel.wire(), u"carrier_pigeon"_s);
}

// Contract 6.4 #41: it travels once, and is to be shown once.
void TestTaskJson::theWebhooksSecretStaysOutOfRaw()
{
    const Task read = task(1);
    QCOMPARE(read.webhookSecret, u"canary-webhook-secret"_s);
    QVERIFY(!read.raw.contains("webhook_secret"_L1));
    QVERIFY(!toJson(read).contains("webhook_secret"_L1));
}

void TestTaskJson::untouchedTasksAreWrittenBackUnchanged()
{
    for (int i = 0; i < m_tasks.size(); ++i) {
        QJsonObject expected = m_tasks.at(i).toObject();
        expected.remove("webhook_secret"_L1);
        QCOMPARE(toJson(task(i)), expected);
    }
}

void TestTaskJson::aNewTaskHasWhatTheServerNeeds()
{
    Task made;
    made.name = u"Digest"_s;
    made.agentId = AgentId(u"a1"_s);
    made.prompt = u"News?"_s;
    made.triggerType = TriggerType::Cron;
    made.trigger.cron = u"0 7 * * *"_s;
    const QJsonObject json = taskCreateJson(made);
    const QJsonObject notifications{{u"enabled"_s, false},        {u"channels"_s, QJsonArray()},
                                    {u"include_summary"_s, true}, {u"include_portal_link"_s, true},
                                    {u"on_success"_s, true},      {u"on_failure"_s, true}};
    const QJsonObject insights{{u"enabled"_s, true},
                               {u"max_insights"_s, 50},
                               {u"purge_after_days"_s, 30},
                               {u"include_in_context"_s, true},
                               {u"context_limit"_s, 10}};
    const QJsonObject saving{
        {u"enabled"_s, false}, {u"library_type"_s, u"TASKS"_s}, {u"tags"_s, QJsonArray()}, {u"on_success_only"_s, true}};
    const QJsonObject expected{{u"name"_s, u"Digest"_s},
                               {u"agent_id"_s, u"a1"_s},
                               {u"prompt"_s, u"News?"_s},
                               {u"trigger_type"_s, u"cron"_s},
                               {u"trigger_config"_s, QJsonObject{{u"cron"_s, u"0 7 * * *"_s}}},
                               {u"notification_config"_s, notifications},
                               {u"insights_config"_s, insights},
                               {u"output_saving_config"_s, saving},
                               {u"input_config"_s, QJsonObject()},
                               {u"scopes"_s, QJsonArray{u"agent.execute"_s}}};
    QCOMPARE(json, expected);
}

// Contract 3.13, trap (a).
void TestTaskJson::newTasksAskForTheScopesOfTheirTarget()
{
    Task made;
    made.workflowId = WorkflowId(u"w1"_s);
    made.description = u"Nightly"_s;
    const QJsonObject json = taskCreateJson(made);
    QCOMPARE(json.value("scopes"_L1).toArray(), (QJsonArray{u"agent.execute"_s, u"workflow.execute"_s}));
    QCOMPARE(json.value("workflow_id"_L1).toString(), u"w1"_s);
    QCOMPARE(json.value("description"_L1).toString(), u"Nightly"_s);
    QVERIFY(!json.contains("agent_id"_L1)); // exactly one of the two
    made.scopes = QStringList{u"search.read"_s};
    QCOMPARE(taskCreateJson(made).value("scopes"_L1).toArray(), QJsonArray{u"search.read"_s});
}

void TestTaskJson::nothingChangedIsNothing()
{
    QCOMPARE(taskChanges(task(0), task(0)), QJsonObject());
    QCOMPARE(taskChanges(task(1), task(1)), QJsonObject());
}

void TestTaskJson::changesHoldChangedKeysAlone()
{
    Task after = task(0);
    after.name = u"Evening digest"_s;
    after.trigger.cron = u"0 19 * * *"_s;
    after.insights.maxInsights = 60;
    after.outputSaving.isEnabled = true;
    after.input.insert("region"_L1, u"south"_s);
    after.status = TaskStatus::Paused;
    const QJsonObject expected{{u"name"_s, u"Evening digest"_s},
                               {u"trigger_config"_s, QJsonObject{{u"cron"_s, u"0 19 * * *"_s}}},
                               {u"insights_config"_s, QJsonObject{{u"max_insights"_s, 60}}},
                               {u"output_saving_config"_s, QJsonObject{{u"enabled"_s, true}}},
                               {u"input_config"_s, QJsonObject{{u"region"_s, u"south"_s}}},
                               {u"status"_s, u"paused"_s}};
    QCOMPARE(taskChanges(task(0), after), expected);
}

// Contract 6.2 #27: null keeps, except for the targets.
void TestTaskJson::aClearedTextIsEmptyAndAReplacedTargetIsNull()
{
    Task after = task(1);
    after.description.clear();
    after.workflowId = {};
    after.agentId = AgentId(u"a1"_s);
    const QJsonObject expected{{u"description"_s, u""_s}, {u"workflow_id"_s, QJsonValue()}, {u"agent_id"_s, u"a1"_s}};
    QCOMPARE(taskChanges(task(1), after), expected);
}

void TestTaskJson::notificationsGoWithTheirTargets()
{
    Task after = task(0);
    after.notifications.onSuccess = false;
    const QJsonObject changes = taskChanges(task(0), after);
    QCOMPARE(changes.keys(), QStringList(u"notification_config"_s));
    const QJsonObject before = m_tasks.at(0).toObject().value("notification_config"_L1).toObject();
    const QJsonObject expected{{u"on_success"_s, false}, {u"enabled"_s, true}, {u"channels"_s, before.value("channels"_L1)}};
    QCOMPARE(changes.value("notification_config"_L1).toObject(), expected); // templates and odd channels included
}

void TestTaskJson::aSingleRecipientStaysSingle()
{
    Task after = task(1);
    after.notifications.targets.first().recipient = u"https://hooks.example/def"_s;
    const QJsonObject changes = taskChanges(task(1), after).value("notification_config"_L1).toObject();
    QCOMPARE(changes.value("recipient"_L1).toString(), u"https://hooks.example/def"_s);
    QCOMPARE(changes.value("channel"_L1).toString(), u"slack"_s);
    QCOMPARE(changes.value("channels"_L1).toArray(), QJsonArray());
}

void TestTaskJson::aSecondRecipientMakesAList()
{
    Task after = task(1);
    after.notifications.targets.append({NotificationChannel::Email, u"kim@example.org"_s, true, {}});
    const QJsonObject changes = taskChanges(task(1), after).value("notification_config"_L1).toObject();
    QCOMPARE(changes.value("channels"_L1).toArray().size(), 2);
    QCOMPARE(changes.value("channels"_L1).toArray().at(1).toObject().value("channel"_L1).toString(), u"email"_s);
    QVERIFY(changes.value("channel"_L1).isNull());
    QVERIFY(changes.value("recipient"_L1).isNull());
}

void TestTaskJson::clearedConfigurationKeysAreNull()
{
    Task after = task(1);
    after.outputSaving.titleTemplate.clear();
    after.insights.purgeAfterDays.reset();
    const QJsonObject changes = taskChanges(task(1), after);
    const QJsonObject saving{{u"title_template"_s, QJsonValue()}};
    const QJsonObject insights{{u"purge_after_days"_s, QJsonValue()}};
    QCOMPARE(changes.value("output_saving_config"_L1).toObject(), saving);
    QCOMPARE(changes.value("insights_config"_L1).toObject(), insights);
    Task emptied = task(0);
    emptied.input = {};
    QCOMPARE(taskChanges(task(0), emptied).value("input_config"_L1).toObject(), (QJsonObject{{u"region"_s, QJsonValue()}}));
}

void TestTaskJson::badTasksFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(3) << u"task: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"name"_s, u"x"_s}}) << u"task.id: missing"_s;
    QTest::newRow("id is null") << QJsonValue(QJsonObject{{u"id"_s, QJsonValue()}}) << u"task.id: expected a string"_s;
}

void TestTaskJson::badTasksFail()
{
    QFETCH(QJsonValue, json);
    const Result<Task> read = taskFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestTaskJson)
#include "tst_taskjson.moc"
