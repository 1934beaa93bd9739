#include "wire/json/eventjson.h"
#include "wire/json/jsonoutline.h"
#include "wire/json/jsonparser.h"
#include "wire/json/runjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestJsonOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheMembersOfTheOutermostObject();
    void whatItCannotVouchForIsLeftToTheParser_data();
    void whatItCannotVouchForIsLeftToTheParser();
    void everyCutIsNone();
    void SSE_24_anEventReadLaterIsTheEventReadAtOnce_data();
    void SSE_24_anEventReadLaterIsTheEventReadAtOnce();
    void aKeptEventDoesNotKeepTheRoomOfItsLine();
};

void TestJsonOutline::findsTheMembersOfTheOutermostObject()
{
    const QByteArray text =
        R"( {"type" : "tool_result", "data":{"type":"inner","list":[1,{"a":"}"}]} ,"n":-1.5,"on":true,"none":null,"e":"a\u0062\n\"",)"
        R"("ä":"ö","two":1,"two":"second"})";
    QVERIFY2(!JsonOutline::of(text), "white space in front belongs to the parser");
    const std::optional<JsonOutline> outline = JsonOutline::of(text.mid(1));
    QVERIFY(outline.has_value());
    QCOMPARE(outline->string("type"), u"tool_result"_s);
    QCOMPARE(outline->valueOf("data").toByteArray(), QByteArray(R"({"type":"inner","list":[1,{"a":"}"}]})"));
    QCOMPARE(outline->valueOf("n").toByteArray(), QByteArray("-1.5"));
    QCOMPARE(outline->valueOf("on").toByteArray(), QByteArray("true"));
    QCOMPARE(outline->string("on"), QString());
    QVERIFY(outline->contains("none"));
    QCOMPARE(outline->string("e"), u"ab\n\""_s);
    QCOMPARE(outline->string("ä"), u"ö"_s);
    QCOMPARE(outline->string("two"), u"second"_s);
    QVERIFY(!outline->contains("list"));
    QVERIFY(!outline->contains(""));
}

void TestJsonOutline::whatItCannotVouchForIsLeftToTheParser_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("a word") << QByteArray("true");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text behind") << QByteArray("{} {}");
    QTest::newRow("a bad number inside") << QByteArray(R"({"a":{"b":1.}})");
    QTest::newRow("an exponent") << QByteArray(R"({"a":[1e400]})");
    QTest::newRow("more digits than a double has") << QByteArray("{\"a\":" + QByteArray("9").repeated(400) + "}");
    QTest::newRow("an escape in a key") << QByteArray(R"({"\u0061":1})");
    QTest::newRow("a byte order mark in a string") << QByteArray("{\"a\":\"\xEF\xBB\xBFx\"}");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xC3(\"}");
    QTest::newRow("too deep") << QByteArray("{\"a\":" + QByteArray("[").repeated(1024) + QByteArray("]").repeated(1024) + "}");
}

void TestJsonOutline::whatItCannotVouchForIsLeftToTheParser()
{
    QFETCH(QByteArray, text);
    QVERIFY(!JsonOutline::of(text));
}

void TestJsonOutline::everyCutIsNone()
{
    const QByteArray text = R"({"a":{"b":[1,2.5,"c\u00e4",null,true]},"d":"e"})";
    QVERIFY(JsonOutline::of(text));
    for (qsizetype size = 0; size < text.size(); ++size)
        QVERIFY2(!JsonOutline::of(text.first(size)), QByteArray::number(size).constData());
}

void TestJsonOutline::SSE_24_anEventReadLaterIsTheEventReadAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("as servers send it") << QByteArray(
        R"({"timestamp": "2026-05-02T09:14:05.25+00:00", "type": "tool_result", "data": {"tool": "x", "rows": [1, "ä"]}, "error": null})");
    QTest::newRow("free JSON as data") << QByteArray(R"({"type":"x","data":[1,2]})");
    QTest::newRow("null as data") << QByteArray(R"({"type":"x","data":null})");
    QTest::newRow("of a chat") << QByteArray(
        R"({"type":"x","source":"dispatcher","message":"Using **it**…","timestamp":"2026-05-02T09:14:05"})");
    QTest::newRow("with an error") << QByteArray(R"({"type":"failed","error":"no\tluck"})");
    QTest::newRow("wrong kinds") << QByteArray(R"({"type":1,"timestamp":{},"error":[],"data":"text","source":2})");
    QTest::newRow("the general way") << QByteArray(R"({"type":"x","data":{"n":1e3,"b":"\ufeffq"}})");
    QTest::newRow("with a byte order mark") << QByteArray("{\"type\":\"x\",\"data\":{\"b\":\"\xEF\xBB\xBFq\"}}");
    QTest::newRow("empty") << QByteArray("{}");
}

void TestJsonOutline::SSE_24_anEventReadLaterIsTheEventReadAtOnce()
{
    QFETCH(QByteArray, text);
    const Result<QJsonValue> json = parseJson(text);
    QVERIFY(json.has_value());
    const RunEvent atOnce = runEventFromJson(json->toObject());
    ServerEvent event{"event", text, {}};
    ServerEvent output{"output", text, {}};
    for (const bool decodedBefore : {false, true}) {
        if (decodedBefore) {
            decodeJson(event);
            decodeJson(output);
        }
        const RunUpdate update = runUpdateFrom(event);
        QVERIFY(std::holds_alternative<RunEvent>(update));
        const RunEvent &later = std::get<RunEvent>(update);
        QCOMPARE(later.type, atOnce.type);
        QCOMPARE(later.timestamp, atOnce.timestamp);
        QCOMPARE(later.error, atOnce.error);
        QCOMPARE(later.data.value(), atOnce.data.value());
        const RunUpdate whole = runUpdateFrom(output);
        QVERIFY(std::holds_alternative<RunOutputUpdate>(whole));
        QCOMPARE(std::get<RunOutputUpdate>(whole).output.value(), *json);
        QCOMPARE(*jsonOf(event), *json);
    }
}

void TestJsonOutline::aKeptEventDoesNotKeepTheRoomOfItsLine()
{
    ServerEvent event{"event", "{\"type\":\"x\"}", {}};
    event.data.reserve(1'000'000);
    decodeJson(event);
    const std::optional<JsonOutline> outline = outlineOf(event);
    QVERIFY(outline.has_value());
    QVERIFY2(outline->text().capacity() < 1000, QByteArray::number(outline->text().capacity()).constData());
}

QTEST_GUILESS_MAIN(TestJsonOutline)
#include "tst_jsonoutline.moc"
