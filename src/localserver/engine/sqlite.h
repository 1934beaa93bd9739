#pragma once

#include "domain/result.h"

#include <QJsonValue>
#include <QString>

#include <sqlite3.h>

#include <memory>

namespace desk::server {

// Owners of SQLite's handles for the engine's own scratch databases. One thread at a time each.

struct SqliteCloser {
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

class SqliteStatement
{
public:
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    void bind(int index, const QString &text);
    void bind(int index, qint64 value) { sqlite3_bind_int64(m_statement.get(), index, value); }
    void bind(int index, double value) { sqlite3_bind_double(m_statement.get(), index, value); }
    void bindNull(int index) { sqlite3_bind_null(m_statement.get(), index); }
    [[nodiscard]] int step() { return sqlite3_step(m_statement.get()); } // SQLITE_ROW, SQLITE_DONE or an error
    void reset() { sqlite3_reset(m_statement.get()); }

    [[nodiscard]] int columnCount() const { return sqlite3_column_count(m_statement.get()); }
    [[nodiscard]] QString columnName(int index) const;
    [[nodiscard]] QString text(int index) const;
    [[nodiscard]] qint64 integer(int index) const { return sqlite3_column_int64(m_statement.get(), index); }
    [[nodiscard]] double real(int index) const { return sqlite3_column_double(m_statement.get(), index); }
    [[nodiscard]] QJsonValue json(int index) const; // as SQLite holds it; blobs as "(n bytes)"
    [[nodiscard]] sqlite3_stmt *handle() const { return m_statement.get(); }

private:
    std::unique_ptr<sqlite3_stmt, SqliteCloser> m_statement;
};

class SqliteDatabase
{
public:
    enum class Mode { CreateScratch, ReadOnly };

    [[nodiscard]] static Result<SqliteDatabase> open(const QString &path, Mode mode);

    [[nodiscard]] Result<> execute(const char *sql);
    [[nodiscard]] Result<SqliteStatement> prepare(const QString &sql);
    [[nodiscard]] sqlite3 *handle() const { return m_db.get(); }
    [[nodiscard]] Error lastError() const;

private:
    explicit SqliteDatabase(sqlite3 *db)
        : m_db(db)
    {
    }

    std::unique_ptr<sqlite3, SqliteCloser> m_db;
};

// "name" or, where it is a plain lower-case word, name.
[[nodiscard]] QString quotedIdentifier(const QString &name);
[[nodiscard]] QString quotedLiteral(const QString &text);

} // namespace desk::server
