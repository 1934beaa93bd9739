#pragma once

#include "localserver/engine/turn.h"

#include <QString>
#include <QStringList>

namespace desk::server {

enum class FileKind { Table, Document, Empty, Binary, Missing };

// What routing needs to know of one attachment: its kind, and for tables the column names and some words of the first rows, for texts
// the words of the first 64 KiB (all folded).
struct FileSketch {
    EngineFile file;
    FileKind kind = FileKind::Missing;
    QStringList columns;
    QStringList words;
};

class StopToken;

// Reads at most 64 KiB of the file. Runs in a worker thread.
[[nodiscard]] FileSketch sketchFile(const EngineFile &file, const StopToken &stop);

// One honest sentence on a file that cannot be read, with what to do; empty for tables and texts.
[[nodiscard]] QString unreadableReason(const FileSketch &sketch);

} // namespace desk::server
