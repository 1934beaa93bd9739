#include "sqlite/statement.h"

#include "wire/json/reader.h"

#include <sqlite3.h>

namespace desk {

Statement::Statement(Database &database, const char *sql)
    : m_database(database)
    , m_statement(database.take(sql))
{
}

Statement::~Statement()
{
    m_database.giveBack(m_statement);
}

void Statement::check(int code)
{
    if (code != SQLITE_OK)
        m_database.fail(sqlite3_sql(m_statement));
}

void Statement::copy(const Statement &row, int column)
{
    if (m_statement)
        check(sqlite3_bind_value(m_statement, ++m_bound, sqlite3_column_value(row.m_statement, column)));
}

bool Statement::next()
{
    if (!m_statement || m_database.hasFailed())
        return false; // after a failure nothing more happens, or half a transaction would be written
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_database.fail(sqlite3_sql(m_statement));
    return false;
}

bool Statement::run()
{
    while (next()) {
    }
    return !m_database.hasFailed();
}

void Statement::reset()
{
    m_bound = 0;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

QString Statement::text(int column) const
{
    const QString value = QString::fromUtf8(bytes(column));
    return value.isNull() && !isNull(column) ? QString(QLatin1String("")) : value; // null is NULL, also on the way back
}

QJsonValue Statement::json(int column) const
{
    if (isNull(column))
        return QJsonValue::Null;
    const Result<QJsonValue> value = wire::parseJson(bytes(column));
    return value ? *value : QJsonValue(QJsonValue::Null);
}

void Statement::bindOne(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    if (!m_statement)
        return;
    check(value.isNull() ? sqlite3_bind_null(m_statement, ++m_bound)
                         : sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                               SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindOne(const QByteArray &value)
{
    if (!m_statement)
        return;
    check(value.isNull() ? sqlite3_bind_null(m_statement, ++m_bound)
                         : sqlite3_bind_text64(m_statement, ++m_bound, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                                               SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindOne(qint64 value)
{
    if (m_statement)
        check(sqlite3_bind_int64(m_statement, ++m_bound, value));
}

} // namespace desk
