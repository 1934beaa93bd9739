// The store by itself: migrations, transactions, instances.
#include "localserver/store/instances.h"
#include "localserver/store/migrations.h"
#include "localserver/store/statement.h"
#include "localserver/store/store.h"
#include "localserver/store/transaction.h"
#include "localserver/store/values.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::server;

class TestServerStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void pragmasAreSet();
    void stepsRunInOrderAndOnce();
    void anOlderDatabaseIsCopiedBeforeItChanges();
    void aFailedStepChangesNothing();
    void onlyThreeCopiesAreKept();
    void aFailureStopsTheWholeTransaction();
    void aNestedTransactionBelongsToTheOuterOne();
    void aLiveInstanceCannotBeClaimed();
    void aClaimedInstanceLeavesNoFile();
    void eventsAreNumberedPerRun();

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

MigrationSteps firstSteps(size_t count)
{
    return MigrationSteps(steps).first(count);
}

qint64 rows(Database &database)
{
    Statement count(database, "SELECT count(*) FROM t");
    return count.next() ? count.integer(0) : -1;
}

} // namespace

void TestServerStore::pragmasAreSet()
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

void TestServerStore::stepsRunInOrderAndOnce()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), steps));
    QCOMPARE(rows(*database), 3);
    QVERIFY(migrate(*database, path(), backups(), steps));
    QCOMPARE(rows(*database), 3);
    QCOMPARE(database->pragma("user_version"), 3);
    QCOMPARE(database->pragma("application_id"), applicationId);
    QVERIFY(!QDir(backups()).exists()); // a new database needs no copy
}

void TestServerStore::anOlderDatabaseIsCopiedBeforeItChanges()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    QVERIFY(migrate(*database, path(), backups(), steps));
    const QStringList copies = QDir(backups()).entryList(QDir::Files);
    QCOMPARE(copies.size(), 1);
    const Result<std::unique_ptr<Database>> copy = Database::open(QDir(backups()).filePath(copies.constFirst()));
    QVERIFY(copy);
    QCOMPARE((*copy)->pragma("user_version"), 1);
    QCOMPARE(rows(**copy), 1);
}

void TestServerStore::aFailedStepChangesNothing()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    constexpr std::array<const char *, 2> broken{steps[0], "INSERT INTO t VALUES(9); INSERT INTO nowhere VALUES(1)"};
    const Result<> result = migrate(*database, path(), backups(), broken);
    QVERIFY(!result);
    QVERIFY(result.error().detail.startsWith(u"migration_failed: "_s));
    QCOMPARE(rows(*database), 1);
    QCOMPARE(database->pragma("user_version"), 1);
    QVERIFY(migrate(*database, path(), backups(), steps)); // and can be repaired by a good program
    QCOMPARE(rows(*database), 3);
}

void TestServerStore::onlyThreeCopiesAreKept()
{
    const auto database = open();
    QVERIFY(migrate(*database, path(), backups(), firstSteps(1)));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(migrate(*database, path(), backups(), firstSteps(2)));
        QVERIFY(database->exec("PRAGMA user_version=1"));
    }
    QCOMPARE(QDir(backups()).entryList(QDir::Files).size(), 3);
}

void TestServerStore::aFailureStopsTheWholeTransaction()
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

void TestServerStore::aNestedTransactionBelongsToTheOuterOne()
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

void TestServerStore::aLiveInstanceCannotBeClaimed()
{
    Instances first(m_dir->path());
    QVERIFY(first.join());
    Instances second(m_dir->path());
    QVERIFY(second.join());
    QCOMPARE(second.known(), QStringList{first.self()});
    QVERIFY(!second.claim(first.self()));
    QVERIFY(!first.claim(first.self()));
}

void TestServerStore::aClaimedInstanceLeavesNoFile()
{
    Instances living(m_dir->path());
    QVERIFY(living.join());
    QString dead;
    {
        Instances gone(m_dir->path());
        QVERIFY(gone.join());
        dead = gone.self();
    }
    const auto lock = living.claim(dead);
    QVERIFY(lock);
    Instances other(m_dir->path());
    QVERIFY(!other.claim(dead)); // one cleans up, not two
    lock->unlock();
    QVERIFY(living.known().isEmpty());
}

void TestServerStore::eventsAreNumberedPerRun()
{
    Result<std::unique_ptr<Store>> opened = Store::open(m_dir->filePath(u"data"_s));
    QVERIFY(opened);
    Store &store = **opened;
    QList<RunId> runs;
    for (int i = 0; i < 2; ++i) {
        RunRecord record;
        record.run.id = RunId(newId());
        record.run.status = RunStatus::Running;
        record.run.createdAt = now();
        record.run.updatedAt = now();
        record.instance = store.instances().self();
        store.runs.insert(record);
        runs.append(record.run.id);
    }
    QCOMPARE(store.events.append(runs.at(0), {"a", "1", {}}), 1);
    QCOMPARE(store.events.append(runs.at(1), {"a", "1", {}}), 1);
    QCOMPARE(store.events.append(runs.at(0), {"b", "2", {}}), 2);
    QCOMPARE(store.events.last(runs.at(0)), 2);
    QCOMPARE(store.events.after(runs.at(0), 1, 1000).constFirst().type, QByteArray("b"));
    QCOMPARE(store.events.after(runs.at(0), 0, 1).size(), 1); // bounded
    QVERIFY(!store.database().takeError());
}

QTEST_GUILESS_MAIN(TestServerStore)
#include "tst_serverstore.moc"
