// The SQLite wrapper by itself: pragmas, migrations, transactions.
#include "sqlite/database.h"
#include "sqlite/migrations.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace desk;

class TestSqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void DATA_01_pragmasAreSet();
    void stepsRunInOrderAndOnce();
    void DATA_10_anOlderDatabaseIsCopiedBeforeItChanges();
    void DATA_10_aFailedStepChangesNothing();
    void DATA_10_onlyThreeCopiesAreKept();
    void aFailureStopsTheWholeTransaction();
    void aNestedTransactionBelongsToTheOuterOne();

private:
    QString path() const { return m_dir->filePath(u"t.db"_s); }
    QString backups() const { return m_dir->filePath(u"backups"_s); }
    std::unique_ptr<Database> open() const
    {
        Result<std::unique_ptr<Database>> database = Database::open(path());
        return database ? *std::move(database) : nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

constexpr std::array<const char *, 3> steps{"CREATE TABLE t(x); INSERT INTO t VALUES(1)", "INSERT INTO t VALUES(2)",
                                            "INSERT INTO t VALUES(3)"};

constexpr int applicationId = 0x54455354;

Schema schemaOf(MigrationSteps some)
{
    return {applicationId, some, u"desk"_s};
}

Schema firstSteps(size_t count)
{
    return schemaOf(MigrationSteps(steps).first(count));
}

qint64 rows(Database &database)
{
    Statement count(database, "SELECT count(*) FROM t");
    return count.next() ? count.integer(0) : -1;
}

} // namespace

void TestSqlite::DATA_01_pragmasAreSet()
{
    const auto database = open();
    QVERIFY(database);
    Statement mode(*database, "PRAGMA journal_mode");
    QVERIFY(mode.next());
    QCOMPARE(mode.text(0), u"wal"_s);
    QCOMPARE(database->pragma("foreign_keys"), 1);
    QCOMPARE(database->pragma("synchronous"), 2);
    QCOMPARE(database->pragma("busy_timeout"), 5000);
    QCOMPARE(database->pragma("trusted_schema"), 0);
}

void TestSqlite::stepsRunInOrderAndOnce()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), schemaOf(steps)));
    QCOMPARE(rows(*database), 3);
    QVERIFY(migrate(*database, path(), backups(), schemaOf(steps)));
    QCOMPARE(rows(*database), 3);
    QCOMPARE(database->pragma("user_version"), 3);
    QCOMPARE(database->pragma("application_id"), applicationId);
    QVERIFY(!QDir(backups()).exists()); // a new database needs no copy
}

void TestSqlite::DATA_10_anOlderDatabaseIsCopiedBeforeItChanges()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    QVERIFY(migrate(*database, path(), backups(), schemaOf(steps)));
    const QStringList copies = QDir(backups()).entryList(QDir::Files);
    QCOMPARE(copies.size(), 1);
    const Result<std::unique_ptr<Database>> copy = Database::open(QDir(backups()).filePath(copies.constFirst()));
    QVERIFY(copy);
    QCOMPARE((*copy)->pragma("user_version"), 1);
    QCOMPARE(rows(**copy), 1);
}

void TestSqlite::DATA_10_aFailedStepChangesNothing()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    constexpr std::array<const char *, 2> broken{steps[0], "INSERT INTO t VALUES(9); INSERT INTO nowhere VALUES(1)"};
    const Result<> result = migrate(*database, path(), backups(), schemaOf(broken));
    QVERIFY(!result);
    QVERIFY(result.error().detail.startsWith(u"migration_failed: "_s));
    QCOMPARE(rows(*database), 1);
    QCOMPARE(database->pragma("user_version"), 1);
    QVERIFY(migrate(*database, path(), backups(), schemaOf(steps))); // and can be repaired by a good program
    QCOMPARE(rows(*database), 3);
}

void TestSqlite::DATA_10_onlyThreeCopiesAreKept()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(migrate(*database, path(), backups(), firstSteps(2)));
        QVERIFY(database->exec("PRAGMA user_version=1"));
    }
    QCOMPARE(QDir(backups()).entryList(QDir::Files).size(), 3);
}

void TestSqlite::aFailureStopsTheWholeTransaction()
{
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x INTEGER UNIQUE)"));
    {
        Transaction transaction(*database);
        Statement(*database, "INSERT INTO t VALUES(?)").bind(1).run();
        Statement(*database, "INSERT INTO t VALUES(?)").bind(1).run(); // refused
        Statement(*database, "INSERT INTO t VALUES(?)").bind(2).run(); // not even tried
        QVERIFY(!transaction.commit());
    }
    const auto error = database->takeError();
    QVERIFY(error);
    QVERIFY(error->detail.contains(u"UNIQUE"_s));
    QCOMPARE(rows(*database), 0);
    Transaction next(*database);
    Statement(*database, "INSERT INTO t VALUES(?)").bind(3).run();
    QVERIFY(next.commit());
    QCOMPARE(rows(*database), 1);
}

void TestSqlite::aNestedTransactionBelongsToTheOuterOne()
{
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x)"));
    {
        Transaction outer(*database);
        {
            Transaction inner(*database);
            Statement(*database, "INSERT INTO t VALUES(1)").run();
            QVERIFY(inner.commit());
        }
    }
    QCOMPARE(rows(*database), 0); // the outer one was not committed
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
