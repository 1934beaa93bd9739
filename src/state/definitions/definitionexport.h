#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/files/definitionfolder.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// Definitions into one file or a folder of files, beside the thread of the windows (AG-26, D-62). What is there already is replaced only
// when that was said. Secrets are left out and named. One at a time; lives in the GUI thread.
class DefinitionExport : public QObject
{
    Q_OBJECT
public:
    struct Request {
        QList<FileDefinition> definitions;
        DefinitionFormat format = DefinitionFormat::Yaml;
        QString path; // of the file, or of the folder
        bool isFolder = false;
        bool replaces = false; // files of these names that say something else
    };
    struct Outcome {
        std::optional<Error> error; // nothing was written: Storage, Invalid, or Conflict with inTheWay
        QStringList inTheWay;       // files that are there already and say something else
        QStringList written;        // names of files
        QStringList unchanged;      // said the same already
        QList<DefinitionFolder::Fault> faults;
        QList<OmittedSecret> omitted;
    };

    using QObject::QObject;

    void start(const Request &request); // while one is under way: nothing
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    [[nodiscard]] static Outcome write(const Request &request); // the work itself: any thread

Q_SIGNALS:
    void finished(const desk::DefinitionExport::Outcome &outcome);

private:
    bool m_isRunning = false;
};

} // namespace desk
