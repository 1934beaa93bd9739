#include "gui/workflows/canvas/ownkeys.h"

#include <QAction>
#include <QKeyEvent>
#include <QWidget>

namespace desk {

OwnKeys::OwnKeys(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
    widget.installEventFilter(this);
}

bool OwnKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (watched != &m_widget || (!asks && event->type() != QEvent::KeyPress))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(key->key())));
    const QList<QAction *> actions = m_widget.actions();
    for (QAction *action : actions) {
        if (!action->shortcuts().contains(pressed))
            continue;
        if (!asks && !action->isEnabled())
            return false; // the widget may have another use for it
        event->accept();
        if (!asks)
            action->trigger();
        return true;
    }
    return false;
}

} // namespace desk
