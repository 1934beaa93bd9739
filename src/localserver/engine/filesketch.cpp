#include "localserver/engine/filesketch.h"
#include "localserver/engine/tableloader.h"
#include "localserver/engine/textsource.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct FileSketchText {
    Q_DECLARE_TR_FUNCTIONS(FileSketchText)
};

void addWords(const QString &text, QStringList *out)
{
    QSet<QString> known(out->cbegin(), out->cend());
    for (const QString &word : foldedWords(text)) {
        if (word.size() > 2 && !isStopWord(word) && !known.contains(word) && known.size() < 5000) {
            known.insert(word);
            out->append(word);
        }
    }
}

} // namespace

FileSketch sketchFile(const EngineFile &file, const StopToken &stop)
{
    FileSketch out;
    out.file = file;
    const Result<TextProbe> probe = TextSource::probe(file.path, false, stop);
    if (!probe)
        return out;
    if (probe->isEmpty || !probe->isText) {
        out.kind = probe->isEmpty ? FileKind::Empty : FileKind::Binary;
        return out;
    }
    const QString suffix = QFileInfo(file.file.filename).suffix().toLower();
    if (suffix == "csv"_L1 || suffix == "tsv"_L1 || suffix == "tab"_L1) {
        out.kind = FileKind::Table;
        const TableLoader::Glimpse glimpse = TableLoader::glimpse(file.path, file.file.filename, stop);
        for (const QString &column : glimpse.columns)
            out.columns.append(fold(column));
        for (const QStringList &row : glimpse.rows)
            addWords(row.join(u' '), &out.words);
        return out;
    }
    out.kind = FileKind::Document;
    addWords(TextSource(file.path, *probe).read(), &out.words);
    return out;
}

QString unreadableReason(const FileSketch &sketch)
{
    const QString name = escapeMarkdown(sketch.file.file.filename);
    switch (sketch.kind) {
    case FileKind::Empty:
        return FileSketchText::tr("%1 is empty (0 bytes): there is nothing to read. Check the file and attach it again.").arg(name);
    case FileKind::Binary:
        return FileSketchText::tr("%1 is neither text nor a text table. This version reads text and CSV or TSV tables only. Export it as "
                                  "plain text or CSV and attach that file.")
            .arg(name);
    case FileKind::Missing:
        return FileSketchText::tr("%1 is no longer stored on this server. Attach it again.").arg(name);
    case FileKind::Table:
    case FileKind::Document:
        break;
    }
    return {};
}

} // namespace desk::server
