#pragma once

#include <QCoreApplication>

class QMenu;
class QMenuBar;

namespace desk {

class Actions;

// The menus of the main window. To add a command: an action in Actions, one line here, and whoever does it connects it.
class WindowMenus
{
    Q_DECLARE_TR_FUNCTIONS(desk::WindowMenus)
public:
    static void fill(QMenuBar &bar, Actions &actions, QMenu &conversation, QMenu &profiles, QMenu &windows);
};

} // namespace desk
