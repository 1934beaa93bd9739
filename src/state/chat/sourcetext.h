#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk {

// What can be made of a document by its name, before a byte of it is fetched (CH-57).
enum class SourceKind {
    Text, // also what has no known ending: the bytes decide
    Markdown,
    Picture,
    Pdf,
    Other // archives, office files, sound: only saved
};

[[nodiscard]] SourceKind sourceKindOf(const QString &filename); // pure

// The bytes of a document as text: UTF-8, UTF-16 by mark or by look, else Windows-1252; lines end in \n. Nothing when they are no text, or
// text that nobody reads (PDF, RTF, PostScript). `isCut`: the bytes end in the middle. Pure, any thread.
[[nodiscard]] std::optional<QString> sourceText(const QByteArray &bytes, bool isCut);

} // namespace desk
