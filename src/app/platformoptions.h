#pragma once

#include <QStringList>

namespace desk {

// Both take a command line with the program's name first, before there is an application object.

// Without the options that Qt takes for itself when it opens a window (-platform, -style, -session …) and their values.
[[nodiscard]] QStringList withoutPlatformOptions(const QStringList &arguments);

// Whether nothing says where a window could be shown. Qt would end the process by a signal then. Only on Linux; elsewhere there is always
// a display. Where one is named, whether it answers is not asked.
[[nodiscard]] bool isDisplayMissing(const QStringList &arguments);

} // namespace desk
