#include "gui/workflows/outline/workflowoutline.h"

#include "gui/workflows/canvas/ownkeys.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/outline/steptreemodel.h"
#include "gui/workflows/stepdelegate.h"
#include "gui/workflows/stepmodel.h"
#include "state/workflows/workflowgraph.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace desk {

using namespace Qt::StringLiterals;

WorkflowOutline::WorkflowOutline(StepCommands &commands, QWidget *parent)
    : QTreeView(parent)
    , m_commands(commands)
    , m_model(new StepTreeModel(commands, this))
{
    static_assert(int(StepTreeModel::TypeRole) == int(StepModel::TypeRole) && int(StepTreeModel::TitleRole) == int(StepModel::TitleRole) &&
                  int(StepTreeModel::SummaryRole) == int(StepModel::SummaryRole) &&
                  int(StepTreeModel::IconNameRole) == int(StepModel::IconNameRole)); // the delegate is the same
    setObjectName(u"workflowOutline"_s);
    setAccessibleName(tr("Steps of the workflow"));
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    header()->hide();
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setExpandsOnDoubleClick(false);
    expandAll();
    commands.addTo(this);
    new OwnKeys(*this);
    connect(&commands.selection(), &StepSelection::selectedChanged, this, &WorkflowOutline::showSelection);
    connect(&commands.selection(), &StepSelection::currentChanged, this, &WorkflowOutline::showSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &container) { expand(container); });
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &WorkflowOutline::showSelection);
    connect(m_model, &StepTreeModel::renameRefused, this,
            [this](const QString &id) { Q_EMIT refused(tr("“%1” cannot be the id of this step: it is empty or taken.").arg(id)); });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT activatedStep(m_model->nodeOf(index)); });
    showSelection();
}

void WorkflowOutline::showSelection()
{
    if (m_showing || !selectionModel())
        return;
    m_showing = true;
    const StepSelection &selection = m_commands.selection();
    QItemSelection items;
    for (const NodeId node : selection.selected()) {
        const QModelIndex index = m_model->indexOf(node);
        if (index.isValid())
            items.select(index, index);
    }
    const QModelIndex current = m_model->indexOf(selection.current());
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(items, QItemSelectionModel::ClearAndSelect);
    if (current.isValid())
        scrollTo(current);
    m_showing = false;
}

void WorkflowOutline::takeSelection()
{
    if (m_showing || !selectionModel())
        return;
    m_showing = true;
    QList<NodeId> nodes;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        nodes.append(m_model->nodeOf(index));
    m_commands.selection().set(nodes, m_model->nodeOf(currentIndex()));
    m_showing = false;
}

void WorkflowOutline::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    takeSelection();
}

void WorkflowOutline::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    takeSelection();
}

void WorkflowOutline::keyPressEvent(QKeyEvent *event)
{
    const NodeId current = m_commands.selection().current();
    if (event->key() == Qt::Key_Insert) {
        openInsertMenu();
    } else if (event->key() == Qt::Key_F2) {
        edit(currentIndex());
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current != NodeId::Root && state() != EditingState) {
        Q_EMIT activatedStep(current);
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void WorkflowOutline::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    openMenu(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
    event->accept();
}

void WorkflowOutline::openInsertMenu()
{
    if (m_commands.isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"outlineInsertMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands.fillInsertMenu(menu);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void WorkflowOutline::openMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"outlineMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_commands.isReadOnly()) {
        QMenu *insert = menu->addMenu(tr("Insert"));
        m_commands.fillInsertMenu(insert);
        menu->addAction(tr("Rename"), this, [this] { edit(currentIndex()); })->setEnabled(currentIndex().isValid());
        fillConnectMenu(menu);
        menu->addSeparator();
    }
    menu->addActions(m_commands.all());
    menu->popup(global);
}

void WorkflowOutline::openConnectMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"outlineConnectMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillConnectMenu(menu);
    menu->popup(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void WorkflowOutline::fillConnectMenu(QMenu *menu)
{
    const NodeId current = m_commands.selection().current();
    if (current == NodeId::Root || m_commands.isReadOnly())
        return;
    using Port = WorkflowEditing::Port;
    if (m_commands.graph().type(current) == "condition"_L1) {
        QMenu *yes = menu->addMenu(tr("If true, go to"));
        yes->setObjectName(u"connectThen"_s);
        fillTargets(yes, Port::Then);
        QMenu *no = menu->addMenu(tr("If not, go to"));
        no->setObjectName(u"connectElse"_s);
        fillTargets(no, Port::Else);
    } else {
        QMenu *next = menu->addMenu(tr("Put behind it"));
        next->setObjectName(u"connectNext"_s);
        fillTargets(next, Port::Next);
    }
}

void WorkflowOutline::fillTargets(QMenu *menu, WorkflowEditing::Port port)
{
    const WorkflowGraph &graph = m_commands.graph();
    const NodeId from = m_commands.selection().current();
    if (port != WorkflowEditing::Port::Next) {
        menu->addAction(tr("The next step"), this, [this, from, port] { m_commands.editing().disconnectSteps(from, port); });
        menu->addSeparator();
    }
    for (const NodeId node : graph.children(graph.container(from))) {
        if (node == from)
            continue;
        QString title = graph.title(node).left(80).simplified();
        title.replace(u'&', u"&&"_s); // no letter of a foreign text is a mnemonic
        menu->addAction(title, this, [this, from, port, node] { m_commands.connectTo(from, port, node); });
    }
    menu->setEnabled(!menu->isEmpty());
}

} // namespace desk
