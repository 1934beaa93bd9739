#include "wire/fixture.h"
#include "wire/json/taskstreamjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestTaskStreamJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsStream();
    void aReplayNeverTurnsTheStatusBack();
    void streamErrors_data();
    void streamErrors();
    void unreadableUpdatesAreNothing_data();
    void unreadableUpdatesAreNothing();

private:
    [[nodiscard]] static QList<TaskExecutionUpdate> stream();
};

QList<TaskExecutionUpdate> TestTaskStreamJson::stream()
{
    SseParser parser;
    QList<TaskExecutionUpdate> out;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/task_stream.txt"_s));
    for (const ServerEvent &event : events)
        out.append(taskExecutionUpdateFrom(event));
    return out;
}

void TestTaskStreamJson::theContractsStream()
{
    const QList<TaskExecutionUpdate> updates = stream();
    QCOMPARE(updates.size(), 6);
    const auto status = std::get<TaskStatusUpdate>(updates.at(0));
    QCOMPARE(status.status, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::Running));
    QCOMPARE(status.timestamp, QDateTime(QDate(2026, 5, 2), QTime(10, 0, 1, 200), Qt::UTC));

    const auto started = std::get<TaskStepUpdate>(updates.at(1));
    QCOMPARE(started.phase, TaskStepUpdate::Phase::Started);
    QCOMPARE(started.stepId, u"load"_s);
    QCOMPARE(started.index, 0);
    QCOMPARE(started.total, 1);
    QCOMPARE(started.status, u"running"_s);
    QVERIFY(started.output.isNull());

    const auto done = std::get<TaskStepUpdate>(updates.at(2));
    QCOMPARE(done.phase, TaskStepUpdate::Phase::Completed);
    QCOMPARE(done.durationSeconds, std::optional<double>(1.0));
    QCOMPARE(done.output.toObject().value("rows"_L1).toInt(), 7);
    QCOMPARE(done.total, -1);

    const auto failed = std::get<TaskStepUpdate>(updates.at(3));
    QCOMPARE(failed.phase, TaskStepUpdate::Phase::Failed);
    QCOMPARE(failed.error, u"Row 8 is empty"_s);

    const auto output = std::get<TaskOutputUpdate>(updates.at(4));
    QCOMPARE(output.summary, u"{'rows': 7}"_s);
    QCOMPARE(output.output.toObject().value("workflow_execution_id"_L1).toString(), u"0f3a"_s);
    QCOMPARE(output.durationSeconds, std::optional<double>(3.5));

    const auto end = std::get<TaskExecutionEnded>(updates.at(5));
    QCOMPARE(end.status, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::Failed));
    QCOMPARE(end.error, u"Row 8 is empty"_s);
    QCOMPARE(end.durationSeconds, std::optional<double>(3.5));
}

// A reconnected stream starts over, with the status it first saw.
void TestTaskStreamJson::aReplayNeverTurnsTheStatusBack()
{
    OpenEnum<TaskExecutionStatus> known = TaskExecutionStatus::Pending;
    const auto take = [&known](const OpenEnum<TaskExecutionStatus> &next) {
        if (canBecome(known, next))
            known = next;
    };
    for (int turn = 0; turn < 2; ++turn) {
        const QList<TaskExecutionUpdate> updates = stream();
        for (const TaskExecutionUpdate &update : updates) {
            if (const auto *status = std::get_if<TaskStatusUpdate>(&update))
                take(status->status);
            if (const auto *end = std::get_if<TaskExecutionEnded>(&update))
                take(end->status);
        }
        QCOMPARE(known, OpenEnum<TaskExecutionStatus>(TaskExecutionStatus::Failed));
    }
}

void TestTaskStreamJson::streamErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("timeLimit");
    QTest::newRow("time limit") << QByteArray(R"({"error":"Stream timeout","max_duration":600})") << u"Stream timeout"_s << true;
    QTest::newRow("failure") << QByteArray(R"({"error":"Gone","error_type":"LookupError"})") << u"Gone"_s << false;
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"x","message":"Gone"}})") << u"Gone"_s << false;
}

void TestTaskStreamJson::streamErrors()
{
    QFETCH(QByteArray, data);
    const TaskExecutionUpdate update = taskExecutionUpdateFrom({"error", data, {}});
    QVERIFY(std::holds_alternative<TaskStreamError>(update));
    QTEST(std::get<TaskStreamError>(update).text, "text");
    QTEST(std::get<TaskStreamError>(update).isTimeLimit, "timeLimit");
}

void TestTaskStreamJson::unreadableUpdatesAreNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("bad JSON") << QByteArray("status") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("output") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray("status") << QByteArray("{}");
    QTest::newRow("end without status") << QByteArray("complete") << QByteArray("{\"error\":\"x\"}");
    QTest::newRow("step without id") << QByteArray("step_start") << QByteArray("{\"step_index\":0}");
    QTest::newRow("other name") << QByteArray("hologram") << QByteArray("{\"status\":\"running\"}");
}

void TestTaskStreamJson::unreadableUpdatesAreNothing()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QVERIFY(std::holds_alternative<std::monostate>(taskExecutionUpdateFrom({name, data, {}})));
}

QTEST_APPLESS_MAIN(TestTaskStreamJson)
#include "tst_taskstreamjson.moc"
