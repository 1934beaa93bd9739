#pragma once

#include <QFont>
#include <QIcon>
#include <QString>

namespace desk {

// The round mark of a profile's colour, for menus and buttons; an empty one for no colour, so that names line up.
[[nodiscard]] QIcon profileMark(const QString &colour, const QFont &font);

} // namespace desk
