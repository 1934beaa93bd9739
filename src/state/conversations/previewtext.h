#pragma once

#include <QString>
#include <QStringView>

namespace desk {

// The beginning of a message as one line of plain words, for lists: headings, list marks, emphasis, code marks, tables and link addresses
// of its Markdown are gone, what is only a sign ("2 * 3", snake_case) stays. The text may be cut anywhere. Reads and gives a few hundred
// characters at most, whatever comes. Hostile as before: show it through displayLine(). Pure.
[[nodiscard]] QString previewText(QStringView markdown);

} // namespace desk
