#include "sqlite/database.h"

#include "sqlite/statement.h"
#include "sqlite/texts.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr qint64 mostInMemory = 512LL * 1024 * 1024;
constexpr size_t mostCompiled = 64; // more than the program has of those it runs often
constexpr const char *setup = "PRAGMA foreign_keys=ON;"
                              "PRAGMA trusted_schema=OFF;"
                              "PRAGMA mmap_size=0;"
                              "PRAGMA secure_delete=ON;";

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

Error storageError(int code, const QString &path, const QString &detail)
{
    const auto make = [&detail](QLatin1StringView word, const QString &message, const QString &next) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.detail = word + u": "_s + detail;
        error.message = message;
        error.nextStep = next;
        return error;
    };
    switch (code & 0xff) {
    case SQLITE_FULL:
        return make("disk_full"_L1, SqliteTexts::tr("There is no space left on the disk of %1.").arg(shown(path)),
                    SqliteTexts::tr("Free some space; the work goes on by itself."));
    case SQLITE_IOERR:
        return make("io_error"_L1, SqliteTexts::tr("The disk of %1 cannot be read or written at the moment.").arg(shown(path)),
                    SqliteTexts::tr("Check the disk or its connection; the work goes on by itself."));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return make("read_only"_L1, SqliteTexts::tr("The data folder cannot be written: %1.").arg(shown(path)),
                    SqliteTexts::tr("Give yourself write access to the folder, or choose another one."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return make(
            "corrupt"_L1, SqliteTexts::tr("The database %1 is damaged. Nothing was changed or deleted.").arg(shown(path)),
            SqliteTexts::tr("Put the newest file of the folder \"backups\" in its place, or move it away to begin with an empty one."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make("busy"_L1, SqliteTexts::tr("The database %1 is in use by another program.").arg(shown(path)),
                    SqliteTexts::tr("Try again in a moment."));
    default:
        return make("storage"_L1, SqliteTexts::tr("The database %1 cannot be used: %2.").arg(shown(path), detail),
                    SqliteTexts::tr("Check the disk, then start again."));
    }
}

Database::Database(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path))
{
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_compiled)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::connect(const QByteArray &name, const QString &path, int flags)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const QString detail = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
        sqlite3_close_v2(handle);
        return Unexpected{storageError(code, path, detail)};
    }
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return std::unique_ptr<Database>(new Database(handle, path));
}

// A log that was left is read alone, without the memory that a network cannot share; the lock goes with the next reading.
void Database::chooseJournal(Journal journal)
{
    if (journal == Journal::WriteAhead) {
        exec("PRAGMA journal_mode=WAL");
        return;
    }
    exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_schema;");
    if (hasFailed())
        return;
    Statement mode(*this, "PRAGMA journal_mode");
    if (mode.next() && mode.text(0) == "wal"_L1 && !m_error) {
        m_code = SQLITE_BUSY;
        m_error = storageError(SQLITE_BUSY, m_path, u"the write-ahead log is in use"_s);
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Durability durability, Journal journal)
{
    Result<std::unique_ptr<Database>> database = connect(QFile::encodeName(path), path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!database)
        return database;
    (*database)->chooseJournal(journal);
    (*database)->exec(setup);
    (*database)->m_mayRelax = durability == Durability::Full && journal == Journal::WriteAhead;
    (*database)->setDurability(durability);
    if (auto error = (*database)->takeError())
        return Unexpected{*error};
    return database;
}

Result<std::unique_ptr<Database>> Database::openImmutable(const QString &path)
{
    const QByteArray name = QUrl::fromLocalFile(path).toEncoded() + "?immutable=1";
    Result<std::unique_ptr<Database>> database = connect(name, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    if (!database)
        return database;
    (*database)->exec("PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0;");
    if (auto error = (*database)->takeError())
        return Unexpected{*error};
    return database;
}

Result<std::unique_ptr<Database>> Database::openAlone(const QString &path)
{
    Result<std::unique_ptr<Database>> database = connect(QFile::encodeName(path), path, SQLITE_OPEN_READWRITE);
    if (!database)
        return database;
    (*database)->exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; SELECT count(*) FROM sqlite_schema;");
    if (auto error = (*database)->takeError())
        return Unexpected{*error};
    return database;
}

Result<std::unique_ptr<Database>> Database::openToRead(const QString &path)
{
    Result<std::unique_ptr<Database>> database = connect(QFile::encodeName(path), path, SQLITE_OPEN_READONLY);
    if (!database)
        return database;
    (*database)->exec("PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA query_only=ON;");
    if (auto error = (*database)->takeError())
        return Unexpected{*error};
    return database;
}

Result<std::unique_ptr<Database>> Database::copyToMemory()
{
    if (pragma("page_count") * pragma("page_size") > mostInMemory)
        return Unexpected{storageError(SQLITE_TOOBIG, m_path, {})};
    Result<std::unique_ptr<Database>> memory = connect(":memory:", m_path, SQLITE_OPEN_READWRITE);
    if (!memory)
        return memory;
    sqlite3_backup *copying = sqlite3_backup_init((*memory)->m_handle, "main", m_handle, "main");
    if (copying)
        sqlite3_backup_step(copying, -1);
    if (!copying || sqlite3_backup_finish(copying) != SQLITE_OK) {
        (*memory)->fail("copy");
        return Unexpected{*(*memory)->takeError()};
    }
    return memory;
}

void Database::setDurability(Durability durability)
{
    exec(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

Database::Relaxed::Relaxed(Database &database, int longAgoMs)
    : m_database(database)
{
    if (!m_database.m_mayRelax || !m_database.m_lastSync.isValid() || m_database.m_lastSync.elapsed() >= longAgoMs)
        return;
    m_database.m_isRelaxed = true;
    m_database.setDurability(Durability::Normal);
}

Database::Relaxed::~Relaxed()
{
    if (std::exchange(m_database.m_isRelaxed, false))
        m_database.setDurability(Durability::Full);
}

sqlite3_stmt *Database::take(const char *sql)
{
    if (const auto found = m_compiled.find(std::string_view(sql)); found != m_compiled.end())
        return m_compiled.extract(found).mapped();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        fail(sql);
    return statement;
}

void Database::giveBack(sqlite3_stmt *statement)
{
    if (!statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement); // they may be long
    if (m_compiled.size() >= mostCompiled || !m_compiled.try_emplace(sqlite3_sql(statement), statement).second)
        sqlite3_finalize(statement);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

bool Database::exec(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    fail(sql);
    return false;
}

qint64 Database::pragma(const char *name)
{
    Statement statement(*this, QByteArray("PRAGMA ").append(name).constData());
    return statement.next() ? statement.integer(0) : 0;
}

bool Database::emptyLog()
{
    sqlite3_busy_timeout(m_handle, 0);
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
    return code == SQLITE_OK;
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::optional<Error> Database::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

void Database::fail(const char *context)
{
    if (m_error)
        return; // the first failure explains the others
    m_code = sqlite3_extended_errcode(m_handle);
    m_error = storageError(
        m_code, m_path,
        u"%1 (%2) in: %3"_s.arg(QString::fromUtf8(sqlite3_errmsg(m_handle))).arg(m_code).arg(QString::fromUtf8(context).left(120)));
}

} // namespace desk
