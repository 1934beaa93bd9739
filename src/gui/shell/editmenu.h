#pragma once

#include <QCoreApplication>

class QMenu;

namespace desk {

// Cut, copy, paste, select all: they hand the usual keys to whatever has the focus.
class EditMenu
{
    Q_DECLARE_TR_FUNCTIONS(desk::EditMenu)
public:
    static void fill(QMenu &menu);
};

} // namespace desk
