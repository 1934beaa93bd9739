#include "localserver/engine/tablequery.h"
#include "localserver/engine/sqlite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct TableQueryText {
    Q_DECLARE_TR_FUNCTIONS(TableQueryText)
};

struct Guard {
    QByteArray table;
    StopToken stop;
    QElapsedTimer clock;
    int timeMs = 0;
    bool denied = false;
    bool late = false;
};

// COUNT(*) on a common table expression is reported as reading its column "".
bool countsOnly(const char *table, const char *column)
{
    if (!column || *column != '\0')
        return false;
    for (const char *prefix : {"sqlite_", "pragma_", "desk_"}) {
        if (qstrnicmp(table, prefix, qstrlen(prefix)) == 0)
            return false;
    }
    return true;
}

int authorize(void *data, int action, const char *first, const char *second, const char *, const char *)
{
    auto *guard = static_cast<Guard *>(data);
    static constexpr const char *forbidden[] = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "sqlite_log"};
    bool allowed = action == SQLITE_SELECT || action == SQLITE_RECURSIVE;
    if (action == SQLITE_READ)
        allowed = first && (qstricmp(first, guard->table.constData()) == 0 || countsOnly(first, second));
    if (action == SQLITE_FUNCTION) {
        allowed = second != nullptr;
        for (const char *name : forbidden)
            allowed = allowed && qstricmp(second, name) != 0;
    }
    guard->denied = guard->denied || !allowed;
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

int watch(void *data)
{
    auto *guard = static_cast<Guard *>(data);
    guard->late = guard->clock.hasExpired(guard->timeMs);
    return guard->late || guard->stop.stopped() ? 1 : 0;
}

Error failure(Error::Kind kind, const QString &message, const QString &next = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = next;
    return error;
}

Error sqlFailure(const Guard &guard, const SqliteDatabase &database, const TableStore &table)
{
    if (guard.stop.stopped())
        return failure(Error::Kind::Cancelled, {});
    if (guard.late)
        return failure(Error::Kind::Timeout,
                       TableQueryText::tr("The query took longer than %n second(s) and was stopped.", nullptr, guard.timeMs / 1000),
                       TableQueryText::tr("Ask for less at once, for example one year or one group."));
    if (guard.denied)
        return failure(Error::Kind::Forbidden,
                       TableQueryText::tr("Only SELECT statements on the table %1 are allowed.").arg(table.tableName));
    return failure(Error::Kind::Invalid,
                   TableQueryText::tr("The table did not understand the SQL: %1.").arg(cleanText(database.lastError().detail)),
                   TableQueryText::tr("The table is %1.").arg(tableSignature(table)));
}

// Statement and nothing but white space, comments or a semicolon behind it.
Result<SqliteStatement> prepareOne(SqliteDatabase &database, const QString &sql, const Guard &guard, const TableStore &table)
{
    sqlite3_stmt *raw = nullptr;
    const char *tail = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v2(database.handle(), utf8.constData(), static_cast<int>(utf8.size()) + 1, &raw, &tail);
    SqliteStatement statement(raw);
    if (code != SQLITE_OK)
        return Unexpected{sqlFailure(guard, database, table)};
    if (!raw)
        return Unexpected{failure(Error::Kind::Invalid, TableQueryText::tr("There is no SQL statement."),
                                  TableQueryText::tr("The table is %1.").arg(tableSignature(table)))};
    if (QByteArray(tail).trimmed().replace(';', "").trimmed().size() > 0)
        return Unexpected{failure(Error::Kind::Forbidden, TableQueryText::tr("Only one statement at a time is allowed."))};
    if (!sqlite3_stmt_readonly(raw))
        return Unexpected{failure(Error::Kind::Forbidden,
                                  TableQueryText::tr("Only SELECT statements on the table %1 are allowed.").arg(table.tableName))};
    return statement;
}

QJsonValue limitedCell(const QJsonValue &cell, qsizetype limit)
{
    if (!cell.isString())
        return cell;
    const QString text = cleanText(cell.toString());
    return text.size() <= limit ? text : text.first(limit) + u'…';
}

} // namespace

Result<QJsonObject> queryTable(const TableStore &table, const QString &sql, const StopToken &stop, const QueryLimits &limits)
{
    Result<SqliteDatabase> database = SqliteDatabase::open(table.databasePath, SqliteDatabase::Mode::ReadOnly);
    if (!database)
        return Unexpected{database.error()};
    Guard guard{table.tableName.toUtf8(), stop, {}, limits.timeMs};
    guard.clock.start();
    sqlite3_limit(database->handle(), SQLITE_LIMIT_LENGTH, 1000 * 1000);
    sqlite3_limit(database->handle(), SQLITE_LIMIT_SQL_LENGTH, 20 * 1000);
    sqlite3_limit(database->handle(), SQLITE_LIMIT_EXPR_DEPTH, 200);
    sqlite3_limit(database->handle(), SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_set_authorizer(database->handle(), authorize, &guard);
    sqlite3_progress_handler(database->handle(), 1000, watch, &guard);

    Result<SqliteStatement> statement = prepareOne(*database, sql, guard, table);
    if (!statement)
        return Unexpected{statement.error()};
    QJsonArray columns;
    for (int i = 0; i < statement->columnCount(); ++i)
        columns.append(cleanText(statement->columnName(i)));
    QJsonArray rows;
    bool truncated = false;
    qsizetype characters = 0;
    int code = statement->step();
    for (; code == SQLITE_ROW; code = statement->step()) {
        if (rows.size() >= limits.rows || characters > limits.totalCharacters) {
            truncated = true;
            break;
        }
        QJsonArray row;
        for (int i = 0; i < statement->columnCount(); ++i) {
            row.append(limitedCell(statement->json(i), limits.cellCharacters));
            characters += row.last().toString().size() + 8;
        }
        rows.append(row);
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return Unexpected{sqlFailure(guard, *database, table)};
    return QJsonObject{{u"sql"_s, sql.trimmed()},      {u"columns"_s, columns},     {u"rows"_s, rows},
                       {u"row_count"_s, rows.size()},  {u"truncated"_s, truncated}, {u"file_id"_s, table.fileId.value()},
                       {u"filename"_s, table.filename}};
}

QString tableSignature(const TableStore &table)
{
    QStringList parts;
    for (const TableColumn &column : table.columns) {
        const QLatin1StringView type = column.type == ColumnType::Integer ? "INTEGER"_L1
                                       : column.type == ColumnType::Real  ? "REAL"_L1
                                       : column.type == ColumnType::Date  ? "DATE as yyyy-MM-dd"_L1
                                                                          : "TEXT"_L1;
        parts.append(quotedIdentifier(column.name) + u' ' + type);
        if (parts.size() >= 100)
            break;
    }
    return u"%1(%2)"_s.arg(quotedIdentifier(table.tableName), parts.join(", "_L1));
}

} // namespace desk::server
