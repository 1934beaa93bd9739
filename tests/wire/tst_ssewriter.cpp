#include "wire/sseparser.h"
#include "wire/ssewriter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace desk::wire;

class TestSseWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainEvent();
    void lineBreaksBecomeDataLines_data();
    void lineBreaksBecomeDataLines();
    void hostileIdIsLeftOut_data();
    void hostileIdIsLeftOut();
    void hostileNameForgesNothing_data();
    void hostileNameForgesNothing();
    void commentIsNoEvent();
    void retryIsRead();
    void randomEventsSurviveTheRoundTrip();
};

void TestSseWriter::plainEvent()
{
    QCOMPARE(sseEvent("content", "{\"a\":1}", "7"), QByteArray("id: 7\nevent: content\ndata: {\"a\":1}\n\n"));
    QCOMPARE(sseEvent({}, {}), QByteArray("data: \n\n"));
}

void TestSseWriter::lineBreaksBecomeDataLines_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("LF") << QByteArray("a\nb") << QByteArray("a\nb");
    QTest::newRow("CR") << QByteArray("a\rb") << QByteArray("a\nb");
    QTest::newRow("CRLF") << QByteArray("a\r\nb") << QByteArray("a\nb");
    QTest::newRow("LFCR") << QByteArray("a\n\rb") << QByteArray("a\n\nb");
    QTest::newRow("trailing") << QByteArray("a\n") << QByteArray("a\n");
    QTest::newRow("only breaks") << QByteArray("\n\n") << QByteArray("\n\n");
    QTest::newRow("empty") << QByteArray() << QByteArray("");
    QTest::newRow("forged event") << QByteArray("a\n\nevent: error\ndata: b") << QByteArray("a\n\nevent: error\ndata: b");
    QTest::newRow("leading space") << QByteArray("  a") << QByteArray("  a");
    QTest::newRow("leading colon") << QByteArray(":a") << QByteArray(":a");
}

void TestSseWriter::lineBreaksBecomeDataLines()
{
    QFETCH(QByteArray, data);
    SseParser parser;
    const QList<ServerEvent> events = parser.feed(sseEvent("content", data, "1"));
    QCOMPARE(events.size(), 1);
    QTEST(events.first().data, "read");
    QCOMPARE(events.first().type, QByteArray("content"));
    QCOMPARE(events.first().id, QByteArray("1"));
}

void TestSseWriter::hostileIdIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("LF") << QByteArray("7\ndata: forged");
    QTest::newRow("CR") << QByteArray("7\rdata: forged");
    QTest::newRow("NUL") << QByteArray("7\0 8", 4);
}

void TestSseWriter::hostileIdIsLeftOut()
{
    QFETCH(QByteArray, id);
    SseParser parser;
    const QList<ServerEvent> events = parser.feed(sseEvent("content", "true", id));
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().data, QByteArray("true"));
    QCOMPARE(events.first().id, QByteArray());
    QCOMPARE(parser.lastEventId(), QByteArray());
}

void TestSseWriter::hostileNameForgesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("LF") << QByteArray("a\ndata: forged") << QByteArray("a");
    QTest::newRow("CR") << QByteArray("a\r\rdata: forged") << QByteArray("a");
    QTest::newRow("only LF") << QByteArray("\ndata: forged") << QByteArray("message");
    QTest::newRow("empty") << QByteArray() << QByteArray("message");
}

void TestSseWriter::hostileNameForgesNothing()
{
    QFETCH(QByteArray, name);
    SseParser parser;
    const QList<ServerEvent> events = parser.feed(sseEvent(name, "true"));
    QCOMPARE(events.size(), 1);
    QTEST(events.first().type, "read");
    QCOMPARE(events.first().data, QByteArray("true"));
}

void TestSseWriter::commentIsNoEvent()
{
    SseParser parser;
    QVERIFY(parser.feed(sseComment("ping")).isEmpty());
    QVERIFY(parser.feed(sseComment("ping\ndata: forged\r\rdata: forged\n\n")).isEmpty());
    QCOMPARE(sseComment("ping"), QByteArray(": ping\n\n"));
}

void TestSseWriter::retryIsRead()
{
    SseParser parser;
    QVERIFY(parser.feed(sseRetry(1000)).isEmpty());
    QCOMPARE(parser.retryMs(), 1000);
    QCOMPARE(sseRetry(-5), QByteArray("retry: 0\n\n"));
}

void TestSseWriter::randomEventsSurviveTheRoundTrip()
{
    QRandomGenerator random(424242);
    const QList<QByteArray> pieces{"a", " ", ":", "data: ", "id: 9", "{\"k\":\"v\"}", "\xC3\xA4", "\xF0\x9F\x98\x80", "\n", "event:"};
    const auto text = [&](int words, bool breaks) {
        QByteArray out;
        for (int i = random.bounded(words + 1); i > 0; --i)
            out += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        return breaks ? out : out.replace('\n', "");
    };
    QByteArray stream;
    QList<ServerEvent> written;
    for (int i = 0; i < 3000; ++i) {
        ServerEvent event{text(3, false), text(12, true), QByteArray::number(i + 1)};
        stream += sseEvent(event.type, event.data, event.id);
        if (i % 7 == 0)
            stream += sseComment(text(5, true));
        if (event.type.isEmpty())
            event.type = "message";
        written.append(event);
    }
    SseParser parser;
    QList<ServerEvent> read;
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype size = random.bounded(1, 300);
        read += parser.feed(stream.mid(at, size));
        at += size;
    }
    QCOMPARE(read.size(), written.size());
    for (qsizetype i = 0; i < read.size(); ++i) {
        QCOMPARE(read.at(i).type, written.at(i).type);
        QCOMPARE(read.at(i).data, written.at(i).data);
        QCOMPARE(read.at(i).id, written.at(i).id);
    }
}

QTEST_APPLESS_MAIN(TestSseWriter)
#include "tst_ssewriter.moc"
