// Who may talk to the server, and what malformed requests get.
#include "server_client.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <vector>

using namespace Qt::StringLiterals;
using namespace desk::test;

class TestServerTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everythingButHealthNeedsTheToken_data();
    void everythingButHealthNeedsTheToken();
    void manyWrongTokensAreSlowedDown();
    void malformedOrForeignRequestsAreRefused_data();
    void malformedOrForeignRequestsAreRefused();
    void everyAnswerHasSafeHeadersAndARequestId();
    void refusedBodiesStillGetTheAnswer();
    void aTrickledHeaderIsCut();
    void otherAddressesThanLoopbackAreNotBound();

private:
    QByteArray host() const { return "Host: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\n"; }
    QByteArray bearer() const { return "Authorization: Bearer " + m_server->token() + "\r\n"; }
    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerTrust::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

void TestServerTrust::everythingButHealthNeedsTheToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << 401;
    QTest::newRow("wrong") << QByteArray("Authorization: Bearer 00000000000000000000000000000000\r\n") << 401;
    QTest::newRow("prefix") << "Authorization: Bearer " + m_server->token().chopped(1) + "\r\n" << 401;
    QTest::newRow("longer") << "Authorization: Bearer " + m_server->token() + "x\r\n" << 401;
    QTest::newRow("basic") << "Authorization: Basic " + m_server->token() + "\r\n" << 401;
    QTest::newRow("twice") << bearer() + bearer() << 401;
    QTest::newRow("right") << bearer() << 200;
}

void TestServerTrust::everythingButHealthNeedsTheToken()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    const QByteArray answer = m_client->raw("GET /agents HTTP/1.1\r\n" + host() + authorization + "\r\n");
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QVERIFY(!answer.contains(m_server->token()));
}

void TestServerTrust::manyWrongTokensAreSlowedDown()
{
    const QByteArray wrong = "GET /agents HTTP/1.1\r\n" + host() + "Authorization: Bearer 11111111111111111111\r\n\r\n";
    QByteArray last;
    for (int i = 0; i < 60 && !last.startsWith("HTTP/1.1 429"); ++i)
        last = m_client->raw(wrong);
    QVERIFY(last.startsWith("HTTP/1.1 429"));
    QVERIFY(last.contains("Retry-After: 1"));
    QCOMPARE(m_client->get(u"/agents"_s).status, 200); // the right one is not held up
}

void TestServerTrust::malformedOrForeignRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status"); // 0: the connection is closed, whatever is said
    const QByteArray get = "GET /agents HTTP/1.1\r\n";
    const QByteArray post = "POST /conversations HTTP/1.1\r\n" + host() + bearer();
    const QByteArray port = QByteArray::number(m_server->port());
    const auto withHost = [&](const QByteArray &name) { return get + "Host: " + name + "\r\n" + bearer() + "\r\n"; };
    QTest::newRow("localhost") << withHost("localhost:" + port) << 200;
    QTest::newRow("ipv6") << withHost("[::1]:" + port) << 200;
    QTest::newRow("foreign host") << withHost("evil.test") << 403;
    QTest::newRow("trailing dot") << withHost("localhost.:" + port) << 403;
    QTest::newRow("suffix") << withHost("127.0.0.1.evil.test:" + port) << 403;
    QTest::newRow("no port") << withHost("127.0.0.1") << 403;
    QTest::newRow("other port") << withHost("127.0.0.1:1") << 403;
    QTest::newRow("no host") << get + bearer() + "\r\n" << 400;
    QTest::newRow("two hosts") << get + host() + host() + bearer() + "\r\n" << 400;
    QTest::newRow("origin") << get + host() + bearer() + "Origin: http://evil.test\r\n\r\n" << 403;
    QTest::newRow("origin null") << get + host() + bearer() + "Origin: null\r\n\r\n" << 403;
    QTest::newRow("fetch site") << get + host() + bearer() + "Sec-Fetch-Site: same-site\r\n\r\n" << 403;
    QTest::newRow("fetch site none") << get + host() + bearer() + "Sec-Fetch-Site: none\r\n\r\n" << 200;
    QTest::newRow("options") << "OPTIONS /agents HTTP/1.1\r\n" + host() + bearer() + "\r\n" << 403;
    QTest::newRow("absolute form") << "GET http://evil.test/agents HTTP/1.1\r\n" + host() + bearer() + "\r\n" << 400;
    QTest::newRow("form post") << post + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}" << 415;
    QTest::newRow("no content type") << post + "Content-Length: 2\r\n\r\n{}" << 415;
    QTest::newRow("two lengths") << post + "Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}" << 400;
    QTest::newRow("length and chunked")
        << post + "Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("odd encoding") << post + "Content-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n" << 400;
    QTest::newRow("chunked") << post + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
                             << 201;
    QTest::newRow("bad chunk size") << post + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
                                    << 400;
    QTest::newRow("bad json") << post + "Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{" << 400;
    const QByteArray deep = QByteArray(129, '[') + QByteArray(129, ']');
    QTest::newRow("deep json") << post + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(deep.size()) +
                                      "\r\n\r\n" + deep
                               << 400;
    QTest::newRow("long address") << "GET /agents?" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + host() + bearer() + "\r\n" << 414;
    QTest::newRow("many headers") << get + host() + bearer() + QByteArray("X-A: b\r\n").repeated(150) + "\r\n" << 431;
    QTest::newRow("large headers") << get + host() + bearer() + "X-A: " + QByteArray(70'000, 'b') + "\r\n\r\n" << 431;
    QTest::newRow("wrong method") << "PUT /agents HTTP/1.1\r\n" + host() + bearer() + "\r\n" << 405;
    QTest::newRow("dot segments") << "GET /files/..%2f..%2fdesk.db HTTP/1.1\r\n" + host() + bearer() + "\r\n" << 404;
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02 nonsense\r\n\r\n") << 0;
}

void TestServerTrust::malformedOrForeignRequestsAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const QByteArray answer = m_client->raw(request);
    if (status == 0)
        QVERIFY2(!answer.startsWith("HTTP/1.1 2"), answer.constData());
    else
        QVERIFY2(answer.mid(9, 3).toInt() == status, answer.left(200).constData());
    QCOMPARE(m_client->get(u"/health"_s).status, 200);
}

void TestServerTrust::everyAnswerHasSafeHeadersAndARequestId()
{
    for (const QString &path : {u"/agents"_s, u"/nothing"_s, u"/health"_s}) {
        const Answer answer = m_client->get(path);
        QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
        const bool tagged = answer.headers.contains("etag"); // worth asking for again, never worth a file
        QCOMPARE(answer.headers.value("cache-control"), QByteArray(tagged ? "private, no-cache" : "no-store"));
        QVERIFY(answer.headers.value("x-request-id").size() == 36);
        QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    }
    const Answer echoed = m_client->get(u"/nothing"_s, {{"X-Request-Id", "my-own.id_1"}});
    QCOMPARE(echoed.headers.value("x-request-id"), QByteArray("my-own.id_1"));
    QCOMPARE(echoed.headers.value("content-type"), QByteArray("application/problem+json"));
    QVERIFY(!echoed.text("detail"_L1).isEmpty());
    QVERIFY(m_client->get(u"/agents"_s, {{"X-Request-Id", "a b\"c"}}).headers.value("x-request-id") != "a b\"c");
}

void TestServerTrust::refusedBodiesStillGetTheAnswer()
{
    const QByteArray body = "{\"title\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}";
    const QByteArray large =
        m_client->raw("POST /conversations HTTP/1.1\r\n" + host() + bearer() +
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY2(large.startsWith("HTTP/1.1 413"), large.constData());
    const QByteArray expecting =
        m_client->raw("POST /conversations HTTP/1.1\r\n" + host() + bearer() +
                      "Origin: null\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n");
    QVERIFY2(expecting.startsWith("HTTP/1.1 403"), expecting.constData()); // without the body
}

void TestServerTrust::aTrickledHeaderIsCut()
{
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 100; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(socket->waitForConnected());
        socket->write("GET /agents HTTP/1.1\r\nX-");
        slow.push_back(std::move(socket));
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->get(u"/agents"_s).status, 200);
    QVERIFY(timer.elapsed() < 1000 * slack);
    QTimer trickle;
    QObject::connect(&trickle, &QTimer::timeout, &trickle, [&slow] { slow.front()->write("a"); });
    trickle.start(500);
    QTRY_VERIFY_WITH_TIMEOUT(
        slow.front()->state() == QAbstractSocket::UnconnectedState && slow.back()->state() == QAbstractSocket::UnconnectedState, 14'000);
}

void TestServerTrust::otherAddressesThanLoopbackAreNotBound()
{
    QFile table(u"/proc/net/tcp"_s);
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QByteArray suffix = ':' + QByteArray::number(m_server->port(), 16).toUpper().rightJustified(4, '0');
    int listening = 0;
    const QList<QByteArray> lines = table.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() < 4 || columns.at(3) != "0A" || !columns.at(1).endsWith(suffix))
            continue;
        ++listening;
        QCOMPARE(columns.at(1), "0100007F" + suffix);
    }
    QCOMPARE(listening, 1);
}

QTEST_GUILESS_MAIN(TestServerTrust)
#include "tst_servertrust.moc"
