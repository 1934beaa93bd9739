#pragma once

#include "state/definitions/files/definitionfile.h"

#include <QCoreApplication>

namespace desk {

// Many definitions as a folder, one file each, to be kept in git (D-62). Reads and writes files: off the GUI thread where there may be
// many. Nothing outside the folder is touched: links in it are neither followed nor replaced.
class DefinitionFolder
{
    Q_DECLARE_TR_FUNCTIONS(desk::DefinitionFolder)
public:
    static constexpr qsizetype mostFiles = 20'000;

    struct Fault {
        QString file; // its name in the folder
        Error error;
    };
    struct Written {
        QStringList written;   // names of files, new or changed
        QStringList unchanged; // and not touched: also those in which only the line ends differ
        QList<Fault> faults;
        QList<OmittedSecret> omitted;
    };
    struct Read {
        QStringList files; // the file of each definition
        QList<FileDefinition> definitions;
        QList<Fault> faults;
    };

    // "<machine name>.agent.yaml": the same for the same definition, possible on Windows, macOS and Linux, and different from all others
    // of the list even where case does not count. A name that had to be changed for that has letters of its checksum in it.
    [[nodiscard]] static QStringList fileNames(const QList<FileDefinition> &definitions, DefinitionFormat format);

    // Makes the folder. Each file is whole or as it was; the failure of one does not keep the others. Other files stay. Kind::Storage when
    // there is no such folder and none can be made.
    [[nodiscard]] static Result<Written> write(const QString &folder, const QList<FileDefinition> &definitions, DefinitionFormat format,
                                               const DefinitionFileOptions &options = {});
    // All *.json, *.yaml and *.yml by their names, not those of folders within. Kind::Storage when it is no folder or has too many files.
    [[nodiscard]] static Result<Read> read(const QString &folder);
};

} // namespace desk
