#include "domain/evaluator.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestEvaluator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyConfigMeansTheServersDefaults();
    void unknownTypesAreKept();
    void settersLeaveTheRestOfTheConfigAlone();
};

void TestEvaluator::anEmptyConfigMeansTheServersDefaults()
{
    const Evaluator evaluator;
    QCOMPARE(evaluator.type().value(), Scorer::Success);
    QCOMPARE(evaluator.thresholdMs(), 5000);
    QCOMPARE(evaluator.expectedTools(), QStringList());
}

void TestEvaluator::unknownTypesAreKept()
{
    Evaluator evaluator;
    evaluator.config = {{u"type"_s, u"house_style"_s}};
    QVERIFY(evaluator.type().isUnknown());
    evaluator.setType(evaluator.type());
    QCOMPARE(evaluator.config.value("type"_L1).toString(), u"house_style"_s);
}

void TestEvaluator::settersLeaveTheRestOfTheConfigAlone()
{
    Evaluator evaluator;
    evaluator.config = {{u"type"_s, u"success"_s}, {u"grace"_s, 3}};
    evaluator.setType(Scorer::ToolUsage);
    evaluator.setThresholdMs(800);
    evaluator.setExpectedTools({u"web_search"_s});
    QCOMPARE(
        evaluator.config,
        (QJsonObject{
            {u"type"_s, u"tool_usage"_s}, {u"grace"_s, 3}, {u"threshold_ms"_s, 800}, {u"expected_tools"_s, QJsonArray{u"web_search"_s}}}));
    QCOMPARE(evaluator.type().value(), Scorer::ToolUsage);
    QCOMPARE(evaluator.thresholdMs(), 800);
    QCOMPARE(evaluator.expectedTools(), QStringList(u"web_search"_s));
}

QTEST_APPLESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
