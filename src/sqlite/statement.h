#pragma once

#include "sqlite/database.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

struct sqlite3_stmt;

namespace desk {

// One prepared statement: bind in order of the question marks, then next() row by row or run() once. Compiled once for all with the same
// words, which may go after the call.
class Statement
{
public:
    Statement(Database &database, const char *sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        (bindOne(values), ...);
        return *this;
    }
    Statement &add(const QString &value)
    {
        bindOne(value);
        return *this;
    }
    Statement &add(qint64 value)
    {
        bindOne(value);
        return *this;
    }

    void copy(const Statement &row, int column); // binds what stands there, whatever its type

    [[nodiscard]] bool next(); // a row is there
    bool run();                // to its end; false and latched on failure
    void reset();              // to be bound and run again

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QJsonValue json(int column) const;

private:
    void bindOne(const QString &value); // a null string binds NULL
    void bindOne(const QByteArray &value);
    void bindOne(qint64 value);
    void bindOne(int value) { bindOne(static_cast<qint64>(value)); }
    void bindOne(bool value) { bindOne(static_cast<qint64>(value)); }
    void check(int code);

    Database &m_database;
    sqlite3_stmt *m_statement; // nullptr: it cannot be compiled, which is latched
    int m_bound = 0;
};

} // namespace desk
