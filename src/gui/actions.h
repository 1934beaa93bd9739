#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
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
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }
    [[nodiscard]] QList<QAction *> withShortcuts() const;              // for the list of shortcuts, in menu order, those of pages behind
    void list(const QList<QAction *> &ofPage) { m_ofPages += ofPage; } // not owned

    QAction *newChat;
    QAction *exportChat;
    QAction *importChat;
    QAction *quit;
    QAction *find;
    QAction *palette;
    QAction *openInWindow;
    QAction *insights; // of the open conversation, beside it
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
    QList<QAction *> m_ofPages;
};

} // namespace desk
