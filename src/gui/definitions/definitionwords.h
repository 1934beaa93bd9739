#pragma once

#include "domain/definition.h"

#include <QCoreApplication>
#include <QString>

namespace desk {

// What the windows of export, import and promotion say of each kind of definition. Pure.
class DefinitionWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::DefinitionWords)
public:
    [[nodiscard]] static QString one(DefinitionKind kind); // the head of a column
    [[nodiscard]] static QString icon(DefinitionKind kind);
    [[nodiscard]] static QString fileName(DefinitionKind kind); // of several in one file, without its ending

    [[nodiscard]] static QString exportTitle(DefinitionKind kind, int count);
    [[nodiscard]] static QString notExported(DefinitionKind kind, int count);

    [[nodiscard]] static QString importTitle(DefinitionKind kind);
    [[nodiscard]] static QString importButton(DefinitionKind kind, int count); // with its mnemonic
    [[nodiscard]] static QString noneYet(DefinitionKind kind);
    [[nodiscard]] static QString noneFound(DefinitionKind kind);
    [[nodiscard]] static QString chooseSome(DefinitionKind kind);

    [[nodiscard]] static QString promoteTitle(DefinitionKind kind, int count);
    [[nodiscard]] static QString promoteButton(DefinitionKind kind, int count);    // with its mnemonic
    [[nodiscard]] static QString productionChange(DefinitionKind kind, int count); // %1: the profile
};

} // namespace desk
