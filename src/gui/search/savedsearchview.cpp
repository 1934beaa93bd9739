#include "gui/search/savedsearchview.h"

#include "gui/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace desk {

SavedSearchView::SavedSearchView(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"savedSearches"_s);
    setAccessibleName(tr("Saved searches"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    connect(this, &QListWidget::itemClicked, this, &SavedSearchView::opened);
}

void SavedSearchView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter || event->key() == Qt::Key_Delete) { // not for the dialog, which would open a hit
        event->accept();
        if (state() == EditingState || currentItem() == nullptr)
            return;
        isEnter ? opened(currentItem()) : removeRequested(currentItem());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void SavedSearchView::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentItem() == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"savedSearchMenu"_s);
    const auto add = [this, menu](const QString &icon, const QString &text, auto run) {
        menu->addAction(Theme::icon(icon), text, this, [this, run] {
            if (currentItem() != nullptr) // the list may have been filled anew meanwhile
                (this->*run)(currentItem());
        });
    };
    add(u"search"_s, tr("Search"), &SavedSearchView::opened);
    add(u"edit"_s, tr("Rename"), &QListWidget::editItem);
    add(u"delete"_s, tr("Delete"), &SavedSearchView::removeRequested);
    const QPoint atRow = viewport()->mapToGlobal(visualItemRect(currentItem()).center());
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : atRow);
}

} // namespace desk
