#pragma once

#include <QString>
#include <QStringView>

namespace desk {

// A formula of LaTeX as one line of Unicode: "\alpha^2 + \frac{a}{b}" → "α² + a/b". Greek letters, signs, relations, arrows, powers and
// indices, \frac, \sqrt, \text and the styles are understood; matrices and other environments keep their LaTeX, and so does every
// command that is not known. Nothing but layout (\left, \quad, &) is left out. Pure, any thread.
[[nodiscard]] QString mathText(QStringView latex);

} // namespace desk
