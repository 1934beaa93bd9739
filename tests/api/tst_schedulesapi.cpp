#include "api/apifixture.h"
#include "api/endpoints/schedulesapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestSchedulesApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void creating();
    void removing();
    void one();
    void replacing();
    void HTTP_29_replacingDoesNotOverwriteAnotherChange();
    void pausingAndResuming();
    void badAnswers_data();
    void badAnswers();
};

namespace {

const QByteArray schedule =
    R"({"job_id":"j1","agent_id":"a1","cron":"0 6 * * *","principal_sub":"u1","next_run_time":"2026-05-03T08:00:00+02:00"})";

Schedule daily()
{
    Schedule made;
    made.agentId = AgentId(u"a1"_s);
    made.cron = u"0 6 * * *"_s;
    made.input = {{u"prompt"_s, u"Report"_s}};
    return made;
}

QJsonObject dailyBody()
{
    return {{u"agent_id"_s, u"a1"_s},
            {u"cron"_s, u"0 6 * * *"_s},
            {u"input"_s, QJsonObject{{u"prompt"_s, u"Report"_s}}},
            {u"agent_tier"_s, u"simple"_s},
            {u"scopes"_s, QJsonArray()}};
}

} // namespace

void TestSchedulesApi::listing()
{
    ApiFixture<SchedulesApi> fixture(json('[' + schedule + ']'));
    const Result<QList<Schedule>> list = outcomeOf(fixture.api.list());
    QCOMPARE(fixture.sent(), "GET /runs/schedule"_ba);
    QVERIFY(list.has_value());
    QCOMPARE(list->first().nextRun, QDateTime(QDate(2026, 5, 3), QTime(6, 0), Qt::UTC));
}

void TestSchedulesApi::creating()
{
    ApiFixture<SchedulesApi> fixture(reply(201, schedule));
    const Result<Schedule> made = outcomeOf(fixture.api.create(daily()));
    QCOMPARE(fixture.sent(), "POST /runs/schedule"_ba);
    QCOMPARE(fixture.json().toObject(), dailyBody());
    QVERIFY(made.has_value());
    QCOMPARE(made->id, ScheduleId(u"j1"_s));
}

void TestSchedulesApi::removing()
{
    ApiFixture<SchedulesApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(ScheduleId(u"j1"_s))).has_value());
    QCOMPARE(fixture.sent(), "DELETE /runs/schedule/j1"_ba);
}

void TestSchedulesApi::one()
{
    ApiFixture<SchedulesApi> fixture(json(schedule));
    const Result<Schedule> read = outcomeOf(fixture.api.get(ScheduleId(u"j1"_s)));
    QCOMPARE(fixture.sent(), "GET /runs/schedule/j1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->cron, u"0 6 * * *"_s);
}

void TestSchedulesApi::replacing()
{
    ApiFixture<SchedulesApi> fixture(json(schedule));
    Schedule changed = daily();
    changed.id = ScheduleId(u"j1"_s);
    changed.raw = {{u"job_id"_s, u"j1"_s}, {u"time_zone"_s, u"Europe/Berlin"_s}};
    QVERIFY(outcomeOf(fixture.api.replace(changed)).has_value());
    QCOMPARE(fixture.sent(), "PUT /runs/schedule/j1"_ba);
    QJsonObject expected = dailyBody();
    expected.insert("time_zone"_L1, u"Europe/Berlin"_s);
    QCOMPARE(fixture.json().toObject(), expected);
}

void TestSchedulesApi::HTTP_29_replacingDoesNotOverwriteAnotherChange()
{
    FaultServer server([](const Received &request) {
        return request.method == "GET" ? reply(200, schedule, "application/json", {"ETag: \"v1\""}) : reply(412, R"({"detail":"Changed"})");
    });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    SchedulesApi api(transport);
    const Result<Schedule> read = outcomeOf(api.get(ScheduleId(u"j1"_s)));
    QVERIFY(read.has_value());
    QCOMPARE(outcomeOf(api.replace(*read)).error().kind, Error::Kind::Conflict);
    QCOMPARE(server.received().constLast().headers.value("if-match"), "\"v1\""_ba);
}

void TestSchedulesApi::pausingAndResuming()
{
    ApiFixture<SchedulesApi> pausing(json(R"({"job_id":"j1","paused":true})"));
    const Result<Schedule> paused = outcomeOf(pausing.api.pause(ScheduleId(u"j1"_s)));
    QCOMPARE(pausing.sent(), "POST /runs/schedule/j1/pause"_ba);
    QVERIFY(paused.has_value() && paused->isPaused);
    ApiFixture<SchedulesApi> resuming(json(schedule));
    const Result<Schedule> resumed = outcomeOf(resuming.api.resume(ScheduleId(u"j1"_s)));
    QCOMPARE(resuming.sent(), "POST /runs/schedule/j1/resume"_ba);
    QVERIFY(resumed.has_value() && !resumed->isPaused);
}

void TestSchedulesApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("no list", 200, "{}", Error::Kind::Protocol);
    // What the team server makes of the list.
    row("taken for a run", 422, R"({"detail":[{"type":"uuid_parsing","loc":["path","run_id"],"msg":"Input should be a valid UUID"}]})",
        Error::Kind::Invalid);
    row("unknown", 404, R"({"detail":"Schedule not found"})", Error::Kind::NotFound);
}

void TestSchedulesApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<SchedulesApi> fixture(reply(status, body));
    const Result<QList<Schedule>> list = outcomeOf(fixture.api.list());
    QVERIFY(!list.has_value());
    QTEST(static_cast<int>(list.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestSchedulesApi)
#include "tst_schedulesapi.moc"
