// Tables leave as files every spreadsheet reads, and none takes for formulas.
#include "state/export/ratingsfile.h"
#include "state/export/tablecsv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestTableCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAndQuotes();
    void tabsInsteadOfCommas();
    void nothingIsLostOnTheWayBack();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void theGuardIsAChoice();
    void theMarkIsAChoice();
    void CH_67_ratedAnswersAsRowsAndAsLines();
};

namespace {

// RFC 4180 read strictly, written without the code under test.
QList<QStringList> readBack(const QString &text, QChar separator)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isQuoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += text.at(++i);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == separator) {
            row << cell;
            cell.clear();
        } else if (!isQuoted && c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n') {
            ++i;
            rows << (row << cell);
            row.clear();
            cell.clear();
        } else {
            cell += c;
        }
    }
    return rows;
}

} // namespace

void TestTableCsv::rowsAndQuotes()
{
    const QList<QStringList> rows{
        {u"Region"_s, u"Sold"_s}, {u"North, \"far\""_s, u"12"_s}, {u"two\nlines"_s, u" edge "_s}, {}, {QString()}};
    QCOMPARE(tableCsv(rows), QByteArray("Region,Sold\r\n\"North, \"\"far\"\"\",12\r\n\"two\nlines\",\" edge \"\r\n\r\n\"\"\r\n"));
}

void TestTableCsv::tabsInsteadOfCommas()
{
    TableCsvOptions options;
    options.separator = TableCsvOptions::Separator::Tab;
    QCOMPARE(tableCsv({{u"a,b"_s, u"c\td"_s, u"\u00e4"_s}}, options), QByteArray("a,b\t\"c\td\"\t\xC3\xA4\r\n"));
}

void TestTableCsv::nothingIsLostOnTheWayBack()
{
    TableCsvOptions options;
    options.guardFormulas = false;
    const QList<QStringList> rows{{u"\r\n"_s, u"\""_s, u"\"\""_s, u","_s, u"\t"_s}, {u"=1"_s, u""_s, u" "_s, u"\r"_s, u"\U0001F600"_s}};
    for (const auto separator : {TableCsvOptions::Separator::Comma, TableCsvOptions::Separator::Tab}) {
        options.separator = separator;
        const QChar mark = separator == TableCsvOptions::Separator::Tab ? u'\t' : u',';
        QCOMPARE(readBack(QString::fromUtf8(tableCsv(rows, options)), mark), rows);
    }
}

void TestTableCsv::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isGuarded");
    const QStringList bad{u"=1+1"_s, u"+SUM(A1)"_s, u"-SUM(A1)"_s,  u"@cmd"_s,     u"\t=1"_s,           u"\r=1"_s,
                          u"\n=1"_s, u" =1"_s,      u"\u00a0=1"_s,  u"-1+cmd|x"_s, u"+1-2"_s,           u"--1"_s,
                          u"-"_s,    u"+"_s,        u"-1e"_s,       u"\tplain"_s,  u"\uFEFF=HYPER()"_s, u"\uFF1D1+1"_s,
                          u"-e5"_s,  u"-1%2"_s,     u"+49 30 12"_s, u"=\"a\""_s,   u"-2 3"_s,           u"-A1"_s};
    for (const QString &cell : bad)
        QTest::newRow(("guarded " + cell.toUtf8().toPercentEncoding()).constData()) << cell << true;
    const QStringList good{u"-12"_s,  u"+3.5"_s, u"-1,204.50"_s, u"-.5"_s, u"-1e-6"_s, u"-5%"_s,
                           u"-5 %"_s, u""_s,     u"text"_s,      u"1=1"_s, u"'=1"_s,   u"a@b.example"_s};
    for (const QString &cell : good)
        QTest::newRow(("plain " + cell.toUtf8().toPercentEncoding()).constData()) << cell << false;
}

void TestTableCsv::formulasAreGuarded()
{
    QFETCH(QString, cell);
    QFETCH(bool, isGuarded);
    QCOMPARE(guardedCell(cell), isGuarded ? u'\'' + cell : cell);
    QCOMPARE(readBack(QString::fromUtf8(tableCsv({{cell, u"x"_s}})), u','),
             (QList<QStringList>{{isGuarded ? u'\'' + cell : cell, u"x"_s}}));
}

void TestTableCsv::theGuardIsAChoice()
{
    TableCsvOptions options;
    options.guardFormulas = false;
    QCOMPARE(tableCsv({{u"=1+1"_s}}, options), QByteArray("=1+1\r\n"));
}

void TestTableCsv::theMarkIsAChoice()
{
    TableCsvOptions options;
    options.byteOrderMark = true;
    QCOMPARE(tableCsv({{u"a"_s}}, options), QByteArray("\xEF\xBB\xBF"
                                                       "a\r\n"));
    QCOMPARE(tableCsv({{u"a"_s}}), QByteArray("a\r\n"));
}

void TestTableCsv::CH_67_ratedAnswersAsRowsAndAsLines()
{
    RatedAnswer good;
    good.message = u"a1"_s;
    good.conversation = ConversationId(u"c1"_s);
    good.rating = Rating::Up;
    good.note = u"two \"quoted\"\nlines, and commas"_s;
    good.question = u"=HYPERLINK(\"https://evil.example\")"_s;
    good.answer = u"-1+cmd|'/c calc'!A0"_s;
    good.agent = u"table"_s;
    good.model = u"@large"_s;
    good.tools = {u"query"_s, u"calculate"_s};
    good.run = RunId(u"r1"_s);
    good.ratedAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14), Qt::UTC);
    RatedAnswer bad;
    bad.message = u"\u05D0"_s;
    bad.rating = Rating::Down;
    const QByteArray csv = RatingsFile::write({good, bad}, RatingsFile::formOf(u"/x/Rated.CSV"_s));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const QList<QStringList> rows = readBack(QString::fromUtf8(csv.mid(3)), u',');
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0), RatingsFile::columns());
    QCOMPARE(rows.at(1), (QStringList{u'\'' + good.question, u'\'' + good.answer, u"good"_s, good.note, u"table"_s, u"'@large"_s,
                                      u"query, calculate"_s, u"2026-05-02T09:14:00.000Z"_s, u"a1"_s, u"c1"_s, u"r1"_s}));
    QCOMPARE(rows.at(2).at(2), u"bad"_s);
    QCOMPARE(rows.at(2).at(7), QString()); // no time is no time
    const QList<QByteArray> lines = RatingsFile::write({good, bad}, RatingsFile::formOf(u"/x/rated.jsonl"_s)).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(2).isEmpty());
    const QJsonObject line = QJsonDocument::fromJson(lines.at(0)).object();
    QCOMPARE(line.value("question"_L1).toString(), good.question); // exactly
    QCOMPARE(line.value("note"_L1).toString(), good.note);
    QCOMPARE(line.value("tools"_L1).toArray(), (QJsonArray{u"query"_s, u"calculate"_s}));
    QCOMPARE(line.keys().size(), RatingsFile::columns().size());
    QCOMPARE(QJsonDocument::fromJson(lines.at(1)).object().value("message_id"_L1).toString(), bad.message);
}

QTEST_APPLESS_MAIN(TestTableCsv)
#include "tst_tablecsv.moc"
