#pragma once

#include "localserver/engine/documentindex.h"
#include "localserver/engine/tableplan.h"
#include "localserver/engine/tablestore.h"
#include "localserver/engine/turn.h"

#include <QHash>
#include <QJsonObject>

namespace desk::server {

// Loaded attachments, by file id.
struct LoadedFiles {
    QHash<FileId, TablePointer> tables;
    QHash<FileId, DocumentPointer> documents;
};

struct ToolResult {
    QJsonValue output;
    bool success = false;
    QString error; // for people and the model
};

// Where a tool's output comes from, read from the output itself: also right for outputs stored by an earlier run.
[[nodiscard]] QList<Citation> citationsOf(const QString &tool, const QJsonValue &output);

// Runs one tool to its end, in a worker thread, with copies of everything it needs.
class ToolExecutor
{
public:
    ToolExecutor(QList<EngineFile> files, LoadedFiles loaded, QString scratchFolder, StopToken stop);

    [[nodiscard]] ToolResult run(const QString &tool, const QJsonObject &input);

    // The table, loaded if it is not yet.
    [[nodiscard]] Result<TablePointer> table(const EngineFile &file);
    [[nodiscard]] Result<DocumentPointer> document(const EngineFile &file);

    // What this executor loaded itself, to be kept for later calls.
    [[nodiscard]] const LoadedFiles &newlyLoaded() const { return m_added; }
    [[nodiscard]] const StopToken &stop() const { return m_stop; }

private:
    [[nodiscard]] ToolResult runDocumentSearch(const QJsonObject &input);
    [[nodiscard]] ToolResult runTableQuery(const QJsonObject &input);
    [[nodiscard]] ToolResult runCalculate(const QJsonObject &input) const;
    [[nodiscard]] ToolResult runCurrentTime(const QJsonObject &input) const;
    [[nodiscard]] ToolResult runReadFile(const QJsonObject &input);
    [[nodiscard]] ToolResult readText(const EngineFile &file, int firstLine) const;
    // By file_id or filename; with neither, the newest of the wanted kind.
    [[nodiscard]] Result<EngineFile> findFile(const QJsonObject &input, bool table) const;
    [[nodiscard]] QString scratchPath() const;

    QList<EngineFile> m_files;
    LoadedFiles m_loaded;
    LoadedFiles m_added;
    QString m_folder;
    StopToken m_stop;
};

} // namespace desk::server
