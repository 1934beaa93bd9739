#include "wire/fixture.h"
#include "wire/json/insightjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestInsightJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPage();
    void anUntouchedInsightIsWrittenBackUnchanged();
    void hits();
    void stats();
    void aNewInsightIsCamelCased();
    void changesHoldChangedKeysAlone();
    void aQuery();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_answers;
};

void TestInsightJson::initTestCase()
{
    m_answers = fixture::json(u"contract/insights.json"_s).toObject();
}

void TestInsightJson::aPage()
{
    const Result<InsightPage> read = insightPageFromJson(m_answers.value("list"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->page.items.size(), 2);
    QCOMPARE(read->page.total, 12);
    QVERIFY(read->page.mayHaveMore());
    QCOMPARE(read->byCategory, (QMap<QString, int>{{u"preference"_s, 8}, {u"superstition"_s, 4}}));

    const Insight first = read->page.items.at(0);
    QCOMPARE(first.id, InsightId(u"in-1"_s));
    QCOMPARE(first.content, u"Prefers metric units"_s);
    QCOMPARE(first.category, OpenEnum<InsightCategory>(InsightCategory::Preference));
    QCOMPARE(first.importance, 0.9);
    QCOMPARE(first.source, u"conversation"_s);
    QCOMPARE(first.conversationId, ConversationId(u"c2d00000-0000-4000-8000-00000000000a"_s));
    QCOMPARE(first.createdOn, QDate(2026, 5, 2));

    const Insight second = read->page.items.at(1);
    QVERIFY(second.category.isUnknown());
    QCOMPARE(second.category.wire(), u"superstition"_s);
    QVERIFY(!second.createdOn.isValid());
}

void TestInsightJson::anUntouchedInsightIsWrittenBackUnchanged()
{
    const QJsonArray results = m_answers.value("list"_L1).toObject().value("results"_L1).toArray();
    for (const QJsonValue result : results) {
        const Result<Insight> read = insightFromJson(result);
        QVERIFY(read.has_value());
        QCOMPARE(toJson(*read), result.toObject().value("insight"_L1).toObject());
    }
}

void TestInsightJson::hits()
{
    const QJsonArray results = m_answers.value("search"_L1).toObject().value("results"_L1).toArray();
    const Result<InsightHit> read = insightHitFromJson(results.at(0));
    QVERIFY(read.has_value());
    QCOMPARE(read->insight.id, InsightId(u"in-1"_s));
    QCOMPARE(read->score, 0.61);
    QCOMPARE(read->distance, 0.39);
}

void TestInsightJson::stats()
{
    const Result<InsightStats> mine = insightStatsFromJson(m_answers.value("stats"_L1));
    QVERIFY(mine.has_value());
    QCOMPARE(mine->total, 12);
    QCOMPARE(mine->byCategory.value(u"goal"_s), 4);
    QCOMPARE(mine->userId, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(mine->collection, u"memories"_s);
    const Result<InsightStats> theirs = insightStatsFromJson(m_answers.value("user_stats"_L1));
    QVERIFY(theirs.has_value());
    QCOMPARE(theirs->total, 12); // from count
    QVERIFY(theirs->byCategory.isEmpty());
}

void TestInsightJson::aNewInsightIsCamelCased()
{
    Insight made;
    made.content = u"Works from Kiel"_s;
    made.category = InsightCategory::Fact;
    made.conversationId = ConversationId(u"c1"_s);
    made.raw = {{u"metadata"_s, QJsonObject{{u"lang"_s, u"en"_s}}}};
    const QJsonObject expected{{u"content"_s, u"Works from Kiel"_s},
                               {u"category"_s, u"fact"_s},
                               {u"importance"_s, 0.5},
                               {u"conversationId"_s, u"c1"_s},
                               {u"metadata"_s, QJsonObject{{u"lang"_s, u"en"_s}}}};
    QCOMPARE(insightCreateJson(made), expected);
}

void TestInsightJson::changesHoldChangedKeysAlone()
{
    Insight before;
    before.content = u"a"_s;
    before.category = InsightCategory::Fact;
    QCOMPARE(insightChanges(before, before), QJsonObject());
    Insight after = before;
    after.content = u"b"_s;
    after.importance = 1;
    QCOMPARE(insightChanges(before, after), (QJsonObject{{u"content"_s, u"b"_s}}));
    after = before;
    after.category = InsightCategory::Goal;
    QCOMPARE(insightChanges(before, after), (QJsonObject{{u"category"_s, u"goal"_s}}));
}

void TestInsightJson::aQuery()
{
    const QJsonObject expected{{u"query"_s, u"units"_s}, {u"limit"_s, 5}, {u"scoreThreshold"_s, 0.7}};
    QCOMPARE(toJson(InsightQuery{u"units"_s, 5, 0.7}), expected);
}

void TestInsightJson::badAnswersFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(1) << u"$: expected a list"_s;
    QTest::newRow("no results") << QJsonValue(QJsonObject{{u"total"_s, 3}}) << u"$: expected a list"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"results"_s, QJsonArray{QJsonObject{{u"insight"_s, QJsonObject()}}}}})
                           << u"[0] insight.id: missing"_s;
}

void TestInsightJson::badAnswersFail()
{
    QFETCH(QJsonValue, json);
    const Result<InsightPage> read = insightPageFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
    QVERIFY(!insightStatsFromJson(QJsonArray()).has_value());
}

QTEST_APPLESS_MAIN(TestInsightJson)
#include "tst_insightjson.moc"
