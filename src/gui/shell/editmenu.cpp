#include "gui/shell/editmenu.h"

#include "gui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace desk {

void EditMenu::fill(QMenu &menu)
{
    const auto forward = [&menu](const QString &text, const QString &iconName, QKeySequence::StandardKey key) {
        QAction *action = menu.addAction(text);
        if (!iconName.isEmpty())
            action->setIcon(Theme::icon(iconName));
        action->setShortcut(key);
        // The focused widget knows these keys itself. In this context they are shown, but never taken from it.
        action->setShortcutContext(Qt::WidgetShortcut);
        QObject::connect(action, &QAction::triggered, action, [key] {
            const QKeyCombination keys = QKeySequence(key)[0];
            QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
            if (QWidget *focus = QApplication::focusWidget())
                QCoreApplication::sendEvent(focus, &press);
        });
    };
    forward(tr("Cu&t"), {}, QKeySequence::Cut);
    forward(tr("&Copy"), u"copy"_s, QKeySequence::Copy);
    forward(tr("&Paste"), {}, QKeySequence::Paste);
    forward(tr("Select &all"), {}, QKeySequence::SelectAll);
}

} // namespace desk
