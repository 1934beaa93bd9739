#include "gui/insights/insightlist.h"

#include "gui/insights/insightdelegate.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "state/models/insightmodel.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

InsightList::InsightList(const QString &emptyText, QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new InsightDelegate(this));
    setUniformItemSizes(true); // thousands of rows
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*this, emptyText);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &InsightList::watchEnd);
    connect(this, &QListView::doubleClicked, this, [this] { Q_EMIT editRequested(currentId()); });
}

void InsightList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    if (model)
        connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &InsightList::watchEnd, Qt::UniqueConnection);
}

void InsightList::watchEnd()
{
    const QScrollBar *bar = verticalScrollBar();
    if (isVisible() && bar->value() > 0 && bar->maximum() - bar->value() < viewport()->height())
        Q_EMIT nearEnd();
}

InsightId InsightList::currentId() const
{
    return InsightId(currentIndex().data(InsightModel::IdRole).toString());
}

QList<InsightId> InsightList::chosen() const
{
    QModelIndexList indexes = selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<InsightId> ids;
    for (const QModelIndex &index : std::as_const(indexes))
        ids.append(InsightId(index.data(InsightModel::IdRole).toString()));
    return ids;
}

// The one below is at hand when one goes, as in a mail box. Before the selection model takes the one above.
void InsightList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    if (current >= start && current <= end && end + 1 < model()->rowCount(parent))
        setCurrentIndex(model()->index(end + 1, 0, parent));
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void InsightList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && key == Qt::Key_Delete && !chosen().isEmpty())
        Q_EMIT removeRequested(chosen());
    else if (plain && (key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT editRequested(currentId());
    else
        QListView::keyPressEvent(event);
}

void InsightList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

void InsightList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void InsightList::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<InsightId> ids = chosen();
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"insightMenu"_s);
    const InsightId id = currentId();
    QAction *edit = menu->addAction(Theme::icon(u"edit"_s), tr("Edit…"), this, [this, id] { Q_EMIT editRequested(id); });
    edit->setEnabled(ids.size() == 1);
    menu->addAction(Theme::icon(u"delete"_s), tr("Delete"), this, [this, ids] { Q_EMIT removeRequested(ids); });
    const QPoint atRow = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : atRow);
}

} // namespace desk
