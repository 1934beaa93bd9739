#include "state/listdiff.h"
#include "state/models/diffmodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
