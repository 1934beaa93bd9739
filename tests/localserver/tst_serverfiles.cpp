// Uploads: streamed to disk, bounded, harmless names.
#include "server_client.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

class TestServerFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFileComesBackByteForByte();
    void namesAreMadeHarmless_data();
    void namesAreMadeHarmless();
    void anEmptyFileIsRefused();
    void badMultipartIsRefused();
    void twoHundredMegabytesAreRefusedWithBoundedMemory();
    void anAttachedFileReachesTheAnswerAsSource();
    void aConversationTakesItsFilesWithIt();
    void anUploadKeyIsHonoured();

private:
    int filesOnDisk() const { return static_cast<int>(QDir(m_server->dataFolder() + u"/files"_s).entryList(QDir::Files).size()); }
    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerFiles::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

void TestServerFiles::aFileComesBackByteForByte()
{
    QByteArray bytes;
    for (int i = 0; i < 300'000; ++i)
        bytes.append(static_cast<char>(i * 7));
    const Answer stored = m_client->upload(u"data.csv"_s, bytes);
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.text("filename"_L1), u"data.csv"_s);
    QCOMPARE(stored.text("mime_type"_L1), u"text/csv"_s);
    QCOMPARE(stored.object().value("size_bytes"_L1).toInteger(), bytes.size());
    const QString path = u"/files/"_s + stored.text("id"_L1);
    const Answer back = m_client->get(path);
    QCOMPARE(back.body, bytes);
    QCOMPARE(back.headers.value("content-type"), QByteArray("application/octet-stream"));
    QCOMPARE(m_client->get(path + u"?meta=1"_s).object(), stored.object());
    QCOMPARE(m_client->get(path, {{"Accept", "application/json"}}).object(), stored.object());
    QCOMPARE(m_client->get(u"/chat-attachments/"_s + stored.text("id"_L1)).text("file_url"_L1), path);
    const int before = filesOnDisk();
    QCOMPARE(m_client->send("DELETE", path).status, 204);
    QCOMPARE(filesOnDisk(), before - 1);
    QCOMPARE(m_client->get(path).status, 404);
    QCOMPARE(m_client->send("DELETE", path).status, 404);
    QCOMPARE(m_client->get(u"/chat-attachments/none"_s).status, 404);
}

void TestServerFiles::namesAreMadeHarmless_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("windows") << u"C:/x/y.txt"_s << u"y.txt"_s;
    QTest::newRow("hidden") << u"..hidden.txt"_s << u"hidden.txt"_s;
    QTest::newRow("umlaut") << u"Übersicht 2026.csv"_s << u"Übersicht 2026.csv"_s;
    QTest::newRow("right to left override") << u"a\u202Egpj.exe"_s << u"agpj.exe"_s;
    QTest::newRow("only dots") << u"..."_s << u"file"_s;
}

void TestServerFiles::namesAreMadeHarmless()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    const Answer stored = m_client->upload(sent, "x");
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.text("filename"_L1), shown);
}

void TestServerFiles::anEmptyFileIsRefused()
{
    const int before = filesOnDisk();
    const Answer answer = m_client->upload(u"nothing.csv"_s, QByteArray());
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.text("detail"_L1).contains(u"nothing.csv"_s));
    QCOMPARE(filesOnDisk(), before);
}

void TestServerFiles::badMultipartIsRefused()
{
    const auto post = [this](const QByteArray &type, const QByteArray &body) {
        return m_client
            ->raw("POST /files HTTP/1.1\r\n" + m_client->goodHeaders() + "Content-Type: " + type +
                  "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)
            .mid(9, 3)
            .toInt();
    };
    QCOMPARE(post("multipart/form-data", "x"), 400);
    QCOMPARE(post("multipart/form-data; boundary=bnd", "--bnd\r\nno end"), 400);
    QCOMPARE(post("multipart/form-data; boundary=bnd", "--bnd\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--bnd--\r\n"),
             400);
    QCOMPARE(post("application/json", "{}"), 415);
    QCOMPARE(m_client->get(u"/health"_s).status, 200);
    QVERIFY(QDir(m_server->dataFolder() + u"/uploads"_s).entryList(QDir::Files).isEmpty());
}

void TestServerFiles::twoHundredMegabytesAreRefusedWithBoundedMemory()
{
    const int before = filesOnDisk();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_server->port());
    QVERIFY(socket.waitForConnected());
    socket.write("POST /files HTTP/1.1\r\n" + m_client->goodHeaders() +
                 "Content-Type: multipart/form-data; boundary=bnd\r\nTransfer-Encoding: chunked\r\n\r\n");
    const auto chunk = [&socket](const QByteArray &bytes) {
        socket.write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
        }
        return socket.bytesToWrite() == 0;
    };
    QVERIFY(chunk("--bnd\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.bin\"\r\n\r\n"));
    const QByteArray megabyte(1024 * 1024, 'z');
    for (int i = 0; i < 200; ++i)
        QVERIFY(chunk(megabyte));
    QVERIFY(chunk("\r\n--bnd--\r\n"));
    socket.write("0\r\n\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 413"), answer.constData());
    QFile status(u"/proc/%1/status"_s.arg(m_server->pid()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    const qint64 peakKb = text.mid(text.indexOf("VmHWM:") + 6, 30).simplified().split(' ').at(0).toLongLong();
    QVERIFY2(peakKb < 80'000 * slack, qPrintable(QString::number(peakKb)));
    QCOMPARE(filesOnDisk(), before);
    QCOMPARE(m_client->upload(u"after.txt"_s, "fine").status, 201);
}

void TestServerFiles::anAttachedFileReachesTheAnswerAsSource()
{
    const QString id = m_client->upload(u"facts.txt"_s, "42").text("id"_L1);
    EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"hello"_s, {{"attachment_ids"_L1, QJsonArray{id}}}));
    QVERIFY(stream.waitForEnd());
    const QJsonArray citations = stream.first("message_complete").value("citations"_L1).toArray();
    QCOMPARE(citations.size(), 1);
    QCOMPARE(citations.at(0).toObject().value("file_id"_L1).toString(), id);
    const QString question = stream.first("run_created").value("message_id"_L1).toString();
    const QJsonArray attachments = m_client->get(u"/messages/"_s + question).object().value("chat_attachments"_L1).toArray();
    QCOMPARE(attachments.at(0).toObject().value("filename"_L1).toString(), u"facts.txt"_s);
}

void TestServerFiles::aConversationTakesItsFilesWithIt()
{
    const QString own = m_client->upload(u"own.txt"_s, "1").text("id"_L1);
    const QString shared = m_client->upload(u"shared.txt"_s, "2").text("id"_L1);
    EventReader first(*m_server, "POST", u"/chat/message/stream/agentic"_s,
                      chatBody(u"a"_s, {{"attachment_ids"_L1, QJsonArray{own, shared}}}));
    QVERIFY(first.waitForEnd());
    EventReader second(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"b"_s, {{"attachment_ids"_L1, QJsonArray{shared}}}));
    QVERIFY(second.waitForEnd());
    QCOMPARE(m_client->send("DELETE", u"/conversations/"_s + first.first("run_created").value("conversation_id"_L1).toString()).status,
             204);
    QCOMPARE(m_client->get(u"/files/"_s + own).status, 404);
    QVERIFY(!QFile::exists(m_server->dataFolder() + u"/files/"_s + own));
    QCOMPARE(m_client->get(u"/files/"_s + shared).body, QByteArray("2"));
}

void TestServerFiles::anUploadKeyIsHonoured()
{
    const Headers key{{"Idempotency-Key", "upload-1"}};
    const Answer first = m_client->upload(u"k.txt"_s, "same", key);
    const int before = filesOnDisk();
    QCOMPARE(m_client->upload(u"k.txt"_s, "same", key).body, first.body);
    QCOMPARE(filesOnDisk(), before);
    QCOMPARE(m_client->upload(u"k.txt"_s, "other", key).status, 422);
}

QTEST_GUILESS_MAIN(TestServerFiles)
#include "tst_serverfiles.moc"
