#pragma once

#include "domain/result.h"

#include <QElapsedTimer>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace desk {

// One SQLite connection, used in one thread. Failures are latched: after the first one every transaction rolls back, and
// whoever began the work asks takeError() at its end. That keeps the tables' functions plain.
class Database
{
public:
    // Full: a commit survives a power cut. Normal: the last commits may be lost with the power, never with the process.
    enum class Durability { Full, Normal };
    // WriteAhead: readers and the writer do not wait for each other. Rollback: for a folder where a write-ahead log is not safe
    // (DATA-03); one that is there is written into the database at opening, and goes.
    enum class Journal { WriteAhead, Rollback };
    // Opens or creates the file with the pragmas of DATA-01. Fails with Storage.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Durability durability = Durability::Full,
                                                                Journal journal = Journal::WriteAhead);
    // For a file that must not change, on a disk that is full or read-only, or of which only reading is safe (DATA-12): no locks, no
    // side files, and what is still in its write-ahead log is not seen.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openImmutable(const QString &path);
    // Never makes the file. With its write-ahead log, but alone: needs no shared memory file, which a full disk does not give (M-26).
    [[nodiscard]] static Result<std::unique_ptr<Database>> openAlone(const QString &path);
    // Beside the one that writes, in another thread: sees what was committed, changes nothing, never makes the file.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openToRead(const QString &path);
    // What is in it, in memory, where it can be changed without the file. Fails with Storage, also when it is too large for that.
    [[nodiscard]] Result<std::unique_ptr<Database>> copyToMemory();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool exec(const char *sql); // several statements allowed
    [[nodiscard]] qint64 pragma(const char *name);
    [[nodiscard]] int changes() const;
    [[nodiscard]] qint64 lastRowId() const;

    [[nodiscard]] bool isInTransaction() const { return m_depth > 0; }
    [[nodiscard]] qint64 rollbacks() const { return m_rollbacks; } // of outermost transactions

    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    [[nodiscard]] std::optional<Error> takeError();
    [[nodiscard]] int lastCode() const { return m_code; } // SQLite's extended code of the latched failure
    void fail(const char *context);                       // latches SQLite's current error

    // Until the object is gone: a commit goes to the system at once, and to the disk itself only when the last that did is longAgoMs away.
    // A killed process loses nothing, a power cut the commits of that time. Begun outside a transaction; with a rollback journal it
    // changes nothing, for there it could damage the file.
    class Relaxed
    {
    public:
        Relaxed(Database &database, int longAgoMs);
        ~Relaxed();
        Q_DISABLE_COPY_MOVE(Relaxed)

    private:
        Database &m_database;
    };

    // Writes the write-ahead log into the database and leaves nothing in it. False: somebody reads from it, or this fails for a reason that
    // the next commit will tell; it does not wait, and latches nothing.
    [[nodiscard]] bool emptyLog();

    void interrupt(); // from any thread: what runs at the moment fails
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    friend class Statement;
    friend class Transaction;
    void chooseJournal(Journal journal);
    void setDurability(Durability durability);
    // Compiled ones are kept for the next with the same words, unless they are in use; nothing: it cannot be compiled.
    [[nodiscard]] sqlite3_stmt *take(const char *sql);
    void giveBack(sqlite3_stmt *statement);
    Database(sqlite3 *handle, QString path);
    [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const QByteArray &name, const QString &path, int flags);

    struct TextHash {
        using is_transparent = void;
        [[nodiscard]] size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    sqlite3 *m_handle;
    std::unordered_map<std::string, sqlite3_stmt *, TextHash, std::equal_to<>> m_compiled;
    QString m_path;
    QElapsedTimer m_lastSync; // of a transaction; invalid: none yet
    bool m_mayRelax = false;
    bool m_isRelaxed = false;
    std::optional<Error> m_error;
    int m_code = 0;
    int m_depth = 0; // of nested transactions
    qint64 m_rollbacks = 0;
};

// What an SQLite result code means for people: full disk, a disk that fails, read-only folder, damaged file, busy, other. detail begins
// with a machine word: disk_full, io_error, read_only, corrupt, busy, storage.
[[nodiscard]] Error storageError(int code, const QString &path, const QString &detail);

} // namespace desk
