#pragma once

#include "localserver/engine/columnguess.h"
#include "localserver/engine/textutil.h"
#include "localserver/engine/turn.h"

#include <QList>
#include <QString>

#include <memory>

namespace desk::server {

struct TableColumn {
    QString name; // as in the header; unique without regard to case
    ColumnType type = ColumnType::Text;
    int decimals = 0;  // digits after the decimal mark, at most 6
    QString firstDate; // yyyy-MM-dd, for date columns
    QString lastDate;
    qint64 distinctValues = 0; // text columns: how many different ones, counted up to 50 000
    QStringList examples;      // text columns: up to 12 values

    [[nodiscard]] bool isNumber() const { return type == ColumnType::Integer || type == ColumnType::Real; }
};

// One attached table, loaded into an SQLite file of its own. Immutable, shared between threads; every reader opens its own
// read-only connection. The file goes with the last owner.
struct TableStore {
    FileId fileId;
    QString filename;
    QString databasePath;
    QString tableName; // from the file's name
    QList<TableColumn> columns;
    qint64 rowCount = 0;
    qint64 raggedRows = 0;        // rows with fewer or more cells than the header
    qint64 droppedCharacters = 0; // of cells that are longer than a cell may be
    bool endsInQuotes = false;    // a quotation mark is never closed: the rows after it are one cell
    qint64 bytes = 0;             // of the database file

    TableStore() = default;
    ~TableStore();
    Q_DISABLE_COPY_MOVE(TableStore)

    [[nodiscard]] int columnIndex(const QString &name) const; // -1: none
};

using TablePointer = std::shared_ptr<const TableStore>;

// The internal table of all distinct texts, for finding values in questions: (col INTEGER, folded TEXT, value TEXT).
inline constexpr char valuesTable[] = "desk_values";

} // namespace desk::server
