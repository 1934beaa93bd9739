#include "support/faultserver.h"
#include "support/gzip.h"
#include "support/memoryuse.h"
#include "support/rawclient.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <utility>

using namespace desk::test;
using End = Scripted::End;
using Ending = RawClient::Ending;

namespace {

const QByteArray get = "GET / HTTP/1.1\r\n\r\n";

struct Exchange {
    FaultServer server;
    RawClient client;

    explicit Exchange(const Scripted &script)
        : server([script](const Received &) { return script; })
        , client(server.serverPort())
    {
        client.send(get);
    }
};

// As far as it can be read.
QByteArray gunzip(const QByteArray &bytes)
{
    z_stream stream{};
    inflateInit2(&stream, MAX_WBITS + 16);
    QByteArray out;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        result = inflate(&stream, Z_SYNC_FLUSH);
        out.append(block.constData(), block.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return out;
}

} // namespace

// What the server does to its clients, seen on the wire.
class TestFaultAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutEndsAfterExactlySoManyBytes_data();
    void aCutEndsAfterExactlySoManyBytes();
    void anAnswerOfNothingMayEndInEveryWay();
    void everyOpenConnectionCanBeReset();
    void piecesComeOneByOne();
    void aDripKeepsItsPace();
    void onlyTheBodyDrips();
    void aLateAnswerIsLate();
    void whatIsHeldCanBeContinuedAndClosed();
    void chunksHaveTheGivenSizes();
    void aChunkedReplyIsFramedPieceByPiece();
    void gzipIsReadByZlib();
    void aFlushedGzipStreamCanBeReadSoFar();
    void aGzipBombIsSmall();
    void aHeaderMayBeHuge();
    void aHeaderMayNeverEnd();
    void generatedBodiesHaveTheirSize_data();
    void generatedBodiesHaveTheirSize();
    void aGigabyteCostsNoMemory_data();
    void aGigabyteCostsNoMemory();
    void aClientThatDoesNotReadStopsTheServer();
    void aCopyOfAGeneratedAnswerStartsAnew();
};

void TestFaultAnswers::aCutEndsAfterExactlySoManyBytes_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<qint64>("bytes");
    for (const qint64 bytes : {0, 1, 17, 79, 100'000, 3'000'000}) {
        QTest::addRow("FIN after %lld", bytes) << static_cast<int>(End::Close) << bytes;
        QTest::addRow("RST after %lld", bytes) << static_cast<int>(End::Reset) << bytes;
        QTest::addRow("silence after %lld", bytes) << static_cast<int>(End::Hold) << bytes;
    }
}

void TestFaultAnswers::aCutEndsAfterExactlySoManyBytes()
{
    QFETCH(int, end);
    QFETCH(qint64, bytes);
    Exchange exchange(cut(reply(200, QByteArray(4'000'000, 'x')), bytes, static_cast<End>(end)));
    const Ending expected = end == static_cast<int>(End::Close)   ? Ending::Fin
                            : end == static_cast<int>(End::Reset) ? Ending::Reset
                                                                  : Ending::Open;
    if (expected == Ending::Open)
        QTRY_COMPARE(exchange.client.receivedBytes(), bytes);
    QTRY_COMPARE(exchange.client.ending(), expected);
    QCOMPARE(exchange.client.receivedBytes(), bytes);
    QCOMPARE(exchange.server.bytesSent(), bytes);
    QTRY_COMPARE(exchange.server.openConnections(), expected == Ending::Open ? 1 : 0);
}

void TestFaultAnswers::anAnswerOfNothingMayEndInEveryWay()
{
    Exchange fin(Scripted{{}, 0, End::Close});
    Exchange rst(Scripted{{}, 0, End::Reset});
    Exchange hold(Scripted{{}, 0, End::Hold});
    QTRY_COMPARE(fin.client.ending(), Ending::Fin);
    QTRY_COMPARE(rst.client.ending(), Ending::Reset);
    QTRY_COMPARE(hold.server.received().size(), 1);
    QCOMPARE(hold.client.ending(), Ending::Open);
}

void TestFaultAnswers::everyOpenConnectionCanBeReset()
{
    FaultServer server([](const Received &) { return eventStream({"data: 1\n\n"}, End::Hold); });
    RawClient first(server.serverPort());
    RawClient second(server.serverPort());
    first.send(get);
    second.send(get);
    QTRY_VERIFY(first.received().endsWith("1\n\n") && second.received().endsWith("1\n\n"));
    server.resetAll();
    QTRY_COMPARE(first.ending(), Ending::Reset);
    QTRY_COMPARE(second.ending(), Ending::Reset);
}

void TestFaultAnswers::piecesComeOneByOne()
{
    Exchange exchange(Scripted{{"one ", "two ", "", "three"}, 30, End::Close});
    QTRY_COMPARE(exchange.client.ending(), Ending::Fin);
    QCOMPARE(exchange.client.received(), "one two three");
    const qint64 asked = exchange.server.received().constFirst().arrivedMs;
    QVERIFY(exchange.client.arrivals().constLast().ms - asked >= 85); // the empty piece takes its time as well
}

void TestFaultAnswers::aDripKeepsItsPace()
{
    const Scripted whole = json("{}");
    Exchange exchange(drip(whole, 10, 5));
    QTRY_COMPARE(exchange.client.received(), whole.pieces.constFirst());
    const auto arrivals = exchange.client.arrivals();
    const qint64 drops = (exchange.client.receivedBytes() + 9) / 10;
    QVERIFY(std::all_of(arrivals.begin(), arrivals.end() - 1, [](const RawClient::Arrival &arrival) { return arrival.size % 10 == 0; }));
    QVERIFY(arrivals.last().ms - exchange.server.received().constFirst().arrivedMs >= (drops - 1) * 4);
}

void TestFaultAnswers::onlyTheBodyDrips()
{
    Exchange exchange(dripBody(json("12345"), 1, 5));
    QTRY_VERIFY(exchange.client.received().endsWith("12345"));
    QVERIFY(exchange.client.arrivals().constFirst().size >= exchange.client.receivedBytes() - 5);
    QVERIFY(exchange.client.arrivals().constLast().ms - exchange.server.received().constFirst().arrivedMs >= 5 * 4);
}

void TestFaultAnswers::aLateAnswerIsLate()
{
    Exchange exchange(late(json("[]"), 80));
    QTRY_COMPARE(exchange.server.received().size(), 1);
    QTRY_VERIFY(exchange.client.receivedBytes() > 0);
    QVERIFY(exchange.client.arrivals().constFirst().ms - exchange.server.received().constFirst().arrivedMs >= 75);
}

void TestFaultAnswers::whatIsHeldCanBeContinuedAndClosed()
{
    Exchange exchange(eventStream({"data: 1\n\n"}, End::Hold));
    QTRY_VERIFY(exchange.client.received().endsWith("data: 1\n\n"));
    exchange.server.sendToHeld("data: 2\n\n");
    QTRY_VERIFY(exchange.client.received().endsWith("data: 1\n\ndata: 2\n\n"));
    exchange.server.closeHeld();
    QTRY_COMPARE(exchange.client.ending(), Ending::Fin);
}

void TestFaultAnswers::chunksHaveTheGivenSizes()
{
    QCOMPARE(pieces("abcdefgh", {1, 3, 2}), (QList<QByteArray>{"a", "bcd", "ef", "gh"}));
    QCOMPARE(pieces({}, {1}), QList<QByteArray>());
    QCOMPARE(chunks("abcdefghijklmnopqr", {1, 16}),
             (QList<QByteArray>{"1\r\na\r\n", "10\r\nbcdefghijklmnopq\r\n", "1\r\nr\r\n", "0\r\n\r\n"}));
}

void TestFaultAnswers::aChunkedReplyIsFramedPieceByPiece()
{
    Exchange exchange(chunkedReply(pieces("[1,2,3]", {3})));
    QTRY_VERIFY(exchange.client.received().endsWith("\r\n\r\n3\r\n[1,\r\n3\r\n2,3\r\n1\r\n]\r\n0\r\n\r\n"));
    QVERIFY(exchange.client.received().contains("\r\nTransfer-Encoding: chunked\r\n"));
    QVERIFY(!exchange.client.received().contains("Content-Length"));
}

void TestFaultAnswers::gzipIsReadByZlib()
{
    for (const qsizetype size : {0, 1, 100, 1'000'000}) {
        QByteArray text;
        for (qsizetype i = 0; text.size() < size; ++i)
            text += QByteArray::number(i * i) + ' ';
        QCOMPARE(gunzip(gzip(text)), text);
    }
    Exchange exchange(gzipReply(gzip("[]")));
    QTRY_VERIFY(exchange.client.received().endsWith(gzip("[]")));
    QVERIFY(exchange.client.received().contains("\r\nContent-Encoding: gzip\r\n"));
}

void TestFaultAnswers::aFlushedGzipStreamCanBeReadSoFar()
{
    GzipStream stream;
    QByteArray bytes = stream.flush("data: 1\n\n");
    QCOMPARE(gunzip(bytes), "data: 1\n\n");
    bytes += stream.flush("data: 2\n\n");
    QCOMPARE(gunzip(bytes), "data: 1\n\ndata: 2\n\n");
    bytes += stream.finish();
    QCOMPARE(gunzip(bytes), "data: 1\n\ndata: 2\n\n");
}

void TestFaultAnswers::aGzipBombIsSmall()
{
    constexpr qint64 size = 200 * 1024 * 1024;
    const QByteArray bomb = gzipOfSpaces(size);
    QVERIFY(bomb.size() < 300'000);
    // The format ends with the size of the content.
    QCOMPARE(bomb.last(4), QByteArray::fromHex("0000800c"));
    const QByteArray small = gunzip(gzipOfSpaces(3'000'000));
    QCOMPARE(small, QByteArray(3'000'000, ' '));
}

void TestFaultAnswers::aHeaderMayBeHuge()
{
    Exchange exchange(hugeHeader(2 * 1024 * 1024));
    QTRY_VERIFY(exchange.client.received().endsWith("\r\n\r\n{}"));
    QVERIFY(exchange.client.receivedBytes() > 2 * 1024 * 1024);
    QVERIFY(exchange.client.received().contains("\r\nX-Filler: aaaaaaaaaaaaaaaa"));
}

void TestFaultAnswers::aHeaderMayNeverEnd()
{
    Exchange exchange(endlessHeader());
    QTRY_VERIFY(exchange.client.receivedBytes() > 8 * 1024 * 1024);
    QVERIFY(!exchange.client.received().contains("\r\n\r\n"));
}

void TestFaultAnswers::generatedBodiesHaveTheirSize_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {0, 1, 65'535, 65'536, 65'537, 1'000'000}) {
        QTest::addRow("length, %lld", size) << static_cast<int>(Framing::Length) << size;
        QTest::addRow("chunked, %lld", size) << static_cast<int>(Framing::Chunked) << size;
        QTest::addRow("until close, %lld", size) << static_cast<int>(Framing::UntilClose) << size;
    }
}

void TestFaultAnswers::generatedBodiesHaveTheirSize()
{
    QFETCH(int, framing);
    QFETCH(qint64, size);
    Exchange exchange(generatedReply(size, static_cast<Framing>(framing)));
    QTRY_VERIFY(exchange.client.received().contains("\r\n\r\n"));
    if (framing == static_cast<int>(Framing::Chunked))
        QTRY_VERIFY(exchange.client.received().endsWith("\r\n0\r\n\r\n"));
    else if (framing == static_cast<int>(Framing::UntilClose))
        QTRY_COMPARE(exchange.client.ending(), Ending::Fin);
    else
        QTRY_VERIFY(exchange.client.received().mid(exchange.client.received().indexOf("\r\n\r\n") + 4).size() == size);
    const QByteArray head = exchange.client.received().first(exchange.client.received().indexOf("\r\n\r\n"));
    QCOMPARE(exchange.client.received().mid(head.size()).count(' '), size);
    QCOMPARE(head.contains("\r\nContent-Length: " + QByteArray::number(size)), framing == static_cast<int>(Framing::Length));
}

void TestFaultAnswers::aGigabyteCostsNoMemory_data()
{
    QTest::addColumn<int>("framing");
    QTest::newRow("length") << static_cast<int>(Framing::Length);
    QTest::newRow("chunked") << static_cast<int>(Framing::Chunked);
}

void TestFaultAnswers::aGigabyteCostsNoMemory()
{
    QFETCH(int, framing);
    constexpr qint64 size = Q_INT64_C(1024) * 1024 * 1024;
    const qint64 before = residentBytes();
    qint64 peak = before;
    Exchange exchange(generatedReply(size, static_cast<Framing>(framing)));
    exchange.client.setKeeping(false);
    const auto finished = [&] {
        peak = std::max(peak, residentBytes());
        return exchange.client.receivedBytes() > size;
    };
    QTRY_VERIFY_WITH_TIMEOUT(finished(), 60'000);
    QVERIFY2(peak - before < allowedGrowth(16 * 1024 * 1024), QByteArray::number(peak - before).constData());
}

void TestFaultAnswers::aClientThatDoesNotReadStopsTheServer()
{
    Exchange exchange(generatedReply(Q_INT64_C(1) << 40, Framing::Chunked));
    exchange.client.setReading(false);
    qint64 before = -1;
    QTRY_VERIFY(exchange.server.bytesSent() > 0);
    QTRY_COMPARE(std::exchange(before, exchange.server.bytesSent()), exchange.server.bytesSent());
    QVERIFY(exchange.server.bytesSent() < 32 * 1024 * 1024); // what the kernel buffers for both sides
    exchange.client.setKeeping(false);
    exchange.client.setReading(true);
    QTRY_VERIFY(exchange.client.receivedBytes() > 64 * 1024 * 1024);
}

void TestFaultAnswers::aCopyOfAGeneratedAnswerStartsAnew()
{
    const Scripted script = generatedReply(100'000, Framing::Length);
    FaultServer server([script](const Received &) { return script; });
    RawClient client(server.serverPort());
    client.send(get + get);
    QTRY_COMPARE(client.received().count(' '), 2 * (100'000 + 4));
}

QTEST_GUILESS_MAIN(TestFaultAnswers)
#include "tst_faultanswers.moc"
