#pragma once

#include <QStringList>
#include <QWidget>

namespace desk::test {

// What a person without a mouse or without sight would miss among the visible widgets of a window. Each entry names one widget and
// one fault; empty is good. The window must be active: the Tab key is really pressed.
[[nodiscard]] QStringList namingProblems(const QWidget &window);
[[nodiscard]] QStringList tabbingProblems(QWidget &window);

} // namespace desk::test
