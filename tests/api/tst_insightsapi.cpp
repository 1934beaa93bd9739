#include "api/apifixture.h"
#include "api/endpoints/insightsapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestInsightsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adding();
    void searching();
    void listing();
    void stats();
    void updatingSendsChangedKeysOnly();
    void removing();
    void upkeep();
    void badAnswers_data();
    void badAnswers();
};

void TestInsightsApi::adding()
{
    ApiFixture<InsightsApi> fixture(json(R"({"message":"ok","count":2})"));
    Insight made;
    made.content = u"Works from Kiel"_s;
    const Result<int> count = outcomeOf(fixture.api.add({made, made}));
    QCOMPARE(fixture.sent(), "POST /insights"_ba);
    const QJsonObject one{{u"content"_s, u"Works from Kiel"_s}, {u"category"_s, u"other"_s}, {u"importance"_s, 0.5}};
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"insights"_s, QJsonArray{one, one}}}));
    QVERIFY(count.has_value());
    QCOMPARE(*count, 2);
    ApiFixture<InsightsApi> forbidden(reply(403, R"({"detail":"Insights are disabled"})"));
    QCOMPARE(outcomeOf(forbidden.api.add({made})).error().kind, Error::Kind::Forbidden);
}

void TestInsightsApi::searching()
{
    ApiFixture<InsightsApi> fixture(
        json(R"({"query":"units","results":[{"insight":{"id":"i1","content":"metric"},"score":0.6,"distance":0.4}],"count":1})"));
    const Result<QList<InsightHit>> hits = outcomeOf(fixture.api.search({u"units"_s, 5, 0.9}));
    QCOMPARE(fixture.sent(), "POST /insights/search"_ba);
    const QJsonObject expected{{u"query"_s, u"units"_s}, {u"limit"_s, 5}, {u"scoreThreshold"_s, 0.9}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(hits.has_value());
    QCOMPARE(hits->first().distance, 0.4);
}

void TestInsightsApi::listing()
{
    const QByteArray answer = R"({"results":[{"insight":{"id":"i1"}}],"total":3,"offset":1,"limit":1,"by_category":{"fact":3}})";
    ApiFixture<InsightsApi> fixture(json(answer));
    const Result<InsightPage> read = outcomeOf(fixture.api.list({InsightCategory::Fact, ConversationId(u"c1"_s)}, 1, 1));
    QCOMPARE(fixture.sent(), "GET /insights/list?limit=1&offset=1&category=fact&conversation_id=c1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->page.items.first().id, InsightId(u"i1"_s));
    QVERIFY(read->page.mayHaveMore());
    QCOMPARE(read->byCategory.value(u"fact"_s), 3);
    ApiFixture<InsightsApi> unfiltered(json(answer));
    QVERIFY(outcomeOf(unfiltered.api.list({}, 0, 50)).has_value());
    QCOMPARE(unfiltered.sent(), "GET /insights/list?limit=50&offset=0"_ba);
}

void TestInsightsApi::stats()
{
    const Scripted answer = json(R"({"total":3,"by_category":{"fact":3},"userId":"u1","count":3,"collectionName":"m"})");
    ApiFixture<InsightsApi> mine(answer);
    const Result<InsightStats> read = outcomeOf(mine.api.myStats(ConversationId(u"c1"_s)));
    QCOMPARE(mine.sent(), "GET /insights/stats/me?conversation_id=c1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->total, 3);
    ApiFixture<InsightsApi> all(answer);
    QVERIFY(outcomeOf(all.api.myStats()).has_value());
    QCOMPARE(all.sent(), "GET /insights/stats/me"_ba);
    ApiFixture<InsightsApi> theirs(answer);
    QVERIFY(outcomeOf(theirs.api.stats(UserId(u"u1"_s))).has_value());
    QCOMPARE(theirs.sent(), "GET /insights/stats/u1"_ba);
}

void TestInsightsApi::updatingSendsChangedKeysOnly()
{
    ApiFixture<InsightsApi> fixture(json(R"({"message":"ok","id":"i1"})"));
    Insight before;
    before.id = InsightId(u"i1"_s);
    before.content = u"Kiel"_s;
    Insight after = before;
    after.content = u"Lübeck"_s;
    QVERIFY(outcomeOf(fixture.api.update(before, after)).has_value());
    QCOMPARE(fixture.sent(), "PATCH /insights/i1"_ba);
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"content"_s, u"Lübeck"_s}}));
}

void TestInsightsApi::removing()
{
    const Scripted answer = json(R"({"message":"ok"})");
    ApiFixture<InsightsApi> one(answer);
    QVERIFY(outcomeOf(one.api.remove(InsightId(u"i 1"_s))).has_value());
    QCOMPARE(one.sent(), "DELETE /insights/i%201"_ba);
    ApiFixture<InsightsApi> ofConversation(answer);
    QVERIFY(outcomeOf(ofConversation.api.removeOf(ConversationId(u"c1"_s))).has_value());
    QCOMPARE(ofConversation.sent(), "DELETE /insights/conversation/c1"_ba);
    ApiFixture<InsightsApi> ofUser(answer);
    QVERIFY(outcomeOf(ofUser.api.removeOf(UserId(u"u1"_s))).has_value());
    QCOMPARE(ofUser.sent(), "DELETE /insights/user/u1"_ba);
}

void TestInsightsApi::upkeep()
{
    ApiFixture<InsightsApi> init(json(R"({"message":"ok","collection":"m"})"));
    QVERIFY(outcomeOf(init.api.init()).has_value());
    QCOMPARE(init.sent(), "POST /insights/init"_ba);
    ApiFixture<InsightsApi> flush(json(R"({"message":"ok","collection":"m"})"));
    QVERIFY(outcomeOf(flush.api.flush()).has_value());
    QCOMPARE(flush.sent(), "POST /insights/flush"_ba);
    ApiFixture<InsightsApi> deduplicate(json(R"({"message":"ok","removed":4,"userId":"u1"})"));
    const Result<int> removed = outcomeOf(deduplicate.api.deduplicate());
    QCOMPARE(deduplicate.sent(), "POST /insights/deduplicate"_ba);
    QVERIFY(removed.has_value());
    QCOMPARE(*removed, 4);
}

void TestInsightsApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("no results", 200, R"({"total":0})", Error::Kind::Protocol);
    row("an insight without an id", 200, R"({"results":[{"insight":{}}]})", Error::Kind::Protocol);
    row("somebody else's", 403, R"({"detail":"Not yours"})", Error::Kind::Forbidden);
}

void TestInsightsApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<InsightsApi> fixture(reply(status, body));
    const Result<QList<InsightHit>> hits = outcomeOf(fixture.api.search({}));
    QVERIFY(!hits.has_value());
    QTEST(static_cast<int>(hits.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestInsightsApi)
#include "tst_insightsapi.moc"
