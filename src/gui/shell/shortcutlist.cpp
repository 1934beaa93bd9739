#include "gui/shell/shortcutlist.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString plain(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        result += text.at(i);
    }
    return result;
}

// Menus are windows, too, but belong to the one they open from.
bool belongsTo(const QObject *object, const QWidget &window)
{
    for (; object != nullptr; object = object->parent()) {
        if (object == &window)
            return true;
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget != nullptr && widget->isWindow() && qobject_cast<const QMenu *>(widget) == nullptr)
            return false;
    }
    return false;
}

QString placeOf(const QAction &action)
{
    if (action.shortcutContext() == Qt::WindowShortcut || action.shortcutContext() == Qt::ApplicationShortcut)
        return {};
    const QList<QObject *> objects = action.associatedObjects();
    for (const QObject *object : objects) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget != nullptr && qobject_cast<const QMenu *>(widget) == nullptr)
            return widget->accessibleName();
    }
    return {};
}

QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

} // namespace

QList<ShortcutList::Row> ShortcutList::of(const QList<QAction *> &first, const QWidget &window)
{
    QList<Row> rows;
    const auto add = [&rows](const Row &row) {
        if (!row.keys.isEmpty() && !row.what.isEmpty() && !rows.contains(row))
            rows.append(row);
    };
    for (const QAction *action : first)
        add({plain(action->text()), keysOf(*action), placeOf(*action)});
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        // An entry of a menu that shows the keys of a command stands for that command.
        const bool isEntry = action->shortcutContext() == Qt::WidgetShortcut && placeOf(*action).isEmpty();
        const bool isListed = isEntry && std::any_of(rows.cbegin(), rows.cend(), [action](const Row &row) {
                                  return row.what == plain(action->text()) && row.keys == keysOf(*action);
                              });
        if (belongsTo(action, window) && !isListed)
            add({plain(action->text()), keysOf(*action), placeOf(*action)});
    }
    const QList<QAbstractButton *> buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (belongsTo(button, window) && !button->shortcut().isEmpty() && button->shortcut() != QKeySequence::mnemonic(button->text()))
            add({button->accessibleName().isEmpty() ? plain(button->text()) : button->accessibleName(),
                 button->shortcut().toString(QKeySequence::NativeText), QString()});
    }
    return rows;
}

} // namespace desk
