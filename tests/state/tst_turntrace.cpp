// What a server said in a turn, read back: in its order, bounded, and without secrets.
#include "domain/log.h"
#include "state/chat/turntrace.h"
#include "state/store/tracetable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QByteArray written(const TurnTrace &trace)
{
    return trace.json.isArray() ? QJsonDocument(trace.json.toArray()).toJson() : QJsonDocument(trace.json.toObject()).toJson();
}

} // namespace

class TestTurnTrace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_47_theEventsStandInTheirOrder();
    void CH_47_whatIsStoredOfAMessageIsATraceToo();
    void CH_47_aHugeTraceIsBounded();
    void CH_47_countsOfTokensAreNoSecrets();
    void LOG_01_aTraceShowsNoSecrets_data();
    void LOG_01_aTraceShowsNoSecrets();
};

void TestTurnTrace::CH_47_theEventsStandInTheirOrder()
{
    const TurnTrace trace = TurnTrace::of(boundedTrace({{"thought", R"({"message":"Hm"})", "1"},
                                                        {"content", "not\njson \xff\xe2\x80\xae", "2"},
                                                        {"message_complete", R"({"message_id":"m2"})", {}}}));
    QCOMPARE(trace.source, TurnTrace::Source::Events);
    QCOMPARE(trace.events, 3);
    QVERIFY(!trace.isCut);
    const QJsonArray events = trace.json.toArray();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0)["event"_L1].toString(), u"thought"_s);
    QCOMPARE(events.at(0)["id"_L1].toString(), u"1"_s);
    QCOMPARE(events.at(0)["data"_L1]["message"_L1].toString(), u"Hm"_s);
    QVERIFY(events.at(1)["data"_L1].toString().startsWith(u"not\njson"_s)); // as it came
    QCOMPARE(events.at(2)["data"_L1]["message_id"_L1].toString(), u"m2"_s);
}

void TestTurnTrace::CH_47_whatIsStoredOfAMessageIsATraceToo()
{
    Message message;
    message.role = Role::Assistant;
    message.content = u"South."_s;
    message.thoughts = {{u"table"_s, u"Hm"_s, u"model_reasoning"_s, false}};
    const TurnTrace trace = TurnTrace::of(message);
    QCOMPARE(trace.source, TurnTrace::Source::Message);
    QCOMPARE(trace.json["content"_L1].toString(), u"South."_s);
    QCOMPARE(trace.json["thoughts"_L1][0]["text"_L1].toString(), u"Hm"_s);
    QVERIFY(!trace.isCut);
}

// Fifty megabytes of one tool.
void TestTurnTrace::CH_47_aHugeTraceIsBounded()
{
    QJsonArray rows;
    const QString cell(10'000, u'x');
    for (int i = 0; i < 5000; ++i)
        rows.append(QJsonObject{{u"id"_s, i}, {u"text"_s, cell}});
    Message message;
    message.role = Role::Assistant;
    message.content = QString(1'000'000, u'y');
    ToolCall call;
    call.tool = u"table_query"_s;
    call.finished = true;
    call.output = rows;
    message.toolCalls = {call};
    const TurnTrace trace = TurnTrace::of(message);
    QVERIFY(trace.isCut);
    QVERIFY2(written(trace).size() < 20'000'000, qPrintable(QString::number(written(trace).size())));
    QList<wire::ServerEvent> events;
    for (int i = 0; i < 100; ++i)
        events.append({"tool_result", QByteArray("{\"text\":\"") + QByteArray(100 * 1024, 'z') + "\"}", QByteArray::number(i)});
    const TurnTrace cut = TurnTrace::of(boundedTrace(events));
    QVERIFY(cut.isCut);
    QVERIFY(cut.events > 10 && cut.events < 100);
    const QJsonArray shown = cut.json.toArray();
    QCOMPARE(shown.last()["event"_L1].toString(), u"trace_cut"_s);
    QCOMPARE(shown.last()["data"_L1]["left_out_events"_L1].toInt(), static_cast<int>(100 - cut.events));
}

void TestTurnTrace::LOG_01_aTraceShowsNoSecrets_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("by name") << QByteArray(R"({"data":{"input":{"api_key":"canary-4711"}}})");
    QTest::newRow("a header") << QByteArray(
        R"({"headers":{"Authorization":"canary-4711","Cookie":"canary-4711","x-api-key":"canary-4711"}})");
    QTest::newRow("a list by name") << QByteArray(R"({"headers":{"Authorization":["canary-4711"],"secrets":{"db":["canary-4711"]}}})");
    QTest::newRow("pairs") << QByteArray(
        R"({"headers":[{"name":"Authorization","value":"canary-4711"},{"key":"api_key","value":"canary-4711"}]})");
    QTest::newRow("divided by the cut") << QByteArray(R"({"text":")") + QByteArray(256 * 1024 - 20, ' ') + "registered-canary-4711" +
                                               QByteArray(20'000, ' ') + "\"}";
    QTest::newRow("in a text") << QByteArray(R"({"message":"Asked with Authorization: Bearer canary-4711"})");
    QTest::newRow("JSON in a text") << QByteArray(R"({"message":"{\"access_token\":\"canary-4711\"}"})");
    QTest::newRow("an address") << QByteArray(R"({"url":"https://me:canary-4711@host.example/?code=canary-4711"})");
    QTest::newRow("no JSON") << QByteArray("password=canary-4711");
    QTest::newRow("known here") << QByteArray(R"({"deep":[[{"text":"it is registered-canary-4711 you know"}]]})");
}

void TestTurnTrace::LOG_01_aTraceShowsNoSecrets()
{
    QFETCH(QByteArray, data);
    registerSecret("registered-canary-4711");
    const QByteArray ofEvents = written(TurnTrace::of(boundedTrace({{"tool_start", data, "1"}})));
    QVERIFY2(!ofEvents.contains("canary-4711"), ofEvents.constData());
    Message message;
    message.role = Role::Assistant;
    ToolCall call;
    const QJsonDocument json = QJsonDocument::fromJson(data);
    call.input = json.isObject() ? QJsonValue(json.object()) : QJsonValue(QString::fromUtf8(data));
    message.toolCalls = {call};
    const QByteArray ofMessage = written(TurnTrace::of(message));
    QVERIFY2(!ofMessage.contains("canary-4711"), ofMessage.constData());
    QVERIFY(!ofMessage.contains("registered-canar"));
}

void TestTurnTrace::CH_47_countsOfTokensAreNoSecrets()
{
    const TurnTrace trace =
        TurnTrace::of(boundedTrace({{"message_complete", R"({"usage":{"prompt_tokens":30},"name":"x","value":"y"})", {}}}));
    QCOMPARE(trace.json[0]["data"_L1]["usage"_L1]["prompt_tokens"_L1].toInt(), 30);
    QCOMPARE(trace.json[0]["data"_L1]["value"_L1].toString(), u"y"_s);
}

QTEST_GUILESS_MAIN(TestTurnTrace)
#include "tst_turntrace.moc"
