#include "wire/json/chateventjson.h"
#include "wire/json/deltajson.h"
#include "wire/json/eventjson.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

namespace {

// The same object with a number in it, which goes the general way.
QByteArray withNumber(const QByteArray &object)
{
    const QByteArray open = object.trimmed().chopped(1);
    return open + (open.trimmed() == "{" ? "\"n\":0}" : ",\"n\":0}");
}

bool sameDelta(const ChatEvent &a, const ChatEvent &b)
{
    const auto *first = std::get_if<ContentDelta>(&a);
    const auto *second = std::get_if<ContentDelta>(&b);
    return first && second && first->kind == second->kind && first->source == second->source && first->text == second->text;
}

} // namespace

// The short way of the most frequent event must mean the same as the general one.
class TestDeltaJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainDeltasTakeTheShortWay_data();
    void plainDeltasTakeTheShortWay();
    void everythingElseTakesTheGeneralWay_data();
    void everythingElseTakesTheGeneralWay();
    void bothWaysAgree();
    void anEventDecodedBeforehandIsTheSame();
};

void TestDeltaJson::plainDeltasTakeTheShortWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &text, ContentDelta::Kind kind, const QString &message) {
        QTest::newRow(name) << text << static_cast<int>(kind) << message;
    };
    const QByteArray head = R"({"type":"content","source":"s","message":)";
    using Kind = ContentDelta::Kind;
    row("token", head + R"("Two ","data":{"streaming":true,"partial":true},"timestamp":"2026-05-02T09:14:05+00:00"})", Kind::Append,
        u"Two "_s);
    row("only partial", head + R"("a","data":{"partial":true}})", Kind::Append, u"a"_s);
    row("quick reply", head + R"("a","data":{"phase":"fast_ack","partial":false}})", Kind::Ack, u"a"_s);
    row("preview", head + R"("a","data":{"phase":"interim"}})", Kind::Interim, u"a"_s);
    row("question", head + R"("a","data":{"phase":"clarify","partial":false}})", Kind::Clarify, u"a"_s);
    row("end", head + R"("","data":{"phase":"deep_response","streaming":false,"partial":false,"complete":true}})", Kind::End, {});
    row("whole", head + R"("a","data":null})", Kind::Replace, u"a"_s);
    row("white space", " { \"message\" :\t\"a\" ,\r\n\"source\": \"s\", \"data\" : { \"partial\" : true } } ", Kind::Append, u"a"_s);
    row("escapes", head + R"("\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00\ud800x"})", Kind::Replace,
        u"\"\\/\b\f\n\r\tä"_s + QString::fromUtf8("\xF0\x9F\x98\x80") + QChar(0xd800) + u'x');
    row("UTF-8", head + "\"\xC3\xA4\xF0\x9F\x98\x80\"}", Kind::Replace, QString::fromUtf8("\xC3\xA4\xF0\x9F\x98\x80"));
    row("byte order marks", head + "\"\xEF\xBB\xBF\\n\xEF\xBB\xBF\"}", Kind::Replace, u"\uFEFF\n\uFEFF"_s);
    row("long", head + '"' + QByteArray(10'000, 'x') + "\\n\"}", Kind::Replace, QString(10'000, u'x') + u'\n');
    row("message twice", head + R"("a","message":"b"})", Kind::Replace, u"b"_s);
    row("data twice", head + R"("a","data":{"partial":true},"data":{}})", Kind::Replace, u"a"_s);
    row("flag twice", head + R"("a","data":{"partial":true,"partial":null}})", Kind::Replace, u"a"_s);
}

void TestDeltaJson::plainDeltasTakeTheShortWay()
{
    QFETCH(QByteArray, text);
    const std::optional<ContentDelta> delta = deltaFromText(text);
    QVERIFY(delta);
    QTEST(static_cast<int>(delta->kind), "kind");
    QTEST(delta->text, "message");
    QCOMPARE(delta->source, u"s"_s);
    QVERIFY(!deltaFromText(withNumber(text)));
    QVERIFY(sameDelta(*delta, chatEventFrom({"content", withNumber(text), {}})));
}

void TestDeltaJson::everythingElseTakesTheGeneralWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isDelta");
    const auto row = [](const char *name, const QByteArray &text, bool isDelta) { QTest::newRow(name) << text << isDelta; };
    row("number", R"({"message":"a","x":1})", true);
    row("list", R"({"message":"a","x":[]})", true);
    row("object beside data", R"({"message":"a","x":{}})", true);
    row("object in data", R"({"message":"a","data":{"x":{}}})", true);
    row("escaped key", R"({"\u006dessage":"a"})", true);
    row("key beyond ASCII", "{\"\xC3\xA4\":true}", true);
    row("byte order mark in front", "\xEF\xBB\xBF{}", true);
    row("nothing", "", false);
    row("scalar", R"("a")", false);
    row("list at the top", R"([{"message":"a"}])", false);
    row("cut", R"({"message":"a")", false);
    row("cut in text", R"({"message":"a)", false);
    row("cut in escape", R"({"message":"\)", false);
    row("text behind", R"({"message":"a"} x)", false);
    row("comma behind", R"({"message":"a",})", false);
    row("no comma", R"({"message":"a""source":"b"})", false);
    row("no colon", R"({"message""a"})", false);
    row("no quotes", R"({message:"a"})", false);
    row("bad escape", R"({"message":"\x"})", false);
    row("bad unicode escape", R"({"message":"\u12g4"})", false);
    row("short unicode escape", R"({"message":"\u12"})", false);
    row("bad escape elsewhere", R"({"message":"a","type":"\x"})", false);
    row("control character", "{\"message\":\"a\tb\"}", false);
    row("nul", QByteArray("{\"message\":\"a\0\"}", 15), false);
    row("bad UTF-8", "{\"message\":\"a\xC3\"}", false);
    row("bad UTF-8 elsewhere", "{\"message\":\"a\",\"type\":\"\xFF\"}", false);
    row("bad word", R"({"message":"a","data":nul})", false);
    row("long word", R"({"message":"a","data":nulls})", false);
    row("bad flag", R"({"message":"a","data":{"partial":truex}})", false);
}

void TestDeltaJson::everythingElseTakesTheGeneralWay()
{
    QFETCH(QByteArray, text);
    QVERIFY(!deltaFromText(text));
    QFETCH(bool, isDelta);
    QCOMPARE(std::holds_alternative<ContentDelta>(chatEventFrom({"content", text, {}})), isDelta);
}

void TestDeltaJson::bothWaysAgree()
{
    bool given = false;
    const uint asked = static_cast<uint>(qEnvironmentVariableIntValue("DESK_SEED", &given));
    const quint32 seed = given ? asked : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArrayList keys{"message", "source", "data", "type", "timestamp", "x"};
    const QByteArrayList flags{"streaming", "partial", "phase", "complete"};
    const QByteArrayList values{R"("a")",
                                R"("")",
                                "true",
                                "false",
                                "null",
                                R"("fast_ack")",
                                R"("interim")",
                                R"("a\nb\"")",
                                R"("\ud83d\ude00")",
                                "\"\xC3\xA4\"",
                                "\"\xEF\xBB\xBFz\""};
    const auto pick = [&random](const QByteArrayList &from) { return from.at(random.bounded(static_cast<int>(from.size()))); };
    int taken = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArrayList members;
        for (int i = random.bounded(6); i > 0; --i) {
            QByteArrayList inner;
            for (int j = random.bounded(4); j > 0; --j)
                inner.append('"' + pick(flags) + "\": " + pick(values));
            const bool nested = random.bounded(3) == 0;
            members.append('"' + (nested ? "data" : pick(keys)) + "\":" + (nested ? '{' + inner.join(", ") + '}' : pick(values)));
        }
        const QByteArray text = '{' + members.join(',') + '}';
        const std::optional<ContentDelta> delta = deltaFromText(text);
        taken += delta ? 1 : 0;
        if (delta)
            QVERIFY2(sameDelta(*delta, chatEventFrom({"content", withNumber(text), {}})), text.constData());
    }
    QVERIFY(taken > 1000);
}

void TestDeltaJson::anEventDecodedBeforehandIsTheSame()
{
    for (const QByteArray &text : {QByteArray(R"({"message":"a","data":{"partial":true}})"), QByteArray(R"({"message":"a","x":[1]})")}) {
        ServerEvent event{"content", text, {}};
        const ChatEvent before = chatEventFrom(event);
        decodeJson(event);
        QVERIFY(sameDelta(chatEventFrom(event), before));
        const Result<QJsonValue> json = jsonOf(event); // also of a delta, for who wants to see it whole
        QVERIFY(json);
        QCOMPARE(json->toObject().value("message"_L1).toString(), u"a"_s);
    }
}

QTEST_APPLESS_MAIN(TestDeltaJson)
#include "tst_deltajson.moc"
