#include "wire/fixture.h"
#include "wire/json/optionals.h"
#include "wire/json/statisticsjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestStatisticsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage();
    void whatWasNotSaidIsNotZero();
    void system();
    void optionalFigures_data();
    void optionalFigures();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_json;
};

void TestStatisticsJson::initTestCase()
{
    m_json = fixture::json(u"contract/statistics.json"_s).toObject();
}

void TestStatisticsJson::usage()
{
    const Result<UsageStatistics> read = usageStatisticsFromJson(m_json.value("usage"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->models.size(), 2);
    const ModelUsage &model = read->models.at(0);
    QCOMPARE(model.model, u"claude-sonnet"_s);
    QCOMPARE(model.requests, std::optional<qint64>(120));
    QCOMPARE(model.inputTokens, std::optional<qint64>(5'000'000'000)); // beyond 32 bits
    QCOMPARE(model.outputTokens, std::optional<qint64>(90'000));
    QCOMPARE(model.totalTokens, std::optional<qint64>(5'000'090'000));
    QCOMPARE(model.spend, std::optional(12.5));
    QCOMPARE(model.averageLatencyMs, std::optional(850.0));
    QCOMPARE(read->tokensToday, std::optional<qint64>(1200));
    QCOMPARE(read->totalRequests, std::optional<qint64>(123));
    QCOMPARE(read->totalInputTokens, std::optional<qint64>(5'000'000'000));
    QCOMPARE(read->totalOutputTokens, std::optional<qint64>(90'000));
    QCOMPARE(read->totalSpend, std::optional(12.5));
    QCOMPARE(read->totalToolCalls, std::optional<qint64>(0));
}

void TestStatisticsJson::whatWasNotSaidIsNotZero()
{
    const Result<UsageStatistics> read = usageStatisticsFromJson(m_json.value("usage"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->models.at(1).spend, std::optional(0.0));
    QVERIFY(!read->models.at(1).inputTokens && !read->models.at(1).averageLatencyMs);
    const Result<UsageStatistics> silent = usageStatisticsFromJson(QJsonObject{{u"models"_s, QJsonArray()}});
    QVERIFY(silent.has_value());
    QVERIFY(!silent->tokensToday && !silent->totalSpend && !silent->totalToolCalls);
}

void TestStatisticsJson::system()
{
    const Result<SystemStatistics> read = systemStatisticsFromJson(m_json.value("system"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->agents, std::optional<qint64>(14));
    QCOMPARE(read->conversations, std::optional<qint64>(310));
    QCOMPARE(read->workflows, std::optional<qint64>(5));
    QCOMPARE(read->workflowExecutions, std::optional<qint64>(77));
    QCOMPARE(read->activeUsers, std::optional<qint64>(9));
    const Result<SystemStatistics> silent = systemStatisticsFromJson(QJsonObject());
    QVERIFY(silent.has_value());
    QVERIFY(!silent->agents && !silent->activeUsers);
}

void TestStatisticsJson::optionalFigures_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<int>>("integer");
    QTest::addColumn<std::optional<qint64>>("big");
    QTest::addColumn<std::optional<double>>("number");
    using Int = std::optional<int>;
    using Big = std::optional<qint64>;
    using Number = std::optional<double>;
    QTest::newRow("zero") << QByteArray("0") << Int(0) << Big(0) << Number(0.0);
    QTest::newRow("one") << QByteArray("1") << Int(1) << Big(1) << Number(1.0);
    QTest::newRow("negative") << QByteArray("-3") << Int(-3) << Big(-3) << Number(-3.0);
    QTest::newRow("fraction") << QByteArray("0.7") << Int(0) << Big(0) << Number(0.7);
    QTest::newRow("beyond int") << QByteArray("5000000000") << Int() << Big(5'000'000'000) << Number(5e9);
    QTest::newRow("beyond 64 bits") << QByteArray("1e30") << Int() << Big() << Number(1e30);
    QTest::newRow("null") << QByteArray("null") << Int() << Big() << Number();
    QTest::newRow("text") << QByteArray("\"7\"") << Int() << Big() << Number();
    QTest::newRow("bool") << QByteArray("true") << Int() << Big() << Number();
}

void TestStatisticsJson::optionalFigures()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<int>, integer);
    QFETCH(std::optional<qint64>, big);
    QFETCH(std::optional<double>, number);
    const Reader reader(QJsonObject{{u"n"_s, *parseJson(json)}});
    QVERIFY(optionalInteger(reader, "n"_L1) == integer);
    QVERIFY(optionalBigInteger(reader, "n"_L1) == big);
    QVERIFY(optionalNumber(reader, "n"_L1) == number);
    QCOMPARE(optionalBoolean(reader, "n"_L1).has_value(), json == "true");
    QVERIFY(!optionalInteger(reader, "missing"_L1) && !optionalBigInteger(reader, "missing"_L1));
    QVERIFY(!optionalNumber(reader, "missing"_L1) && !optionalStrings(reader, "missing"_L1));
}

void TestStatisticsJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // usage, system
    QTest::newRow("no object") << QByteArray("[]") << QStringList{u"$: expected a list"_s, u"system: expected an object"_s};
    QTest::newRow("no models") << QByteArray("{}") << QStringList{u"$: expected a list"_s, QString()};
    QTest::newRow("a model without a name") << QByteArray(R"({"models":[{"requests":1}]})")
                                            << QStringList{u"[0] usage.model: missing"_s, QString()};
}

void TestStatisticsJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(usageStatisticsFromJson(value));
    note(systemStatisticsFromJson(value));
    QTEST(details, "details");
}

QTEST_APPLESS_MAIN(TestStatisticsJson)
#include "tst_statisticsjson.moc"
