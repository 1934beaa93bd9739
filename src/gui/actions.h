#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace desk {

// Every action of the window, with its shortcut and object name: menus, buttons and the list of shortcuts all show these.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget &window);

    // A page's action: checkable, in the order of their calls Ctrl+1, Ctrl+2, …
    QAction *addPage(const QString &key, const QString &title, const QString &iconName);
    [[nodiscard]] const QList<QAction *> &pages() const { return m_pages; }
    [[nodiscard]] QList<QAction *> withShortcuts() const; // for the list of shortcuts, in menu order

    // Cut, copy, paste, select all: they hand the usual keys to whatever has the focus.
    void fillEditMenu(QMenu &menu);

    QAction *newChat;
    QAction *exportChat;
    QAction *quit;
    QAction *find;
    QAction *findEverywhere;
    QAction *refresh;
    QAction *settings;
    QAction *shortcuts;
    QAction *doctor;
    QAction *diagnostics;
    QAction *about;

private:
    QAction *add(const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &shortcut);

    QWidget &m_window;
    QList<QAction *> m_pages;
    QList<QAction *> m_all;
};

} // namespace desk
