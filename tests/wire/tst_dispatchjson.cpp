#include "wire/describe.h"
#include "wire/fixture.h"
#include "wire/json/dispatchjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestDispatchJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsStream();
    void chunksAreJoinedWithABlank();
    void failures_data();
    void failures();
    void unknownEvents_data();
    void unknownEvents();
};

namespace {

ChatEvent decoded(const QByteArray &data)
{
    return dispatchEventFrom({"message", data, {}});
}

} // namespace

void TestDispatchJson::theContractsStream()
{
    const QList<QStringList> expected{
        {u"Thought"_s, u"dispatcher"_s, u"Reading the question"_s, u"planning"_s, u"no"_s},
        {u"Thought"_s, u"dispatcher"_s, u"Choosing"_s, u"routing"_s, u"no"_s},
        {u"RoutingDecision"_s, u"a-1"_s, u"get_weather"_s, u"0.75"_s, u"weather"_s, QString(), u"no"_s},
        {u"ToolStarted"_s, QString(), u"get_weather"_s, u"get_weather"_s, u"Asking for the weather"_s, u"[null]"_s},
        {u"ToolFinished"_s, QString(), u"get_weather"_s, u"get_weather"_s, u"Got it"_s, u"[{\"temperature\":4}]"_s, u"yes"_s, QString(),
         u"-1"_s},
        {u"Thought"_s, u"a-1"_s, u"Planner"_s, u"agent_start"_s, u"no"_s},
        {u"ContentDelta"_s, u"2"_s, u"a-1"_s, u"Take boots and"_s},
        {u"Progress"_s, u"2"_s, u"2"_s, u"Putting it together"_s},
        {u"ContentDelta"_s, u"0"_s, QString(), u"Take boots and a"_s},
        {u"ContentDelta"_s, u"0"_s, QString(), u" warm coat."_s},
        {u"Prompt"_s, u"1"_s, u"dispatcher"_s, u"Next?"_s, u"And tomorrow?|Which boots?"_s, QString()},
        {u"TurnCompleted"_s, QString(), QString()},
    };
    SseParser parser;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/dispatcher_stream.txt"_s));
    QCOMPARE(events.size(), expected.size());
    for (qsizetype i = 0; i < events.size(); ++i)
        QCOMPARE(describe::event(dispatchEventFrom(events.at(i))), expected.at(i));
}

void TestDispatchJson::chunksAreJoinedWithABlank()
{
    const auto text = [](const QByteArray &data) { return std::get<ContentDelta>(decoded(data)).text; };
    QCOMPARE(text(R"({"type":"content","message":"a","data":{"chunk_index":0}})"), u"a"_s);
    QCOMPARE(text(R"({"type":"content","message":"b","data":{"chunk_index":7}})"), u" b"_s);
    QCOMPARE(text(R"({"type":"content","message":"c"})"), u"c"_s);
    const ChatEvent end = decoded(R"({"type":"content","message":"","data":{"chunk_index":8,"is_final":true}})");
    QCOMPARE(std::get<ContentDelta>(end).kind, ContentDelta::Kind::End);
}

void TestDispatchJson::failures_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("the stream") << QByteArray(R"({"type":"error","message":"No model","data":{"error_type":"LLMError"}})")
                                << QStringList{u"TurnFailed"_s, u"No model"_s, u"LLMError"_s};
    QTest::newRow("nothing to choose") << QByteArray(R"({"type":"error","message":"Nothing fits","data":{"available_tools":[]}})")
                                       << QStringList{u"TurnFailed"_s, u"Nothing fits"_s, QString()};
    QTest::newRow("a tool") << QByteArray(R"({"type":"tool_result","message":"","data":{"tool":"t","success":false,"error":"Down"}})")
                            << QStringList{u"ToolFinished"_s, QString(), u"t"_s,    u"t"_s, QString(),
                                           u"[null]"_s,       u"no"_s,   u"Down"_s, u"-1"_s};
    QTest::newRow("an agent") << QByteArray(R"({"type":"agent_result","message":"Failed","data":{"agent":"a","success":false}})")
                              << QStringList{u"Warning"_s, u"a"_s, u"Failed"_s};
    QTest::newRow("a silent agent") << QByteArray(R"({"type":"agent_result","message":"","data":{"agent":"a","success":true}})")
                                    << QStringList{u"AgentFinished"_s, u"a"_s, u"0"_s};
}

void TestDispatchJson::failures()
{
    QFETCH(QByteArray, data);
    QTEST(describe::event(decoded(data)), "expected");
}

void TestDispatchJson::unknownEvents_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("name");
    QTest::newRow("bad JSON") << QByteArray("{") << u"message"_s;
    QTest::newRow("no object") << QByteArray("[1]") << QString();
    QTest::newRow("no type") << QByteArray(R"({"message":"x"})") << QString();
    QTest::newRow("other type") << QByteArray(R"({"type":"hologram"})") << u"hologram"_s;
}

void TestDispatchJson::unknownEvents()
{
    QFETCH(QByteArray, data);
    const ChatEvent event = decoded(data);
    QVERIFY(std::holds_alternative<UnknownEvent>(event));
    QTEST(std::get<UnknownEvent>(event).name, "name");
}

QTEST_APPLESS_MAIN(TestDispatchJson)
#include "tst_dispatchjson.moc"
