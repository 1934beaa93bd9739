#include "wire/describe.h"
#include "wire/fixture.h"
#include "wire/json/plainchatjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestPlainChatJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsStream();
    void theFaithfulTextReplacesTheChunks();
    void everyAgentsTextIsKept();
    void anAgentWithoutTextWipesNothing();
    void failuresEndTheTurn_data();
    void failuresEndTheTurn();
    void whatHasNoCounterpartIsUnknown_data();
    void whatHasNoCounterpartIsUnknown();
};

namespace {

QList<ServerEvent> stream()
{
    SseParser parser;
    return parser.feed(fixture::bytes(u"contract/chat_stream.txt"_s));
}

// What a transcript would show after the given events.
QString shown(const QList<ServerEvent> &events)
{
    PlainChatReader reader;
    QString text;
    for (const ServerEvent &event : events) {
        const ChatEvent decoded = reader.read(event);
        if (const auto *delta = std::get_if<ContentDelta>(&decoded))
            text = delta->kind == ContentDelta::Kind::Replace ? delta->text : text + delta->text;
    }
    return text;
}

ServerEvent chunk(const QByteArray &text)
{
    return {"content_chunk", R"({"chunk":")" + text + R"(","source":"a"})", {}};
}

ServerEvent result(const QByteArray &text)
{
    return {"agent_result", R"({"agent_id":"a","success":true,"output":")" + text + R"("})", {}};
}

} // namespace

void TestPlainChatJson::theContractsStream()
{
    const QList<QStringList> expected{
        {u"Thought"_s, u"research"_s, u"needs depth"_s, u"model_selected"_s, u"no"_s},
        {u"RoutingDecision"_s, u"a-1|a-2"_s, u"get_weather"_s, u"0.9"_s, u"weather and plans"_s, QString(), u"no"_s},
        {u"Thought"_s, u"chat"_s, u"research → chat"_s, u"load_fallback"_s, u"no"_s},
        {u"Plan"_s, u"weather first"_s, u"get_weather"_s, u"get_weather"_s, QString(), u"a-1"_s, u"a-1"_s, QString(), u"a-2"_s, u"a-2"_s,
         QString()},
        {u"ToolStarted"_s, QString(), u"get_weather"_s, u"get_weather"_s, u"Weather"_s, u"[null]"_s},
        {u"ToolFinished"_s, QString(), u"get_weather"_s, u"get_weather"_s, QString(), u"[\"4 °C\"]"_s, u"yes"_s, QString(), u"-1"_s},
        {u"Thought"_s, u"a-1"_s, u"Planner"_s, u"agent_start"_s, u"no"_s},
        {u"UnknownEvent"_s, u"agent_response_start"_s, u"[{\"agent\":\"a-1\"}]"_s},
        {u"ContentDelta"_s, u"0"_s, u"a-1"_s, u"Take "_s},
        {u"ContentDelta"_s, u"0"_s, u"a-1"_s, u"boots. "_s},
        {u"ContentDelta"_s, u"4"_s, u"a-1"_s, u"Take\n\n* boots."_s},
        {u"Thought"_s, u"a-2"_s, u"Sceptic"_s, u"agent_start"_s, u"no"_s},
        {u"Warning"_s, u"a-2"_s, u"No opinion"_s},
        {u"Progress"_s, u"3"_s, u"3"_s, QString()},
        {u"ContentDelta"_s, u"0"_s, u"synthesis"_s, u"In "_s},
        {u"ContentDelta"_s, u"0"_s, u"synthesis"_s, u"short: "_s},
        {u"AgentFinished"_s, QString(), u"0"_s},
        {u"TurnCompleted"_s, u"91aa"_s, u"c2d0"_s},
    };
    const QList<ServerEvent> events = stream();
    QCOMPARE(events.size(), expected.size());
    for (qsizetype i = 0; i < events.size(); ++i)
        QCOMPARE(describe::event(chatStreamEventFrom(events.at(i))), expected.at(i));
}

void TestPlainChatJson::theFaithfulTextReplacesTheChunks()
{
    QCOMPARE(shown({chunk("Take "), chunk("boots. ")}), u"Take boots. "_s);
    QCOMPARE(shown({chunk("Take "), chunk("boots. "), result(R"(Take\n\n* boots.)")}), u"Take\n\n* boots."_s);
}

void TestPlainChatJson::everyAgentsTextIsKept()
{
    QCOMPARE(shown({chunk("one "), result("One"), chunk("two "), chunk("more ")}), u"One\n\ntwo more "_s);
    QCOMPARE(shown({chunk("one "), result("One"), chunk("two "), result("Two")}), u"One\n\nTwo"_s);
    QCOMPARE(shown(stream()), u"Take\n\n* boots.\n\nIn short: "_s);
}

void TestPlainChatJson::anAgentWithoutTextWipesNothing()
{
    QCOMPARE(describe::event(chatStreamEventFrom(result(""))), (QStringList{u"AgentFinished"_s, u"a"_s, u"0"_s}));
    QCOMPARE(shown({chunk("one "), result("")}), u"one "_s);
}

void TestPlainChatJson::failuresEndTheTurn_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::newRow("text") << QByteArray(R"({"error":"Too long"})") << u"Too long"_s << QString();
    QTest::newRow("typed") << QByteArray(R"({"error":"Too long","error_type":"ValueError"})") << u"Too long"_s << u"ValueError"_s;
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"timeout","message":"Too slow"}})") << u"Too slow"_s << u"timeout"_s;
    // Unlike in the agentic stream, a type does not make it harmless.
    QTest::newRow("with a type") << QByteArray(R"({"type":"error","error":"Broken"})") << u"Broken"_s << QString();
}

void TestPlainChatJson::failuresEndTheTurn()
{
    QFETCH(QByteArray, data);
    const ChatEvent event = chatStreamEventFrom({"error", data, {}});
    QVERIFY(isTerminal(event));
    QTEST(std::get<TurnFailed>(event).text, "text");
    QTEST(std::get<TurnFailed>(event).type, "type");
}

void TestPlainChatJson::whatHasNoCounterpartIsUnknown_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("bad JSON") << QByteArray("content_chunk") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("content_chunk") << QByteArray("\"text\"");
    QTest::newRow("an event of another stream") << QByteArray("content") << QByteArray(R"({"message":"x"})");
    QTest::newRow("no name") << QByteArray("message") << QByteArray(R"({"chunk":"x"})");
}

void TestPlainChatJson::whatHasNoCounterpartIsUnknown()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    const ChatEvent event = chatStreamEventFrom({name, data, {}});
    QVERIFY(std::holds_alternative<UnknownEvent>(event));
    QCOMPARE(std::get<UnknownEvent>(event).name, QString::fromLatin1(name));
}

QTEST_APPLESS_MAIN(TestPlainChatJson)
#include "tst_plainchatjson.moc"
