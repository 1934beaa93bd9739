#include "gui/shell/shortcutsdialog.h"

#include "gui/shell/shortcutlist.h"
#include "gui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(u"shortcutsDialog"_s);
    auto *list = new QTreeWidget(this);
    list->setObjectName(u"shortcutList"_s);
    list->setAccessibleName(windowTitle());
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Action"), tr("Keys"), tr("Where", "what has to have the focus")});
    const auto add = [list](const QString &what, const QString &keys, const QString &where = {}) {
        new QTreeWidgetItem(list, {what, keys, where});
    };
    const QList<ShortcutList::Row> rows = ShortcutList::of(actions, parent != nullptr ? *parent->window() : *this);
    for (const ShortcutList::Row &row : rows)
        add(row.what, row.keys, row.where);
    add(tr("Next field, previous field"), tr("Tab, Shift+Tab"));
    add(tr("Open what is chosen in a list"), tr("Enter"));
    add(tr("Menu bar"), tr("Alt, or F10"));
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    list->setCurrentItem(list->topLevelItem(0));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(Theme::space(this, 84), Theme::space(this, 72));
}

} // namespace desk
