#include "localserver/tst_enginekit.h"

#include "localserver/engine/questionplanner.h"
#include "localserver/engine/tableanswer.h"
#include "localserver/engine/tablequery.h"

#include <QJsonArray>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace enginekit;

namespace {

struct Sale {
    QString date, region, product;
    int units = 0;
    double revenue = 0;
    int month() const { return date.mid(5, 2).toInt(); }
};

// Read by the plainest means there are, so that the expected figures owe nothing to the engine.
QList<Sale> readSales()
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/sales.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sales.csv is missing");
    QList<Sale> out;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.trimmed().split(u',');
        out.append({cells[0], cells[1], cells[2], cells[3].toInt(), cells[4].toDouble()});
    }
    return out;
}

using Filter = std::function<bool(const Sale &)>;

double revenue(const Filter &filter)
{
    double sum = 0;
    for (const Sale &sale : readSales())
        sum += filter(sale) ? sale.revenue : 0;
    return sum;
}

int units(const Filter &filter)
{
    int sum = 0;
    for (const Sale &sale : readSales())
        sum += filter(sale) ? sale.units : 0;
    return sum;
}

int count(const Filter &filter)
{
    int sum = 0;
    for (const Sale &sale : readSales())
        sum += filter(sale) ? 1 : 0;
    return sum;
}

bool all(const Sale &)
{
    return true;
}

Filter months(int from, int to)
{
    return [from, to](const Sale &sale) { return sale.month() >= from && sale.month() <= to; };
}

} // namespace

class TestEngineQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void answersQuestions_data();
    void answersQuestions();
    void statesUnitsBesideRevenue();
    void refusesWhatItCannotPlace_data();
    void refusesWhatItCannotPlace();
    void examplesWork();
    void examplesWorkOnOtherTables();
    void handlesYearsAndPeople();
    void countsWhatIsNumberedAndNeverAddsItUp();
    void saysThatAQuoteSwallowedRows();
    void escapesForeignText();

private:
    TablePointer load(const EngineFile &file);
    QJsonArray ask(const TablePointer &table, const QString &question, TablePlan *plan = nullptr);

    Folder m_folder;
    TablePointer m_sales;
    int m_next = 0;
};

TablePointer TestEngineQuestions::load(const EngineFile &file)
{
    Result<TablePointer> table = TableLoader(file, m_folder.path(u"q%1.db"_s.arg(++m_next)), StopToken()).load();
    return table ? *table : TablePointer();
}

QJsonArray TestEngineQuestions::ask(const TablePointer &table, const QString &question, TablePlan *out)
{
    const TablePlan plan = QuestionPlanner(*table).plan(question);
    if (out)
        *out = plan;
    if (plan.shape == TablePlan::Shape::NotUnderstood) {
        qWarning("not understood: %s", qPrintable(plan.problem));
        return {};
    }
    const Result<QJsonObject> result = queryTable(*table, plan.sql, StopToken());
    if (!result) {
        qWarning("%s: %s", qPrintable(plan.sql), qPrintable(result.error().userText()));
        return {};
    }
    return result->value("rows"_L1).toArray();
}

void TestEngineQuestions::initTestCase()
{
    m_sales = load(sales());
    QVERIFY(m_sales);
    QCOMPARE(m_sales->rowCount, 144);
}

void TestEngineQuestions::answersQuestions_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("name"); // first cell of the first row, empty: the figure is there
    QTest::addColumn<double>("figure");
    QTest::addColumn<int>("rowCount");
    const auto row = [](const char *question, const char *name, double figure, int rows) {
        QTest::newRow(question) << QString::fromUtf8(question) << QString::fromUtf8(name) << figure << rows;
    };
    const auto of = [](const QString &region, const QString &product = {}) {
        return [region, product](const Sale &sale) {
            return (region.isEmpty() || sale.region == region) && (product.isEmpty() || sale.product == product);
        };
    };
    const auto both = [](Filter a, Filter b) { return [a, b](const Sale &sale) { return a(sale) && b(sale); }; };
    const double southQ3 = revenue(both(of(u"South"_s), months(7, 9)));
    QCOMPARE(southQ3, 115293.0);
    row("Which region sold most in Q3?", "South", southQ3, 4);
    row("Which region sold the most in the third quarter of 2025?", "South", southQ3, 4);
    row("which region had the highest revenue in q3 2025", "South", southQ3, 4);
    row("Best region in Q3?", "South", southQ3, 4);
    row("Which region sold most?", "East", revenue(of(u"East"_s)), 4);
    row("Which region sold least?", "West", revenue(of(u"West"_s)), 4);
    row("Top 2 regions by revenue", "East", revenue(of(u"East"_s)), 2);
    row("What are the 3 best products by units?", "Lamp", units(of({}, u"Lamp"_s)), 3);
    row("Which product sold the most units?", "Lamp", units(of({}, u"Lamp"_s)), 3);
    row("Which product has the lowest turnover?", "Lamp", revenue(of({}, u"Lamp"_s)), 3);
    row("total revenue", "", revenue(all), 1);
    row("What is the total revenue in 2025?", "", revenue(all), 1);
    row("How much did we sell in March?", "", revenue(months(3, 3)), 1);
    row("How many units were sold in East?", "", units(of(u"East"_s)), 1);
    row("How many lamps were sold in South in Q3?", "", units(both(of(u"South"_s, u"Lamp"_s), months(7, 9))), 1);
    row("average revenue", "", std::round(revenue(all) / 144 * 100) / 100, 1);
    row("What is the average revenue per region?", "East", std::round(revenue(of(u"East"_s)) / 36 * 100) / 100, 4);
    row("revenue by product", "Desk", revenue(of({}, u"Desk"_s)), 3);
    row("revenue per month", "2025-01", revenue(months(1, 1)), 12);
    row("Which month had the highest revenue?", "2025-07", revenue(months(7, 7)), 12);
    row("Which quarter was best?", "2025-Q3", revenue(months(7, 9)), 4);
    row("sales in the first half of 2025", "", revenue(months(1, 6)), 1);
    row("revenue between January and March", "", revenue(months(1, 3)), 1);
    row("revenue from 2025-02-01 to 2025-03-31", "", revenue(months(2, 3)), 1);
    row("revenue since October", "", revenue(months(10, 12)), 1);
    row("revenue before April 2025", "", revenue(months(1, 3)), 1);
    row("Compare North and South", "South", revenue(of(u"South"_s)), 2);
    row("Compare revenue of North and South", "South", revenue(of(u"South"_s)), 2);
    row("total revenue without West", "", revenue([](const Sale &sale) { return sale.region != u"West"; }), 1);
    row("How many rows are there?", "", 144, 1);
    row("How many rows have more than 50 units?", "", count([](const Sale &sale) { return sale.units > 50; }), 1);
    row("How many records for Lamp?", "", count(of({}, u"Lamp"_s)), 1);
    row("How many regions are there?", "", 4, 1);
    row("List the products", "Chair", 0, 3);
    row("Which regions are there?", "East", 0, 4);
    row("number of rows per product", "Chair", 48, 3);
    row("Show the first 5 rows", "2025-01-15", 0, 5);
    row("Which columns are there?", "2025-01-15", 0, 5);
    row("Which products sold more than 1950 units?", "Chair", 0, 2);
    row("SELECT COUNT(*) FROM sales", "", 144, 1);
    row("with x as (select units from sales) select sum(units) from x", "", units(all), 1);
    // German
    row("Welche Region hat im dritten Quartal am meisten verkauft?", "South", southQ3, 4);
    row("Welche Region verkaufte in Q3 am meisten?", "South", southQ3, 4);
    row("Welches Produkt hat den höchsten Umsatz?", "Desk", revenue(of({}, u"Desk"_s)), 3);
    row("Durchschnitt Umsatz pro Region", "East", std::round(revenue(of(u"East"_s)) / 36 * 100) / 100, 4);
    row("Wie hoch ist der durchschnittliche Umsatz?", "", std::round(revenue(all) / 144 * 100) / 100, 1);
    row("Summe der Umsätze im März 2025", "", revenue(months(3, 3)), 1);
    row("Wie viele Zeilen gibt es?", "", 144, 1);
    row("Anzahl der Zeilen für Desk", "", 48, 1);
    row("Umsatz pro Monat", "2025-01", revenue(months(1, 1)), 12);
    row("Wie viele Einheiten wurden im Mai verkauft?", "", units(months(5, 5)), 1);
    row("Umsatz nach Produkt im 2. Quartal", "Desk", revenue(both(of({}, u"Desk"_s), months(4, 6))), 3);
    row("Wie viel wurde zwischen Januar und März verkauft?", "", revenue(months(1, 3)), 1);
}

void TestEngineQuestions::answersQuestions()
{
    QFETCH(QString, question);
    QFETCH(QString, name);
    QFETCH(double, figure);
    QFETCH(int, rowCount);
    TablePlan plan;
    const QJsonArray rows = ask(m_sales, question, &plan);
    const QByteArray sql = plan.sql.toUtf8();
    QVERIFY2(rows.size() == rowCount, (sql + " rows: " + QByteArray::number(rows.size())).constData());
    const QJsonArray first = rows[0].toArray();
    if (!name.isEmpty())
        QVERIFY2(first[0].toString() == name, (sql + " -> " + first[0].toString().toUtf8()).constData());
    const double found = first[name.isEmpty() ? 0 : 1].toDouble();
    if (figure > 0)
        QVERIFY2(qAbs(found - figure) < 0.006,
                 (sql + " -> " + QByteArray::number(found, 'f', 2) + " instead of " + QByteArray::number(figure, 'f', 2)).constData());
}

void TestEngineQuestions::statesUnitsBesideRevenue()
{
    const TablePlan plan = QuestionPlanner(*m_sales).plan(u"Which region sold most in Q3?"_s);
    const auto result = queryTable(*m_sales, plan.sql, StopToken());
    const QString answer = tableAnswer(plan, *result, *m_sales);
    const QString sentence = answer.section(u'\n', 0, 0);
    QVERIFY2(sentence.contains("South"_L1) && sentence.contains(QLocale().toString(115293.0, 'f', 2)) && sentence.contains("573"_L1) &&
                 sentence.contains("Q3 2025"_L1),
             qPrintable(answer));
    QVERIFY(answer.contains("```sql\nSELECT region"_L1));
    QVERIFY(answer.contains("sales.csv"_L1));
    QVERIFY(answer.contains("| East | "_L1));
}

void TestEngineQuestions::refusesWhatItCannotPlace_data()
{
    QTest::addColumn<QString>("question");
    QTest::newRow("unknown place") << u"What is the revenue in Atlantis?"_s;
    QTest::newRow("unknown quoted") << u"revenue for \"Garden gnome\""_s;
    QTest::newRow("growth") << u"How much did revenue grow since May?"_s;
    QTest::newRow("share") << u"What share of revenue has South?"_s;
    QTest::newRow("why") << u"Why did West sell so little?"_s;
    QTest::newRow("relative time") << u"revenue last month"_s;
    QTest::newRow("nothing") << u"tell me a joke"_s;
    QTest::newRow("an amount it has not") << u"total profit"_s;
    QTest::newRow("a price it has not") << u"What is the total price?"_s;
    QTest::newRow("the dearest, without prices") << u"Which is the most expensive product?"_s;
    QTest::newRow("the cheapest, without prices") << u"cheapest product"_s;
    QTest::newRow("second best") << u"Which region is second by revenue?"_s;
}

void TestEngineQuestions::refusesWhatItCannotPlace()
{
    QFETCH(QString, question);
    const TablePlan plan = QuestionPlanner(*m_sales).plan(question);
    QVERIFY2(plan.shape == TablePlan::Shape::NotUnderstood, qPrintable(plan.sql));
    const QString answer = notUnderstoodAnswer(plan, *m_sales);
    for (const QString &part : {u"region"_s, u"product"_s, u"units"_s, u"revenue"_s, plan.examples.value(2)})
        QVERIFY2(answer.contains(part), qPrintable(answer));
}

void TestEngineQuestions::examplesWork()
{
    const QStringList examples = QuestionPlanner(*m_sales).examples();
    QCOMPARE(examples.size(), 3);
    for (const QString &example : examples)
        QVERIFY2(!ask(m_sales, example).isEmpty(), qPrintable(example));
}

void TestEngineQuestions::examplesWorkOnOtherTables()
{
    const QList<QByteArray> tables{"name,age\nAda,36\nBob,41\nAda,22\n",
                                   "Datum;Kunde;Betrag\n01.02.2025;Meier;12,50\n02.02.2025;Schulz;8,00\n03.02.2025;Meier;1,00\n",
                                   "word\nalpha\nbeta\n", "1,2\n3,4\n", "a b,select,\"x\"\"y\"\np,1,2\np,3,4\nq,5,6\n"};
    for (const QByteArray &bytes : tables) {
        const TablePointer table = load(m_folder.file(u"other.csv"_s, bytes));
        QVERIFY(table);
        for (const QString &example : QuestionPlanner(*table).examples())
            QVERIFY2(!ask(table, example).isEmpty(), qPrintable(example));
    }
}

void TestEngineQuestions::handlesYearsAndPeople()
{
    const TablePointer table = load(m_folder.file(
        u"hours.csv"_s,
        "employee,date,hours,unit_price\nAda,2024-03-01,5,10\nAda,2025-03-02,7,12\nBob Ray,2024-03-05,9,8\nBob Ray,2025-07-01,1,20\n"));
    QCOMPARE(ask(table, u"total hours in 2024"_s)[0][0].toInt(), 14);
    QCOMPARE(ask(table, u"total hours in March"_s)[0][0].toInt(), 21);
    QCOMPARE(ask(table, u"total hours for Bob Ray in 2025"_s)[0][0].toInt(), 1);
    QCOMPARE(ask(table, u"Who has the most hours?"_s)[0][0].toString(), u"Ada"_s);
    QCOMPARE(ask(table, u"hours per year"_s).size(), 2);
    QCOMPARE(ask(table, u"average unit price"_s)[0][0].toDouble(), 12.5);
    QCOMPARE(ask(table, u"How many hours did Ada work?"_s).size(), 1);
    QCOMPARE(ask(table, u"Which employee had the most hours in each year?"_s).size(), 2);
}

void TestEngineQuestions::countsWhatIsNumberedAndNeverAddsItUp()
{
    const TablePointer table =
        load(m_folder.file(u"orders.csv"_s, "Order,Customer ID,Status,Visits\n1001,116,open,3\n1002,116,closed,4\n1003,118,open,9\n"));
    QCOMPARE(ask(table, u"How many orders are open?"_s)[0][0].toInt(), 2);
    QCOMPARE(ask(table, u"how many orders"_s)[0][0].toInt(), 3);
    QCOMPARE(ask(table, u"how many customers"_s)[0][0].toInt(), 2);
    QCOMPARE(ask(table, u"how many visits"_s)[0][0].toInt(), 16); // a column of counts
}

void TestEngineQuestions::saysThatAQuoteSwallowedRows()
{
    const TablePointer table = load(m_folder.file(u"open.csv"_s, "region,units\nNorth,10\n\"South,20\nEast,30\nWest,40\n"));
    const TablePlan plan = QuestionPlanner(*table).plan(u"total units"_s);
    const auto result = queryTable(*table, plan.sql, StopToken());
    QVERIFY(result.has_value());
    QVERIFY(tableAnswer(plan, *result, *table).contains("never closed"_L1));
    const TablePointer good = load(m_folder.file(u"closed.csv"_s, "region,units\n\"North\",10\n"));
    const TablePlan sum = QuestionPlanner(*good).plan(u"total units"_s);
    QVERIFY(!tableAnswer(sum, *queryTable(*good, sum.sql, StopToken()), *good).contains("never closed"_L1));
}

void TestEngineQuestions::escapesForeignText()
{
    const TablePointer table = load(m_folder.file(u"evil.csv"_s, "who,n\n\"[x](javascript:a)|<b>`\",5\n\"**bold**\",3\n"));
    const TablePlan plan = QuestionPlanner(*table).plan(u"n by who"_s);
    const auto result = queryTable(*table, plan.sql, StopToken());
    QVERIFY(result.has_value());
    const QString answer = tableAnswer(plan, *result, *table);
    QVERIFY2(answer.contains("\\[x\\](javascript:a)\\|\\<b\\>\\`"_L1), qPrintable(answer));
    QVERIFY(!answer.contains("| **bold**"_L1));
}

QTEST_GUILESS_MAIN(TestEngineQuestions)
#include "tst_enginequestions.moc"
