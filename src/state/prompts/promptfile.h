#pragma once

#include "domain/result.h"
#include "state/prompts/savedprompt.h"

#include <QCoreApplication>
#include <QList>

namespace desk {

// Prompts as a file for colleagues: JSON that people can read and a version control can compare. What is written is read again without a
// loss, but for how often each was used. Reading takes nothing on trust: sizes, kinds and characters are checked, and a file that is
// wrong anywhere gives nothing.
class PromptFile
{
    Q_DECLARE_TR_FUNCTIONS(desk::PromptFile)
public:
    static constexpr qint64 maxBytes = 8 * 1024 * 1024;
    static constexpr qsizetype maxPrompts = 2000;

    [[nodiscard]] static QByteArray write(const QList<SavedPrompt> &prompts);
    [[nodiscard]] static Result<QList<SavedPrompt>> read(const QByteArray &bytes); // without ids and uses
    [[nodiscard]] static Result<QList<SavedPrompt>> readFrom(const QString &path);
};

} // namespace desk
