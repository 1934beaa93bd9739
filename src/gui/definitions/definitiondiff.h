#pragma once

#include "gui/definitions/linediff.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk {

// One difference between two versions of a definition, in words for people.
struct DiffRow {
    QString field; // "Tool servers › search › command"
    QList<DiffLine> before;
    QList<DiffLine> after;

    bool operator==(const DiffRow &) const = default;
};

// What is different between two versions, without what changes by itself (definitioncontent.h). Values of `env` and `headers` are never in
// it: it says that they are others, not which. All of it is safe to show.
class DefinitionDiff
{
    Q_DECLARE_TR_FUNCTIONS(desk::DefinitionDiff)
public:
    static constexpr qsizetype mostRows = 500; // the last one says how many more there are

    [[nodiscard]] static QList<DiffRow> rows(const QJsonObject &before, const QJsonObject &after);
    [[nodiscard]] static QString text(const DiffRow &row); // to be copied: the field, then each side with its name
};

} // namespace desk
