// The SQLite wrapper by itself: pragmas, migrations, transactions.
#include "sqlite/database.h"
#include "sqlite/migrations.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "support/failingdisk.h"

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
    void P10_relaxedCommitsWaitForTheDiskOnlyWhenTheLastWaitIsLongAgo();
    void P10_aRollbackJournalIsNeverRelaxed();
    void aStatementIsCompiledOnceAndComesBackEmpty();
    void aStatementInUseIsNotGivenTwice();
    void aStatementSurvivesAChangeOfItsTable();

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

constexpr int anHour = 3'600'000;

void commitOne(Database &database)
{
    Transaction transaction(database);
    Statement(database, "INSERT INTO t VALUES(1)").run();
    QVERIFY(transaction.commit());
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

void TestSqlite::P10_relaxedCommitsWaitForTheDiskOnlyWhenTheLastWaitIsLongAgo()
{
    const test::FailingDisk disk;
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x)"));
    const auto syncsOf = [&](int count, int longAgoMs) {
        const int before = disk.syncs();
        for (int i = 0; i < count; ++i) {
            const Database::Relaxed relaxed(*database, longAgoMs);
            commitOne(*database);
        }
        return disk.syncs() - before;
    };
    QVERIFY(syncsOf(1, anHour) > 0); // nothing of this connection is known to be on the disk
    QCOMPARE(syncsOf(20, anHour), 0);
    QVERIFY(syncsOf(20, 0) >= 20);
    QCOMPARE(database->pragma("synchronous"), 2);
    const int before = disk.syncs();
    commitOne(*database); // takes those before with it
    QVERIFY(disk.syncs() > before);
    QCOMPARE(rows(*database), 42);
}

void TestSqlite::P10_aRollbackJournalIsNeverRelaxed()
{
    const test::FailingDisk disk;
    const auto database = Database::open(path(), Database::Durability::Full, Database::Journal::Rollback);
    QVERIFY(database);
    QVERIFY((*database)->exec("CREATE TABLE t(x)"));
    commitOne(**database);
    const Database::Relaxed relaxed(**database, anHour);
    QCOMPARE((*database)->pragma("synchronous"), 2);
    const int before = disk.syncs();
    commitOne(**database);
    QVERIFY(disk.syncs() > before);
}

void TestSqlite::aStatementIsCompiledOnceAndComesBackEmpty()
{
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x)"));
    {
        Statement insert(*database, QByteArray("INSERT INTO t VALUES(?)").constData()); // words that go
        insert.bind(7).run();
    }
    Statement(*database, "INSERT INTO t VALUES(?)").run(); // not the seven of before
    QVERIFY(!database->hasFailed());
    Statement found(*database, "SELECT count(*) FROM t WHERE x IS NULL");
    QVERIFY(found.next());
    QCOMPARE(found.integer(0), 1);
}

void TestSqlite::aStatementInUseIsNotGivenTwice()
{
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x); INSERT INTO t VALUES(1), (2)"));
    constexpr const char *sql = "SELECT x FROM t ORDER BY x";
    for (int round = 0; round < 2; ++round) { // the second with one that is kept
        Statement outer(*database, sql);
        QVERIFY(outer.next());
        {
            Statement inner(*database, sql);
            QVERIFY(inner.next());
            QCOMPARE(inner.integer(0), 1);
        }
        QVERIFY(outer.next());
        QCOMPARE(outer.integer(0), 2);
        QVERIFY(!outer.next());
    }
}

void TestSqlite::aStatementSurvivesAChangeOfItsTable()
{
    const auto database = open();
    QVERIFY(database->exec("CREATE TABLE t(x); INSERT INTO t VALUES(1)"));
    QCOMPARE(rows(*database), 1);
    QVERIFY(database->exec("DROP TABLE t; CREATE TABLE t(y, x); INSERT INTO t VALUES(1, 2), (3, 4)"));
    QCOMPARE(rows(*database), 2);
    QVERIFY(database->exec("VACUUM"));
    QCOMPARE(rows(*database), 2);
    QVERIFY(database->exec("DROP TABLE t"));
    QCOMPARE(rows(*database), -1); // latched, not a crash
    QVERIFY(database->takeError());
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
