#include "wire/vectors.h"

#include "support/memoryuse.h"

#include <QRandomGenerator>

#include <ctime>
#include <limits>

using desk::wire::ServerEvent;
using desk::wire::SseParser;
using vectors::Outcome;
using vectors::Vector;

namespace {

constexpr qsizetype mebi = 1024 * 1024;

// Two streams are long enough for their splits to take half a minute in a build that is slowed down; there every 13th has to do,
// which meets their repeating parts at each offset.
constexpr qsizetype longStream = 8 * 1024;
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
constexpr qsizetype longStreamStep = 1;
#else
constexpr qsizetype longStreamStep = 13;
#endif

// CPU time of this process to parse a stream in chunks of one size, the best of some rounds, in ns a byte.
double nsPerByte(const QByteArray &stream, qsizetype chunk)
{
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < 3; ++round) {
        SseParser parser;
        qsizetype events = 0;
        const std::clock_t before = std::clock();
        for (qsizetype at = 0; at < stream.size(); at += chunk)
            events += parser.feed(QByteArray::fromRawData(stream.constData() + at, qMin(chunk, stream.size() - at))).size();
        best = qMin(best, double(std::clock() - before) * 1e9 / CLOCKS_PER_SEC / double(stream.size()));
        if (events != 1)
            qFatal("the stream is not one event");
    }
    return qMax(best, 0.01);
}

} // namespace

class TestSseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void SSE_01_everyVectorAsGiven();
    void SSE_01_everyVectorAsOneChunk();
    void SSE_01_everyVectorByteByByte();
    void SSE_01_everyVectorAtEverySplit();
    void SSE_03_carriageReturnEndsALineAtOnce();
    void SSE_01_emptyChunksChangeNothing();
    void SSE_06_commentsAreSeenAsBytesOnly();
    void SSE_14_retryDoesNotOverflow_data();
    void SSE_14_retryDoesNotOverflow();
    void SSE_13_retryTakesEffectWithoutABlankLine();
    void SSE_05_illFormedUtf8IsReplacedPerMaximalSubpart_data();
    void SSE_05_illFormedUtf8IsReplacedPerMaximalSubpart();
    void SSE_17_aLineWithoutEndFailsWithinItsCap_data();
    void SSE_17_aLineWithoutEndFailsWithinItsCap();
    void eventOfManyLinesFailsAtItsCap();
    void eventsBeforeAFailureAreKept();
    void linesAndEventsOfExactlyTheCapPass();
    void longCommentsAreNotBuffered();
    void severalMegabytesInOneLineByDefault();
    void aLongLineIsRepairedAndCappedLikeAShortOne();
    void growthIsGeometric();
    void SSE_18_timeIsLinear_data();
    void SSE_18_timeIsLinear();
    void randomSplitsAgreeWithTheWhole();

private:
    QList<Vector> m_vectors;
};

void TestSseParser::initTestCase()
{
    m_vectors = vectors::all();
    QVERIFY2(m_vectors.size() >= 300, "the vectors file is not the whole one");
}

void TestSseParser::SSE_01_everyVectorAsGiven()
{
    for (const Vector &vector : std::as_const(m_vectors)) {
        Outcome outcome;
        for (const QByteArray &chunk : vector.chunks)
            outcome.feed(chunk);
        QVERIFY2(outcome.matches(vector), vector.name.constData());
    }
}

void TestSseParser::SSE_01_everyVectorAsOneChunk()
{
    for (const Vector &vector : std::as_const(m_vectors)) {
        Outcome outcome;
        outcome.feed(vector.whole);
        QVERIFY2(outcome.matches(vector), vector.name.constData());
    }
}

void TestSseParser::SSE_01_everyVectorByteByByte()
{
    for (const Vector &vector : std::as_const(m_vectors)) {
        Outcome outcome;
        for (const char byte : vector.whole)
            outcome.feed(QByteArray(1, byte));
        QVERIFY2(outcome.matches(vector), vector.name.constData());
    }
}

void TestSseParser::SSE_01_everyVectorAtEverySplit()
{
    QSet<QByteArray> seen; // many vectors are one stream in several cuts
    for (const Vector &vector : std::as_const(m_vectors)) {
        if (seen.contains(vector.whole))
            continue;
        seen.insert(vector.whole);
        const qsizetype step = vector.whole.size() > longStream ? longStreamStep : 1;
        for (qsizetype cut = 0; cut <= vector.whole.size(); cut += step) {
            Outcome outcome;
            outcome.feed(vector.whole.left(cut));
            outcome.feed(vector.whole.mid(cut));
            QVERIFY2(outcome.matches(vector), qPrintable(QStringLiteral("%1 cut at %2").arg(QString::fromUtf8(vector.name)).arg(cut)));
        }
    }
}

// SSE-03: no waiting for the byte after a CR.
void TestSseParser::SSE_03_carriageReturnEndsALineAtOnce()
{
    Outcome outcome;
    outcome.feed("data: x\r\r");
    QCOMPARE(outcome.events.size(), 1);
    outcome.feed("\ndata: y\r\n\r");
    QCOMPARE(outcome.events.size(), 2);
    outcome.feed("\n");
    QCOMPARE(outcome.events.size(), 2);
}

void TestSseParser::SSE_01_emptyChunksChangeNothing()
{
    Outcome outcome;
    for (const QByteArray &chunk : {QByteArray("data: a\r"), QByteArray(), QByteArray("\n"), QByteArray(), QByteArray("\r\n")})
        outcome.feed(chunk);
    QCOMPARE(outcome.events.size(), 1);
}

// SSE-06: a heartbeat gives no event, but the idle timer must be able to notice it.
void TestSseParser::SSE_06_commentsAreSeenAsBytesOnly()
{
    SseParser parser;
    QVERIFY(parser.feed(": ping\n\n").isEmpty());
    QCOMPARE(parser.bytesSeen(), 8u);
}

void TestSseParser::SSE_14_retryDoesNotOverflow_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("received");
    QTest::addColumn<int>("used");
    QTest::newRow("usual") << QByteArray("1000") << 1000 << 1000;
    QTest::newRow("zero") << QByteArray("0") << 0 << 100;
    QTest::newRow("an hour") << QByteArray("3600000") << 3600000 << 300000;
    QTest::newRow("20 digits") << QByteArray("99999999999999999999") << 2147483647 << 300000;
    QTest::newRow("leading zeros") << QByteArray("00000000000000000000250") << 250 << 250;
    QTest::newRow("not a number") << QByteArray("12e3") << -1 << -1;
}

void TestSseParser::SSE_14_retryDoesNotOverflow()
{
    QFETCH(QByteArray, value);
    SseParser parser;
    QVERIFY(parser.feed("retry: " + value + "\n\n").isEmpty());
    QTEST(parser.retryMs(), "received");
    QTEST(parser.reconnectMs(), "used");
}

void TestSseParser::SSE_13_retryTakesEffectWithoutABlankLine()
{
    SseParser parser;
    QVERIFY(parser.feed("retry: 5000\n").isEmpty());
    QCOMPARE(parser.retryMs(), 5000);
}

void TestSseParser::SSE_05_illFormedUtf8IsReplacedPerMaximalSubpart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString fffd(QChar::ReplacementCharacter);
    QTest::newRow("truncated four bytes") << QByteArray("\xF0\x9F\x98x") << fffd + QLatin1Char('x');
    QTest::newRow("truncated three bytes") << QByteArray("\xE2\x82 y") << fffd + QLatin1String(" y");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << fffd + fffd + fffd;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << fffd + fffd;
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\x80") << fffd + fffd + fffd;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << fffd + fffd + fffd + fffd;
    QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80ijklmnop")
                                       << QLatin1String("abcdefgh") + fffd + QLatin1String("ijklmnop");
    QTest::newRow("well-formed") << QByteArray("\xF0\x9F\x98\x80 \xC3\xA4\xE2\x82\xAC")
                                 << QString::fromUtf8("\xF0\x9F\x98\x80 \xC3\xA4\xE2\x82\xAC");
}

void TestSseParser::SSE_05_illFormedUtf8IsReplacedPerMaximalSubpart()
{
    QFETCH(QByteArray, bytes);
    Outcome outcome;
    outcome.feed("event: " + bytes + "\nid: " + bytes + "\ndata: " + bytes + "\ndata: " + bytes + "\n\n");
    QCOMPARE(outcome.events.size(), 1);
    QFETCH(QString, text);
    const ServerEvent event = outcome.events.first();
    QCOMPARE(QString::fromUtf8(event.type), text);
    QCOMPARE(QString::fromUtf8(event.id), text);
    QCOMPARE(QString::fromUtf8(event.data), text + QLatin1Char('\n') + text);
}

void TestSseParser::SSE_17_aLineWithoutEndFailsWithinItsCap_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<qsizetype>("cap");
    for (const char *start : {"data: ", "", ":", "unknown: ", "id: ", "event:", "retry: "}) {
        QTest::addRow("%s 1 MiB", start) << QByteArray(start) << mebi;
        QTest::addRow("%s as declared", start) << QByteArray(start) << SseParser::maxLineBytes;
    }
}

// 64 MiB without a line end: failed as soon as the cap is passed, and hardly more memory than that.
void TestSseParser::SSE_17_aLineWithoutEndFailsWithinItsCap()
{
    QFETCH(QByteArray, start);
    QFETCH(qsizetype, cap);
    SseParser parser(cap, 4 * cap);
    const QByteArray chunk(64 * 1024, 'x');
    const qint64 before = desk::test::residentBytes();
    qint64 mostResident = before;
    qsizetype mostBuffered = 0;
    QVERIFY(parser.feed(start).isEmpty());
    for (qsizetype fed = 0; fed < 64 * mebi; fed += chunk.size()) {
        QVERIFY(parser.feed(chunk).isEmpty());
        mostBuffered = qMax(mostBuffered, parser.bufferedBytes());
        mostResident = qMax(mostResident, desk::test::residentBytes());
        QCOMPARE(parser.failed(), start.size() + fed + chunk.size() > cap);
    }
    QVERIFY2(mostBuffered <= 2 * cap + chunk.size(), qPrintable(QString::number(mostBuffered)));
    QVERIFY2(mostResident - before < desk::test::allowedGrowth(cap + 8 * mebi), qPrintable(QString::number(mostResident - before)));
    QVERIFY(parser.feed("\n\ndata: too late\n\n").isEmpty());
    QVERIFY(parser.failed());
    QVERIFY(parser.bufferedBytes() < 1024);
}

void TestSseParser::eventOfManyLinesFailsAtItsCap()
{
    SseParser parser(mebi, 4 * mebi);
    const QByteArray line = "data: " + QByteArray(512 * 1024 - 1, 'x') + '\n';
    for (int i = 0; i < 8; ++i) {
        QVERIFY(parser.feed(line).isEmpty());
        QVERIFY(!parser.failed()); // 8 × 512 KiB with their line feeds are exactly 4 MiB - 1
    }
    QVERIFY(parser.feed("data: x\n").isEmpty());
    QVERIFY(parser.failed());
}

void TestSseParser::eventsBeforeAFailureAreKept()
{
    SseParser parser(16, 64);
    const QList<ServerEvent> events = parser.feed("data: kept\n\ndata: far longer than sixteen bytes\n\ndata: lost\n\n");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().data, QByteArray("kept"));
    QVERIFY(parser.failed());
}

void TestSseParser::linesAndEventsOfExactlyTheCapPass()
{
    SseParser parser(16, 10);
    const QList<ServerEvent> events = parser.feed("data: 0123456789\n\n");
    QCOMPARE(events.size(), 1);
    QVERIFY(!parser.failed());
    QVERIFY(parser.feed("data:01234567890\n\n").isEmpty()); // the line fits, its 11 bytes of data do not
    QVERIFY(parser.failed());
}

void TestSseParser::longCommentsAreNotBuffered()
{
    for (const QByteArray &start : {QByteArray(": "), QByteArray("padding: "), QByteArray("datagram: ")}) {
        SseParser parser;
        QVERIFY(parser.feed(start).isEmpty());
        for (int i = 0; i < 100; ++i)
            QVERIFY(parser.feed(QByteArray(64 * 1024, 'x')).isEmpty());
        QVERIFY2(parser.bufferedBytes() < 1024, start.constData());
        const QList<ServerEvent> events = parser.feed("\ndata: after\n\n");
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().data, QByteArray("after"));
    }
}

// Contract 4.1: tool results and workflow outputs of several MB are legal.
void TestSseParser::severalMegabytesInOneLineByDefault()
{
    const QByteArray payload(8 * mebi, 'j');
    SseParser parser;
    const QByteArray stream = "data: " + payload + "\n\n";
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < stream.size(); at += 65536)
        events += parser.feed(stream.mid(at, 65536));
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().data, payload);
    QVERIFY2(parser.bufferedBytes() < 128 * 1024, "a long line must not keep its memory");
}

// SSE-18 without a clock: five megabytes byte by byte, as one line and as many. A buffer that grew by constant steps would change
// its size thousands of times, and looking at old bytes again would take until the time limit of the test.
void TestSseParser::growthIsGeometric()
{
    const QByteArray longLine = "data: " + QByteArray(5 * mebi, 'x') + "\n\n";
    const QByteArray manyLines = QByteArray("data: 0123456789\n").repeated(5 * mebi / 17) + "\n";
    for (const QByteArray &stream : {longLine, manyLines}) {
        SseParser parser;
        int sizeChanges = 0;
        qsizetype events = 0;
        qsizetype last = parser.bufferedBytes();
        for (const char byte : stream) {
            events += parser.feed(QByteArray::fromRawData(&byte, 1)).size();
            sizeChanges += parser.bufferedBytes() > last ? 1 : 0;
            last = qMax(last, parser.bufferedBytes());
        }
        QCOMPARE(events, 1);
        QVERIFY2(sizeChanges < 100, qPrintable(QString::number(sizeChanges)));
    }
}

void TestSseParser::SSE_18_timeIsLinear_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qsizetype>("chunk");
    for (const qsizetype chunk : {qsizetype(1), qsizetype(64 * 1024)}) {
        QTest::addRow("one line, chunks of %d", int(chunk)) << QByteArray() << chunk;
        QTest::addRow("lines of 16 bytes, chunks of %d", int(chunk)) << QByteArray("data: 012345678\n") << chunk;
        QTest::addRow("lines of 4 KiB, chunks of %d", int(chunk)) << "data: " + QByteArray(4089, 'x') + '\n' << chunk;
    }
}

// A byte of a 5 MiB event costs as much as one of a 256 KiB event; a parser that looked at or moved old bytes again would need twenty
// times as much.
void TestSseParser::SSE_18_timeIsLinear()
{
    QFETCH(QByteArray, line);
    QFETCH(qsizetype, chunk);
    const auto eventOf = [&line](qsizetype size) {
        return (line.isEmpty() ? "data: " + QByteArray(size, 'x') + '\n' : line.repeated(size / line.size())) + '\n';
    };
    const double ratio = nsPerByte(eventOf(5 * mebi), chunk) / nsPerByte(eventOf(mebi / 4), chunk);
    QVERIFY2(ratio < 8, qPrintable(QString::number(ratio)));
}

// The memory of a long line becomes the event's; it must not matter.
void TestSseParser::aLongLineIsRepairedAndCappedLikeAShortOne()
{
    const QByteArray text(200 * 1024, 'j');
    for (const QByteArray &field : {QByteArray("data: "), QByteArray("data:"), QByteArray("data:  ")}) {
        Outcome outcome;
        outcome.feed(field + text);
        outcome.feed("\xC3\n" + field + text);
        outcome.feed("\n\nid: 7\n" + field + text);
        outcome.feed("\r\n\r\n");
        QCOMPARE(outcome.events.size(), 2);
        const QByteArray shown = field.sliced(field.startsWith("data: ") ? 6 : 5) + text;
        QCOMPARE(outcome.events.first().data, shown + "\xEF\xBF\xBD\n" + shown);
        QCOMPARE(outcome.events.last().data, shown);
        QCOMPARE(outcome.events.last().id, QByteArray("7"));
    }
    SseParser parser(text.size() + 6, text.size() - 1);
    QVERIFY(parser.feed("data: " + text).isEmpty());
    QVERIFY(!parser.failed());
    QVERIFY(parser.feed("\n").isEmpty());
    QVERIFY(parser.failed());
}

void TestSseParser::randomSplitsAgreeWithTheWhole()
{
    QRandomGenerator random(20260502);
    const QList<QByteArray> pieces{"data",
                                   ":",
                                   " ",
                                   "\r",
                                   "\n",
                                   "\r\n",
                                   "id",
                                   "event",
                                   "retry",
                                   "1",
                                   "\xEF\xBB\xBF",
                                   "\xC3",
                                   "\xA4",
                                   "x",
                                   QByteArray(1, '\0'),
                                   "data: {\"a\":1}\n\n",
                                   ": ping\n\n"};
    for (int round = 0; round < 2000; ++round) {
        QByteArray stream;
        while (stream.size() < 120)
            stream += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        Outcome whole;
        whole.feed(stream);
        Outcome cut;
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype size = random.bounded(1, 9);
            cut.feed(stream.mid(at, size));
            at += size;
        }
        QVERIFY(cut.sameEvents(whole.events));
        QCOMPARE(cut.parser.retryMs(), whole.parser.retryMs());
        QCOMPARE(cut.parser.lastEventId(), whole.parser.lastEventId());
    }
}

QTEST_APPLESS_MAIN(TestSseParser)
#include "tst_sseparser.moc"
