#include "gui/agents/agentlist.h"

#include "gui/agents/agentdelegate.h"
#include "gui/widgets/emptyhint.h"
#include "state/models/agentlistmodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

AgentList::AgentList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"agentList"_s);
    setAccessibleName(tr("Agents"));
    setItemDelegate(new AgentDelegate(this));
    setUniformItemSizes(true); // thousands of rows
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*this, tr("No agent matches the search."));
}

AgentId AgentList::currentId() const
{
    return AgentId(currentIndex().data(AgentListModel::IdRole).toString());
}

QList<AgentId> AgentList::chosen() const
{
    QModelIndexList indexes = selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<AgentId> ids;
    for (const QModelIndex &index : std::as_const(indexes))
        ids.append(AgentId(index.data(AgentListModel::IdRole).toString()));
    return ids;
}

void AgentList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const QList<AgentId> ids = chosen();
    if (plain && key == Qt::Key_Delete && !ids.isEmpty())
        Q_EMIT removeRequested(ids);
    else if (plain && key == Qt::Key_F2 && ids.size() == 1)
        Q_EMIT editRequested(ids.constFirst());
    else if (event->modifiers() == Qt::ControlModifier && key == Qt::Key_D && !ids.isEmpty())
        Q_EMIT favouriteRequested(ids);
    else
        QListView::keyPressEvent(event);
}

void AgentList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosenMoved();
}

void AgentList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT chosenMoved();
}

void AgentList::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<AgentId> ids = chosen();
    if (ids.isEmpty())
        return;
    const QPoint atRow = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(ids, event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : atRow);
}

} // namespace desk
