#include "gui/text/isolated.h"

namespace desk {

QString isolated(const QString &text)
{
    static constexpr QChar firstStrong(0x2068);
    static constexpr QChar pop(0x2069);
    return text.isEmpty() ? text : firstStrong + text + pop;
}

} // namespace desk
