#pragma once

#include <QStringList>
#include <QWidget>

namespace desk::test {

// What an eye would stumble over among the visible widgets of a window: words of a label or a button that are cut, one that sticks out of
// what holds it, controls that lie over each other, parts of a message beside its row. A line to write in may hold more than it shows: it
// scrolls. An ElidedLabel is shortened on purpose. Each entry names one widget and one fault; empty is good.
[[nodiscard]] QStringList layoutProblems(const QWidget &window);

// All of that, and what namingProblems() finds; a line each.
[[nodiscard]] QString lookProblems(const QWidget &window);

} // namespace desk::test
