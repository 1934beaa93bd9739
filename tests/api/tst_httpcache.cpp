// What is not asked twice: ETags (HTTP-27), shared reads (HTTP-28), and writes against a version (HTTP-29).
#include "policyfixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

namespace {

const QByteArray body = R"(["kept"])";

// 304 for whoever knows the tag.
Scripted versioned(const Received &request)
{
    return request.headers.value("if-none-match") == "W/\"v1\"" ? reply(304, {}) : reply(200, body, "application/json", {"ETag: W/\"v1\""});
}

[[nodiscard]] QByteArray fetched(Client &client)
{
    const auto outcome = waitFor(fetchJson(client, request("GET", u"/agents"_s)));
    return outcome && *outcome ? QJsonDocument((**outcome).toArray()).toJson(QJsonDocument::Compact) : QByteArray("failed");
}

[[nodiscard]] QByteArray lastTag(const FaultServer &server)
{
    return server.received().constLast().headers.value("if-none-match");
}

} // namespace

class TestHttpCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_27_anUnchangedListIsNotSentAgain();
    void HTTP_27_aChangedListReplacesTheKeptOne();
    void HTTP_27_whatIsNotShared_data();
    void HTTP_27_whatIsNotShared();
    void HTTP_27_anotherServerStartsWithoutACache();
    void HTTP_27_whatArrivesAfterTheAccountChangedIsNotItsOwn();
    void HTTP_27_noStoreIsRespected();
    void HTTP_27_errorsAndHalvesAreNotKept();
    void HTTP_28_twentyCallersMakeOneRequest();
    void HTTP_28_whoCancelsLeavesTheOthersAlone();
    void HTTP_28_theLastToCancelEndsIt();
    void HTTP_28_onlyTheSameIsShared();
    void HTTP_28_aWriteInBetweenMakesTheNextReadANewOne();
    void HTTP_28_anErrorReachesEveryCaller();
    void HTTP_29_anUpdateNamesTheVersionItChanges();
};

void TestHttpCache::HTTP_27_anUnchangedListIsNotSentAgain()
{
    FaultServer server(versioned);
    Client client(server.url());
    QCOMPARE(fetched(client), body);
    QVERIFY(!server.received().constFirst().headers.contains("if-none-match"));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(fetched(client), body);
        QCOMPARE(lastTag(server), QByteArray("W/\"v1\""));
    }
    QCOMPARE(server.received().size(), 4);
    const auto answer = waitFor(send(client, "POST", u"/agents"_s));
    QVERIFY(*answer);
    QVERIFY(!server.received().constLast().headers.contains("if-none-match"));
}

void TestHttpCache::HTTP_27_aChangedListReplacesTheKeptOne()
{
    FaultServer server(versioned);
    Client client(server.url());
    QCOMPARE(fetched(client), body);
    server.setHandler([](const Received &request) {
        return request.headers.value("if-none-match") == "\"v2\"" ? reply(304, {})
                                                                  : reply(200, R"(["new"])", "application/json", {"ETag: \"v2\""});
    });
    QCOMPARE(fetched(client), QByteArray(R"(["new"])"));
    QCOMPARE(fetched(client), QByteArray(R"(["new"])"));
    QCOMPARE(lastTag(server), QByteArray("\"v2\""));
    server.setHandler([](const Received &) { return json(R"(["untagged"])"); });
    QCOMPARE(fetched(client), QByteArray(R"(["untagged"])"));
    QCOMPARE(fetched(client), QByteArray(R"(["untagged"])"));
    QCOMPARE(lastTag(server), QByteArray());
}

void TestHttpCache::HTTP_27_whatIsNotShared_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"account", "language", "query", "path"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TestHttpCache::HTTP_27_whatIsNotShared()
{
    QFETCH(QString, change);
    FaultServer server(versioned);
    Client client(server.url());
    QCOMPARE(fetched(client), body);
    RequestSpec spec = request("GET", u"/agents"_s);
    if (change == "account"_L1)
        client.tokens.owner = u"ben"_s;
    else if (change == "language"_L1)
        client.transport.setLanguage(u"de"_s);
    else if (change == "query"_L1)
        spec.query.addQueryItem(u"limit"_s, u"5"_s);
    else
        spec.path = u"/runs"_s;
    QVERIFY(succeeds(send(client, spec)));
    QCOMPARE(lastTag(server), QByteArray());
    QVERIFY(succeeds(send(client, spec)));
    QCOMPARE(lastTag(server), QByteArray("W/\"v1\"")); // its own
}

void TestHttpCache::HTTP_27_anotherServerStartsWithoutACache()
{
    FaultServer server(versioned);
    Client client(server.url());
    QCOMPARE(fetched(client), body);
    client.api.setBaseUrl(QUrl(u"http://127.0.0.1:1"_s));
    client.api.setBaseUrl(server.url());
    QCOMPARE(fetched(client), body);
    QCOMPARE(lastTag(server), QByteArray());
}

void TestHttpCache::HTTP_27_whatArrivesAfterTheAccountChangedIsNotItsOwn()
{
    FaultServer server([](const Received &request) { return request.attempt == 1 ? late(versioned(request), 200) : versioned(request); });
    Client client(server.url());
    Calls calls;
    calls.add(send(client, "GET", u"/agents"_s));
    QTRY_COMPARE(server.received().size(), 1);
    client.tokens.owner = u"ben"_s;
    QVERIFY(calls.wait());
    QCOMPARE(fetched(client), body);
    QCOMPARE(lastTag(server), QByteArray());
}

void TestHttpCache::HTTP_27_noStoreIsRespected()
{
    FaultServer server([](const Received &) {
        return reply(200, body, "application/json", {"ETag: \"v1\"", "Cache-Control: private, No-Store"});
    });
    Client client(server.url());
    QCOMPARE(fetched(client), body);
    QCOMPARE(fetched(client), body);
    QCOMPARE(lastTag(server), QByteArray());
}

void TestHttpCache::HTTP_27_errorsAndHalvesAreNotKept()
{
    const QByteArray tag = "ETag: \"v1\"";
    FaultServer server([&tag](const Received &) { return refusal(404, {tag}); });
    Client client(server.url());
    QCOMPARE(fetched(client), QByteArray("failed"));
    server.setHandler(
        [&tag](const Received &) { return cut(reply(200, QByteArray(1000, ' '), "application/json", {tag}), 500, Scripted::End::Close); });
    RequestSpec spec = request("GET", u"/agents"_s);
    spec.mayRepeat = false;
    QVERIFY(!succeeds(send(client, spec)));
    server.setHandler([](const Received &) { return json(body); });
    QCOMPARE(fetched(client), body);
    QCOMPARE(lastTag(server), QByteArray());
}

void TestHttpCache::HTTP_28_twentyCallersMakeOneRequest()
{
    FaultServer server([](const Received &) { return json("[]"); });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 20; ++i)
        calls.add(send(client, "GET", u"/agents"_s));
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 20);
    QCOMPARE(server.received().size(), 1);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s))); // afterwards it is asked again
    QCOMPARE(server.received().size(), 2);
}

void TestHttpCache::HTTP_28_whoCancelsLeavesTheOthersAlone()
{
    FaultServer server([](const Received &) { return late(json("[]"), 200); });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 20; ++i)
        calls.add(send(client, "GET", u"/agents"_s));
    QTRY_COMPARE(server.received().size(), 1);
    for (int i = 0; i < 19; ++i)
        calls.abort(i);
    QCOMPARE(calls.failed(Kind::Cancelled), 19);
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 1);
    QCOMPARE(server.received().size(), 1);
}

void TestHttpCache::HTTP_28_theLastToCancelEndsIt()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 3; ++i)
        calls.add(send(client, "GET", u"/agents"_s));
    QTRY_COMPARE(server.openConnections(), 1);
    QTRY_COMPARE(server.received().size(), 1);
    for (int i = 0; i < 3; ++i)
        calls.abort(i);
    QCOMPARE(calls.failed(Kind::Cancelled), 3);
    QTRY_COMPARE(server.openConnections(), 0);
    server.setHandler([](const Received &) { return json("[]"); });
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s))); // whoever comes next does not get the dead one
}

void TestHttpCache::HTTP_28_onlyTheSameIsShared()
{
    FaultServer server([](const Received &) { return json("[]"); });
    Client client(server.url());
    Calls calls;
    RequestSpec spec = request("GET", u"/runs"_s);
    calls.add(send(client, spec));
    spec.query.addQueryItem(u"offset"_s, u"50"_s);
    calls.add(send(client, spec));
    client.transport.setLanguage(u"de"_s);
    calls.add(send(client, spec));
    client.tokens.owner = u"ben"_s;
    calls.add(send(client, spec));
    client.tokens.renew();
    calls.add(send(client, spec));
    calls.add(send(client, "POST", u"/runs"_s));
    calls.add(send(client, "POST", u"/runs"_s)); // two actions
    QVERIFY(calls.wait());
    QCOMPARE(server.received().size(), 7);
}

void TestHttpCache::HTTP_28_aWriteInBetweenMakesTheNextReadANewOne()
{
    FaultServer server([](const Received &request) { return request.method == "GET" ? late(json("[]"), 300) : json("{}"); });
    Client client(server.url());
    Calls calls;
    calls.add(send(client, "GET", u"/agents"_s));
    QTRY_COMPARE(server.received().size(), 1);
    ApiCall<void> *write = send(client, "POST", u"/agents/definitions"_s);
    calls.add(write);
    calls.add(send(client, "GET", u"/agents"_s)); // while it is under way
    QTRY_COMPARE(calls.succeeded(), 1);
    calls.add(send(client, "GET", u"/agents"_s)); // and after it: the older answers may not have seen it
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 4);
    QCOMPARE(server.received().size(), 4);
}

void TestHttpCache::HTTP_28_anErrorReachesEveryCaller()
{
    FaultServer server([](const Received &) { return refusal(403); });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 5; ++i)
        calls.add(send(client, "GET", u"/agents"_s));
    QVERIFY(calls.wait());
    QCOMPARE(calls.failed(Kind::Forbidden), 5);
    QCOMPARE(server.received().size(), 1);
}

void TestHttpCache::HTTP_29_anUpdateNamesTheVersionItChanges()
{
    const QByteArray agent = R"({"id":"a1","name":"helper","description":"x"})";
    QByteArray version = "\"v1\"";
    FaultServer server([&](const Received &request) {
        if (request.method == "PUT" && request.headers.value("if-match") != version)
            return reply(412, R"({"detail":"it changed"})");
        return reply(200, agent, "application/json", {"ETag: " + version});
    });
    Client client(server.url());
    const auto before = waitFor(client.api.agents().get(AgentId(u"a1"_s)));
    QCOMPARE((**before).etag, version);
    Agent after = **before;
    after.description = u"y"_s;
    QVERIFY(succeeds(client.api.agents().update(**before, after)));
    QCOMPARE(server.received().constLast().headers.value("if-match"), QByteArray("\"v1\""));

    version = "\"v2\""; // somebody else's change
    const auto sent = server.received().size();
    const Error error = errorOf(client.api.agents().update(**before, after));
    QCOMPARE(error.kind, Kind::Conflict);
    QCOMPARE(error.httpStatus, 412);
    QVERIFY(!error.outcomeUnknown);
    QCOMPARE(server.received().size(), sent + 1);

    server.setHandler([](const Received &) { return hangUp(); }); // a repetition would meet its own change
    const auto lost = server.received().size();
    QVERIFY(errorOf(client.api.agents().update(**before, after)).outcomeUnknown);
    QCOMPARE(server.received().size(), lost + 1);
}

QTEST_GUILESS_MAIN(TestHttpCache)
#include "tst_httpcache.moc"
