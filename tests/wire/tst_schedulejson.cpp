#include "wire/fixture.h"
#include "wire/json/schedulejson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestScheduleJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheTeamServers();
    void readsAPersistentOne();
    void aPausedStatusPausesToo();
    void aNewOneHasWhatTheServerNeeds();
    void anEditLeavesOutWhatIsTheServers();
    void badSchedulesFail_data();
    void badSchedulesFail();

private:
    QJsonObject m_schedules;
};

void TestScheduleJson::initTestCase()
{
    m_schedules = fixture::json(u"contract/schedules.json"_s).toObject();
}

void TestScheduleJson::readsTheTeamServers()
{
    const Result<Schedule> schedule = scheduleFromJson(m_schedules.value("team"_L1));
    QVERIFY(schedule.has_value());
    QCOMPARE(schedule->id, ScheduleId(u"9d3c1f0e5b7a4c28a1e6d4b2f7c80911"_s));
    QCOMPARE(schedule->agentId, AgentId(u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s));
    QCOMPARE(schedule->cron, u"30 7 * * 0-4"_s);
    QCOMPARE(schedule->principal, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(schedule->nextRun, QDateTime(QDate(2026, 5, 3), QTime(7, 30), Qt::UTC));
    QCOMPARE(schedule->tier, OpenEnum<Tier>(Tier::Simple));
    QVERIFY(!schedule->isPaused);
}

void TestScheduleJson::readsAPersistentOne()
{
    const Result<Schedule> schedule = scheduleFromJson(m_schedules.value("persistent"_L1));
    QVERIFY(schedule.has_value());
    QVERIFY(!schedule->nextRun.isValid());
    QCOMPARE(schedule->input.value("month"_L1).toInt(), -1);
    QCOMPARE(schedule->tier, OpenEnum<Tier>(Tier::Complex));
    QCOMPARE(schedule->scopes, QStringList(u"search:read"_s));
    QCOMPARE(schedule->purpose, u"reports"_s);
    QVERIFY(schedule->isPaused);
}

void TestScheduleJson::aPausedStatusPausesToo()
{
    const Result<Schedule> schedule = scheduleFromJson(QJsonObject{{u"job_id"_s, u"j"_s}, {u"status"_s, u"paused"_s}});
    QVERIFY(schedule.has_value() && schedule->isPaused);
}

void TestScheduleJson::aNewOneHasWhatTheServerNeeds()
{
    Schedule made;
    made.agentId = AgentId(u"a1"_s);
    made.cron = u"0 6 * * *"_s;
    made.input = {{u"prompt"_s, u"Report"_s}};
    const QJsonObject expected{{u"agent_id"_s, u"a1"_s},
                               {u"cron"_s, u"0 6 * * *"_s},
                               {u"input"_s, made.input},
                               {u"agent_tier"_s, u"simple"_s},
                               {u"scopes"_s, QJsonArray()}};
    QCOMPARE(toJson(made), expected);
}

void TestScheduleJson::anEditLeavesOutWhatIsTheServers()
{
    Result<Schedule> schedule = scheduleFromJson(m_schedules.value("persistent"_L1));
    QVERIFY(schedule.has_value());
    schedule->cron = u"0 7 1 * *"_s;
    QJsonObject expected = m_schedules.value("persistent"_L1).toObject();
    for (const auto key : {"job_id"_L1, "principal_sub"_L1, "next_run_time"_L1, "paused"_L1})
        expected.remove(key);
    expected.insert("cron"_L1, u"0 7 1 * *"_s);
    QCOMPARE(toJson(*schedule), expected);
    QCOMPARE(expected.value("time_zone"_L1).toString(), u"Europe/Berlin"_s);
}

void TestScheduleJson::badSchedulesFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue() << u"schedule: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"schedule_id"_s, u"j"_s}}) << u"schedule.job_id: missing"_s;
}

void TestScheduleJson::badSchedulesFail()
{
    QFETCH(QJsonValue, json);
    const Result<Schedule> schedule = scheduleFromJson(json);
    QVERIFY(!schedule.has_value());
    QCOMPARE(schedule.error().kind, Error::Kind::Protocol);
    QTEST(schedule.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestScheduleJson)
#include "tst_schedulejson.moc"
