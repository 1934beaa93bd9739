#include "state/store/databasesalvage.h"

#include "sqlite/statement.h"
#include "sqlite/transaction.h"

#include <QStringList>

namespace desk {

namespace {

QStringList column(Database &database, const QByteArray &sql)
{
    QStringList values;
    Statement statement(database, sql.constData());
    while (statement.next())
        values.append(statement.text(0));
    return values;
}

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

// The keys of a table without rowid, or its rowid: what it can be walked along backwards.
QString order(Database &fresh, const QString &table)
{
    const QStringList keys = column(fresh, "SELECT name FROM pragma_table_info('" + table.toUtf8() + "') WHERE pk > 0 ORDER BY pk");
    QStringList backwards;
    for (const QString &key : keys)
        backwards.append(quoted(key) + QStringLiteral(" DESC"));
    return backwards.isEmpty() ? QStringLiteral("rowid DESC") : backwards.join(u',');
}

// Row by row, so that what was read before a bad page stays.
Result<qint64> copyRows(Database &damaged, Database &fresh, const QByteArray &select, const QByteArray &insert, int columns)
{
    qint64 copied = 0;
    Statement rows(damaged, select.constData());
    Statement into(fresh, insert.constData());
    while (rows.next()) {
        for (int i = 0; i < columns; ++i)
            into.copy(rows, i);
        into.run();
        copied += fresh.changes();
        into.reset();
        if (const auto error = fresh.takeError(); error && !error->detail.startsWith(QLatin1String("storage")))
            return Unexpected{*error}; // only a row that breaks a rule is damage too
    }
    (void)damaged.takeError();
    return copied;
}

} // namespace

Result<qint64> salvageRows(const QString &damagedPath, Database &fresh)
{
    const Result<std::unique_ptr<Database>> damaged = Database::openAlone(damagedPath);
    if (!damaged)
        return 0;
    qint64 copied = 0;
    fresh.exec("PRAGMA foreign_keys=OFF"); // a child may be read before its parent
    {
        Transaction transaction(fresh);
        const QStringList tables =
            column(fresh, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
        for (const QString &table : tables) {
            const QStringList names = column(fresh, "SELECT name FROM pragma_table_info('" + table.toUtf8() + "') ORDER BY cid");
            const QStringList had = column(**damaged, "SELECT name FROM pragma_table_info('" + table.toUtf8() + "')");
            (void)(*damaged)->takeError();
            QStringList columns; // an older schema has fewer
            for (const QString &name : names) {
                if (had.contains(name))
                    columns.append(quoted(name));
            }
            if (columns.isEmpty())
                continue;
            const QByteArray list = columns.join(u',').toUtf8();
            const QByteArray from = "SELECT " + list + " FROM " + quoted(table).toUtf8();
            const QByteArray insert = "INSERT OR IGNORE INTO " + quoted(table).toUtf8() + '(' + list + ") VALUES(" +
                                      QByteArray("?,").repeated(columns.size()).chopped(1) + ')';
            const int count = static_cast<int>(columns.size());
            for (const QByteArray &direction : {QByteArray(), " ORDER BY " + order(fresh, table).toUtf8()}) {
                const Result<qint64> rows = copyRows(**damaged, fresh, from + direction, insert, count);
                if (!rows)
                    return rows;
                copied += *rows;
            }
        }
        if (!transaction.commit())
            return Unexpected{fresh.takeError().value_or(Error())};
    }
    fresh.exec("PRAGMA foreign_keys=ON");
    return copied;
}

} // namespace desk
