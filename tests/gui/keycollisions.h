#pragma once

#include <QStringList>

class QWidget;

namespace desk::test {

// What a key would mean two things of at once: then it does nothing. Of what is visible in this window now, with the letters of its texts.
QStringList keyCollisions(QWidget &window);

// The keys of everything visible in the window, without the letters of texts, as people read them.
QStringList keysInUse(QWidget &window);

} // namespace desk::test
