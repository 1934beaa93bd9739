#include "wire/json/reader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tolerantValues();
    void requiredMembersNameThemselves_data();
    void requiredMembersNameThemselves();
    void firstFailureIsKept();
    void numbersAtTheirLimits();
    void times_data();
    void times();
    void timesAreWrittenWithMillisecondsAndZone();
    void jsonOfAnyKind_data();
    void jsonOfAnyKind();
    void brokenJsonSaysWhere_data();
    void brokenJsonSaysWhere();
    void listFailureNamesItsIndex();
};

void TestReader::tolerantValues()
{
    const Reader reader(QJsonObject{{u"text"_s, u"a"_s},
                                    {u"null"_s, QJsonValue()},
                                    {u"number"_s, 4},
                                    {u"flag"_s, true},
                                    {u"list"_s, QJsonArray{u"x"_s, 1, QJsonValue(), u"y"_s}},
                                    {u"object"_s, QJsonObject{{u"k"_s, 1}}}});
    QCOMPARE(reader.string("text"_L1), u"a"_s);
    QCOMPARE(reader.string("null"_L1), QString());
    QCOMPARE(reader.string("missing"_L1), QString());
    QCOMPARE(reader.string("number"_L1), QString());
    QCOMPARE(reader.integer("number"_L1), 4);
    QCOMPARE(reader.integer("text"_L1, 7), 7);
    QCOMPARE(reader.boolean("flag"_L1), true);
    QCOMPARE(reader.boolean("null"_L1, true), true);
    QCOMPARE(reader.strings("list"_L1), (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(reader.strings("text"_L1), QStringList());
    QCOMPARE(reader.object("object"_L1).size(), 1);
    QCOMPARE(reader.object("list"_L1).size(), 0);
    QCOMPARE(reader.array("object"_L1).size(), 0);
    QVERIFY(reader.value("missing"_L1).isUndefined());
    QVERIFY(!reader.failed());
}

void TestReader::requiredMembersNameThemselves_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("missing") << QJsonValue(QJsonObject()) << u"agent.id: missing"_s;
    QTest::newRow("null") << QJsonValue(QJsonObject{{u"id"_s, QJsonValue()}}) << u"agent.id: expected a string"_s;
    QTest::newRow("number") << QJsonValue(QJsonObject{{u"id"_s, 5}}) << u"agent.id: expected a string"_s;
    QTest::newRow("empty") << QJsonValue(QJsonObject{{u"id"_s, QString()}}) << u"agent.id: empty"_s;
    QTest::newRow("no object") << QJsonValue(QJsonArray()) << u"agent: expected an object"_s;
    QTest::newRow("null itself") << QJsonValue() << u"agent: expected an object"_s;
}

void TestReader::requiredMembersNameThemselves()
{
    QFETCH(QJsonValue, json);
    Reader reader(json, u"agent"_s);
    QCOMPARE(reader.requiredId("id"_L1), QString());
    QVERIFY(reader.failed());
    QCOMPARE(reader.error().kind, Error::Kind::Protocol);
    QTEST(reader.error().detail, "detail");
    QVERIFY(!reader.error().message.isEmpty());
    QVERIFY(!reader.error().nextStep.isEmpty());
}

void TestReader::firstFailureIsKept()
{
    Reader reader(QJsonObject{{u"b"_s, u"x"_s}});
    QCOMPARE(reader.requiredString("a"_L1), QString());
    QCOMPARE(reader.requiredString("b"_L1), u"x"_s);
    QCOMPARE(reader.requiredString("c"_L1), QString());
    QCOMPARE(reader.error().detail, u"$.a: missing"_s);
}

// Contract 6.2 #21: integers may arrive as floats; hostile ones may be anything.
void TestReader::numbersAtTheirLimits()
{
    const Result<QJsonValue> json =
        parseJson(R"({"one":1.0,"cut":3.9,"neg":-3.9,"zero":0.5,"big":9007199254740993,"int":3000000000,"huge":1e300,"text":"12"})");
    QVERIFY(json.has_value());
    const Reader reader(*json);
    QCOMPARE(reader.integer("one"_L1), 1);
    QCOMPARE(reader.integer("cut"_L1), 3);
    QCOMPARE(reader.integer("neg"_L1), -3);
    QCOMPARE(reader.integer("zero"_L1, 8), 0);
    QCOMPARE(reader.bigInteger("big"_L1), Q_INT64_C(9007199254740993));
    QCOMPARE(reader.integer("int"_L1, -1), -1);
    QCOMPARE(reader.bigInteger("int"_L1), Q_INT64_C(3000000000));
    QCOMPARE(reader.bigInteger("huge"_L1, -1), -1);
    QCOMPARE(reader.integer("text"_L1, -1), -1);
    QCOMPARE(reader.number("cut"_L1), 3.9);
}

void TestReader::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const QString nothing;
    QTest::newRow("naive is UTC") << u"2026-05-02T09:14:03.120045"_s << u"2026-05-02T09:14:03.120Z"_s;
    QTest::newRow("naive, no fraction") << u"2026-05-02T09:14:03"_s << u"2026-05-02T09:14:03.000Z"_s;
    QTest::newRow("Z") << u"2026-05-02T09:14:03.120045Z"_s << u"2026-05-02T09:14:03.120Z"_s;
    QTest::newRow("zero offset") << u"2026-05-02T09:14:03.1+00:00"_s << u"2026-05-02T09:14:03.100Z"_s;
    QTest::newRow("east") << u"2026-05-03T09:00:00+02:00"_s << u"2026-05-03T07:00:00.000Z"_s;
    QTest::newRow("west over midnight") << u"2026-05-03T23:00:00-05:30"_s << u"2026-05-04T04:30:00.000Z"_s;
    QTest::newRow("no rounding up") << u"2026-12-31T23:59:59.9999999"_s << u"2026-12-31T23:59:59.999Z"_s;
    QTest::newRow("in a European DST gap") << u"2026-03-29T02:30:00"_s << u"2026-03-29T02:30:00.000Z"_s;
    QTest::newRow("space") << u"2026-05-02 09:14:03+0100"_s << u"2026-05-02T08:14:03.000Z"_s;
    QTest::newRow("leap day") << u"2028-02-29T00:00:00Z"_s << u"2028-02-29T00:00:00.000Z"_s;
    QTest::newRow("empty") << QString() << nothing;
    QTest::newRow("words") << u"yesterday"_s << nothing;
    QTest::newRow("date only") << u"2026-05-02"_s << nothing;
    QTest::newRow("no such day") << u"2026-02-30T00:00:00Z"_s << nothing;
    QTest::newRow("no such hour") << u"2026-02-03T25:00:00Z"_s << nothing;
    QTest::newRow("trailing text") << u"2026-05-02T09:14:03Z; DROP"_s << nothing;
    QTest::newRow("dot without digits") << u"2026-05-02T09:14:03."_s << nothing;
    QTest::newRow("strange offset") << u"2026-05-02T09:14:03+1"_s << nothing;
    QTest::newRow("other digits") << u"２０26-05-02T09:14:03"_s << nothing;
}

void TestReader::times()
{
    QFETCH(QString, text);
    const QDateTime time = parseTime(text);
    QTEST(formatTime(time), "utc");
    if (time.isValid())
        QCOMPARE(time.timeSpec(), Qt::UTC);
}

void TestReader::timesAreWrittenWithMillisecondsAndZone()
{
    const QDateTime local(QDate(2026, 5, 2), QTime(11, 14, 3, 7), Qt::OffsetFromUTC, 7200);
    QCOMPARE(formatTime(local), u"2026-05-02T09:14:03.007Z"_s);
    QCOMPARE(parseTime(formatTime(local)), local);
    QCOMPARE(formatTime(QDateTime()), QString());
}

void TestReader::jsonOfAnyKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("object") << QByteArray(" {\"a\":1} ") << QJsonValue(QJsonObject{{u"a"_s, 1}});
    QTest::newRow("array") << QByteArray("[]") << QJsonValue(QJsonArray());
    QTest::newRow("string") << QByteArray("\"x\"") << QJsonValue(u"x"_s);
    QTest::newRow("number") << QByteArray("-1.5") << QJsonValue(-1.5);
    QTest::newRow("bool") << QByteArray("true") << QJsonValue(true);
    QTest::newRow("null") << QByteArray("null") << QJsonValue();
}

void TestReader::jsonOfAnyKind()
{
    QFETCH(QByteArray, bytes);
    const Result<QJsonValue> json = parseJson(bytes);
    QVERIFY(json.has_value());
    QTEST(*json, "value");
}

void TestReader::brokenJsonSaysWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"a\":");
    QTest::newRow("two values") << QByteArray("1,2");
    QTest::newRow("closed too early") << QByteArray("1],[2");
    QTest::newRow("python") << QByteArray("{'a': None}");
    QTest::newRow("NaN") << QByteArray("{\"a\":NaN}");
    QTest::newRow("[DONE]") << QByteArray("[DONE]");
    QTest::newRow("too deep") << QByteArray("[").repeated(5000);
}

void TestReader::brokenJsonSaysWhere()
{
    QFETCH(QByteArray, bytes);
    const Result<QJsonValue> json = parseJson(bytes);
    QVERIFY(!json.has_value());
    QCOMPARE(json.error().kind, Error::Kind::Protocol);
    QVERIFY(json.error().detail.startsWith(u"JSON: "_s));
}

void TestReader::listFailureNamesItsIndex()
{
    const auto decode = [](const QJsonValue &value) -> Result<QString> {
        Reader reader(value, u"item"_s);
        QString name = reader.requiredString("name"_L1);
        if (reader.failed())
            return Unexpected{reader.error()};
        return name;
    };
    const QJsonObject good{{u"name"_s, u"a"_s}};
    const Result<QList<QString>> list = listFromJson<QString>(QJsonArray{good, good}, decode);
    QVERIFY(list.has_value());
    QCOMPARE(list->size(), 2);
    const Result<QList<QString>> bad = listFromJson<QString>(QJsonArray{good, QJsonObject()}, decode);
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().detail, u"[1] item.name: missing"_s);
}

QTEST_APPLESS_MAIN(TestReader)
#include "tst_reader.moc"
