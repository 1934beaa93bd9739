#pragma once

#include "localserver/engine/tableplan.h"
#include "localserver/engine/tablestore.h"

#include <QJsonObject>

namespace desk::server {

// The answer in Markdown: one sentence with the figure, the rows as a small table, the SQL, the file. `result` is table_query's output.
// Numbers in the default locale; everything from the table is escaped.
[[nodiscard]] QString tableAnswer(const TablePlan &plan, const QJsonObject &result, const TableStore &table);

// Why there is no answer, what the table holds and what can be asked.
[[nodiscard]] QString notUnderstoodAnswer(const TablePlan &plan, const TableStore &table);

// Rows as a Markdown table; numeric columns are right-aligned.
[[nodiscard]] QString markdownTable(const QJsonObject &result, const TablePlan &plan, const TableStore &table, int maxRows);

} // namespace desk::server
