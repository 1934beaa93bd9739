#include "gui/widgets/iconbutton.h"

#include "gui/theme.h"

#include <QToolButton>

namespace desk {

QToolButton *iconButton(QWidget *parent, const QString &objectName, const QString &icon, const QString &text)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(objectName);
    made->setIcon(Theme::icon(icon));
    made->setAutoRaise(true);
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace desk
