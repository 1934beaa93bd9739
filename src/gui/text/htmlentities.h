#pragma once

#include <QString>
#include <QStringView>

namespace desk {

// "&amp;", "&#8364;", "&#x20AC;" → the character; names we do not know stay as they are. Pure.
[[nodiscard]] QString decodeEntity(QStringView entity);

} // namespace desk
