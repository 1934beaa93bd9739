// Whether an endpoint can be used, asked of the local server over HTTP: what it offers, or what stood in the way (AG-47, LOC-02).
#include "server_client.h"
#include "support/faultserver.h"
#include "support/tlsserver.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QByteArray twoModels = R"({"object":"list","data":[
    {"id":"small","object":"model","owned_by":"house","max_model_len":8192,"capabilities":{"vision":true,"tools":false}},
    {"id":"large","capabilities":["tools","vision"],"meta":{"n_ctx_train":131072}},{"object":"nameless"},"plain"]})";

QString baseOf(const FaultServer &endpoint)
{
    return endpoint.url().toString(QUrl::StripTrailingSlash) + u"/v1"_s;
}

QString problemOf(const Answer &answer)
{
    return answer.object().value("problem"_L1).toObject().value("type"_L1).toString();
}

} // namespace

class TestServerProviders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void AG_47_theModelsAreListedWithWhatIsSaidOfThem();
    void whatStandsInTheWayIsSaid_data();
    void whatStandsInTheWayIsSaid();
    void nobodyListens();
    void aNameNobodyKnows();
    void LOC_02_aCertificateNobodyTrustsGetsNoKey();
    void anEndpointThatNeverAnswersTakesNoLongerThanAsked();
    void LOC_02_theKeyOfTheTestComesOverStandardInputAndIsForgotten();
    void LOC_02_aKeyGoesToItsOwnOriginOnly();
    void LOC_02_aKeyIsNeverStoredNorLogged();
    void addressesFollowTheRulesOfTheChat_data();
    void addressesFollowTheRulesOfTheChat();
    void aTestStoresNothing();
    void severalProvidersAreKept();

private:
    Answer test(const QString &url, const QJsonObject &more = {});
    void sendKey(const QString &name, const QString &origin, const QString &key);

    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerProviders::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

Answer TestServerProviders::test(const QString &url, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert("base_url"_L1, url);
    return m_client->post(u"/settings/providers/test"_s, body);
}

void TestServerProviders::sendKey(const QString &name, const QString &origin, const QString &key)
{
    const QJsonObject line{{"provider_key"_L1, QJsonObject{{"provider"_L1, name}, {"origin"_L1, origin}, {"key"_L1, key}}}};
    m_server->writeLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

void TestServerProviders::AG_47_theModelsAreListedWithWhatIsSaidOfThem()
{
    FaultServer endpoint([](const Received &) { return json(twoModels); });
    const Answer answer = test(baseOf(endpoint) + u'/');
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value("ok"_L1), QJsonValue(true));
    QVERIFY(answer.object().value("problem"_L1).isNull());
    QVERIFY(answer.object().value("latency_ms"_L1).toInt(-1) >= 0);
    const QJsonArray models = answer.object().value("models"_L1).toArray();
    QCOMPARE(models.size(), 3);
    QCOMPARE(models.at(0)["id"_L1], u"small"_s);
    QCOMPARE(models.at(0)["owned_by"_L1], u"house"_s);
    QCOMPARE(models.at(0)["context_window"_L1], 8192);
    QCOMPARE(models.at(0)["capabilities"_L1], QJsonArray{u"vision"_s});
    QCOMPARE(models.at(1)["context_window"_L1], 131072);
    QCOMPARE(models.at(2)["id"_L1], u"plain"_s);
    QVERIFY(models.at(2)["context_window"_L1].isNull()); // it is not said, so nothing is
    QCOMPARE(endpoint.received().size(), 1);
    QCOMPARE(endpoint.received().constFirst().method, "GET");
    QCOMPARE(endpoint.received().constFirst().target, "/v1/models");
    QVERIFY(endpoint.received().constFirst().headers.value("authorization").isEmpty());
}

void TestServerProviders::whatStandsInTheWayIsSaid_data()
{
    QTest::addColumn<Scripted>("answer");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a key is asked for") << reply(401, R"({"error":{"message":"missing"}})") << u"no_key"_s;
    QTest::newRow("no list") << reply(404, R"({"detail":"Not Found"})") << u"no_models_list"_s;
    QTest::newRow("a web page") << reply(200, "<html>hello</html>", "text/html") << u"no_models_list"_s;
    QTest::newRow("other JSON") << json(R"({"data":"none"})") << u"no_models_list"_s;
    QTest::newRow("too much") << generatedReply(5 * 1024 * 1024, Framing::Length) << u"no_models_list"_s;
    QTest::newRow("elsewhere") << reply(307, "", "text/plain", {"Location: http://127.0.0.1:9/v1/models"}) << u"redirected"_s;
    QTest::newRow("too many requests") << reply(429, R"({"error":{"message":"slow down"}})") << u"busy"_s;
    QTest::newRow("broken") << reply(503, R"({"error":{"message":"down"}})") << u"server_error"_s;
    QTest::newRow("cut off") << cut(json(twoModels), 120, Scripted::End::Reset) << u"unreachable"_s;
}

void TestServerProviders::whatStandsInTheWayIsSaid()
{
    QFETCH(Scripted, answer);
    QFETCH(QString, problem);
    FaultServer endpoint([answer](const Received &) { return answer; });
    const Answer got = test(baseOf(endpoint));
    QCOMPARE(got.status, 200);
    QCOMPARE(got.object().value("ok"_L1), QJsonValue(false));
    QCOMPARE(problemOf(got), problem);
    const QJsonObject told = got.object().value("problem"_L1).toObject();
    QVERIFY2(told.value("message"_L1).toString().contains(u"127.0.0.1"_s), got.body.constData());
    QVERIFY(!told.value("next_step"_L1).toString().isEmpty());
    QVERIFY(got.object().value("models"_L1).toArray().isEmpty());
}

void TestServerProviders::nobodyListens()
{
    QString url;
    {
        FaultServer endpoint([](const Received &) { return json("{}"); });
        url = baseOf(endpoint);
    }
    QCOMPARE(problemOf(test(url)), u"refused"_s);
}

void TestServerProviders::aNameNobodyKnows()
{
    const QString problem = problemOf(test(u"http://no-such-host.invalid/v1"_s, {{"timeout_ms"_L1, 20'000}}));
    QCOMPARE(problem, u"name_not_found"_s);
}

void TestServerProviders::LOC_02_aCertificateNobodyTrustsGetsNoKey()
{
    TlsServer endpoint([](const Received &) { return json(twoModels); }, TlsServer::Certificate::SelfSigned);
    sendKey(u"tls-test"_s, u"https://127.0.0.1:%1"_s.arg(endpoint.url().port()), u"very-secret-key-0"_s);
    const Answer answer = test(baseOf(endpoint), {{"name"_L1, u"tls-test"_s}, {"needs_key"_L1, true}});
    QCOMPARE(problemOf(answer), u"tls"_s);
    QVERIFY(endpoint.received().isEmpty());
}

void TestServerProviders::anEndpointThatNeverAnswersTakesNoLongerThanAsked()
{
    Scripted silence;
    silence.end = Scripted::End::Hold;
    FaultServer endpoint([silence](const Received &) { return silence; });
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(problemOf(test(baseOf(endpoint), {{"timeout_ms"_L1, 300}})), u"timeout"_s);
    QVERIFY2(clock.elapsed() < 5000 * slack, qPrintable(QString::number(clock.elapsed())));
}

void TestServerProviders::LOC_02_theKeyOfTheTestComesOverStandardInputAndIsForgotten()
{
    FaultServer endpoint([](const Received &request) {
        return request.headers.value("authorization") == "Bearer typed-key-12345" ? json(twoModels)
                                                                                  : reply(401, R"({"error":{"message":"no"}})");
    });
    const QString origin = u"http://127.0.0.1:%1"_s.arg(endpoint.url().port());
    const QJsonObject order{{"name"_L1, u"test-1"_s}, {"needs_key"_L1, true}};
    sendKey(u"test-1"_s, origin, u"typed-key-12345"_s); // on another way than the question, so it may come later
    const Answer good = test(baseOf(endpoint), order);
    QVERIFY2(good.object().value("ok"_L1).toBool(), good.body.constData());
    QCOMPARE(problemOf(test(baseOf(endpoint), {{"name"_L1, u"test-1"_s}})), u"no_key"_s); // it went with the test
    QVERIFY(endpoint.received().constLast().headers.value("authorization").isEmpty());
    sendKey(u"test-2"_s, origin, u"mistyped-key-99"_s);
    const Answer bad = test(baseOf(endpoint), {{"name"_L1, u"test-2"_s}, {"needs_key"_L1, true}});
    QCOMPARE(problemOf(bad), u"wrong_key"_s);
    QVERIFY(!bad.body.contains("mistyped-key-99"));
}

void TestServerProviders::LOC_02_aKeyGoesToItsOwnOriginOnly()
{
    FaultServer endpoint([](const Received &) { return json(twoModels); });
    sendKey(u"elsewhere"_s, u"https://llm.example.org:443"_s, u"key-of-elsewhere-1"_s);
    sendKey(u"anywhere"_s, {}, u"key-of-anywhere-1"_s);
    for (const QString &name : {u"elsewhere"_s, u"anywhere"_s}) {
        const Answer answer = test(baseOf(endpoint), {{"name"_L1, name}});
        QVERIFY(answer.object().value("ok"_L1).toBool());
        QVERIFY(endpoint.received().constLast().headers.value("authorization").isEmpty());
    }
}

void TestServerProviders::LOC_02_aKeyIsNeverStoredNorLogged()
{
    FaultServer endpoint([](const Received &) { return reply(401, R"({"error":{"message":"your key stored-nowhere-77 is bad"}})"); });
    sendKey(u"test-3"_s, u"http://127.0.0.1:%1"_s.arg(endpoint.url().port()), u"stored-nowhere-77"_s);
    QCOMPARE(problemOf(test(baseOf(endpoint), {{"name"_L1, u"test-3"_s}, {"needs_key"_L1, true}})), u"wrong_key"_s);
    QVERIFY(!endpoint.received().constFirst().headers.value("authorization").isEmpty());
    QDirIterator files(m_server->dataFolder(), QDir::Files, QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++read;
        QVERIFY2(!file.readAll().contains("stored-nowhere-77"), qPrintable(file.fileName()));
    }
    QVERIFY(read > 0);
    QVERIFY(!m_server->standardError().contains("stored-nowhere-77"));
}

void TestServerProviders::addressesFollowTheRulesOfTheChat_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("none") << QString();
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("no scheme") << u"llm.example.org/v1"_s;
    QTest::newRow("a password") << u"https://me:secret@llm.example.org/v1"_s;
}

void TestServerProviders::addressesFollowTheRulesOfTheChat()
{
    QFETCH(QString, url);
    QCOMPARE(test(url).status, 422);
}

void TestServerProviders::aTestStoresNothing()
{
    const QJsonValue before = m_client->get(u"/settings/providers"_s).json;
    FaultServer endpoint([](const Received &) { return json(twoModels); });
    QVERIFY(test(baseOf(endpoint), {{"name"_L1, u"fresh"_s}}).object().value("ok"_L1).toBool());
    QCOMPARE(m_client->get(u"/settings/providers"_s).json, before);
    QCOMPARE(m_client->get(u"/settings/providers?scope=process"_s).json, before);
}

void TestServerProviders::severalProvidersAreKept()
{
    const QJsonArray two{
        QJsonObject{
            {"name"_L1, u"a"_s}, {"base_url"_L1, u"http://127.0.0.1:1/v1"_s}, {"models"_L1, QJsonArray{u"m"_s}}, {"needs_key"_L1, false}},
        QJsonObject{{"name"_L1, u"b"_s},
                    {"base_url"_L1, u"https://llm.example.org/v1"_s},
                    {"models"_L1, QJsonArray{u"n"_s, u"o"_s}},
                    {"needs_key"_L1, true}}};
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, two).status, 200);
    QCOMPARE(m_client->get(u"/settings/providers"_s).json, QJsonValue(two));
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{}).status, 200);
}

QTEST_MAIN(TestServerProviders)
#include "tst_serverproviders.moc"
