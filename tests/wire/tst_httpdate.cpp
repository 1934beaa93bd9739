#include "wire/httpdate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::wire;

namespace {

const QDateTime today(QDate(2026, 5, 2), QTime(9, 14, 3), Qt::UTC);

// ISO, or empty for "no date".
QString parsed(QByteArrayView text, const QDateTime &now)
{
    const std::optional<QDateTime> time = parseHttpDate(text, now);
    return time ? time->toString(Qt::ISODate) : QString();
}

} // namespace

class TestHttpDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeFormsOfOneTime_data();
    void threeFormsOfOneTime();
    void everyMonthAndWeekday();
    void whatIsNotTheGrammarIsNoDate_data();
    void whatIsNotTheGrammarIsNoDate();
    void twoDigitYearsAreAtMostFiftyYearsAhead_data();
    void twoDigitYearsAreAtMostFiftyYearsAhead();
    void theResultIsUtcWhateverTheZoneOfNow();
    void everyPrefixAndChangedByteIsSurvived();
    void HTTP_04_retryAfterInBothForms_data();
    void HTTP_04_retryAfterInBothForms();
    void HTTP_04_aSkewedClockOfOursDoesNotMatter();
    void HTTP_04_withoutADateOurClockCounts();
    void hugeValuesCostLittle();
};

void TestHttpDate::threeFormsOfOneTime_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("asctime, two digits") << QByteArray("Wed Nov 16 08:49:37 1994") << u"1994-11-16T08:49:37Z"_s;
    QTest::newRow("midnight") << QByteArray("Sat, 02 May 2026 00:00:00 GMT") << u"2026-05-02T00:00:00Z"_s;
    QTest::newRow("last second") << QByteArray("Thu, 31 Dec 2026 23:59:59 GMT") << u"2026-12-31T23:59:59Z"_s;
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT") << u"2016-12-31T23:59:59Z"_s;
    QTest::newRow("leap day") << QByteArray("Tue, 29 Feb 2028 12:00:00 GMT") << u"2028-02-29T12:00:00Z"_s;
    QTest::newRow("RFC 850 leap day") << QByteArray("Tuesday, 29-Feb-28 12:00:00 GMT") << u"2028-02-29T12:00:00Z"_s;
    QTest::newRow("first year") << QByteArray("Mon, 01 Jan 0001 00:00:00 GMT") << u"0001-01-01T00:00:00Z"_s;
    QTest::newRow("last year") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << u"9999-12-31T23:59:59Z"_s;
}

void TestHttpDate::threeFormsOfOneTime()
{
    QFETCH(QByteArray, text);
    QTEST(parsed(text, today), "iso");
}

void TestHttpDate::everyMonthAndWeekday()
{
    const QLocale english = QLocale::c();
    for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
        const QString iso = day.toString(Qt::ISODate) + u"T10:20:30Z"_s;
        QCOMPARE(parsed(english.toString(day, u"ddd, dd MMM yyyy 10:20:30 'GMT'"_s).toLatin1(), today), iso);
        QCOMPARE(parsed(english.toString(day, u"dddd, dd-MMM-yy 10:20:30 'GMT'"_s).toLatin1(), today), iso);
        const QByteArray padded = QByteArray::number(day.day()).rightJustified(2, ' ');
        QCOMPARE(parsed(english.toString(day, u"ddd MMM "_s).toLatin1() + padded + " 10:20:30 2026", today), iso);
    }
}

void TestHttpDate::whatIsNotTheGrammarIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
    row("empty", "");
    row("word", "tomorrow");
    row("seconds", "120");
    row("ISO 8601", "1994-11-06T08:49:37Z");
    row("lower case", "sun, 06 nov 1994 08:49:37 gmt");
    row("upper case", "SUN, 06 NOV 1994 08:49:37 GMT");
    row("other zone", "Sun, 06 Nov 1994 08:49:37 UTC");
    row("numeric zone", "Sun, 06 Nov 1994 08:49:37 +0000");
    row("no zone", "Sun, 06 Nov 1994 08:49:37");
    row("zone of asctime", "Sun Nov  6 08:49:37 1994 GMT");
    row("wrong weekday", "Mon, 06 Nov 1994 08:49:37 GMT");
    row("wrong weekday, RFC 850", "Monday, 06-Nov-94 08:49:37 GMT");
    row("wrong weekday, asctime", "Mon Nov  6 08:49:37 1994");
    row("other weekday's length", "Sunday, 06 Nov 1994 08:49:37 GMT");
    row("German", "So, 06 Nov 1994 08:49:37 GMT");
    row("German month", "Fri, 01 Mai 2026 08:49:37 GMT");
    row("no such day", "Mon, 30 Feb 2026 08:49:37 GMT");
    row("no leap year", "Sun, 29 Feb 2026 08:49:37 GMT");
    row("day nought", "Sun, 00 Nov 1994 08:49:37 GMT");
    row("year nought", "Sun, 06 Nov 0000 08:49:37 GMT");
    row("hour 24", "Sun, 06 Nov 1994 24:00:00 GMT");
    row("minute 60", "Sun, 06 Nov 1994 08:60:37 GMT");
    row("second 60 at noon", "Sun, 06 Nov 1994 12:00:60 GMT");
    row("second 61", "Sat, 31 Dec 2016 23:59:61 GMT");
    row("short day", "Sun, 6 Nov 1994 08:49:37 GMT");
    row("short hour", "Sun, 06 Nov 1994 8:49:37 GMT");
    row("short year", "Sun, 06 Nov 94 08:49:37 GMT");
    row("long year", "Sun, 06 Nov 19944 08:49:37 GMT");
    row("fraction", "Sun, 06 Nov 1994 08:49:37.5 GMT");
    row("signs", "Sun, +6 Nov 1994 08:49:37 GMT");
    row("two spaces", "Sun,  06 Nov 1994 08:49:37 GMT");
    row("one space in asctime", "Sun Nov 6 08:49:37 1994");
    row("space before", " Sun, 06 Nov 1994 08:49:37 GMT");
    row("space after", "Sun, 06 Nov 1994 08:49:37 GMT ");
    row("line end after", "Sun, 06 Nov 1994 08:49:37 GMT\r\n");
    row("two dates", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT");
    row("digits of another script", "Sun, \xD9\xA0\xD9\xA6 Nov 1994 08:49:37 GMT");
    QTest::newRow("NUL") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT\0", 30);
}

void TestHttpDate::whatIsNotTheGrammarIsNoDate()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseHttpDate(text, today));
}

void TestHttpDate::twoDigitYearsAreAtMostFiftyYearsAhead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char *name, const char *text, QDate now, const QString &iso) {
        QTest::newRow(name) << QByteArray(text) << QDateTime(now, QTime(12, 0), Qt::UTC) << iso;
    };
    row("this year", "Saturday, 02-May-26 12:00:00 GMT", {2026, 5, 2}, u"2026-05-02T12:00:00Z"_s);
    row("49 years ahead", "Wednesday, 01-May-75 12:00:00 GMT", {2026, 5, 2}, u"2075-05-01T12:00:00Z"_s);
    row("50 years ahead", "Saturday, 02-May-76 12:00:00 GMT", {2026, 5, 2}, u"2076-05-02T12:00:00Z"_s);
    row("50 years and a second", "Sunday, 02-May-76 12:00:01 GMT", {2026, 5, 2}, u"1976-05-02T12:00:01Z"_s);
    row("50 years and a day", "Monday, 03-May-76 12:00:00 GMT", {2026, 5, 2}, u"1976-05-03T12:00:00Z"_s);
    row("51 years ahead", "Saturday, 01-Jan-77 12:00:00 GMT", {2026, 5, 2}, u"1977-01-01T12:00:00Z"_s);
    row("over the century", "Saturday, 01-Jan-00 12:00:00 GMT", {1999, 12, 31}, u"2000-01-01T12:00:00Z"_s);
    row("far over the century", "Friday, 01-Jan-10 12:00:00 GMT", {2090, 1, 1}, {});
    row("far over the century, right day", "Wednesday, 01-Jan-10 12:00:00 GMT", {2090, 1, 1}, u"2110-01-01T12:00:00Z"_s);
    row("last century", "Friday, 31-Dec-99 12:00:00 GMT", {2001, 1, 1}, u"1999-12-31T12:00:00Z"_s);
    row("29 February of 2100", "Monday, 29-Feb-00 12:00:00 GMT", {2080, 1, 1}, {});
}

void TestHttpDate::twoDigitYearsAreAtMostFiftyYearsAhead()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, now);
    QTEST(parsed(text, now), "iso");
}

void TestHttpDate::theResultIsUtcWhateverTheZoneOfNow()
{
    const QDateTime east(QDate(2026, 5, 3), QTime(1, 0), Qt::OffsetFromUTC, 14 * 3600); // still the second in UTC, 11 o'clock
    const std::optional<QDateTime> same = parseHttpDate("Saturday, 02-May-76 11:00:00 GMT", east);
    QVERIFY(same);
    QCOMPARE(same->timeSpec(), Qt::UTC);
    QCOMPARE(same->date().year(), 2076);
    QCOMPARE(parsed("Sunday, 02-May-76 11:00:01 GMT", east), u"1976-05-02T11:00:01Z"_s);
}

void TestHttpDate::everyPrefixAndChangedByteIsSurvived()
{
    for (const QByteArray &good : {QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"), QByteArray("Sunday, 06-Nov-94 08:49:37 GMT"),
                                   QByteArray("Sun Nov  6 08:49:37 1994")}) {
        for (qsizetype i = 0; i < good.size(); ++i) {
            QVERIFY(!parseHttpDate(good.first(i), today));
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray changed = good;
                changed[i] = static_cast<char>(byte);
                if (const std::optional<QDateTime> time = parseHttpDate(changed, today))
                    QVERIFY(time->isValid());
            }
        }
    }
}

void TestHttpDate::HTTP_04_retryAfterInBothForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *name, const char *value, qint64 ms) { QTest::newRow(name) << QByteArray(value) << ms; };
    row("zero", "0", 0);
    row("seconds", "3", 3000);
    row("white space around", " \t3 ", 3000);
    row("leading noughts", "003", 3000);
    row("a day", "86400", 86'400'000);
    row("more than a day", "86401", -1);
    row("date after the server's own", "Wed, 21 Oct 2015 07:28:10 GMT", 10'000);
    row("same date", "Wed, 21 Oct 2015 07:28:00 GMT", 0);
    row("date in the past", "Wed, 21 Oct 2015 07:27:00 GMT", 0);
    row("date long past", "Thu, 01 Jan 1970 00:00:00 GMT", 0);
    row("date a day ahead", "Thu, 22 Oct 2015 07:28:00 GMT", 86'400'000);
    row("date beyond a day", "Thu, 22 Oct 2015 07:28:01 GMT", -1);
    row("date in the form of RFC 850", "Wednesday, 21-Oct-15 07:28:10 GMT", 10'000);
    row("date in the form of asctime", "Wed Oct 21 07:28:10 2015", 10'000);
    row("negative", "-1", -1);
    row("plus", "+5", -1);
    row("fraction", "1.5", -1);
    row("exponent", "1e3", -1);
    row("hexadecimal", "0x10", -1);
    row("unit", "5s", -1);
    row("inner space", "1 2", -1);
    row("list", "5, 10", -1);
    row("word", "abc", -1);
    row("absurd", "1000000000", -1);
    row("above 64 bits", "18446744073709551617", -1);
    row("bad date", "Thu, 21 Oct 2015 07:28:10 GMT", -1);
    row("absent", "", -1);
    row("blank", "  ", -1);
}

void TestHttpDate::HTTP_04_retryAfterInBothForms()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, ms);
    QCOMPARE(retryAfterMs(value, "Wed, 21 Oct 2015 07:28:00 GMT"), ms);
    QCOMPARE(retryAfterMs(value, " Wed, 21 Oct 2015 07:28:00 GMT ", today), ms);
}

void TestHttpDate::HTTP_04_aSkewedClockOfOursDoesNotMatter()
{
    for (const qint64 hours : {-24, -1, 0, 1, 24}) {
        const QDateTime skewed = today.addSecs(hours * 3600);
        QCOMPARE(retryAfterMs("Sat, 02 May 2026 09:15:00 GMT", "Sat, 02 May 2026 09:14:30 GMT", skewed), 30'000);
        QCOMPARE(retryAfterMs("7", "Sat, 02 May 2026 09:14:30 GMT", skewed), 7000);
    }
}

void TestHttpDate::HTTP_04_withoutADateOurClockCounts()
{
    const QDateTime now = today.addMSecs(400);
    for (const char *date : {"", "0", "yesterday", "Sun, 02 May 2026 09:14:30 GMT"}) {
        QCOMPARE(retryAfterMs("Sat, 02 May 2026 09:14:30 GMT", date, now), 26'600);
        QCOMPARE(retryAfterMs("Sat, 02 May 2026 09:14:03 GMT", date, now), 0);
    }
}

void TestHttpDate::hugeValuesCostLittle()
{
    const QByteArray digits(16 * 1024 * 1024, '9');
    QCOMPARE(retryAfterMs(digits, {}), -1);
    QVERIFY(!parseHttpDate(digits));
    QVERIFY(!parseHttpDate("Sun, " + digits));
    QCOMPARE(retryAfterMs(QByteArray(16 * 1024 * 1024, '0') + '5', {}), 5000);
}

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
