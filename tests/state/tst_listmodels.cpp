#include "state/conversations/previewtext.h"
#include "state/listdiff.h"
#include "state/models/diffmodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Item {
    int id = 0;
    int value = 0;
    friend bool operator==(const Item &, const Item &) = default;
};

class ItemModel : public DiffModel<QAbstractListModel, Item>
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() && role == Qt::DisplayRole ? QVariant(rows.at(index.row()).id) : QVariant();
    }
    void set(const QList<Item> &next)
    {
        applyRows(
            rows, next, [](const Item &i) { return i.id; }, [](const Item &a, const Item &b) { return a == b; });
    }
    QList<Item> rows;
};

} // namespace

class TestListModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyListBecomesAnyOtherWithoutReset();
    void unchangedRowsAreNotTouched();
    void oneChangedValueIsOneDataChanged();
    void aRowThatMovesToTheTopIsMovedNotRemoved();
    void CH_01_aPreviewIsPlainWords_data();
    void CH_01_aPreviewIsPlainWords();
    void CH_01_anyPreviewEndsSoonAndIsOneLine();
};

void TestListModels::anyListBecomesAnyOtherWithoutReset()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    ItemModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 300; ++round) {
        QList<Item> next;
        for (int id = 0; id < 12; ++id) {
            if (random.bounded(3) > 0)
                next.append({id, random.bounded(3)});
        }
        std::shuffle(next.begin(), next.end(), random);
        model.set(next);
        QCOMPARE(model.rows, next);
    }
    QCOMPARE(resets.size(), 0);
}

void TestListModels::unchangedRowsAreNotTouched()
{
    ItemModel model;
    model.set({{1, 1}, {2, 2}});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.set({{1, 1}, {2, 2}});
    QCOMPARE(changes.size() + inserts.size(), 0);
}

void TestListModels::oneChangedValueIsOneDataChanged()
{
    ItemModel model;
    model.set({{1, 1}, {2, 2}, {3, 3}});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.set({{1, 1}, {2, 9}, {3, 3}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
}

void TestListModels::aRowThatMovesToTheTopIsMovedNotRemoved()
{
    ItemModel model;
    model.set({{1, 1}, {2, 2}, {3, 3}});
    const QPersistentModelIndex third = model.index(2);
    QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
    model.set({{3, 3}, {1, 1}, {2, 2}});
    QCOMPARE(moves.size(), 1);
    QCOMPARE(third.row(), 0);
}

void TestListModels::CH_01_aPreviewIsPlainWords_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &markdown, const QString &expected) {
        QTest::newRow(name) << markdown << expected;
    };
    row("empty", {}, {});
    row("plain", u"Notice is three months."_s, u"Notice is three months."_s);
    row("bold", u"**South** sold _most_, by ***far***."_s, u"South sold most, by far."_s);
    row("cut bold", u"The answer is **fort"_s, u"The answer is fort"_s);
    row("signs", u"2 * 3 = 6, a*b, snake_case_name ~5 %"_s, u"2 * 3 = 6, a*b, snake_case_name ~5 %"_s);
    row("struck", u"~~old~~ new"_s, u"old new"_s);
    row("escaped", u"\\*kept\\* and \\# kept, C:\\dir"_s, u"*kept* and # kept, C:\\dir"_s);
    row("heading", u"## Result\n\nSouth."_s, u"Result South."_s);
    row("no heading", u"#1 of the list, #topic"_s, u"#1 of the list, #topic"_s);
    row("underlined heading", u"Result\n======\nSouth."_s, u"Result South."_s);
    row("list", u"- one\n* two\n+ [x] three\n- [ ] four"_s, u"one two three four"_s);
    row("numbers", u"1. one\n2. two"_s, u"1. one 2. two"_s);
    row("minus", u"-5 degrees"_s, u"-5 degrees"_s);
    row("quote", u"> > said\n> so"_s, u"said so"_s);
    row("link", u"See [the **terms**](https://example.org/a_(b)) or [these][1]."_s, u"See the terms or these."_s);
    row("cut link", u"See [the terms](https://exam"_s, u"See the terms"_s);
    row("no link", u"As in [1] and [this"_s, u"As in [1] and [this"_s);
    row("picture", u"![A map](map.png) of it!"_s, u"A map of it!"_s);
    row("code", u"Call `f(*a, **b)` now"_s, u"Call f(*a, **b) now"_s);
    row("fence", u"So:\n```python\nx = a**b\n```\ndone"_s, u"So: x = a**b done"_s);
    row("fence in one line", u"```sql select 1"_s, u"sql select 1"_s);
    row("table", u"| Region | Sold |\n|:---|---:|\n| South | **12** |"_s, u"Region Sold South 12"_s);
    row("rule", u"one\n\n---\n\ntwo"_s, u"one two"_s);
    row("tags", u"<b>5 < 6</b>"_s, u"<b>5 < 6</b>"_s); // they are words here as in the conversation
}

void TestListModels::CH_01_aPreviewIsPlainWords()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(previewText(markdown), expected);
}

void TestListModels::CH_01_anyPreviewEndsSoonAndIsOneLine()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString signs = u"[]()!*_~`#>|-+\\ \n\ta1<"_s;
    for (int round = 0; round < 10'000; ++round) { // as many as a long list has
        QString markdown;
        for (int i = random.bounded(600); i > 0; --i)
            markdown += signs.at(random.bounded(static_cast<int>(signs.size())));
        const QString preview = previewText(markdown);
        QVERIFY2(preview.size() <= 400 && !preview.contains(u'\n'), qPrintable(markdown));
    }
    QVERIFY(previewText(QString(10'000'000, u'[')).size() <= 400);
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
