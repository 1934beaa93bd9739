#pragma once

#include <QString>

namespace desk {

// For painting into a place whose direction is the window's: the text in its own direction, so that neither its full stop nor the groups
// of a number ("115 293") change sides there (isolates, UAX #9). Never for what is copied, compared or read aloud.
[[nodiscard]] QString isolated(const QString &text);

} // namespace desk
