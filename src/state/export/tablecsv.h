#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace desk {

struct TableCsvOptions {
    enum class Separator { Comma, Tab };

    Separator separator = Separator::Comma;
    // A cell that a spreadsheet would take for a formula gets an apostrophe in front: tables come from models and tools. A number with a
    // sign stays one.
    bool guardFormulas = true;
    bool byteOrderMark = false; // some spreadsheets take the file for Latin-1 without one
};

// A table as a file: RFC 4180 in UTF-8, lines ended by CR LF, quotes only where needed; with tabs the same rules. Pure.
[[nodiscard]] QByteArray tableCsv(const QList<QStringList> &rows, const TableCsvOptions &options = {});

// One cell as the options write it, guarded but without quotes.
[[nodiscard]] QString guardedCell(const QString &cell);

} // namespace desk
