#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace desk {

// Foreign text on its way into a file of text: lines end with "\n" only, a tab stays, and other control characters become visible
// signs, so that no terminal obeys them (REND-11). Pure.
[[nodiscard]] QString harmlessText(QStringView text);
[[nodiscard]] QStringList harmlessLines(QStringView text);

// The same for code, names and arguments of tools: characters that are not seen, or turn the reading direction around, are spelled out,
// ⟨U+202E⟩, because what is not seen there is not what runs (REND-10).
[[nodiscard]] QString visibleText(QStringView text);

// harmlessText in one line of at most `most` characters, and without characters that turn the reading direction around: for titles and
// names.
[[nodiscard]] QString harmlessLine(QStringView text, qsizetype most = 300);

// A file name from a title: no path, control, direction or reserved character, no name Windows keeps for itself, no dot or blank at an
// end, at most 100 characters; `fallback` where nothing is left (REND-17). suffix comes with its dot.
[[nodiscard]] QString safeFileName(QStringView title, const QString &fallback, const QString &suffix);

} // namespace desk
