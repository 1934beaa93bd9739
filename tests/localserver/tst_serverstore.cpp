// The store by itself: instances, event numbers.
#include "localserver/store/instances.h"
#include "localserver/store/store.h"
#include "localserver/store/values.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::server;

class TestServerStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void aLiveInstanceCannotBeClaimed();
    void aClaimedInstanceLeavesNoFile();
    void eventsAreNumberedPerRun();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

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
