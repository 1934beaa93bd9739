#pragma once

#include "domain/definition.h"
#include "state/definitions/exchange/importitem.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace desk {

// What an import would do, before anything is done (AG-06, D-62). What a file does not say stays as the server has it; secrets that were
// left out of the file are taken from the definition of the same name there, where the file says the same of what they are for. Pure, any
// thread.
class DefinitionImportPlan
{
    Q_DECLARE_TR_FUNCTIONS(desk::DefinitionImportPlan)
public:
    struct Rules {
        DefinitionKind kind = DefinitionKind::Unknown;
        // What is particular to the kind. Of an item that is New, Same or Changed: what stops it, is missing or had better be looked at.
        // `source` is what the file says. Runs in any thread.
        std::function<void(ImportItem &item, const QJsonObject &source)> check = {};
    };

    [[nodiscard]] static QList<ImportItem> make(const ImportSource &source, const QList<QJsonObject> &server, const Rules &rules);
    // One definition in any file, or all of the folders among the paths. Reads files: not in the GUI thread.
    [[nodiscard]] static ImportSource read(const QStringList &paths);

private:
    [[nodiscard]] static QString otherKind(DefinitionKind kind);
    [[nodiscard]] static QString fixedThere(DefinitionKind kind);
    [[nodiscard]] static QString twice(DefinitionKind kind);
    [[nodiscard]] static ImportItem itemOf(const FileDefinition &definition, const QJsonObject *before, const Rules &rules);
};

} // namespace desk
