#include "localserver/tst_enginekit.h"

#include "localserver/engine/filesketch.h"
#include "localserver/engine/tablequery.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QStringEncoder>

#include <thread>

using namespace Qt::StringLiterals;
using namespace enginekit;

class TestEngineTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnyChunking();
    void detectsDelimiters_data();
    void detectsDelimiters();
    void readsQuotedNewlines();
    void namesDuplicateAndEmptyHeaders();
    void keepsRaggedRows();
    void worksWithoutHeader();
    void readsNumbersOfBothStyles();
    void keepsCodesAsText();
    void readsDates_data();
    void readsDates();
    void readsEncodings_data();
    void readsEncodings();
    void loadsFiftyThousandRows();
    void stopsLoading();
    void refusesHostileSql_data();
    void refusesHostileSql();
    void stopsEndlessQueries();
    void stopsWhenTheTurnIsCancelled();
    void capsRows();
    void tellsTheColumnsWhenSqlIsWrong();
    void removesItsFile();
    void tellsKindsOfFiles_data();
    void tellsKindsOfFiles();

private:
    TablePointer load(const EngineFile &file);
    QJsonArray rows(const TablePointer &table, const QString &sql);

    Folder m_folder;
    int m_next = 0;
};

TablePointer TestEngineTables::load(const EngineFile &file)
{
    Result<TablePointer> table = TableLoader(file, m_folder.path(u"t%1.db"_s.arg(++m_next)), StopToken()).load();
    if (!table)
        qWarning("%s %s", qPrintable(table.error().message), qPrintable(table.error().detail));
    return table ? *table : TablePointer();
}

QJsonArray TestEngineTables::rows(const TablePointer &table, const QString &sql)
{
    const Result<QJsonObject> result = queryTable(*table, sql, StopToken());
    if (!result)
        qWarning("%s", qPrintable(result.error().userText()));
    return result ? result->value("rows"_L1).toArray() : QJsonArray();
}

void TestEngineTables::readsAnyChunking()
{
    const QString text = u"a,\"b \"\"x\"\"\",c\r\n1,\"two\nlines\",\"\"\r\n\r\n,,\r\"end"_s;
    QList<QStringList> whole;
    DelimitedReader reader(u',', [&whole](const QStringList &record) { whole.append(record); });
    reader.feed(text);
    reader.finish();
    const QList<QStringList> expected{
        {u"a"_s, u"b \"x\""_s, u"c"_s}, {u"1"_s, u"two\nlines"_s, QString()}, {QString(), QString(), QString()}, {u"end"_s}};
    QCOMPARE(whole, expected);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        QList<QStringList> parts;
        DelimitedReader split(u',', [&parts](const QStringList &record) { parts.append(record); });
        split.feed(QStringView(text).first(cut));
        split.feed(QStringView(text).sliced(cut));
        split.finish();
        QCOMPARE(parts, expected);
    }
}

void TestEngineTables::detectsDelimiters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("comma") << u"a,b\n1,2\n"_s << QChar(u',');
    QTest::newRow("semicolon with decimal commas") << u"a;b\n1,5;2,5\n3,25;4,5\n"_s << QChar(u';');
    QTest::newRow("tab") << u"a\tb\n1,5\t2\n"_s << QChar(u'\t');
    QTest::newRow("pipe") << u"a|b|c\n1|2|3\n"_s << QChar(u'|');
    QTest::newRow("quoted") << u"\"x;y\",b\n\"p;q\",2\n"_s << QChar(u',');
    QTest::newRow("one column") << u"a\n1\n2\n"_s << QChar(u',');
}

void TestEngineTables::detectsDelimiters()
{
    QFETCH(QString, text);
    QFETCH(QChar, delimiter);
    QCOMPARE(DelimitedReader::detectDelimiter(text), delimiter);
}

void TestEngineTables::readsQuotedNewlines()
{
    const TablePointer table = load(m_folder.file(u"notes.csv"_s, "id,note\n1,\"first\nsecond, with comma\"\n2,\"say \"\"hi\"\"\"\n"));
    QVERIFY(table);
    QCOMPARE(table->rowCount, 2);
    QCOMPARE(rows(table, u"SELECT note FROM notes WHERE id = 1"_s)[0][0].toString(), u"first\nsecond, with comma"_s);
    QCOMPARE(rows(table, u"SELECT note FROM notes WHERE id = 2"_s)[0][0].toString(), u"say \"hi\""_s);
}

void TestEngineTables::namesDuplicateAndEmptyHeaders()
{
    const TablePointer table = load(m_folder.file(u"dup.csv"_s, "name,,Name,name\nx,1,y,z\n"));
    QStringList names;
    for (const TableColumn &column : table->columns)
        names.append(column.name);
    QCOMPARE(names, (QStringList{u"name"_s, u"column_2"_s, u"Name_2"_s, u"name_3"_s}));
}

void TestEngineTables::keepsRaggedRows()
{
    const TablePointer table = load(m_folder.file(u"ragged.csv"_s, "a,b,c\n1,2\n3,4,5,6\n7,8,9\n"));
    QCOMPARE(table->rowCount, 3);
    QCOMPARE(table->raggedRows, 2);
    QCOMPARE(table->columns.size(), 4);
    QCOMPARE(rows(table, u"SELECT SUM(a), SUM(c), SUM(column_4) FROM ragged"_s)[0].toArray(), (QJsonArray{11, 14, 6}));
}

void TestEngineTables::worksWithoutHeader()
{
    const TablePointer table = load(m_folder.file(u"2025 raw.csv"_s, "2025-01-01,5\n2025-01-02,7\n"));
    QCOMPARE(table->tableName, u"t_2025_raw"_s);
    QCOMPARE(rows(table, u"SELECT SUM(column_2) FROM t_2025_raw"_s)[0][0].toInt(), 12);
}

void TestEngineTables::readsNumbersOfBothStyles()
{
    const TablePointer german = load(m_folder.file(u"de.csv"_s, "Artikel;Preis;Menge\nTisch;1.234,50 €;3\nStuhl;99,90 €;1.000\n"));
    QCOMPARE(german->columns[1].type, ColumnType::Real);
    QCOMPARE(rows(german, u"SELECT SUM(Preis), SUM(Menge) FROM de"_s)[0][0].toDouble(), 1334.40);
    QCOMPARE(rows(german, u"SELECT SUM(Preis), SUM(Menge) FROM de"_s)[0][1].toDouble(), 1003.0);
    const TablePointer english =
        load(m_folder.file(u"en.csv"_s, "item,price,change\nDesk,\"$1,234.50\",(5)\nChair,$99.90,12\nLamp,n/a,-3\n"));
    QCOMPARE(rows(english, u"SELECT SUM(price), SUM(change), COUNT(price) FROM en"_s)[0].toArray(), (QJsonArray{1334.40, 4, 2}));
}

void TestEngineTables::keepsCodesAsText()
{
    const TablePointer table =
        load(m_folder.file(u"codes.csv"_s, "zip,phone,account\n01067,+49351123,12345678901234567\n10115,+4930987,98765432109876543\n"));
    for (const TableColumn &column : table->columns)
        QCOMPARE(column.type, ColumnType::Text);
    QCOMPARE(rows(table, u"SELECT zip FROM codes"_s)[0][0].toString(), u"01067"_s);
}

void TestEngineTables::readsDates_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("iso") << QByteArray("2025-02-03\n2024-12-31\n") << u"2024-12-31"_s << u"2025-02-03"_s;
    QTest::newRow("dotted") << QByteArray("03.02.2025\n31.12.2024\n") << u"2024-12-31"_s << u"2025-02-03"_s;
    QTest::newRow("month first") << QByteArray("02/03/2025\n12/31/2024\n") << u"2024-12-31"_s << u"2025-02-03"_s;
    QTest::newRow("day first by evidence") << QByteArray("03/02/2025\n31/12/2024\n") << u"2024-12-31"_s << u"2025-02-03"_s;
    QTest::newRow("with time") << QByteArray("2025-02-03T10:20:30Z\n2024-12-31 23:59\n") << u"2024-12-31"_s << u"2025-02-03"_s;
    QTest::newRow("named") << QByteArray("3 Feb 2025\n31 December 2024\n") << u"2024-12-31"_s << u"2025-02-03"_s;
}

void TestEngineTables::readsDates()
{
    QFETCH(QByteArray, cells);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const TablePointer table = load(m_folder.file(u"dates.csv"_s, "when,n\n" + cells.replace("\n", ",1\n")));
    QCOMPARE(table->columns[0].type, ColumnType::Date);
    QCOMPARE(table->columns[0].firstDate, first);
    QCOMPARE(table->columns[0].lastDate, last);
}

void TestEngineTables::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"Stadt;Wert\nKöln;1\nMünchen – Süd;2\n"_s;
    QTest::newRow("utf-8") << text.toUtf8();
    QTest::newRow("utf-8 with mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("utf-16 le with mark") << QByteArray(QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(text));
    QTest::newRow("utf-16 be with mark") << QByteArray(QStringEncoder(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom)(text));
    QTest::newRow("utf-16 le without") << QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text));
    QTest::newRow("windows-1252") << QByteArray("Stadt;Wert\nK\xf6ln;1\nM\xfcnchen \x96 S\xfc"
                                                "d;2\n");
    QTest::newRow("sep line") << "sep=;\r\n" + text.toUtf8();
}

void TestEngineTables::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    const TablePointer table = load(m_folder.file(u"enc.csv"_s, bytes));
    QVERIFY(table);
    QCOMPARE(table->columns[0].name, u"Stadt"_s);
    QCOMPARE(rows(table, u"SELECT Stadt FROM enc ORDER BY Wert"_s)[1][0].toString(), u"München – Süd"_s);
}

void TestEngineTables::loadsFiftyThousandRows()
{
    QByteArray csv = "id,name,amount,day\n";
    qint64 sum = 0;
    for (int i = 0; i < 50000; ++i) {
        csv += QByteArray::number(i) + ",name " + QByteArray::number(i % 1000) + ',' + QByteArray::number(i % 97) + ",2025-01-" +
               QByteArray::number(10 + i % 20) + '\n';
        sum += i % 97;
    }
    QElapsedTimer clock;
    clock.start();
    const TablePointer table = load(m_folder.file(u"big.csv"_s, csv));
    QVERIFY(clock.elapsed() < 5000);
    QCOMPARE(table->rowCount, 50000);
    QCOMPARE(table->columns[1].distinctValues, 1000);
    QCOMPARE(rows(table, u"SELECT SUM(amount) FROM big"_s)[0][0].toInteger(), sum);
}

void TestEngineTables::stopsLoading()
{
    StopToken stop;
    stop.stop();
    const auto table = TableLoader(sales(), m_folder.path(u"stopped.db"_s), stop).load();
    QVERIFY(!table);
    QCOMPARE(table.error().kind, Error::Kind::Cancelled);
}

void TestEngineTables::refusesHostileSql_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *sql) { QTest::newRow(sql) << QString::fromUtf8(sql); };
    row("ATTACH '/tmp/x.db' AS x");
    row("PRAGMA writable_schema = 1");
    row("PRAGMA table_info(sales)");
    row("SELECT * FROM pragma_table_info('sales')");
    row("UPDATE sales SET units = 0");
    row("DELETE FROM sales");
    row("DROP TABLE sales");
    row("INSERT INTO sales SELECT * FROM sales");
    row("CREATE TABLE x (a)");
    row("CREATE TEMP TABLE x (a)");
    row("VACUUM INTO '/tmp/stolen.db'");
    row("SELECT load_extension('/tmp/x.so')");
    row("SELECT readfile('/etc/passwd')");
    row("SELECT * FROM sqlite_master");
    row("SELECT value FROM desk_values");
    row("SELECT 1; DELETE FROM sales");
    row("WITH x AS (SELECT 1) DELETE FROM sales");
    row("SELECT fts3_tokenizer('simple')");
    row("EXPLAIN SELECT 1");
    row("BEGIN");
    row("SELECT zeroblob(1000000000)");
    row("");
    row(";");
    row("-- nothing");
}

void TestEngineTables::refusesHostileSql()
{
    QFETCH(QString, sql);
    const TablePointer table = load(sales());
    const auto result = queryTable(*table, sql, StopToken());
    QVERIFY2(sql.startsWith("EXPLAIN"_L1) || !result.has_value(), "accepted");
    QCOMPARE(rows(table, u"SELECT COUNT(*) FROM sales"_s)[0][0].toInt(), 144);
}

void TestEngineTables::stopsEndlessQueries()
{
    const TablePointer table = load(sales());
    QueryLimits limits;
    limits.timeMs = 200;
    QElapsedTimer clock;
    clock.start();
    for (const QString &sql : {u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"_s,
                               u"SELECT COUNT(*) FROM sales a, sales b, sales c, sales d, sales e"_s}) {
        const auto result = queryTable(*table, sql, StopToken(), limits);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Timeout);
    }
    QVERIFY(clock.elapsed() < 3000);
}

void TestEngineTables::stopsWhenTheTurnIsCancelled()
{
    const TablePointer table = load(sales());
    StopToken stop;
    std::thread other([stop]() mutable {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto result = queryTable(*table, u"SELECT COUNT(*) FROM sales a, sales b, sales c, sales d, sales e"_s, stop);
    other.join();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    QVERIFY(clock.elapsed() < 1000);
}

void TestEngineTables::capsRows()
{
    const TablePointer table = load(sales());
    const auto result = queryTable(*table, u"SELECT a.units FROM sales a, sales b"_s, StopToken());
    QCOMPARE(result->value("row_count"_L1).toInt(), 200);
    QVERIFY(result->value("truncated"_L1).toBool());
    QCOMPARE(result->value("filename"_L1).toString(), u"sales.csv"_s);
    QCOMPARE(result->value("file_id"_L1).toString(), u"sales-id"_s);
}

void TestEngineTables::tellsTheColumnsWhenSqlIsWrong()
{
    const TablePointer table = load(sales());
    const auto result = queryTable(*table, u"SELECT turnover FROM sales"_s, StopToken());
    QVERIFY(!result);
    QVERIFY(result.error().userText().contains("revenue REAL"_L1));
}

void TestEngineTables::removesItsFile()
{
    TablePointer table = load(sales());
    const QString path = table->databasePath;
    QVERIFY(QFile::exists(path));
    table.reset();
    QVERIFY(!QFile::exists(path));
}

void TestEngineTables::tellsKindsOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, FileKind kind) {
        QTest::newRow(name) << QString::fromLatin1(name) << bytes << static_cast<int>(kind);
    };
    row("a.csv", "a,b\n1,2\n", FileKind::Table);
    row("a.tsv", "a\tb\n", FileKind::Table);
    row("a.md", "# Title\n", FileKind::Document);
    row("a.cpp", "int main() {}\n", FileKind::Document);
    row("noname", "just text", FileKind::Document);
    row("latin.txt", "caf\xe9 au lait\n", FileKind::Document);
    row("empty.txt", "", FileKind::Empty);
    row("empty.csv", "", FileKind::Empty);
    row("mark.txt", "\xef\xbb\xbf", FileKind::Empty);
    row("a.pdf", "%PDF-1.7\nall text here\n", FileKind::Binary);
    row("a.docx", QByteArray("PK\x03\x04\x14\x00\x06\x00\x08\x00", 10), FileKind::Binary);
    row("a.png", QByteArray("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 16), FileKind::Binary);
    row("nul.csv",
        QByteArray("a,b\n1,\x00"
                   "2\n",
                   9),
        FileKind::Binary);
    row("jpg.txt", QByteArray("\xff\xd8\xff\xe0\x10JFIF\x01\x02", 11), FileKind::Binary);
}

void TestEngineTables::tellsKindsOfFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const FileSketch sketch = sketchFile(m_folder.file(name, bytes), StopToken());
    QCOMPARE(static_cast<int>(sketch.kind), kind);
    const bool readable = sketch.kind == FileKind::Table || sketch.kind == FileKind::Document;
    QCOMPARE(unreadableReason(sketch).isEmpty(), readable);
    QVERIFY(readable || unreadableReason(sketch).contains(name));
}

QTEST_GUILESS_MAIN(TestEngineTables)
#include "tst_enginetables.moc"
