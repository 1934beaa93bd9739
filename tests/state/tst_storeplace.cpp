// The databases on disks that are not like others: another computer's, one that is copied elsewhere, one that fails.
#include "sqlite/statement.h"
#include "state/cache/cacheschema.h"
#include "state/store/draftstore.h"
#include "state/store/storehealth.h"
#include "state/store/storethread.h"
#include "support/failingdisk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

FileSystemNamer named(const QString &name)
{
    return [name](const QString &) { return name; };
}

StoreKind on(StoreKind kind, const QString &fileSystem)
{
    kind.fileSystem = named(fileSystem);
    return kind;
}

QString text(Database &database, const char *sql)
{
    Statement statement(database, sql);
    return statement.next() ? statement.text(0) : QString();
}

void put(Database &database, const QString &conversation, const QString &draft)
{
    Statement(database, "INSERT INTO drafts(account, conversation, text, caret, extras, updated_ms) VALUES('a', ?, ?, 0, '{}', 0)")
        .bind(conversation, draft)
        .run();
}

Draft textDraft(const QString &text)
{
    Draft draft;
    draft.text = text;
    return draft;
}

struct Opened {
    Opened(const StoreFolder &folder, const StoreKind &kind)
        : thread(folder, kind)
        , drafts(thread)
        , health(thread, drafts)
    {
        QObject::connect(&thread, &StoreThread::opened, &thread, [this](const StoreReport &r) { report = r; });
        QObject::connect(&thread, &StoreThread::unavailable, &thread, [this](const Error &e) { error = e; });
        drafts.open(u"account"_s);
    }
    bool isLoaded()
    {
        return QTest::qWaitFor([this] { return drafts.isLoaded(); }, 10'000);
    }

    StoreThread thread;
    DraftStore drafts;
    StoreHealth health;
    std::optional<StoreReport> report;
    std::optional<Error> error;
};

} // namespace

class TestStorePlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void DATA_03_aNetworkFolderIsOpenedWithoutWal_data();
    void DATA_03_aNetworkFolderIsOpenedWithoutWal();
    void DATA_03_aSyncedFolderIsFoundByItsNameOrItsMark_data();
    void DATA_03_aSyncedFolderIsFoundByItsNameOrItsMark();
    void DATA_03_theRealFileSystemHasAName();
    void DATA_03_aLogThatIsThereIsWrittenIntoTheDatabaseAndGoes();
    void DATA_03_theLogOfAMissingDatabaseIsSetAside();
    void DATA_03_copiesAndReadersWorkWithoutWal();
    void DATA_03_peopleAreToldOnce();
    void DATA_20_aDiskThatFailsToWriteLosesNothingThatWasTyped_data();
    void DATA_20_aDiskThatFailsToWriteLosesNothingThatWasTyped();
    void DATA_20_whatWasTypedForAnAccountThatIsLeftIsWrittenWhenTheDiskTakesIt();
    void DATA_12_FI_18_whatIsTypedOnAFullDiskIsKeptOnceThereIsRoom();
    void DATA_12_FI_18_anOlderDatabaseIsShownWhileAFullDiskRefusesItsMigration();
    void DATA_20_aSingleFailureIsTriedAgainAtOnce();
    void DATA_20_aDiskThatCannotBeReadIsNoDamage_data();
    void DATA_20_aDiskThatCannotBeReadIsNoDamage();

private:
    StoreFolder folder() const { return {m_dir->filePath(u"user"_s)}; }
    QStringList setAside() const { return QDir(folder().root).entryList({u"*.corrupt-*"_s}, QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestStorePlace::DATA_03_aNetworkFolderIsOpenedWithoutWal_data()
{
    QTest::addColumn<QString>("fileSystem");
    QTest::addColumn<QString>("mode");
    for (const char *name :
         {"nfs", "nfs4", "smb", "smb2", "cifs", "smbfs", "9p", "afs", "ceph", "webdav", "fuse.sshfs", "fuse.rclone", "fuse"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"delete"_s;
    for (const char *name : {"local", "ext4", "btrfs", "apfs", "ntfs", "tmpfs", "fuseblk", "fuse.gocryptfs", ""})
        QTest::newRow(*name ? name : "not known") << QString::fromLatin1(name) << u"wal"_s;
}

void TestStorePlace::DATA_03_aNetworkFolderIsOpenedWithoutWal()
{
    QFETCH(const QString, fileSystem);
    QFETCH(const QString, mode);
    const QList<StoreKind> kinds{on(userStoreKind(folder()), fileSystem), on(cacheStoreKind(folder()), fileSystem)};
    for (const StoreKind &kind : kinds) {
        const Result<OpenedStore> store = openStore(folder(), kind);
        QVERIFY(store);
        Database &database = *store->database;
        QCOMPARE(text(database, "PRAGMA journal_mode"), mode);
        QCOMPARE(text(database, "PRAGMA locking_mode"), u"normal"_s);
        QCOMPARE(database.pragma("synchronous"), kind.durability == Database::Durability::Full ? 2 : 1);
        QCOMPARE(database.pragma("foreign_keys"), 1);
        QVERIFY(database.exec("CREATE TABLE written(x)"));
        QCOMPARE(QFile::exists(kind.path + u"-wal"_s), mode == u"wal"_s);
        QCOMPARE(store->report.newPlace, mode == u"wal"_s ? FolderPlace::Here : FolderPlace::Network);
        QVERIFY(!database.hasFailed());
    }
}

void TestStorePlace::DATA_03_aSyncedFolderIsFoundByItsNameOrItsMark_data()
{
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("mark"); // with a stroke at its end: a folder
    QTest::addColumn<FolderPlace>("place");
    const QString plain = u"files/data"_s;
    QTest::newRow("OneDrive") << u"OneDrive/data"_s << QString() << FolderPlace::Synced;
    QTest::newRow("OneDrive of a firm") << u"OneDrive - Firm/a/b"_s << QString() << FolderPlace::Synced;
    QTest::newRow("Dropbox") << u"Dropbox/data"_s << QString() << FolderPlace::Synced;
    QTest::newRow("Nextcloud") << u"Nextcloud/data"_s << QString() << FolderPlace::Synced;
    QTest::newRow("iCloud") << u"Library/Mobile Documents/x"_s << QString() << FolderPlace::Synced;
    QTest::newRow("Google Drive") << u"Library/CloudStorage/GoogleDrive-a/x"_s << QString() << FolderPlace::Synced;
    QTest::newRow("mark of Dropbox") << plain << u"files/.dropbox"_s << FolderPlace::Synced;
    QTest::newRow("settings of Dropbox") << plain << u"files/.dropbox/"_s << FolderPlace::Here;
    QTest::newRow("mark of Nextcloud") << plain << u"files/.sync_3f2a.db"_s << FolderPlace::Synced;
    QTest::newRow("mark of OneDrive") << plain << u"files/.849C9593-D756-4E56-8D6E-42412F2A707B"_s << FolderPlace::Synced;
    QTest::newRow("mark of Google Drive") << plain << u"files/.tmp.driveupload/"_s << FolderPlace::Synced;
    QTest::newRow("nothing") << plain << QString() << FolderPlace::Here;
    QTest::newRow("a name that only begins so") << u"Dropbox notes/data"_s << QString() << FolderPlace::Here;
}

void TestStorePlace::DATA_03_aSyncedFolderIsFoundByItsNameOrItsMark()
{
    QFETCH(const QString, inside);
    QFETCH(const QString, mark);
    QFETCH(const FolderPlace, place);
    QVERIFY(QDir(m_dir->path()).mkpath(inside));
    if (mark.endsWith(u'/')) {
        QVERIFY(QDir(m_dir->path()).mkpath(mark));
    } else if (!mark.isEmpty()) {
        QFile file(m_dir->filePath(mark));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QString file = m_dir->filePath(inside + u"/not/yet/user.db"_s);
    QCOMPARE(placeOf(file, named(u"local"_s)), place);
    QCOMPARE(placeOf(file, named(u"nfs"_s)), FolderPlace::Network);
}

void TestStorePlace::DATA_03_theRealFileSystemHasAName()
{
    QVERIFY(!fileSystemOf(m_dir->path()).isEmpty());
#ifdef Q_OS_LINUX
    QCOMPARE(fileSystemOf(u"/proc"_s), u"local"_s);
    QCOMPARE(fileSystemOf(m_dir->filePath(u"not there"_s)), QString());
#endif
}

// As after a crash, in a folder that was moved to a network meanwhile.
void TestStorePlace::DATA_03_aLogThatIsThereIsWrittenIntoTheDatabaseAndGoes()
{
    const StoreFolder moved{m_dir->filePath(u"moved"_s)};
    QVERIFY(moved.prepare());
    {
        const Result<OpenedStore> store = openStore(folder(), on(userStoreKind(folder()), u"local"_s));
        QVERIFY(store);
        put(*store->database, u"c1"_s, u"only in the log"_s);
        QVERIFY(!store->database->hasFailed());
        for (const QString &end : {u""_s, u"-wal"_s, u".made"_s, u".open"_s})
            QVERIFY2(QFile::copy(folder().user() + end, moved.user() + end), qPrintable(end));
    }
    {
        const Result<OpenedStore> store = openStore(moved, on(userStoreKind(moved), u"cifs"_s));
        QVERIFY(store);
        QCOMPARE(store->report.outcome, StoreReport::Outcome::Fine);
        QCOMPARE(text(*store->database, "PRAGMA journal_mode"), u"delete"_s);
        QCOMPARE(text(*store->database, "SELECT text FROM drafts"), u"only in the log"_s);
        QVERIFY(!QFile::exists(moved.user() + u"-wal"_s));
        QVERIFY(!QFile::exists(moved.user() + u"-shm"_s));
        put(*store->database, u"c2"_s, u"without a log"_s);
        QVERIFY(!store->database->hasFailed());
    }
    const Result<OpenedStore> store = openStore(moved, on(userStoreKind(moved), u"local"_s)); // and back
    QVERIFY(store);
    QCOMPARE(text(*store->database, "PRAGMA journal_mode"), u"wal"_s);
    QCOMPARE(text(*store->database, "SELECT text FROM drafts WHERE conversation = 'c2'"), u"without a log"_s);
}

void TestStorePlace::DATA_03_theLogOfAMissingDatabaseIsSetAside()
{
    const StoreKind kind = on(userStoreKind(folder()), u"nfs"_s);
    {
        QVERIFY(openStore(folder(), kind));
    }
    QVERIFY(QFile::remove(kind.path));
    QFile log(kind.path + u"-journal"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("of the database that is gone");
    log.close();
    const Result<OpenedStore> store = openStore(folder(), kind);
    QVERIFY(store);
    QCOMPARE(store->report.outcome, StoreReport::Outcome::Lost);
    QVERIFY(!QFile::exists(log.fileName()));
    QCOMPARE(setAside().size(), 1);
    QVERIFY(setAside().constFirst().endsWith(u"-journal"_s));
}

void TestStorePlace::DATA_03_copiesAndReadersWorkWithoutWal()
{
    const StoreKind kind = on(userStoreKind(folder()), u"nfs"_s);
    const Result<OpenedStore> store = openStore(folder(), kind);
    QVERIFY(store);
    put(*store->database, u"c1"_s, u"first"_s);
    QVERIFY(backUpDaily(*store->database, folder(), kind, QDate(2026, 1, 1)));
    QCOMPARE(QDir(folder().backups()).entryList(QDir::Files).size(), 1);
    const Result<std::unique_ptr<Database>> reader = Database::openToRead(kind.path); // beside it, as the search does
    QVERIFY(reader);
    QCOMPARE(text(**reader, "SELECT count(*) FROM drafts"), u"1"_s);
    put(*store->database, u"c2"_s, u"second"_s);
    QCOMPARE(text(**reader, "SELECT count(*) FROM drafts"), u"2"_s);
    QVERIFY(!store->database->hasFailed());
    QVERIFY(!(*reader)->hasFailed());
}

void TestStorePlace::DATA_03_peopleAreToldOnce()
{
    const auto noticeOn = [this](const QString &fileSystem) {
        Opened store(folder(), on(userStoreKind(folder()), fileSystem));
        const bool loaded = store.isLoaded();
        return loaded && store.report ? store.health.notice() : u"not opened"_s;
    };
    QCOMPARE(noticeOn(u"local"_s), QString());
    const QString told = noticeOn(u"nfs"_s);
    QVERIFY2(told.contains(u"network"_s), qPrintable(told));
    QCOMPARE(noticeOn(u"nfs"_s), QString());
    QCOMPARE(noticeOn(u"local"_s), QString());
    QCOMPARE(noticeOn(u"nfs"_s), told); // it was elsewhere meanwhile
}

void TestStorePlace::DATA_20_aDiskThatFailsToWriteLosesNothingThatWasTyped_data()
{
    QTest::addColumn<QString>("fileSystem");
    QTest::newRow("write-ahead log") << u"local"_s;
    QTest::newRow("rollback journal") << u"nfs"_s;
}

void TestStorePlace::DATA_20_aDiskThatFailsToWriteLosesNothingThatWasTyped()
{
    QFETCH(const QString, fileSystem);
    FailingDisk disk;
    const StoreKind kind = on(userStoreKind(folder()), fileSystem);
    {
        Opened store(folder(), kind);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        disk.failWrites(true);
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"typed meanwhile"_s));
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1);
        const Error told = notKept.at(0).at(0).value<Error>();
        QVERIFY2(told.detail.startsWith(u"io_error"_s), qPrintable(told.detail));
        QVERIFY(!told.message.isEmpty());
        QVERIFY(disk.failures() >= 2); // it was tried again
        QVERIFY(store.health.problem());
        QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
        disk.failWrites(false);
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000); // by itself
        QTRY_VERIFY(!store.health.problem());
    }
    QCOMPARE(setAside(), QStringList());
    Opened store(folder(), kind);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.report->outcome, StoreReport::Outcome::Fine);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
}

void TestStorePlace::DATA_20_whatWasTypedForAnAccountThatIsLeftIsWrittenWhenTheDiskTakesIt()
{
    const ConversationId c1(u"c1"_s);
    const ConversationId c2(u"c2"_s);
    FailingDisk disk;
    const StoreKind kind = userStoreKind(folder());
    {
        Opened store(folder(), kind);
        QVERIFY(store.isLoaded());
        DraftStore &drafts = store.drafts;
        drafts.set(c1, textDraft(u"before"_s));
        drafts.flush();
        QTRY_VERIFY(drafts.isSaved());
        QSignalSpy notKept(&drafts, &DraftStore::notKept);
        disk.failWrites(true);
        drafts.set(c1, {});
        drafts.set(c2, textDraft(u"typed meanwhile"_s));
        drafts.open(u"another"_s);
        QCOMPARE(drafts.draft(c2).text, QString());
        drafts.open(u"account"_s); // at once: whether the disk took it is not known yet
        QCOMPARE(drafts.draft(c2).text, u"typed meanwhile"_s);
        QTRY_COMPARE(notKept.size(), 1);
        QVERIFY(store.isLoaded());
        QCOMPARE(drafts.draft(c1).text, QString()); // the rows on the disk are older
        QCOMPARE(drafts.draft(c2).text, u"typed meanwhile"_s);
        drafts.open(u"another"_s);
        drafts.set(c2, textDraft(u"of another"_s));
        drafts.flush();
        QVERIFY(!drafts.isSaved());
        disk.failWrites(false);
        QTRY_VERIFY_WITH_TIMEOUT(drafts.isSaved(), 20'000); // by itself
        QTRY_VERIFY(!store.health.problem());
    }
    Opened store(folder(), kind);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(c1).text, QString());
    QCOMPARE(store.drafts.draft(c2).text, u"typed meanwhile"_s);
    store.drafts.open(u"another"_s);
    QTRY_COMPARE(store.drafts.draft(c2).text, u"of another"_s);
}

void TestStorePlace::DATA_12_FI_18_whatIsTypedOnAFullDiskIsKeptOnceThereIsRoom()
{
    FailingDisk disk;
    const StoreKind kind = on(userStoreKind(folder()), u"local"_s);
    {
        Opened store(folder(), kind);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        disk.fillUp(true);
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"typed meanwhile"_s));
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1);
        QVERIFY(notKept.at(0).at(0).value<Error>().detail.startsWith(u"disk_full"_s));
        QVERIFY(store.health.problem());
        QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
        disk.fillUp(false);
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000); // by itself
        QTRY_VERIFY(!store.health.problem());
    }
    disk.fillUp(true);
    Opened store(folder(), kind); // starts on a full disk, and shows what is there
    QVERIFY(store.isLoaded());
    QCOMPARE(store.report->outcome, StoreReport::Outcome::ReadOnly);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
    store.drafts.set(ConversationId(u"c3"_s), textDraft(u"typed on a full disk"_s));
    store.drafts.flush();
    QTRY_VERIFY(store.health.problem());
    disk.fillUp(false);
    QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000);
}

// The program was updated, and the disk is full.
void TestStorePlace::DATA_12_FI_18_anOlderDatabaseIsShownWhileAFullDiskRefusesItsMigration()
{
    FailingDisk disk;
    const StoreKind older = on(userStoreKind(folder()), u"local"_s);
    {
        Opened store(folder(), older);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before the update"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
    }
    std::vector<const char *> steps(older.schema->steps.begin(), older.schema->steps.end());
    steps.push_back("CREATE TABLE colours(name TEXT NOT NULL)");
    const Schema schema{older.schema->applicationId, steps, older.schema->backupPrefix};
    StoreKind kind = older;
    kind.schema = &schema;
    const auto read = [&older] {
        QFile file(older.path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = read();
    disk.fillUp(true);
    {
        Opened store(folder(), kind);
        QVERIFY(store.isLoaded());
        QVERIFY(disk.failures() > 0);
        QCOMPARE(store.report->outcome, StoreReport::Outcome::ReadOnly);
        QVERIFY(store.health.problem());
        QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before the update"_s);
        QCOMPARE(read(), before);
        QCOMPARE(QDir(folder().backups()).entryList(QDir::Files), QStringList()); // no half of a copy
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"typed meanwhile"_s));
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1); // and nobody is told it was
        disk.fillUp(false);
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 30'000);
        QTRY_VERIFY(!store.health.problem());
    }
    QCOMPARE(QDir(folder().backups()).entryList(QDir::Files).size(), 1);
    Opened store(folder(), kind);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.report->outcome, StoreReport::Outcome::Fine);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before the update"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
}

void TestStorePlace::DATA_20_aSingleFailureIsTriedAgainAtOnce()
{
    FailingDisk disk;
    Opened store(folder(), on(userStoreKind(folder()), u"local"_s));
    QVERIFY(store.isLoaded());
    QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
    disk.failWritesOnce();
    store.drafts.set({}, textDraft(u"at the second attempt"_s));
    store.drafts.flush();
    QTRY_VERIFY(store.drafts.isSaved());
    QCOMPARE(disk.failures(), 1);
    QCOMPARE(notKept.size(), 0);
    QVERIFY(!store.health.problem());
}

void TestStorePlace::DATA_20_aDiskThatCannotBeReadIsNoDamage_data()
{
    QTest::addColumn<bool>("wholly");
    QTest::newRow("nothing can be read") << true;
    QTest::newRow("some pages cannot be read") << false;
}

void TestStorePlace::DATA_20_aDiskThatCannotBeReadIsNoDamage()
{
    QFETCH(const bool, wholly);
    FailingDisk disk;
    const StoreKind kind = on(userStoreKind(folder()), u"local"_s);
    {
        Opened store(folder(), kind);
        QVERIFY(store.isLoaded());
        for (int i = 0; i < 200; ++i)
            store.drafts.set(ConversationId(u"c%1"_s.arg(i)), textDraft(u"draft %1 "_s.arg(i) + QString(1000, u'd')));
    }
    QFile mark(StoreFolder::openMark(kind.path)); // nobody closed it: it is checked page by page
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.close();
    disk.failReadsFrom(wholly ? 0 : QFileInfo(kind.path).size() / 2);
    {
        Opened store(folder(), kind);
        QTRY_VERIFY(store.report || store.error);
        QVERIFY(disk.failures() > 0);
        QTRY_VERIFY(store.health.problem());
        QVERIFY(!store.report || store.report->outcome == StoreReport::Outcome::ReadOnly);
        QCOMPARE(setAside(), QStringList());
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"new"_s), textDraft(u"typed meanwhile"_s));
        disk.endReadFailures();
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.draft(ConversationId(u"c199"_s)).text.startsWith(u"draft 199 "_s), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000);
        QCOMPARE(setAside(), QStringList());
    }
    Opened store(folder(), kind);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(ConversationId(u"new"_s)).text, u"typed meanwhile"_s);
    for (int i = 0; i < 200; ++i)
        QVERIFY(store.drafts.draft(ConversationId(u"c%1"_s.arg(i))).text.startsWith(u"draft %1 "_s.arg(i)));
}

QTEST_GUILESS_MAIN(TestStorePlace)
#include "tst_storeplace.moc"
