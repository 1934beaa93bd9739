#include "gui/actions.h"

#include "gui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

namespace desk {

using namespace Qt::StringLiterals;

Actions::Actions(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    newChat = add(u"newChat"_s, tr("&New chat"), u"new-chat"_s, QKeySequence(Qt::CTRL | Qt::Key_N));
    exportChat = add(u"exportChat"_s, tr("&Export or print…"), u"save"_s, QKeySequence(Qt::CTRL | Qt::Key_P));
    importChat = add(u"importChat"_s, tr("&Import conversation…"), {}, {});
    quit = add(u"quit"_s, tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    find = add(u"find"_s, tr("&Find on this page"), u"search"_s, QKeySequence(Qt::CTRL | Qt::Key_F));
    palette = add(u"palette"_s, tr("&Go to or do…"), u"search"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    openInWindow = add(u"openInWindow"_s, tr("Open in new &window"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    insights = add(u"toggleInsights"_s, tr("&Insights of this conversation"), u"thought"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    findEverywhere = add(u"findEverywhere"_s, tr("Search in all &messages…"), u"search"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    refresh = add(u"refresh"_s, tr("&Refresh this page"), u"refresh"_s, QKeySequence(Qt::Key_F5));
    settings = add(u"openSettings"_s, tr("&Settings…"), u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    shortcuts = add(u"shortcuts"_s, tr("&Keyboard shortcuts"), u"keyboard"_s, QKeySequence(Qt::Key_F1));
    doctor = add(u"doctor"_s, tr("&Connection Doctor…"), u"route"_s, {});
    diagnostics = add(u"diagnostics"_s, tr("&Diagnostics…"), u"info"_s, {});
    about = add(u"about"_s, tr("&About Agent Desk"), u"info"_s, {});
    about->setMenuRole(QAction::AboutRole);
}

QAction *Actions::add(const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(Theme::icon(iconName));
    action->setShortcut(shortcut);
    m_window.addAction(action);
    m_all.append(action);
    return action;
}

QAction *Actions::addPage(const QString &key, const QString &title, const QString &iconName)
{
    const auto number = static_cast<int>(m_pages.size()) + 1;
    const QKeySequence shortcut = number <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)) : QKeySequence();
    QAction *action = add(u"page:"_s + key, title, iconName, shortcut);
    action->setCheckable(true);
    action->setData(iconName);
    action->setIconText(title);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? title : tr("%1 (%2)", "page, its keys").arg(title, keys));
    m_pages.append(action);
    return action;
}

QList<QAction *> Actions::withShortcuts() const
{
    QList<QAction *> result;
    for (QAction *action : m_all + m_ofPages) {
        if (!action->shortcut().isEmpty())
            result.append(action);
    }
    return result;
}

} // namespace desk
