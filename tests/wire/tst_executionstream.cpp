#include "wire/fixture.h"
#include "wire/json/executionstream.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestExecutionStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusIsRead();
    void stepsAreRead();
    void aFailedStepIsRead();
    void outputIsRead();
    void theEndIsRead();
    void theStreamsTimeIsNotTheExecutions_data();
    void theStreamsTimeIsNotTheExecutions();
    void unreadableUpdatesAreNothing_data();
    void unreadableUpdatesAreNothing();

private:
    static QList<ExecutionUpdate> updates();
};

QList<ExecutionUpdate> TestExecutionStream::updates()
{
    SseParser parser;
    QList<ExecutionUpdate> out;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/execution_stream.txt"_s));
    for (const ServerEvent &event : events)
        out.append(executionUpdateFrom(event));
    return out;
}

void TestExecutionStream::statusIsRead()
{
    const QList<ExecutionUpdate> read = updates();
    QCOMPARE(read.size(), 8);
    const auto *running = std::get_if<ExecutionStatusUpdate>(&read.at(0));
    QVERIFY(running);
    QCOMPARE(running->status, OpenEnum(ExecutionStatus::Running));
    QCOMPARE(running->currentStepId, u"wx"_s);
    QCOMPARE(running->timestamp, QDateTime(QDate(2026, 5, 2), QTime(10, 0, 1, 200), Qt::UTC));
    const auto *waiting = std::get_if<ExecutionStatusUpdate>(&read.at(5));
    QVERIFY(waiting);
    QCOMPARE(waiting->status, OpenEnum(ExecutionStatus::AwaitingHuman));
    QVERIFY(!isTerminal(waiting->status));
    QCOMPARE(waiting->currentStepId, QString());
    QVERIFY(!waiting->timestamp.isValid());
}

void TestExecutionStream::stepsAreRead()
{
    const QList<ExecutionUpdate> read = updates();
    const auto *started = std::get_if<StepStarted>(&read.at(1));
    QVERIFY(started);
    QCOMPARE(started->stepId, u"wx"_s);
    QCOMPARE(started->index, 0);
    QCOMPARE(started->seen, 1);
    QVERIFY(started->timestamp.isValid());
    const auto *ended = std::get_if<StepEnded>(&read.at(2));
    QVERIFY(ended);
    QCOMPARE(ended->stepId, u"wx"_s);
    QCOMPARE(ended->index, 0);
    QCOMPARE(ended->status, OpenEnum(StepStatus::Completed));
    QCOMPARE(ended->durationSeconds, std::optional<double>(0.8));
    QCOMPARE(ended->output.toObject().value("temperature"_L1).toInt(), 3);
    QVERIFY(ended->isOutputShortened);
    QCOMPARE(ended->usage.inputTokens, 900);
    QCOMPARE(ended->error, QString());
}

void TestExecutionStream::aFailedStepIsRead()
{
    const QList<ExecutionUpdate> read = updates();
    const auto *failed = std::get_if<StepEnded>(&read.at(3));
    QVERIFY(failed);
    QCOMPARE(failed->stepId, u"each"_s);
    QCOMPARE(failed->index, 1);
    QCOMPARE(failed->status, OpenEnum(StepStatus::Failed));
    QCOMPARE(failed->error, u"Unknown tool: carrier_pigeon"_s);
    QVERIFY(failed->output.isNull());
    QVERIFY(!failed->isOutputShortened);
    QVERIFY(!failed->durationSeconds);
}

void TestExecutionStream::outputIsRead()
{
    const QList<ExecutionUpdate> read = updates();
    const auto *output = std::get_if<ExecutionOutputUpdate>(&read.at(6));
    QVERIFY(output);
    QCOMPARE(output->stepOutputs.value("both"_L1).toArray(), (QJsonArray{1, QJsonValue()}));
    QCOMPARE(output->durationSeconds, std::optional<double>(21.4));
    QCOMPARE(output->usage.requests, 2);
    QCOMPARE(output->usage.costDollars, 0.02);
}

void TestExecutionStream::theEndIsRead()
{
    const QList<ExecutionUpdate> read = updates();
    const auto *ended = std::get_if<ExecutionEnded>(&read.at(7));
    QVERIFY(ended);
    QCOMPARE(ended->status, OpenEnum(ExecutionStatus::Failed));
    QCOMPARE(ended->durationSeconds, std::optional<double>(21.4));
    QCOMPARE(ended->error, u"Step each failed"_s);
    QVERIFY(ended->timestamp.isValid());
}

void TestExecutionStream::theStreamsTimeIsNotTheExecutions_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("timeLimit");
    QTest::newRow("time limit") << QByteArray(R"({"error":"Stream timeout","max_duration":600})") << u"Stream timeout"_s << QString()
                                << true;
    QTest::newRow("failure") << QByteArray(R"({"error":"Row vanished","error_type":"LookupError"})") << u"Row vanished"_s
                             << u"LookupError"_s << false;
    QTest::newRow("no limit told") << QByteArray(R"({"error":"Row vanished","max_duration":null})") << u"Row vanished"_s << QString()
                                   << false;
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"interrupted","message":"Cut"}})") << u"Cut"_s << u"interrupted"_s << false;
    QTest::newRow("nothing said") << QByteArray("{}") << QString() << QString() << false;
}

void TestExecutionStream::theStreamsTimeIsNotTheExecutions()
{
    QFETCH(QByteArray, data);
    const ExecutionUpdate update = executionUpdateFrom({"error", data, {}});
    const auto *error = std::get_if<ExecutionStreamError>(&update);
    QVERIFY(error);
    QTEST(error->text, "text");
    QTEST(error->type, "type");
    QTEST(error->isTimeLimit, "timeLimit");
}

void TestExecutionStream::unreadableUpdatesAreNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("bad JSON") << QByteArray("status") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("output") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray("status") << QByteArray("{}");
    QTest::newRow("end without status") << QByteArray("complete") << QByteArray("{\"execution_id\":\"e\"}");
    QTest::newRow("start of no step") << QByteArray("step_start") << QByteArray("{\"step_index\":0}");
    QTest::newRow("end of no step") << QByteArray("step_complete") << QByteArray("{\"step_id\":null,\"status\":\"completed\"}");
    QTest::newRow("failure of no step") << QByteArray("step_failed") << QByteArray("{\"error\":\"x\"}");
    QTest::newRow("other name") << QByteArray("hologram") << QByteArray("{\"status\":\"running\",\"step_id\":\"a\"}");
}

void TestExecutionStream::unreadableUpdatesAreNothing()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QVERIFY(std::holds_alternative<std::monostate>(executionUpdateFrom({name, data, {}})));
}

QTEST_APPLESS_MAIN(TestExecutionStream)
#include "tst_executionstream.moc"
