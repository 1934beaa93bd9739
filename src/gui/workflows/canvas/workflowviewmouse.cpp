#include "gui/workflows/canvas/workflowview.h"

#include "gui/workflows/canvas/canvasactions.h"
#include "gui/workflows/canvas/noteitem.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/stepmime.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "state/workflows/workflowgraph.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QJsonObject>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

void WorkflowView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceDown);
    if (pans) {
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton) { // a right click chooses what its menu is about
        const NodeId node = m_scene.stepAt(mapToScene(event->pos()));
        if (!m_commands.selection().isSelected(node))
            m_commands.selection().choose(node);
        return;
    }
    finishConnection(false);
    const QPointF point = mapToScene(event->pos());
    for (const QGraphicsItem *under :
         m_commands.isReadOnly() ? QList<QGraphicsItem *>() : m_scene.items(point, Qt::IntersectsItemBoundingRect)) {
        const auto *step = qgraphicsitem_cast<const StepItem *>(under);
        const auto port = step ? step->portAt(step->mapFromScene(point)) : std::nullopt;
        if (!port)
            continue;
        m_connection = Connection{step->node(), *port, NodeId::Root, point, false};
        hintConnection();
        return;
    }
    QGraphicsView::mousePressEvent(event);
    const auto *note = qgraphicsitem_cast<NoteItem *>(m_scene.mouseGrabberItem());
    if (note && !m_commands.isReadOnly())
        grabNote(*note, event->pos());
    const auto *grabbed = qgraphicsitem_cast<StepItem *>(m_scene.mouseGrabberItem());
    if (!grabbed)
        return;
    if (m_commands.selection().isSelected(grabbed->node()))
        m_commands.selection().set(m_commands.selection().selected(), grabbed->node());
    if (!m_commands.isReadOnly())
        m_drag = Drag{event->pos(), grabbed->node(), {}, NodeId::Root};
}

void WorkflowView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        pan(*m_panFrom - event->pos());
        m_panFrom = event->pos();
    } else if (m_connection && !m_connection->byKeys) {
        m_connection->pointer = mapToScene(event->pos());
        NodeId node = m_scene.stepAt(m_connection->pointer);
        const WorkflowGraph &graph = m_commands.graph();
        while (node != NodeId::Root && graph.container(node) != graph.container(m_connection->from))
            node = graph.container(node);
        setConnectionTarget(node == m_connection->from ? NodeId::Root : node);
    } else if (m_drag) {
        dragTo(event->pos());
    } else if (m_noteDrag) {
        dragNote(event->pos());
    } else {
        QGraphicsView::mouseMoveEvent(event);
    }
}

void WorkflowView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        m_panFrom.reset();
        viewport()->setCursor(m_spaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (m_connection && !m_connection->byKeys) {
        finishConnection(true);
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
    if (m_drag)
        finishDrag(event->pos());
    if (m_noteDrag)
        finishNoteDrag();
}

void WorkflowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPointF point = mapToScene(event->pos());
    const NodeId node = m_scene.stepAt(point);
    if (node != NodeId::Root) {
        m_commands.selection().choose(node);
        Q_EMIT activated(node);
        return;
    }
    for (const QGraphicsItem *item : m_scene.items(point)) {
        if (const auto *note = qgraphicsitem_cast<const NoteItem *>(item)) {
            writeNote(note->note().id);
            return;
        }
    }
}

void WorkflowView::beginDrag()
{
    if (!m_commands.selection().isSelected(m_drag->grabbed))
        m_commands.selection().choose(m_drag->grabbed);
    for (const NodeId node : m_commands.selection().outermost())
        m_drag->origins.insert(node, m_scene.itemOf(node)->pos());
}

void WorkflowView::dragTo(const QPoint &position)
{
    if (m_drag->origins.isEmpty()) {
        if ((position - m_drag->press).manhattanLength() < QApplication::startDragDistance())
            return;
        beginDrag();
    }
    const QPointF way = mapToScene(position) - mapToScene(m_drag->press);
    const QPointF origin = m_drag->origins.value(m_drag->grabbed);
    const QPointF snapped = m_scene.geometry().snapped(origin + way) - origin;
    const QList<NodeId> nodes = m_drag->origins.keys();
    for (const NodeId node : nodes) {
        StepItem *item = m_scene.itemOf(node);
        item->setPos(m_drag->origins.value(node) + snapped);
        item->setZValue(1);
    }
    m_scene.routeEdges(nodes);
    m_drag->target = m_scene.containerAt(mapToScene(position), nodes);
    const bool elsewhere = m_drag->target != m_commands.graph().container(m_drag->grabbed);
    setTarget(elsewhere ? m_drag->target : NodeId::Root);
    for (const NodeId node : nodes) // a container clips nothing, so what leaves it is seen
        m_scene.itemOf(node)->setOpacity(elsewhere ? 0.7 : 1);
}

void WorkflowView::finishDrag(const QPoint &position)
{
    const Drag drag = *m_drag;
    m_drag.reset();
    setTarget(NodeId::Root);
    if (drag.origins.isEmpty())
        return;
    const WorkflowGraph &graph = m_commands.graph();
    const StepGeometry &g = m_scene.geometry();
    QList<NodeId> nodes = drag.origins.keys();
    QHash<NodeId, QPointF> positions;
    for (const NodeId node : std::as_const(nodes)) {
        StepItem *item = m_scene.itemOf(node);
        item->setZValue(0);
        item->setOpacity(1);
        const NodeId container = graph.container(node);
        QPointF to = item->pos();
        if (container != NodeId::Root)
            to = QPointF(std::max(to.x(), g.inside().left()), std::max(to.y(), g.inside().top()));
        if (to != drag.origins.value(node))
            positions.insert(node, m_scene.stored(container, to, item->rect().size()));
    }
    std::sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) { return graph.path(a) < graph.path(b); });
    const bool placed = std::any_of(nodes.cbegin(), nodes.cend(), [&](NodeId node) { return graph.position(node).has_value(); });
    if (drag.target == graph.container(drag.grabbed)) {
        if (!positions.isEmpty())
            m_commands.editing().setPositions(positions);
        return;
    }
    const int index = m_scene.indexAt(drag.target, mapToScene(position), nodes);
    if (placed) // where it stood means nothing in another container
        m_commands.editing().clearPositions(nodes);
    m_commands.moveTo(nodes, drag.target, index);
}

void WorkflowView::giveUpDrag()
{
    if (!m_drag)
        return;
    const Drag drag = *m_drag;
    m_drag.reset();
    setTarget(NodeId::Root);
    for (auto it = drag.origins.cbegin(); it != drag.origins.cend(); ++it) {
        if (StepItem *item = m_scene.itemOf(it.key())) {
            item->setPos(it.value());
            item->setZValue(0);
            item->setOpacity(1);
        }
    }
    m_scene.routeEdges(drag.origins.keys());
}

void WorkflowView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_commands.isReadOnly()) {
        QMenu *insert = menu->addMenu(tr("Insert"));
        insert->setObjectName(QStringLiteral("canvasMenuInsert"));
        m_commands.fillInsertMenu(insert);
    }
    menu->addActions(m_commands.all());
    menu->addSeparator();
    menu->addActions(m_actions->all());
    const QRectF rect = m_scene.rectOf(m_commands.selection().current());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey && !rect.isNull() ? viewport()->mapToGlobal(mapFromScene(rect.center())) : event->globalPos());
    event->accept();
}

void WorkflowView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!stepmime::kindIn(event->mimeData()).isEmpty() && !m_commands.isReadOnly())
        event->acceptProposedAction();
    else
        event->ignore();
}

void WorkflowView::dragMoveEvent(QDragMoveEvent *event)
{
    const bool takes = !stepmime::kindIn(event->mimeData()).isEmpty() && !m_commands.isReadOnly();
    event->setAccepted(takes);
    setTarget(takes ? m_scene.containerAt(mapToScene(event->position().toPoint())) : NodeId::Root);
}

void WorkflowView::dragLeaveEvent(QDragLeaveEvent *event)
{
    Q_UNUSED(event)
    setTarget(NodeId::Root);
}

void WorkflowView::dropEvent(QDropEvent *event)
{
    setTarget(NodeId::Root);
    const QString kind = stepmime::kindIn(event->mimeData());
    if (kind.isEmpty() || m_commands.isReadOnly()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    dropKind(kind, mapToScene(event->position().toPoint()));
    setFocus();
}

void WorkflowView::dropKind(const QString &type, const QPointF &point)
{
    m_scene.updateNow();
    const NodeId container = m_scene.containerAt(point);
    const int index = m_scene.indexAt(container, point);
    QJsonObject presets;
    if (m_scene.isPlaced(container)) { // among steps that a person placed it stays where it was dropped
        const StepGeometry &g = m_scene.geometry();
        const StepItem *around = m_scene.itemOf(container);
        const QPointF middle(g.stepSize().width() / 2, g.stepSize().height() / 2);
        QPointF to = g.snapped((around ? around->mapFromScene(point) : point) - middle);
        if (around)
            to = QPointF(std::max(to.x(), g.inside().left()), std::max(to.y(), g.inside().top()));
        to = m_scene.stored(container, to, g.stepSize());
        presets.insert("position"_L1, QJsonObject{{"x"_L1, to.x()}, {"y"_L1, to.y()}});
    }
    m_commands.insert(type, container, index, presets);
}

} // namespace desk
