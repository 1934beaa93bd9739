#pragma once

#include "gui/chat/table/tabledata.h"

#include <QString>

#include <memory>

class QMimeData;

namespace desk {

// A table for other programs. Pure, but for the mime data, which the caller owns.
[[nodiscard]] QString tableTsv(const TableData &table); // a blank for tabs and line ends inside a cell
[[nodiscard]] QString tableCsv(const TableData &table); // RFC 4180; what a spreadsheet would run as a formula gets an apostrophe
[[nodiscard]] QString tableHtml(const TableData &table);
[[nodiscard]] std::unique_ptr<QMimeData> tableMimeData(const TableData &table); // text/plain (tabs), text/html, text/csv

} // namespace desk
