#include "wire/json/chateventjson.h"
#include "wire/json/jsonparser.h"
#include "wire/json/runjson.h"
#include "wire/problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

namespace {

QByteArray nested(int depth, const QByteArray &inner = {})
{
    return QByteArray("[").repeated(depth) + inner + QByteArray("]").repeated(depth);
}

QByteArray nestedObjects(int depth)
{
    return QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray("}").repeated(depth);
}

QString faultOf(const QByteArray &bytes, const JsonRules &rules = {})
{
    const Result<QJsonValue> json = parseJson(bytes, rules);
    if (json)
        return {};
    return json.error().kind == Error::Kind::Protocol ? json.error().detail : u"wrong kind"_s;
}

} // namespace

// HTTP-17, FI-12 and FI-13. Rows are named as JSON test suites name them: y_ must be read, n_ must be refused, i_ is left to the reader.
class TestJsonLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validTextsAreRead_data();
    void validTextsAreRead();
    void invalidTextsAreRefused_data();
    void invalidTextsAreRefused();
    void whatTheStandardLeavesOpen_data();
    void whatTheStandardLeavesOpen();
    void everyCutOfATextIsRefused();
    void faultsSayWhere_data();
    void faultsSayWhere();
    void HTTP_17_depthHasALimit_data();
    void HTTP_17_depthHasALimit();
    void HTTP_17_toolPayloadsAreShallow();
    void HTTP_17_toolPayloadsHaveNoKeyTwice_data();
    void HTTP_17_toolPayloadsHaveNoKeyTwice();
    void HTTP_17_sameKeysInDifferentObjectsAreFine();
    void FI_12_invalidUtf8IsRefused_data();
    void FI_12_invalidUtf8IsRefused();
    void FI_13_aMillionBracketsAreATypedError_data();
    void FI_13_aMillionBracketsAreATypedError();
    void FI_13_theDeepestTextAllowedIsSurvivedEverywhere();
    void checkingIsLinear();
};

void TestJsonLimits::validTextsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *bytes, const QJsonValue &value) {
        QTest::newRow(name) << QByteArray(bytes) << value;
    };
    row("y_array_empty", "[]", QJsonArray());
    row("y_array_with_spaces_everywhere", " [ 1 ,\t2\r\n, 3 ] \n", QJsonArray{1, 2, 3});
    row("y_array_heterogeneous", R"([null,1,"1",{},[],true,false])",
        QJsonArray{QJsonValue(), 1, u"1"_s, QJsonObject(), QJsonArray(), true, false});
    row("y_object_empty", "{}", QJsonObject());
    row("y_object_empty_key", R"({"":0})", QJsonObject{{u""_s, 0}});
    row("y_object_spaces", "{ \"a\" : \"b\" , \"c\" : [ ] }", QJsonObject{{u"a"_s, u"b"_s}, {u"c"_s, QJsonArray()}});
    row("y_object_escaped_key", R"({"\u0061\n":1})", QJsonObject{{u"a\n"_s, 1}});
    row("y_object_key_with_nul", R"({"a\u0000b":1})", QJsonObject{{QString::fromUtf8("a\0b", 3), 1}});
    row("y_scalar_null", "null", QJsonValue());
    row("y_scalar_true", " true ", true);
    row("y_scalar_false", "false\n", false);
    row("y_scalar_string", R"("")", QString());
    row("y_scalar_number", "-7", -7);
    row("y_number_nought", "0", 0);
    row("y_number_minus_nought", "-0", 0);
    row("y_number_fraction", "0.5", 0.5);
    row("y_number_trailing_noughts", "1.500", 1.5);
    row("y_number_exponent", "1E2", 100);
    row("y_number_exponent_plus", "1e+2", 100);
    row("y_number_exponent_minus", "12.5e-1", 1.25);
    row("y_number_exponent_leading_noughts", "1e0002", 100);
    row("y_number_nought_exponent", "0e5", 0);
    row("y_number_53_bits", "9007199254740993", QJsonValue(Q_INT64_C(9007199254740993)));
    row("y_number_most_negative", "-9223372036854775808", QJsonValue(std::numeric_limits<qint64>::min()));
    row("y_string_simple_escapes", R"("\"\\\/\b\f\n\r\t")", u"\"\\/\b\f\n\r\t"_s);
    row("y_string_hex_escape", R"("\u00e9\u00E9")", u"\u00e9\u00e9"_s);
    row("y_string_surrogate_pair", R"("\ud83d\ude00")", QString::fromUtf8("\xF0\x9F\x98\x80"));
    row("y_string_escaped_nul", R"("\u0000")", QString(QChar(0)));
    row("y_string_escaped_control", R"("\u001f")", QString(QChar(0x1f)));
    row("y_string_utf8", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"", QString::fromUtf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"));
    row("y_string_delete", "\"\x7F\"", QString(QChar(0x7f)));
    row("y_string_line_separators", "\"\xE2\x80\xA8\xE2\x80\xA9\"", QString::fromUtf8("\xE2\x80\xA8\xE2\x80\xA9"));
    row("y_string_noncharacter", "\"\xEF\xBF\xBF\"", QString(QChar(0xffff)));
    row("y_string_byte_order_mark_is_text", "[\"\xEF\xBB\xBF\",\"\xEF\xBB\xBF\x61\\n\",\"a\xEF\xBB\xBF\"]",
        QJsonArray{u"\ufeff"_s, u"\ufeffa\n"_s, u"a\ufeff"_s});
    row("y_object_key_with_byte_order_mark", "{\"\xEF\xBB\xBFk\":1,\"k\":2,\"\xEF\xBB\xBFk\\n\":3,\"k\\n\":4}",
        QJsonObject{{u"\ufeffk"_s, 1}, {u"k"_s, 2}, {u"\ufeffk\n"_s, 3}, {u"k\n"_s, 4}});
    row("y_string_brackets_inside", R"("[{]},:")", u"[{]},:"_s);
    row("y_string_comment_inside", R"("// /* */ #")", u"// /* */ #"_s);
    row("y_string_escaped_backslash_at_end", R"(["\\"])", QJsonArray{u"\\"_s});
    row("y_string_backslash_and_quote", R"(["\\\"","x"])", QJsonArray{u"\\\""_s, u"x"_s});
}

void TestJsonLimits::validTextsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QJsonValue, value);
    for (const JsonRules &rules : {JsonRules(), toolPayloadRules}) {
        const Result<QJsonValue> json = parseJson(bytes, rules);
        QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
        QCOMPARE(*json, value);
        QCOMPARE(json->type(), value.type());
    }
}

void TestJsonLimits::invalidTextsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("n_empty", "");
    row("n_only_space", " \t\r\n");
    row("n_array_comma_only", "[,]");
    row("n_array_trailing_comma", "[1,]");
    row("n_array_leading_comma", "[,1]");
    row("n_array_two_commas", "[1,,2]");
    row("n_array_no_comma", "[1 2]");
    row("n_array_colon", "[1:2]");
    row("n_array_closed_twice", "[1]]");
    row("n_array_unclosed", "[1");
    row("n_array_unclosed_with_comma", "[1,");
    row("n_array_closed_by_brace", "[1}");
    row("n_array_inner_unclosed", "[{]");
    row("n_object_trailing_comma", R"({"a":1,})");
    row("n_object_two_commas", R"({"a":1,,"b":2})");
    row("n_object_no_comma", R"({"a":1 "b":2})");
    row("n_object_no_colon", R"({"a" 1})");
    row("n_object_two_colons", R"({"a"::1})");
    row("n_object_no_value", R"({"a":})");
    row("n_object_key_alone", R"({"a"})");
    row("n_object_key_unquoted", "{a:1}");
    row("n_object_key_single_quotes", "{'a':1}");
    row("n_object_key_number", "{1:1}");
    row("n_object_key_null", "{null:1}");
    row("n_object_closed_by_bracket", R"({"a":1])");
    row("n_object_unclosed", R"({"a":1)");
    row("n_object_cut_in_key", R"({"a)");
    row("n_scalars_two", "1 2");
    row("n_scalars_with_comma", "1,2");
    row("n_scalars_out_of_their_array", "1],[2");
    row("n_array_behind_scalar", "1[]");
    row("n_values_two", "[][]");
    row("n_number_plus", "+1");
    row("n_number_leading_nought", "01");
    row("n_number_minus_leading_nought", "-01");
    row("n_number_minus_alone", "-");
    row("n_number_two_minuses", "--1");
    row("n_number_minus_space", "- 1");
    row("n_number_point_at_end", "1.");
    row("n_number_point_at_start", ".5");
    row("n_number_minus_point", "-.5");
    row("n_number_point_exponent", "1.e5");
    row("n_number_two_points", "1.2.3");
    row("n_number_exponent_alone", "1e");
    row("n_number_exponent_sign_alone", "1e+");
    row("n_number_exponent_fraction", "1e1.5");
    row("n_number_two_exponents", "1e1e1");
    row("n_number_hexadecimal", "0x1F");
    row("n_number_underscore", "1_000");
    row("n_number_space_inside", "1 000");
    row("n_number_suffix", "1f");
    row("n_number_full_width", "\xEF\xBC\x91");
    row("n_number_nan", "NaN");
    row("n_number_infinity", "Infinity");
    row("n_number_minus_infinity", "-Infinity");
    row("n_number_huge_exponent", "1e400");
    row("n_number_minus_huge_exponent", "[-1e400]");
    row("n_word_python", "None");
    row("n_word_capital", "True");
    row("n_word_cut", "nul");
    row("n_word_long", "truex");
    row("n_word_done", "[DONE]");
    row("n_string_unquoted", "abc");
    row("n_string_single_quotes", "'a'");
    row("n_string_unclosed", "\"a");
    row("n_string_closed_by_escape", R"("a\")");
    row("n_string_tab", "\"\t\"");
    row("n_string_newline", "\"\n\"");
    row("n_string_nul", QByteArray("\"\0\"", 3));
    row("n_string_unit_separator", "\"\x1F\"");
    row("n_string_escape_x", R"("\x41")");
    row("n_string_escape_a", R"("\a")");
    row("n_string_escape_quote", R"("\'")");
    row("n_string_escape_octal", R"("\012")");
    row("n_string_escape_capital_u", R"("\U0041")");
    row("n_string_escape_short", R"("\u12")");
    row("n_string_escape_no_hex", R"("\u00g0")");
    row("n_string_escape_at_end", "\"\\");
    row("n_string_escape_u_at_end", "\"\\u004");
    row("n_string_escaped_byte_order_mark", "\"\\\xEF\xBB\xBF\"");
    row("n_string_escaped_utf8", "\"\\\xC3\xA9\"");
    row("n_comment_line", "// a\n[]");
    row("n_comment_block", "[/* a */]");
    row("n_comment_behind", "[] # a");
    row("n_space_form_feed", "[\f]");
    row("n_space_form_feed_around", "\f[]\f");
    row("n_space_vertical_tab", "[]\v");
    row("n_space_no_break", "[\xC2\xA0]");
    row("n_structure_nul_behind", QByteArray("[]\0", 3));
    row("n_structure_byte_order_mark_inside", "[\xEF\xBB\xBF]");
    row("n_structure_byte_order_mark_twice", "\xEF\xBB\xBF\xEF\xBB\xBF[]");
    row("n_structure_byte_order_mark_alone", "\xEF\xBB\xBF");
    row("n_structure_html", "<!doctype html><p>[]</p>");
    row("n_structure_semicolon", "[];");
}

void TestJsonLimits::invalidTextsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(faultOf(bytes).startsWith(u"JSON: "_s));
    QVERIFY(faultOf(bytes, toolPayloadRules).startsWith(u"JSON: "_s));
    QVERIFY(faultOf('[' + bytes + ']').startsWith(u"JSON: "_s) || bytes.trimmed().isEmpty() || bytes == "1,2");
}

void TestJsonLimits::whatTheStandardLeavesOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("read");
    QTest::addColumn<QJsonValue>("value");
    const auto read = [](const char *name, const QByteArray &bytes, const QJsonValue &value) {
        QTest::newRow(name) << bytes << true << value;
    };
    const auto refused = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes << false << QJsonValue(); };
    const auto unit = [](ushort code) { return QString(QChar(code)); };
    read("i_byte_order_mark", "\xEF\xBB\xBF{}", QJsonObject());
    read("i_byte_order_mark_and_scalar", "\xEF\xBB\xBF 1", 1);
    read("i_key_twice_last_one_counts", R"({"a":1,"a":2})", QJsonObject{{u"a"_s, 2}});
    read("i_key_twice_by_escape", R"({"a":1,"\u0061":2})", QJsonObject{{u"a"_s, 2}});
    read("i_string_lone_high_surrogate", R"("\ud800")", unit(0xd800));
    read("i_string_lone_low_surrogate", R"("\udc00")", unit(0xdc00));
    read("i_string_surrogates_reversed", R"("\udc00\ud800")", unit(0xdc00) + unit(0xd800));
    read("i_string_surrogate_and_letter", R"("\ud800a")", unit(0xd800) + u'a');
    read("i_number_smallest", "5e-324", std::numeric_limits<double>::denorm_min());
    read("i_number_beyond_64_bits", "18446744073709551616", 18446744073709551616.0);
    read("i_number_many_digits", "0." + QByteArray(400, '1'), 1.0 / 9);
    read("i_number_largest", "1.7976931348623157e308", std::numeric_limits<double>::max());
    refused("i_number_beyond_any", "1.8e308");
    refused("i_number_smaller_than_any", "1e-400");
    refused("i_number_400_digits", QByteArray(400, '9'));
    refused("i_encoding_utf16_le", QByteArray("\xFF\xFE[\0]\0", 6));
    refused("i_encoding_utf16_be", QByteArray("\xFE\xFF\0[\0]", 6));
    refused("i_encoding_utf16_without_mark", QByteArray("[\0]\0", 4));
    refused("i_encoding_latin1", "[\"\xE9\"]");
    read("i_depth_500", nested(500), QJsonDocument::fromJson(nested(500)).array());
}

void TestJsonLimits::whatTheStandardLeavesOpen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, read);
    QFETCH(QJsonValue, value);
    const Result<QJsonValue> json = parseJson(bytes);
    QCOMPARE(json.has_value(), read);
    if (json)
        QCOMPARE(*json, value);
    else
        QCOMPARE(json.error().kind, Error::Kind::Protocol);
}

void TestJsonLimits::everyCutOfATextIsRefused()
{
    const QByteArray whole = R"({"a":[1.5e3,-0.25,true,false,null,"\ud83d\ude00 \"x\"",{"b":[],"c":{}}],"d":"é"})";
    QVERIFY(parseJson(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(faultOf(whole.first(size)).startsWith(u"JSON: "_s), QByteArray::number(size).constData());
}

void TestJsonLimits::faultsSayWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << u"JSON: empty"_s;
    QTest::newRow("cut") << QByteArray("{\"a\":") << u"JSON: unfinished at byte 5"_s;
    QTest::newRow("no comma") << QByteArray("[1 2]") << u"JSON: comma missing at byte 3"_s;
    QTest::newRow("space before") << QByteArray("\n\n[01]") << u"JSON: comma missing at byte 4"_s;
    QTest::newRow("mark before") << QByteArray("\xEF\xBB\xBF[tru]") << u"JSON: unknown word at byte 4"_s;
    QTest::newRow("scalar") << QByteArray("1.x") << u"JSON: neither a value nor a digit at byte 2"_s;
    QTest::newRow("behind a scalar") << QByteArray("1 2") << u"JSON: text behind the value at byte 1"_s;
    QTest::newRow("escape") << QByteArray(R"(["a\qb"])") << u"JSON: bad escape at byte 4"_s;
    QTest::newRow("control") << QByteArray("[\"a\nb\"]") << u"JSON: control character in a string at byte 3"_s;
    QTest::newRow("depth") << nested(1025) << u"JSON: nested too deep at byte 1024"_s;
}

void TestJsonLimits::faultsSayWhere()
{
    QFETCH(QByteArray, bytes);
    QTEST(faultOf(bytes), "detail");
}

void TestJsonLimits::HTTP_17_depthHasALimit_data()
{
    QTest::addColumn<int>("maxDepth");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("read");
    for (const int limit : {1, 2, 128, 1024}) {
        QTest::addRow("%d of %d", limit, limit) << limit << limit << true;
        QTest::addRow("%d of %d", limit + 1, limit) << limit << limit + 1 << false;
    }
    QTest::newRow("scalars need none") << 0 << 0 << true;
    QTest::newRow("arrays need some") << 0 << 1 << false;
    QTest::newRow("no more than QJsonDocument takes") << 5000 << 1025 << false;
}

void TestJsonLimits::HTTP_17_depthHasALimit()
{
    QFETCH(int, maxDepth);
    QFETCH(int, depth);
    QFETCH(bool, read);
    const JsonRules rules{maxDepth};
    QCOMPARE(parseJson(nested(depth, "1"), rules).has_value(), read);
    QCOMPARE(parseJson(nestedObjects(depth), rules).has_value(), read);
    if (depth > 0) // width is not depth
        QCOMPARE(parseJson("[" + QByteArray(nested(depth - 1, "1") + ',').repeated(20) + "1]", rules).has_value(), read);
}

void TestJsonLimits::HTTP_17_toolPayloadsAreShallow()
{
    QVERIFY(parseJson(nestedObjects(128), toolPayloadRules));
    QCOMPARE(faultOf(nestedObjects(129), toolPayloadRules), u"JSON: nested too deep at byte 640"_s);
    QVERIFY(parseJson("{\"text\":\"" + QByteArray("[").repeated(1000) + "\"}", toolPayloadRules)); // brackets in strings are text
}

void TestJsonLimits::HTTP_17_toolPayloadsHaveNoKeyTwice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray(R"({"path":"a","path":"b"})");
    QTest::newRow("same value") << QByteArray(R"({"path":"a","path":"a"})");
    QTest::newRow("others between") << QByteArray(R"({"path":"a","x":{},"y":[],"path":"b"})");
    QTest::newRow("written differently") << QByteArray(R"({"path":"a","p\u0061th":"b"})");
    QTest::newRow("escaped slash") << QByteArray(R"({"a/b":1,"a\/b":2})");
    QTest::newRow("escaped surrogates") << QByteArray("{\"\xF0\x9F\x98\x80\":1,\"\\ud83d\\ude00\":2}");
    QTest::newRow("byte order mark") << QByteArray("{\"\xEF\xBB\xBFk\":1,\"\\ufeffk\":2}");
    QTest::newRow("empty") << QByteArray(R"({"":1,"":2})");
    QTest::newRow("nested") << QByteArray(R"([{"a":{"b":[{"c":1,"d":2,"c":3}]}}])");
    QTest::newRow("after a nested object") << QByteArray(R"({"a":{"b":1},"c":{"b":1},"a":2})");
}

void TestJsonLimits::HTTP_17_toolPayloadsHaveNoKeyTwice()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(parseJson(bytes));
    QVERIFY(faultOf(bytes, toolPayloadRules).startsWith(u"JSON: key given twice at byte "_s));
}

void TestJsonLimits::HTTP_17_sameKeysInDifferentObjectsAreFine()
{
    QVERIFY(parseJson(R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}],"A":1,"a ":2,"\\u0061":3})", toolPayloadRules));
}

void TestJsonLimits::FI_12_invalidUtf8IsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no such byte") << QByteArray("\xFF");
    QTest::newRow("continuation alone") << QByteArray("\x80");
    QTest::newRow("cut of two") << QByteArray("\xC3");
    QTest::newRow("cut of three") << QByteArray("\xE2\x82");
    QTest::newRow("cut of four") << QByteArray("\xF0\x9F\x98");
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF");
    QTest::newRow("overlong nul") << QByteArray("\xC0\x80");
    QTest::newRow("overlong of three") << QByteArray("\xE0\x80\xAF");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
}

void TestJsonLimits::FI_12_invalidUtf8IsRefused()
{
    QFETCH(QByteArray, text);
    for (const QByteArray &json :
         {'"' + text + '"', "[\"a" + text + "b\"]", "{\"" + text + "\":1}", "{\"\\n" + text + "\":1}", text, "[" + text + "]"}) {
        QVERIFY(faultOf(json).startsWith(u"JSON: "_s));
        QVERIFY(faultOf(json, toolPayloadRules).startsWith(u"JSON: "_s));
    }
    // In a stream it is text with a replacement, and no end of anything.
    const ChatEvent event = chatEventFrom({"content", "{\"message\":\"" + text + "\"}", {}});
    QVERIFY(std::holds_alternative<UnknownEvent>(event));
    QVERIFY(std::get<UnknownEvent>(event).data.toString().contains(QChar::ReplacementCharacter));
}

void TestJsonLimits::FI_13_aMillionBracketsAreATypedError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int million = 1'000'000;
    QTest::newRow("arrays, open") << QByteArray("[").repeated(million);
    QTest::newRow("arrays, closed") << nested(million);
    QTest::newRow("objects, open") << QByteArray("{\"a\":").repeated(million);
    QTest::newRow("objects, closed") << nestedObjects(million);
    QTest::newRow("mixed") << QByteArray("[{\"a\":").repeated(million / 2);
    QTest::newRow("closing only") << QByteArray("]").repeated(million);
    QTest::newRow("inside an object") << "{\"arguments\":" + nested(million) + "}";
}

void TestJsonLimits::FI_13_aMillionBracketsAreATypedError()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(faultOf(bytes).startsWith(u"JSON: "_s));
    QVERIFY(faultOf(bytes, toolPayloadRules).startsWith(u"JSON: "_s));
    QVERIFY(!parseProblem(bytes, "application/json").isJson);
    for (const char *type : {"content", "tool_start", "tool_result", "message_complete", "unheard_of"})
        QVERIFY(std::holds_alternative<UnknownEvent>(chatEventFrom({type, bytes, {}})));
    for (const char *type : {"status", "event", "output", "complete"})
        QVERIFY(std::holds_alternative<std::monostate>(runUpdateFrom({type, bytes, {}})));
}

void TestJsonLimits::FI_13_theDeepestTextAllowedIsSurvivedEverywhere()
{
    for (const QByteArray &key : {QByteArray("detail"), QByteArray("message"), QByteArray("error"), QByteArray("errors")}) {
        const QByteArray deep = ("{\"" + key + "\":").repeated(1024) + "\"x\"" + QByteArray("}").repeated(1024);
        QVERIFY(parseJson(deep));
        QVERIFY(parseProblem(deep, "application/json").isJson);
        const ChatEvent event = chatEventFrom({"tool_result", deep, {}});
        QVERIFY(!toServerEvent(event).data.isEmpty());
        const Result<QJsonValue> json = parseJson(deep);
        QCOMPARE(QJsonDocument(json->toObject()).toJson(QJsonDocument::Compact).size(), deep.size());
    }
}

// Twice the text takes about twice the time, also where keys are compared.
void TestJsonLimits::checkingIsLinear()
{
    const auto textOf = [](int members) {
        QByteArray text = "{\"list\":[";
        for (int i = 0; i < members; ++i)
            text += "{\"k" + QByteArray::number(i) + "\":\"\\u0041" + QByteArray::number(i) + "\",\"b\":-1.5e3},";
        text.chop(1);
        text += "]";
        for (int i = 0; i < members; ++i)
            text += ",\"key" + QByteArray::number(i) + "\":null";
        return text + '}';
    };
    const auto clocksOf = [](const QByteArray &text) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            const std::clock_t start = std::clock(); // what else the machine does must not matter
            if (JsonChecker::check(text, toolPayloadRules))
                qFatal("the text is bad");
            best = std::min<qint64>(best, std::clock() - start);
        }
        return std::max<qint64>(best, 1);
    };
    const double ratio = double(clocksOf(textOf(80'000))) / double(clocksOf(textOf(20'000)));
    QVERIFY2(ratio < 12, QByteArray::number(ratio).constData()); // quadratic: 16
}

QTEST_APPLESS_MAIN(TestJsonLimits)
#include "tst_jsonlimits.moc"
