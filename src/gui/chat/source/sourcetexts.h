#pragma once

#include "domain/file.h"

namespace desk {

// "report.pdf, page 3", "notes.txt, line 12", or the name alone; displayable, the name at most `length` characters.
[[nodiscard]] QString sourcePlace(const Citation &citation, qsizetype length);

} // namespace desk
