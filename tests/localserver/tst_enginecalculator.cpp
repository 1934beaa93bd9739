#include "localserver/engine/calculator.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace desk::server;

class TestEngineCalculator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void computes_data();
    void computes();
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void findsExpressionsInQuestions_data();
    void findsExpressionsInQuestions();
    void survivesAnyText();
    void agreesWithTheProcessorOnSums();
};

void TestEngineCalculator::computes_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *expression, const char *result) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(result);
    };
    row("1+2*3", "7");
    row("(1+2)*3", "9");
    row("2^3^2", "512");
    row("-2^2", "-4");
    row("0.1 + 0.2", "0.3");
    row("10 / 4", "2.5");
    row("17 % 5", "2");
    row("17 mod 5", "2");
    row("15 % of 240", "36");
    row("15% of 240", "36");
    row("15 Prozent von 240", "36");
    row("15 percent of 1,000", "150");
    row("200 + 10%", "220");
    row("200 - 25%", "150");
    row("50%", "0.5");
    row("sqrt(16)", "4");
    row("square root of 81", "9");
    row("Wurzel aus 81", "9");
    row("√2*√2", "2");
    row("min(3, 1, 2)", "1");
    row("max(3; 1; 2)", "3");
    row("round(2.567, 2)", "2.57");
    row("round(2.5)", "3");
    row("1,234.5 * 2", "2469");
    row("1.234,5 * 2", "2469");
    row("2,5 + 1", "3.5");
    row("12 × 4 ÷ 3", "16");
    row("12 times 4", "48");
    row("7 mal 6", "42");
    row("10 geteilt durch 4", "2.5");
    row("2 hoch 10", "1024");
    row("5!", "120");
    row("What is 3 * 4?", "12");
    row("Was ist 3 * 4?", "12");
    row("how much is 19% of 50?", "9.5");
    row("half of 80", "40");
    row("2 * -3", "-6");
    row("1e3 + 1", "1001");
    row("9007199254740991 + 0", "9.00719925474099e+15");
}

void TestEngineCalculator::computes()
{
    QFETCH(QString, expression);
    QFETCH(QString, result);
    const auto value = calculate(expression);
    QVERIFY2(value.has_value(), value ? "" : qPrintable(value.error().message));
    QCOMPARE(value->plainText(), result);
}

void TestEngineCalculator::refusesWithTheReason_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *expression, const char *part) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(part);
    };
    row("1 / 0", "Division by zero");
    row("5 % 0", "Division by zero");
    row("0 ^ -1", "Division by zero");
    row("sqrt(-1)", "negative");
    row("ln(0)", "above zero");
    row("10 ^ 400", "too large");
    row("1e308 * 10", "too large");
    row("1000000!", "factorial");
    row("(1 + 2", "parenthesis");
    row("1 +", "ends too early");
    row("1 + apples", "apples");
    row("2 $ 3", "position");
    row("", "nothing");
    QTest::newRow("deep") << QString(5000, u'(') << u"longer"_s;
    QTest::newRow("nested") << QString(500, u'(') + u'1' << u"deep"_s;
    QTest::newRow("powers") << u"2"_s + u"^2"_s.repeated(300) << u"deep"_s;
}

void TestEngineCalculator::refusesWithTheReason()
{
    QFETCH(QString, expression);
    QFETCH(QString, part);
    const auto value = calculate(expression);
    QVERIFY(!value.has_value());
    QVERIFY2(value.error().message.contains(part), qPrintable(value.error().message));
}

void TestEngineCalculator::findsExpressionsInQuestions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("expression") << u"What is 15 % of 240?"_s << true;
    QTest::newRow("german") << u"Berechne (3 + 4) * 2"_s << true;
    QTest::newRow("division by zero is one too") << u"1/0"_s << true;
    QTest::newRow("number") << u"42"_s << false;
    QTest::newRow("date") << u"2025-03-01"_s << false;
    QTest::newRow("sentence") << u"Which region sold most in Q3?"_s << false;
    QTest::newRow("top") << u"top 3 products"_s << false;
    QTest::newRow("constant") << u"e"_s << false;
    QTest::newRow("column") << u"max revenue"_s << false;
}

void TestEngineCalculator::findsExpressionsInQuestions()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(findExpression(text).has_value(), found);
}

void TestEngineCalculator::survivesAnyText()
{
    QRandomGenerator random(7);
    const QString alphabet = u"0123456789+-*/^%()., sqrtminmaxof!e;√×²€\n"_s;
    for (int i = 0; i < 5000; ++i) {
        QString text;
        for (int k = random.bounded(40); k >= 0; --k)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        const auto value = calculate(text);
        QVERIFY(!value || std::isfinite(value->value));
        QVERIFY(value || !value.error().message.isEmpty());
    }
}

void TestEngineCalculator::agreesWithTheProcessorOnSums()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        const int a = random.bounded(100000);
        const int b = random.bounded(1, 1000);
        const int c = random.bounded(1000);
        const auto value = calculate(u"%1 - %2 * (%3 + 1)"_s.arg(a).arg(b).arg(c));
        QVERIFY(value.has_value());
        QCOMPARE(static_cast<qint64>(value->value), qint64(a) - qint64(b) * (c + 1));
    }
}

QTEST_GUILESS_MAIN(TestEngineCalculator)
#include "tst_enginecalculator.moc"
