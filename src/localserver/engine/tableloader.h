#pragma once

#include "domain/result.h"
#include "localserver/engine/delimitedreader.h"
#include "localserver/engine/sqlite.h"
#include "localserver/engine/tablestore.h"
#include "localserver/engine/textsource.h"

#include <optional>

namespace desk::server {

// Loads one CSV/TSV file into a fresh SQLite file: one pass to learn encoding, delimiter, header and types, one to insert. Bounded memory
// for any size. Runs in a worker thread. Fails with Invalid (no table in it), Storage (disk) or Cancelled.
class TableLoader
{
public:
    TableLoader(EngineFile file, QString databasePath, StopToken stop);

    [[nodiscard]] Result<TablePointer> load();

    // The column names and first rows in the first 64 KiB, cheap enough to route by.
    struct Glimpse {
        QStringList columns;
        QList<QStringList> rows; // up to 50
    };
    [[nodiscard]] static Glimpse glimpse(const QString &path, const QString &filename, const StopToken &stop);

private:
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Result<> insertRows();
    [[nodiscard]] Result<> insertInto(SqliteDatabase &database);
    [[nodiscard]] Result<> describeColumns(SqliteDatabase &database);
    [[nodiscard]] Result<> describeText(SqliteDatabase &database, int index);
    void takeSurveyRow(const QStringList &record);
    void nameColumns();
    void bindRow(SqliteStatement &insert, const QStringList &record);
    // Calls sink for each record; false when stopped.
    bool forEachRecord(const DelimitedReader::Sink &sink);
    [[nodiscard]] static bool looksLikeHeader(const QList<QStringList> &firstRows);

    EngineFile m_file;
    StopToken m_stop;
    std::shared_ptr<TableStore> m_table;
    TextProbe m_probe;
    QChar m_delimiter = u',';
    bool m_skipFirstLine = false; // "sep=;"
    bool m_hasHeader = true;
    QList<QStringList> m_firstRows;
    QList<ColumnGuess> m_guesses;
    qint64 m_records = 0;
};

} // namespace desk::server
