#include "domain/score.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotGradedIsNoHalfScore_data();
    void whatWasNotGradedIsNoHalfScore();
    void failureIsTheGradersText();
    void anAverageOfZeroIsReportedAsNull_data();
    void anAverageOfZeroIsReportedAsNull();
    void scorersKeepUnknownNames();
};

// Contract 3.15: 0.5, passed false and details.error together mean that nothing graded.
void TestScore::whatWasNotGradedIsNoHalfScore_data()
{
    QTest::addColumn<std::optional<double>>("value");
    QTest::addColumn<std::optional<bool>>("passed");
    QTest::addColumn<QJsonObject>("details");
    QTest::addColumn<bool>("graded");
    const QJsonObject failure{{u"error"_s, u"no grading model"_s}};
    using Value = std::optional<double>;
    using Passed = std::optional<bool>;
    QTest::newRow("placeholder") << Value(0.5) << Passed(false) << failure << false;
    QTest::newRow("placeholder without a verdict") << Value(0.5) << Passed() << failure << false;
    QTest::newRow("error object") << Value(0.5) << Passed(false) << QJsonObject{{u"error"_s, QJsonObject{}}} << false;
    QTest::newRow("no value") << Value() << Passed(true) << QJsonObject() << false;
    QTest::newRow("a real half") << Value(0.5) << Passed(false) << QJsonObject{{u"reason"_s, u"half right"_s}} << true;
    QTest::newRow("null error") << Value(0.5) << Passed(false) << QJsonObject{{u"error"_s, QJsonValue()}} << true;
    QTest::newRow("passed with a half") << Value(0.5) << Passed(true) << failure << true;
    QTest::newRow("a failed run's zero") << Value(0.0) << Passed(false) << failure << true;
}

void TestScore::whatWasNotGradedIsNoHalfScore()
{
    QFETCH(std::optional<double>, value);
    QFETCH(std::optional<bool>, passed);
    QFETCH(QJsonObject, details);
    const Grade grade{value, passed, details};
    QTEST(grade.isGraded(), "graded");
}

void TestScore::failureIsTheGradersText()
{
    QCOMPARE((Grade{0.5, false, {{u"error"_s, u"no grading model"_s}}}.failure()), u"no grading model"_s);
    QCOMPARE((Grade{0.5, false, {{u"error"_s, QJsonObject{{u"message"_s, u"gone"_s}}}}}.failure()), u"gone"_s);
    QCOMPARE((Grade{1, true, {}}.failure()), QString());
}

void TestScore::anAverageOfZeroIsReportedAsNull_data()
{
    QTest::addColumn<std::optional<double>>("reported");
    QTest::addColumn<std::optional<int>>("count");
    QTest::addColumn<std::optional<double>>("average");
    using Number = std::optional<double>;
    using Count = std::optional<int>;
    QTest::newRow("a figure") << Number(0.7) << Count(12) << Number(0.7);
    QTest::newRow("null of counted scores") << Number() << Count(2) << Number(0.0);
    QTest::newRow("null of none") << Number() << Count(0) << Number();
    QTest::newRow("nothing said") << Number() << Count() << Number();
}

void TestScore::anAverageOfZeroIsReportedAsNull()
{
    QFETCH(std::optional<double>, reported);
    QFETCH(std::optional<int>, count);
    QFETCH(std::optional<double>, average);
    QVERIFY((ScoreTrendPoint{QDate(2026, 5, 7), reported, count}.average()) == average);
}

void TestScore::scorersKeepUnknownNames()
{
    QCOMPARE(ScorerName::fromWire(u"llm_quality"_s).value(), Scorer::LlmQuality);
    QCOMPARE(ScorerName(Scorer::OutputContains).wire(), u"output_contains"_s);
    QCOMPARE(ScorerName::fromWire(u"house_style"_s).wire(), u"house_style"_s);
    for (const Scorer scorer : datasetScorers)
        QCOMPARE(ScorerName::fromWire(ScorerName(scorer).wire()).value(), scorer);
    for (const Scorer scorer : runScorers)
        QCOMPARE(ScorerName::fromWire(ScorerName(scorer).wire()).value(), scorer);
}

QTEST_APPLESS_MAIN(TestScore)
#include "tst_score.moc"
