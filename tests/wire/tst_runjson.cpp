#include "wire/fixture.h"
#include "wire/json/runjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestRunJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeeded();
    void failures_data();
    void failures();
    void pendingHasNoOutput();
    void chatCreatedEventsKeepTheirWords();
    void freeJsonIsKept();
    void localRunSurvivesTheRoundTrip();
    void whatWeDoNotKnowIsKept();
    void aTeamRunIsWrittenBackUnchanged_data();
    void aTeamRunIsWrittenBackUnchanged();
    void aNewFailureIsWritten();
    void unknownStatusIsWrittenBack();
    void badRunsFail_data();
    void badRunsFail();
    void theContractsStream();
    void streamErrors_data();
    void streamErrors();
    void unreadableUpdatesAreNothing_data();
    void unreadableUpdatesAreNothing();
};

namespace {

Run run(QLatin1StringView name)
{
    const Result<Run> read = runFromJson(fixture::json(u"contract/runs.json"_s).toObject().value(name));
    if (!read)
        qFatal("run: %s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestRunJson::succeeded()
{
    const Run read = run("succeeded"_L1);
    QCOMPARE(read.id, RunId(u"b6c00000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read.agentId, AgentId(u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s));
    QCOMPARE(read.status, RunStatus(RunStatus::Succeeded));
    QCOMPARE(read.prompt, u"Summarise the Q1 numbers"_s);
    QCOMPARE(read.outputText(), u"Revenue rose by 4 %."_s);
    QCOMPARE(read.durationMs(), std::optional<qint64>(16300));
    QCOMPARE(read.errorText, QString());
    QCOMPARE(read.events.size(), 3);
    QCOMPARE(read.events.at(0).type, u"created"_s);
    QCOMPARE(read.events.at(0).timestamp, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 100), Qt::UTC));
    QCOMPARE(read.events.at(0).data.value().value("agent_tier"_L1).toString(), u"simple"_s);
    QVERIFY(read.events.at(2).data.value().isEmpty());
}

void TestRunJson::failures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::newRow("failed") << u"failed"_s << static_cast<int>(RunStatus::Failed) << u"Agent not found or inactive"_s << u"ValueError"_s;
    QTest::newRow("timeout") << u"timeout"_s << static_cast<int>(RunStatus::Timeout) << u"Execution exceeded 120 s"_s << QString();
    QTest::newRow("invoke-async") << u"invoke_async_failed"_s << static_cast<int>(RunStatus::Failed) << u"LLM unreachable"_s << QString();
}

void TestRunJson::failures()
{
    QFETCH(QString, name);
    const Result<Run> read = runFromJson(fixture::json(u"contract/runs.json"_s).toObject().value(name));
    QVERIFY(read.has_value());
    QTEST(static_cast<int>(read->status.value()), "status");
    QTEST(read->errorText, "text");
    QTEST(read->errorType, "type");
}

void TestRunJson::pendingHasNoOutput()
{
    const Run read = run("pending"_L1);
    QCOMPARE(read.status, RunStatus(RunStatus::Pending));
    QVERIFY(read.output.isNull());
    QCOMPARE(read.outputText(), QString());
    QVERIFY(!read.durationMs());
}

void TestRunJson::chatCreatedEventsKeepTheirWords()
{
    const Run read = run("chat_created"_L1);
    QVERIFY(read.status.isTerminal() && read.status.isSuccess());
    QCOMPARE(read.outputText(), u"Offer A is cheaper."_s);
    QCOMPARE(read.events.size(), 1);
    QCOMPARE(read.events.first().type, u"thought"_s);
    QCOMPARE(read.events.first().data.value().value("source"_L1).toString(), u"dispatcher"_s);
    QCOMPARE(read.events.first().data.value().value("message"_L1).toString(), u"Using **Chat Assistant**…"_s);
}

// Contract 6.2 #18: output and data are free JSON. A bad event keeps its place, because events are compared by index.
void TestRunJson::freeJsonIsKept()
{
    const Run read = run("free_output"_L1);
    QCOMPARE(read.output, QJsonValue(QJsonArray{1, u"two"_s, QJsonValue()}));
    QCOMPARE(read.status.value(), RunStatus::Unknown);
    QCOMPARE(read.events.size(), 2);
    QCOMPARE(read.events.at(0).data.value().value("value"_L1).toString(), u"a bare string"_s);
    QCOMPARE(read.events.at(1).type, QString());
}

void TestRunJson::localRunSurvivesTheRoundTrip()
{
    Run made;
    made.id = RunId(u"r1"_s);
    made.agentId = AgentId(u"a1"_s);
    made.agentName = u"table"_s;
    made.conversationId = ConversationId(u"c1"_s);
    made.status = RunStatus::Failed;
    made.prompt = u"Which region?"_s;
    made.input = {{u"attachment_ids"_s, QJsonArray{u"f1"_s}}};
    made.output = QJsonObject{{u"result"_s, u"partial"_s}};
    made.errorText = u"The server was stopped."_s;
    made.errorType = u"interrupted"_s;
    made.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 0, 0, 1), Qt::UTC);
    made.updatedAt = made.createdAt.addMSecs(1500);
    made.events = {{made.createdAt, u"tool_start"_s, QJsonObject{{u"tool"_s, u"table_query"_s}}, QString()},
                   {made.updatedAt, u"error"_s, {}, u"cut"_s}};

    const QJsonObject json = toJson(made);
    QCOMPARE(json.value("error"_L1).toObject().value("type"_L1).toString(), u"interrupted"_s);
    const Result<Run> read = runFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read), json);
    QCOMPARE(read->agentName, made.agentName);
    QCOMPARE(read->conversationId, made.conversationId);
    QCOMPARE(read->status, made.status);
    QCOMPARE(read->prompt, made.prompt);
    QCOMPARE(read->input.value("attachment_ids"_L1).toArray().size(), 1);
    QCOMPARE(read->output, made.output);
    QCOMPARE(read->errorText, made.errorText);
    QCOMPARE(read->errorType, made.errorType);
    QCOMPARE(read->durationMs(), std::optional<qint64>(1500));
    QCOMPARE(read->events.size(), 2);
    QCOMPARE(read->events.at(0).data.value().value("tool"_L1).toString(), u"table_query"_s);
    QCOMPARE(read->events.at(0).timestamp, made.createdAt);
    QCOMPARE(read->events.at(1).error, u"cut"_s);
}

void TestRunJson::whatWeDoNotKnowIsKept()
{
    QJsonObject json = fixture::json(u"contract/runs.json"_s).toObject().value("succeeded"_L1).toObject();
    json.insert("workflow_id"_L1, u"w1"_s);
    json.insert("token_usage"_L1, QJsonObject{{u"input"_s, 7}});
    const Result<Run> read = runFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(read->workflowId, WorkflowId(u"w1"_s));
    QCOMPARE(read->createdBy, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->raw.value("token_usage"_L1), json.value("token_usage"_L1));
    QVERIFY(!read->raw.contains("output"_L1));
    QCOMPARE(toJson(*read).value("token_usage"_L1), json.value("token_usage"_L1));
}

void TestRunJson::aTeamRunIsWrittenBackUnchanged_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"succeeded", "failed", "timeout", "pending", "invoke_async_failed"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRunJson::aTeamRunIsWrittenBackUnchanged()
{
    QFETCH(QString, name);
    QJsonObject expected = fixture::json(u"contract/runs.json"_s).toObject().value(name).toObject();
    const Run read = run(QLatin1StringView(name.toLatin1()));
    QJsonObject json = toJson(read);
    QCOMPARE(json.take("events"_L1).toArray().size(), expected.take("events"_L1).toArray().size());
    QCOMPARE(json, expected);
}

void TestRunJson::aNewFailureIsWritten()
{
    Run read = run("pending"_L1);
    read.status = RunStatus::Failed;
    read.errorText = u"The connection broke"_s;
    const QJsonObject json = toJson(read);
    QCOMPARE(json.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(json.value("error"_L1).toObject().value("message"_L1).toString(), u"The connection broke"_s);
    QVERIFY(json.value("error"_L1).toObject().value("type"_L1).isNull());
}

void TestRunJson::unknownStatusIsWrittenBack()
{
    QCOMPARE(toJson(run("free_output"_L1)).value("status"_L1).toString(), u"an_unheard_of_state"_s);
}

void TestRunJson::badRunsFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(u"r1"_s) << u"run: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"status"_s, u"pending"_s}}) << u"run.id: missing"_s;
    QTest::newRow("no status") << QJsonValue(QJsonObject{{u"id"_s, u"r"_s}}) << u"run.status: missing"_s;
    QTest::newRow("status is a number") << QJsonValue(QJsonObject{{u"id"_s, u"r"_s}, {u"status"_s, 3}})
                                        << u"run.status: expected a string"_s;
}

void TestRunJson::badRunsFail()
{
    QFETCH(QJsonValue, json);
    const Result<Run> read = runFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

void TestRunJson::theContractsStream()
{
    SseParser parser;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/run_stream.txt"_s));
    QCOMPARE(events.size(), 4);
    const RunUpdate status = runUpdateFrom(events.at(0));
    QVERIFY(std::holds_alternative<RunStatusUpdate>(status));
    QCOMPARE(std::get<RunStatusUpdate>(status).status, RunStatus(RunStatus::Running));
    QCOMPARE(std::get<RunStatusUpdate>(status).timestamp, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 100), Qt::UTC));
    const RunUpdate event = runUpdateFrom(events.at(1));
    QVERIFY(std::holds_alternative<RunEvent>(event));
    QCOMPARE(std::get<RunEvent>(event).type, u"agent_loaded"_s);
    const RunUpdate output = runUpdateFrom(events.at(2));
    QVERIFY(std::holds_alternative<RunOutputUpdate>(output));
    QCOMPARE(std::get<RunOutputUpdate>(output).output.value().toObject().value("result"_L1).toString(), u"12 °C, rain"_s);
    const RunUpdate end = runUpdateFrom(events.at(3));
    QVERIFY(std::holds_alternative<RunEnded>(end));
    QCOMPARE(std::get<RunEnded>(end).status, RunStatus(RunStatus::Succeeded));
}

void TestRunJson::streamErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("timeLimit");
    QTest::newRow("time limit") << QByteArray(R"({"error":"Stream timeout","max_duration":300})") << u"Stream timeout"_s << true;
    QTest::newRow("failure") << QByteArray(R"({"error":"Run vanished","error_type":"LookupError"})") << u"Run vanished"_s << false;
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"x","message":"Run vanished"}})") << u"Run vanished"_s << false;
}

void TestRunJson::streamErrors()
{
    QFETCH(QByteArray, data);
    const RunUpdate update = runUpdateFrom({"error", data, {}});
    QVERIFY(std::holds_alternative<RunStreamError>(update));
    QTEST(std::get<RunStreamError>(update).text, "text");
    QTEST(std::get<RunStreamError>(update).isTimeLimit, "timeLimit");
}

void TestRunJson::unreadableUpdatesAreNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("bad JSON") << QByteArray("status") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("status") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray("status") << QByteArray("{}");
    QTest::newRow("end without status") << QByteArray("complete") << QByteArray("{\"run_id\":\"r\"}");
    QTest::newRow("other name") << QByteArray("hologram") << QByteArray("{\"status\":\"running\"}");
}

void TestRunJson::unreadableUpdatesAreNothing()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QVERIFY(std::holds_alternative<std::monostate>(runUpdateFrom({name, data, {}})));
}

QTEST_APPLESS_MAIN(TestRunJson)
#include "tst_runjson.moc"
