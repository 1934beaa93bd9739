#pragma once

#include <QString>

class QPlainTextEdit;

namespace desk {

// Exactly what stands in the field, line by line: toPlainText() makes blanks of no-break spaces.
[[nodiscard]] QString exactText(const QPlainTextEdit *field);

} // namespace desk
