#include "gui/shell/windowmenus.h"

#include "gui/actions.h"
#include "gui/shell/editmenu.h"

#include <QActionGroup>
#include <QMenuBar>

namespace desk {

void WindowMenus::fill(QMenuBar &bar, Actions &actions, QMenu &conversation, QMenu &profiles, QMenu &windows)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addAction(actions.newChat);
    file->addAction(actions.openInWindow);
    file->addAction(actions.importChat);
    file->addAction(actions.exportChat);
    file->addSeparator();
    file->addAction(actions.quit);
    QMenu *edit = bar.addMenu(tr("&Edit"));
    EditMenu::fill(*edit);
    edit->addSeparator();
    edit->addAction(actions.find);
    edit->addAction(actions.findEverywhere);
    edit->addSeparator();
    edit->addAction(actions.settings);
    QMenu *view = bar.addMenu(tr("&View"));
    auto *group = new QActionGroup(&bar);
    for (QAction *page : actions.pages()) {
        group->addAction(page);
        view->addAction(page);
    }
    view->addSeparator();
    view->addAction(actions.palette);
    view->addAction(actions.insights);
    view->addAction(actions.refresh);
    bar.addMenu(&conversation);
    bar.addMenu(&profiles);
    bar.addMenu(&windows);
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addAction(actions.shortcuts);
    help->addAction(actions.doctor);
    help->addAction(actions.diagnostics);
    help->addAction(actions.about);
}

} // namespace desk
