#include "wire/json/jsonnode.h"
#include "wire/json/jsonnumber.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

namespace {

JsonNode node(const QByteArray &json)
{
    const Result<JsonNode> parsed = JsonNode::parse(json);
    return parsed ? *parsed : JsonNode::string(u"no JSON"_s);
}

JsonNumber number(const char *literal)
{
    const auto made = JsonNumber::of(QString::fromLatin1(literal));
    return made ? *made : *JsonNumber::of(u"-77"_s);
}

} // namespace

// TL-11 and TL-12: what people wrote comes back as they wrote it.
class TestJsonNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TL_11_whatIsReadIsWrittenAgain_data();
    void TL_11_whatIsReadIsWrittenAgain();
    void TL_12_whatIsNoJsonIsRefused_data();
    void TL_12_whatIsNoJsonIsRefused();
    void TL_11_aMemberIsChangedInItsPlace();
    void TL_11_escapesMeanWhatTheySay();
    void TL_11_valuesAreTheSameInAnyOrder();
    void TL_11_aRequestCarriesWhatItCan();
    void TL_11_numbersAreComparedToTheLastDigit_data();
    void TL_11_numbersAreComparedToTheLastDigit();
    void TL_11_multiplesAreExact_data();
    void TL_11_multiplesAreExact();
};

void TestJsonNode::TL_11_whatIsReadIsWrittenAgain_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("order") << QByteArray(R"({"z":1,"a":2,"m":{"y":[],"b":{}}})");
    QTest::newRow("digits") << QByteArray(R"([1.0,1e3,-0,12345678901234567890123,0.10,1E-2])");
    QTest::newRow("words") << QByteArray(R"([true,false,null,""])");
    QTest::newRow("text") << QByteArray("{\"Z\xC3\xBCrich\":\"\xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80\"}");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\n\t\u0001","\ud800"])");
}

void TestJsonNode::TL_11_whatIsReadIsWrittenAgain()
{
    QFETCH(QByteArray, json);
    const JsonNode read = node(json);
    QCOMPARE(read.toJson(false).toUtf8(), json);
    QVERIFY(node(read.toJson(true).toUtf8()).isSame(read)); // indented it means the same
    QCOMPARE(node(read.toJson(true).toUtf8()).toJson(false).toUtf8(), json);
}

void TestJsonNode::TL_12_whatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("unfinished") << QByteArray("{\"a\":");
    QTest::newRow("twice") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("deep") << QByteArray(QByteArray("[").repeated(129) + QByteArray("]").repeated(129));
    QTest::newRow("no UTF-8") << QByteArray("\"\xFF\"");
    QTest::newRow("behind it") << QByteArray("1 2");
}

void TestJsonNode::TL_12_whatIsNoJsonIsRefused()
{
    QFETCH(QByteArray, json);
    const Result<JsonNode> parsed = JsonNode::parse(json);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::Protocol);
}

void TestJsonNode::TL_11_aMemberIsChangedInItsPlace()
{
    JsonNode object = node(R"({"z":1,"a":2,"m":3})");
    object.setMember(u"a"_s, JsonNode::string(u"x"_s));
    object.setMember(u"b"_s, JsonNode::boolean(true));
    object.removeMember(u"z"_s);
    object.removeMember(u"never"_s);
    QCOMPARE(object.toJson(false), uR"({"a":"x","m":3,"b":true})"_s);
    QVERIFY(object.member(u"z"_s) == nullptr);
}

void TestJsonNode::TL_11_escapesMeanWhatTheySay()
{
    const JsonNode text = node(R"("\u00e9\b\f\r\/\ud83d\ude00x\u0000")");
    QCOMPARE(text.text(), QString(u"\u00e9\b\f\r/\U0001F600x"_s + QChar(0)));
    QCOMPARE(node("[ ]").items().size(), 0);
    QCOMPARE(node(R"({ "a" : [ 1 , { "b" : "}" } ] })").toJson(false), uR"({"a":[1,{"b":"}"}]})"_s);
}

void TestJsonNode::TL_11_valuesAreTheSameInAnyOrder()
{
    QVERIFY(node(R"({"a":1,"b":[2]})").isSame(node(R"({"b":[2.0],"a":1e0})")));
    QVERIFY(!node(R"({"a":1})").isSame(node(R"({"a":1,"b":2})")));
    QVERIFY(!node(R"({"a":1,"c":2})").isSame(node(R"({"a":1,"b":2})")));
    QVERIFY(!node("[1,2]").isSame(node("[2,1]")));
    QVERIFY(!node("1").isSame(node("\"1\"")));
    QVERIFY(!node("true").isSame(node("false")));
    QVERIFY(!node("9007199254740993").isSame(node("9007199254740992"))); // to a double they are
}

void TestJsonNode::TL_11_aRequestCarriesWhatItCan()
{
    QCOMPARE(node(R"({"b":9007199254740993,"a":[0.1,null]})").toValue(),
             QJsonValue(QJsonObject{{u"b"_s, Q_INT64_C(9007199254740993)}, {u"a"_s, QJsonArray{0.1, QJsonValue()}}}));
    QVERIFY(node("[1e400]").toValue().isUndefined());
    QVERIFY(JsonNode::of(QJsonValue(QJsonValue::Undefined)).isNull());
    QCOMPARE(JsonNode::of(QJsonObject{{u"n"_s, Q_INT64_C(9007199254740993)}}).toJson(false), u"{\"n\":9007199254740993}"_s);
}

void TestJsonNode::TL_11_numbersAreComparedToTheLastDigit_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("sign");
    QTest::newRow("same") << u"1.50"_s << u"15e-1"_s << 0;
    QTest::newRow("noughts") << u"-0.0"_s << u"0e99"_s << 0;
    QTest::newRow("beyond a double") << u"12345678901234567890123"_s << u"12345678901234567890124"_s << -1;
    QTest::newRow("negative") << u"-2"_s << u"-1"_s << -1;
    QTest::newRow("signs") << u"-5"_s << u"0.0001"_s << -1;
    QTest::newRow("sizes") << u"99"_s << u"100"_s << -1;
    QTest::newRow("fractions") << u"0.09"_s << u"0.1"_s << -1;
    QTest::newRow("prefix") << u"1.2"_s << u"1.23"_s << -1;
    QTest::newRow("far away") << u"1e999999999999999999999"_s << u"1"_s << 1;
    QTest::newRow("very small") << u"1e-999999999999999999999"_s << u"1"_s << -1;
}

void TestJsonNode::TL_11_numbersAreComparedToTheLastDigit()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, sign);
    const auto signOf = [](int order) { return (order > 0) - (order < 0); };
    QCOMPARE(signOf(JsonNumber::of(a)->compare(*JsonNumber::of(b))), sign);
    QCOMPARE(signOf(JsonNumber::of(b)->compare(*JsonNumber::of(a))), -sign);
}

void TestJsonNode::TL_11_multiplesAreExact_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("expected");                          // 1, 0; -1: cannot be told
    QTest::newRow("three tenths") << u"0.3"_s << u"0.1"_s << 1; // a double says no
    QTest::newRow("no") << u"0.35"_s << u"0.1"_s << 0;
    QTest::newRow("nought") << u"0"_s << u"7"_s << 1;
    QTest::newRow("large") << u"1e30"_s << u"7"_s << 0;
    QTest::newRow("large, even") << u"1e30"_s << u"8"_s << 1;
    QTest::newRow("negative") << u"-9"_s << u"3"_s << 1;
    QTest::newRow("step too long") << u"1"_s << u"1234567890123456789"_s << -1;
    QTest::newRow("value too large") << u"1e5000"_s << u"3"_s << -1;
    QTest::newRow("no step") << u"1"_s << u"0"_s << -1;
}

void TestJsonNode::TL_11_multiplesAreExact()
{
    QFETCH(QString, value);
    QFETCH(QString, step);
    QFETCH(int, expected);
    const auto isMultiple = JsonNumber::of(value)->isMultipleOf(*JsonNumber::of(step));
    QCOMPARE(isMultiple ? (*isMultiple ? 1 : 0) : -1, expected);
    QVERIFY(number("1.0").isInteger() && number("1e3").isInteger() && !number("1.5").isInteger());
    for (const char *bad : {"", "1.", ".5", "01", "+1", "1e", "0x1", "1 ", "NaN", "true", "[1]", "\"1\""})
        QVERIFY2(!JsonNumber::of(QString::fromLatin1(bad)), bad);
    QVERIFY(!JsonNumber::of(QString(JsonNumber::maxCharacters + 1, u'1')));
}

QTEST_GUILESS_MAIN(TestJsonNode)
#include "tst_jsonnode.moc"
