#include "wire/json/reader.h"
#include "wire/json/serverjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestServerJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capabilities();
    void badCapabilitiesFail();
    void provider();
    void badProvidersFail_data();
    void badProvidersFail();
    void handshake();
    void badHandshakesFail_data();
    void badHandshakesFail();
};

void TestServerJson::capabilities()
{
    const Result<QJsonValue> json = parseJson(
        R"({"server":"agentdesk-localserver","version":"0.1.0","api":1,"features":["stream_resume","files","of_next_year",7],"more":{}})");
    QVERIFY(json.has_value());
    const Result<Capabilities> read = capabilitiesFromJson(*json);
    QVERIFY(read.has_value());
    QCOMPARE(read->server, u"agentdesk-localserver"_s);
    QCOMPARE(read->version, u"0.1.0"_s);
    QCOMPARE(read->api, 1);
    QVERIFY(read->has(feature::streamResume));
    QVERIFY(read->has(feature::files));
    QVERIFY(read->has("of_next_year"_L1));
    QVERIFY(!read->has(feature::runCancel));
    const QJsonObject written = toJson(*read);
    QCOMPARE(written.value("features"_L1).toArray(), (QJsonArray{u"files"_s, u"of_next_year"_s, u"stream_resume"_s}));
    QCOMPARE(written.value("api"_L1).toInt(), 1);
}

void TestServerJson::badCapabilitiesFail()
{
    QVERIFY(!capabilitiesFromJson(QJsonValue()).has_value());
    QVERIFY(!capabilitiesFromJson(QJsonObject{{u"status"_s, u"ok"_s}}).has_value()); // some other server's answer
    QVERIFY(!capabilitiesFromJson(QJsonObject{{u"features"_s, u"files"_s}}).has_value());
}

void TestServerJson::provider()
{
    const QJsonObject json{{u"name"_s, u"ollama"_s},
                           {u"base_url"_s, u"http://127.0.0.1:11434/v1"_s},
                           {u"models"_s, QJsonArray{u"llama3"_s, u"qwen"_s}},
                           {u"needs_key"_s, false}};
    const Result<ModelProvider> read = providerFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(read->baseUrl, QUrl(u"http://127.0.0.1:11434/v1"_s));
    QCOMPARE(read->models, (QStringList{u"llama3"_s, u"qwen"_s}));
    QCOMPARE(toJson(*read), json);
}

void TestServerJson::badProvidersFail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::newRow("no name") << QString() << u"http://localhost/v1"_s;
    QTest::newRow("no address") << u"a"_s << QString();
    QTest::newRow("a file") << u"a"_s << u"file:///etc/passwd"_s;
    QTest::newRow("no scheme") << u"a"_s << u"localhost:11434/v1"_s;
    QTest::newRow("no host") << u"a"_s << u"http:///v1"_s;
    QTest::newRow("a character no address has") << u"a"_s << u"http://localhost/v^1"_s;
    QTest::newRow("not an address") << u"a"_s << u"http://[::1/v1"_s;
}

void TestServerJson::badProvidersFail()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    const Result<ModelProvider> read = providerFromJson(QJsonObject{{u"name"_s, name}, {u"base_url"_s, url}});
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().detail.isEmpty());
}

void TestServerJson::handshake()
{
    const Result<Handshake> read = handshakeFromLine("{\"port\":40123,\"pid\":4242,\"nonce\":\"n0nce\"}\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->port, quint16(40123));
    QCOMPARE(read->pid, 4242);
    QCOMPARE(read->nonce, u"n0nce"_s);
}

void TestServerJson::badHandshakesFail_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("words") << QByteArray("Listening on port 40123\n");
    QTest::newRow("port 0") << QByteArray(R"({"port":0,"pid":1,"nonce":"n"})");
    QTest::newRow("port too big") << QByteArray(R"({"port":105659,"pid":1,"nonce":"n"})");
    QTest::newRow("port is text") << QByteArray(R"({"port":"40123","pid":1,"nonce":"n"})");
    QTest::newRow("no pid") << QByteArray(R"({"port":40123,"nonce":"n"})");
    QTest::newRow("no nonce") << QByteArray(R"({"port":40123,"pid":1})");
    QTest::newRow("empty nonce") << QByteArray(R"({"port":40123,"pid":1,"nonce":""})");
}

void TestServerJson::badHandshakesFail()
{
    QFETCH(QByteArray, line);
    const Result<Handshake> read = handshakeFromLine(line);
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().detail.isEmpty());
}

QTEST_APPLESS_MAIN(TestServerJson)
#include "tst_serverjson.moc"
