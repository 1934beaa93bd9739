#pragma once

#include "domain/result.h"
#include "localserver/engine/tablestore.h"

#include <QJsonObject>

namespace desk::server {

struct QueryLimits {
    int timeMs = 5000;
    int rows = 200;
    qsizetype cellCharacters = 2000;
    qsizetype totalCharacters = 200 * 1000;
};

// Runs one read-only SELECT on a loaded table, in the caller's (worker) thread:
// {sql, columns, rows, row_count, truncated, file_id, filename}. rows are arrays of cells; row_count is the number of rows returned.
// Only the table itself may be read; every other action is refused by the authorizer. Fails with Invalid (the SQL, with SQLite's reason and
// the table's columns), Forbidden (not a plain query), Timeout or Cancelled.
[[nodiscard]] Result<QJsonObject> queryTable(const TableStore &table, const QString &sql, const StopToken &stop,
                                             const QueryLimits &limits = {});

// "sales(date DATE, region TEXT, …)" for people and models.
[[nodiscard]] QString tableSignature(const TableStore &table);

} // namespace desk::server
