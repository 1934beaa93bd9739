#include "gui/keycollisions.h"

#include <QAbstractButton>
#include <QAction>
#include <QGroupBox>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

struct Key {
    QKeySequence keys;
    Qt::ShortcutContext context = Qt::WindowShortcut;
    const QWidget *at = nullptr;
    const QObject *owner = nullptr;
    QString name;
    bool isLetter = false; // of a text
};

void addMenu(QList<Key> &keys, const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addMenu(keys, *action->menu());
        if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
            continue; // shown here, and counts elsewhere
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append({sequence, Qt::WindowShortcut, menu.window(), action, action->text()});
    }
}

void addActions(QList<Key> &keys, const QWidget &widget)
{
    const QList<QAction *> actions = widget.actions();
    for (const QAction *action : actions) {
        if (qobject_cast<const QMenuBar *>(&widget)) {
            keys.append({QKeySequence::mnemonic(action->text()), Qt::WindowShortcut, &widget, action, action->text(), true});
            if (action->menu())
                addMenu(keys, *action->menu());
            continue;
        }
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append({sequence, action->shortcutContext(), &widget, action, action->text()});
    }
}

void addLetters(QList<Key> &keys, const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const bool isLetter = button->shortcut() == QKeySequence::mnemonic(button->text());
        keys.append({button->shortcut(), Qt::WindowShortcut, button, button, button->text(), isLetter});
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->buddy()) {
        keys.append({QKeySequence::mnemonic(label->text()), Qt::WindowShortcut, label, label, label->text(), true});
    } else if (const auto *group = qobject_cast<const QGroupBox *>(&widget)) {
        keys.append({QKeySequence::mnemonic(group->title()), Qt::WindowShortcut, group, group, group->title(), true});
    }
}

QList<Key> keysOf(QWidget &window)
{
    QList<Key> keys;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.prepend(&window);
    for (QWidget *widget : std::as_const(widgets)) {
        if (widget->window() != &window || !widget->isVisibleTo(&window))
            continue;
        addActions(keys, *widget);
        addLetters(keys, *widget);
        const QList<QShortcut *> shortcuts = widget->findChildren<QShortcut *>(QString(), Qt::FindDirectChildrenOnly);
        for (const QShortcut *shortcut : shortcuts) {
            const QString name = shortcut->objectName().isEmpty() ? u"a shortcut of "_s + widget->objectName() : shortcut->objectName();
            for (const QKeySequence &sequence : shortcut->keys())
                keys.append({sequence, shortcut->context(), widget, shortcut, name});
        }
    }
    keys.removeIf([](const Key &key) { return key.keys.isEmpty(); });
    return keys;
}

bool isAround(const QWidget *outer, const QWidget *inner)
{
    return outer == inner || outer->isAncestorOf(inner);
}

bool canBeActiveTogether(const Key &a, const Key &b)
{
    const auto isWide = [](const Key &key) { return key.context == Qt::WindowShortcut || key.context == Qt::ApplicationShortcut; };
    if (isWide(a) || isWide(b))
        return true;
    const bool aHolds = a.context == Qt::WidgetWithChildrenShortcut;
    const bool bHolds = b.context == Qt::WidgetWithChildrenShortcut;
    return a.at == b.at || (aHolds && isAround(a.at, b.at)) || (bHolds && isAround(b.at, a.at));
}

} // namespace

QStringList keyCollisions(QWidget &window)
{
    QStringList problems;
    const QList<Key> keys = keysOf(window);
    for (qsizetype i = 0; i < keys.size(); ++i) {
        for (qsizetype k = i + 1; k < keys.size(); ++k) {
            const Key &a = keys.at(i);
            const Key &b = keys.at(k);
            if (a.owner != b.owner && a.keys.matches(b.keys) != QKeySequence::NoMatch && canBeActiveTogether(a, b))
                problems << u"%1: \"%2\" and \"%3\""_s.arg(a.keys.toString(), a.name, b.name);
        }
    }
    problems.removeDuplicates();
    return problems;
}

QStringList keysInUse(QWidget &window)
{
    QStringList all;
    const QList<Key> keys = keysOf(window);
    for (const Key &key : keys) {
        if (!key.isLetter)
            all << key.keys.toString(QKeySequence::NativeText);
    }
    all.removeDuplicates();
    return all;
}

} // namespace desk::test
