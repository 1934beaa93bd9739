#pragma once

class QWidget;

namespace desk {

// Takes the Alt letters off the buttons in `parent`: on a page of the main window they would mean the same as the letters of its menus.
// Everything stays reachable by Tab.
void withoutLetters(QWidget &parent);

} // namespace desk
