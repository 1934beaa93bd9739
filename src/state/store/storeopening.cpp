#include "state/store/storeopening.h"

#include "domain/log.h"
#include "sqlite/statement.h"
#include "state/store/databasesalvage.h"
#include "state/store/userschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype keptDays = 7;

// The check reports a page that the disk did not give in the same words as a bad one, with the disk's code in them or none.
int unreadable(const QString &found)
{
    static const QRegularExpression page(u"unable to get the page\\. error code=(\\d+)"_s);
    const QRegularExpressionMatch match = page.match(found);
    const int code = match.hasMatch() ? match.captured(1).toInt() : found.contains("failed to get page"_L1) ? SQLITE_IOERR : SQLITE_OK;
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ? SQLITE_OK : code;
}

// Only what SQLite itself calls damage is damage: a disk that cannot be read now may be read later (DATA-20).
Result<bool> isSound(Database &database, const QString &path)
{
    Statement check(database, "PRAGMA quick_check(1)");
    const QString found = check.next() ? check.text(0) : QString();
    const bool sound = found == u"ok"_s;
    const auto error = database.takeError();
    if (const int code = unreadable(found); !error && code != SQLITE_OK)
        return Unexpected{storageError(code, path, found)};
    if (error && !error->detail.startsWith("corrupt"_L1))
        return Unexpected{*error};
    return !error && sound;
}

bool isWhole(Database &database, const QString &path)
{
    const Result<bool> sound = isSound(database, path);
    return sound && *sound;
}

bool touch(const QString &path)
{
    QFile file(path);
    return file.exists() || file.open(QIODevice::WriteOnly);
}

// Opened, sound and of the newest schema, or why not. Damage shows as "corrupt", whether SQLite saw it or the check did: queries over
// a damaged page may succeed with wrong answers (DATA-14).
Result<std::unique_ptr<Database>> openSound(const StoreFolder &folder, const StoreKind &kind, bool doubtful)
{
    const bool isHere = placeOf(kind.path, kind.fileSystem) == FolderPlace::Here;
    Result<std::unique_ptr<Database>> database =
        Database::open(kind.path, kind.durability, isHere ? Database::Journal::WriteAhead : Database::Journal::Rollback);
    if (!database)
        return database;
    const qint64 version = (*database)->pragma("user_version");
    (void)(*database)->takeError();
    const bool migrates = version > 0 && version < kind.schema->newest();
    if (doubtful || migrates) {
        const Result<bool> sound = isSound(**database, kind.path);
        if (!sound)
            return Unexpected{sound.error()};
        if (!*sound)
            return Unexpected{storageError(SQLITE_CORRUPT, kind.path, u"quick_check"_s)};
    }
    if (const Result<> migrated = migrate(**database, kind.path, kind.isRebuildable ? QString() : folder.backups(), *kind.schema);
        !migrated)
        return Unexpected{migrated.error()};
    return database;
}

// What SQLite keeps beside a database: the one or the other of the logs.
const QStringList &besides()
{
    static const QStringList suffixes{u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return suffixes;
}

// All of it or nothing: a log without its database, or beside another one, would be taken for that one's.
bool moveWhole(const QString &path, const QString &target)
{
    QStringList moved;
    for (const QString &suffix : besides() + QStringList{u""_s}) {
        if (!QFile::exists(path + suffix))
            continue;
        if (!QFile::rename(path + suffix, target + suffix)) {
            for (const QString &back : std::as_const(moved))
                QFile::rename(target + back, path + back);
            return false;
        }
        moved.append(suffix);
    }
    return true;
}

void removeWhole(const QString &path)
{
    for (const QString &suffix : QStringList{u""_s} + besides())
        QFile::remove(path + suffix);
}

// The newest copy that is whole, put where the database belongs.
bool restoreBackup(const StoreFolder &folder, const StoreKind &kind)
{
    const QDir backups(folder.backups());
    const QStringList copies = backups.entryList({kind.schema->backupPrefix + u"-*.db"_s}, QDir::Files, QDir::Time);
    for (const QString &copy : copies) {
        {
            const Result<std::unique_ptr<Database>> candidate = Database::openImmutable(backups.filePath(copy));
            if (!candidate || (*candidate)->pragma("application_id") != kind.schema->applicationId ||
                !isWhole(**candidate, backups.filePath(copy)))
                continue;
        }
        if (QFile::copy(backups.filePath(copy), kind.path))
            return true;
    }
    return false;
}

Result<OpenedStore> openAgain(const StoreFolder &folder, const StoreKind &kind, StoreReport report)
{
    Result<std::unique_ptr<Database>> database = openSound(folder, kind, false);
    if (!database)
        return Unexpected{database.error()};
    return OpenedStore{*std::move(database), std::move(report)};
}

// Damaged: set aside whole, then what can be read of it; failing that the newest copy; failing that an empty one (DATA-15).
Result<OpenedStore> replaceDamaged(const StoreFolder &folder, const StoreKind &kind)
{
    StoreReport report;
    report.keptAs = StoreFolder::damaged(kind.path, QDateTime::currentDateTimeUtc());
    if (!moveWhole(kind.path, report.keptAs))
        return Unexpected{storageError(SQLITE_READONLY, kind.path, u"a damaged database could not be set aside"_s)};
    qCWarning(logState) << "a damaged database was set aside:" << QFileInfo(report.keptAs).fileName();
    if (kind.isRebuildable) { // a copy of what is elsewhere: nothing is lost, and nothing of it is left lying about
        removeWhole(std::exchange(report.keptAs, QString()));
        return openAgain(folder, kind, report);
    }
    Result<OpenedStore> opened = openAgain(folder, kind, report);
    if (!opened)
        return opened;
    const Result<qint64> rows = salvageRows(report.keptAs, *opened->database);
    if (!rows) { // no room for what could be read: everything as it was, for another time
        opened->database.reset();
        removeWhole(kind.path);
        moveWhole(report.keptAs, kind.path);
        return Unexpected{rows.error()};
    }
    report.rows = *rows;
    report.outcome = StoreReport::Outcome::Salvaged;
    if (report.rows == 0) {
        opened->database.reset();
        removeWhole(kind.path);
        report.outcome = restoreBackup(folder, kind) ? StoreReport::Outcome::Restored : StoreReport::Outcome::Lost;
        opened = openAgain(folder, kind, report);
    }
    if (opened)
        opened->report = report;
    return opened;
}

// An empty or missing file where there was a database is a loss, not a first start (DATA-14).
Result<OpenedStore> replaceMissing(const StoreFolder &folder, const StoreKind &kind)
{
    for (const QString &suffix : QStringList{u""_s} + besides()) {
        if (QFileInfo(kind.path + suffix).size() == 0)
            QFile::remove(kind.path + suffix);
    }
    const bool hasLog = QFile::exists(kind.path + u"-wal"_s) || QFile::exists(kind.path + u"-journal"_s);
    if (hasLog && // of the file that is gone; a new one must not take it for its own
        !moveWhole(kind.path, StoreFolder::damaged(kind.path, QDateTime::currentDateTimeUtc())))
        return Unexpected{storageError(SQLITE_READONLY, kind.path, {})};
    StoreReport report;
    if (!kind.isRebuildable)
        report.outcome = restoreBackup(folder, kind) ? StoreReport::Outcome::Restored : StoreReport::Outcome::Lost;
    return openAgain(folder, kind, report);
}

// As it would be after the migration that the disk does not take now. Changes are refused: they would go with the program.
Result<std::unique_ptr<Database>> migratedInMemory(Database &older, const StoreKind &kind)
{
    Result<std::unique_ptr<Database>> copy = older.copyToMemory();
    if (!copy)
        return copy;
    if (const Result<> migrated = migrate(**copy, kind.path, {}, *kind.schema); !migrated)
        return Unexpected{migrated.error()};
    (*copy)->exec("PRAGMA query_only=ON");
    if (const auto error = (*copy)->takeError())
        return Unexpected{*error};
    return copy;
}

// Full or write-protected disk: what is there can still be shown, with what its log holds if we can have it alone, or, where nobody may
// write, if the memory shared with its readers is there; else without (M-26).
Result<OpenedStore> openToRead(const StoreKind &kind, const Error &reason)
{
    Result<std::unique_ptr<Database>> database = Database::openAlone(kind.path);
    if (!database)
        database = Database::openToRead(kind.path);
    if (!database || !(*database)->exec("SELECT count(*) FROM sqlite_schema"))
        database = Database::openImmutable(kind.path);
    if (database && (*database)->pragma("user_version") != kind.schema->newest())
        database = migratedInMemory(**database, kind);
    if (!database)
        return Unexpected{reason};
    StoreReport report;
    report.outcome = StoreReport::Outcome::ReadOnly;
    report.reason = reason.userText();
    return OpenedStore{*std::move(database), report};
}

bool says(const Error &error, QLatin1StringView word)
{
    return error.detail.startsWith(word) || error.detail.contains(u": "_s + word);
}

// Told once for a folder, and again after it was elsewhere.
FolderPlace newPlace(const StoreKind &kind)
{
    const QString mark = StoreFolder::placeMark(kind.path);
    const FolderPlace place = placeOf(kind.path, kind.fileSystem);
    if (place == FolderPlace::Here)
        QFile::remove(mark);
    else if (!QFile::exists(mark) && touch(mark))
        return place;
    return FolderPlace::Here;
}

} // namespace

StoreKind userStoreKind(const StoreFolder &folder)
{
    return {folder.user(), &userSchema(), Database::Durability::Full, false};
}

Result<OpenedStore> openStore(const StoreFolder &folder, const StoreKind &kind)
{
    const QFileInfo file(kind.path);
    const bool wasMade = QFile::exists(StoreFolder::sentinel(kind.path));
    const bool isThere = file.exists() && file.size() > 0;
    if (const Result<> prepared = folder.prepare(); !prepared)
        return isThere ? openToRead(kind, prepared.error()) : Unexpected{prepared.error()};
    const bool wasOpen = QFile::exists(StoreFolder::openMark(kind.path));
    Result<OpenedStore> opened = Unexpected{Error()};
    if (wasMade && !isThere) {
        opened = replaceMissing(folder, kind);
    } else {
        StoreReport report;
        report.outcome = isThere ? StoreReport::Outcome::Fine : StoreReport::Outcome::Made;
        Result<std::unique_ptr<Database>> database = openSound(folder, kind, wasOpen);
        if (!database && !says(database.error(), "corrupt"_L1) && folder.freeReserve())
            database = openSound(folder, kind, wasOpen); // the side files need a little room
        if (database)
            opened = OpenedStore{*std::move(database), report};
        else if (says(database.error(), "corrupt"_L1) || (kind.isRebuildable && says(database.error(), "schema_newer"_L1)))
            opened = replaceDamaged(folder, kind);
        else if (isThere && !says(database.error(), "schema_newer"_L1) && !says(database.error(), "foreign_database"_L1))
            return openToRead(kind, database.error());
        else
            return Unexpected{database.error()};
    }
    if (!opened)
        return opened;
    if (!kind.isRebuildable) // what is written here is read once, after a restart: its pages need not stay in memory
        opened->database->exec("PRAGMA cache_size=-512");
    touch(StoreFolder::sentinel(kind.path));
    touch(StoreFolder::openMark(kind.path));
    opened->report.newPlace = newPlace(kind);
    folder.fillReserve();
    return opened;
}

void markClosed(const StoreKind &kind)
{
    QFile::remove(StoreFolder::openMark(kind.path));
}

Result<> backUpDaily(Database &database, const StoreFolder &folder, const StoreKind &kind, const QDate &today)
{
    QDir backups(folder.backups());
    const QString prefix = kind.schema->backupPrefix + u"-day-"_s;
    const QString target = backups.filePath(prefix + today.toString(u"yyyyMMdd"_s) + u".db"_s);
    if (QFile::exists(target))
        return {};
    QDir().mkpath(backups.path());
    const QString unchecked = target + u".new"_s;
    QFile::remove(unchecked); // of an attempt that was cut short
    Statement(database, "VACUUM INTO ?").bind(unchecked).run();
    if (auto error = database.takeError()) {
        QFile::remove(unchecked);
        return Unexpected{*error};
    }
    bool sound = false;
    {
        const Result<std::unique_ptr<Database>> copy = Database::openImmutable(unchecked);
        sound = copy && isWhole(**copy, unchecked);
    }
    if (!sound || !QFile::rename(unchecked, target)) {
        QFile::remove(unchecked);
        return Unexpected{storageError(SQLITE_IOERR, target, u"the copy is not whole"_s)};
    }
    const QStringList days = backups.entryList({prefix + u"*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (qsizetype i = keptDays; i < days.size(); ++i)
        QFile::remove(backups.filePath(days.at(i)));
    return {};
}

} // namespace desk
