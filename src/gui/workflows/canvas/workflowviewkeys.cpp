#include "gui/workflows/canvas/workflowview.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "state/workflows/workflowgraph.h"

#include <QKeyEvent>

#include <cmath>
#include <limits>

namespace desk {

namespace {

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void WorkflowView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceDown = true;
        viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_drag && !m_drag->origins.isEmpty()) {
        giveUpDrag();
        return;
    }
    if (m_connection && connectionKey(event))
        return;
    if (walkKey(event) || stepKey(event))
        return;
    event->ignore(); // not to QGraphicsView, which scrolls by arrows of its own
}

void WorkflowView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceDown = false;
        viewport()->unsetCursor();
    }
    QGraphicsView::keyReleaseEvent(event);
}

void WorkflowView::focusOutEvent(QFocusEvent *event)
{
    m_spaceDown = false;
    viewport()->unsetCursor();
    QGraphicsView::focusOutEvent(event);
}

bool WorkflowView::walkKey(QKeyEvent *event)
{
    const WorkflowGraph &graph = m_commands.graph();
    const NodeId current = m_commands.selection().current();
    const QPointF direction = directionOf(event->key());
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (!direction.isNull()) {
        if (modifiers == Qt::ShiftModifier)
            nudge(direction);
        else if (modifiers == Qt::ControlModifier || (modifiers == Qt::NoModifier && current == NodeId::Root && graph.count() == 0))
            pan((direction * Theme::space(this, 6)).toPoint());
        else if (modifiers == Qt::NoModifier)
            walk(direction);
        else
            return false;
        return true;
    }
    NodeId next = NodeId::Root;
    const QList<NodeId> outermost = graph.children(NodeId::Root);
    if (event->key() == Qt::Key_PageUp)
        next = graph.container(current);
    else if (event->key() == Qt::Key_PageDown && !graph.children(current).isEmpty())
        next = graph.children(current).constFirst();
    else if (event->key() == Qt::Key_Home && !outermost.isEmpty())
        next = outermost.constFirst();
    else if (event->key() == Qt::Key_End && !outermost.isEmpty())
        next = outermost.constLast();
    if (next != NodeId::Root)
        m_commands.selection().choose(next);
    return event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Home ||
           event->key() == Qt::Key_End;
}

bool WorkflowView::stepKey(const QKeyEvent *event)
{
    const NodeId current = m_commands.selection().current();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current != NodeId::Root)
            Q_EMIT activated(current);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeChosenNotes();
    case Qt::Key_Insert:
        openInsertMenu();
        return true;
    case Qt::Key_Escape:
        m_commands.selection().choose(NodeId::Root);
        return true;
    default:
        return false;
    }
}

bool WorkflowView::focusNextPrevChild(bool next)
{
    return walkOrder(next) || QGraphicsView::focusNextPrevChild(next);
}

// In the order of execution; behind the last step the focus goes on to the next control.
bool WorkflowView::walkOrder(bool next)
{
    const QList<NodeId> nodes = m_commands.graph().nodes();
    const qsizetype now = nodes.indexOf(m_connection ? m_connection->target : m_commands.selection().current());
    const qsizetype then = now < 0 ? (next ? 0 : nodes.size() - 1) : now + (next ? 1 : -1);
    if (then < 0 || then >= nodes.size())
        return false;
    if (m_connection)
        setConnectionTarget(nodes.at(then));
    else
        m_commands.selection().choose(nodes.at(then));
    return true;
}

void WorkflowView::walk(const QPointF &direction)
{
    m_scene.updateNow();
    const NodeId from = m_connection ? m_connection->target : m_commands.selection().current();
    const QList<NodeId> outermost = m_commands.graph().children(NodeId::Root);
    NodeId next = outermost.isEmpty() ? NodeId::Root : outermost.constFirst();
    if (from != NodeId::Root)
        next = neighbour(from, direction);
    if (next == NodeId::Root)
        return;
    if (m_connection)
        setConnectionTarget(next);
    else
        m_commands.selection().choose(next);
}

// What an edge leads to in that direction, else whatever stands there in the same container.
NodeId WorkflowView::neighbour(NodeId from, const QPointF &direction) const
{
    const WorkflowGraph &graph = m_commands.graph();
    const QPointF here = m_scene.rectOf(from).center();
    NodeId best = NodeId::Root;
    qreal least = std::numeric_limits<qreal>::max();
    const auto consider = [&](NodeId node, qreal weight) { // of what stands aside
        const QPointF way = m_scene.rectOf(node).center() - here;
        const qreal along = QPointF::dotProduct(way, direction);
        const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (node == from || node == NodeId::Root || along < 1 || aside > along * 4)
            return;
        if (along + aside * weight < least) {
            least = along + aside * weight;
            best = node;
        }
    };
    for (const GraphEdge &edge : graph.edgesOf(from)) {
        if (edge.isEffective())
            consider(edge.from == from ? edge.to : edge.from, 0.2);
    }
    if (best == NodeId::Root) {
        for (const NodeId node : graph.children(graph.container(from)))
            consider(node, 2);
    }
    return best;
}

void WorkflowView::nudge(const QPointF &direction)
{
    m_scene.updateNow();
    const StepGeometry &g = m_scene.geometry();
    QHash<NodeId, QPointF> positions;
    for (const NodeId node : m_commands.selection().outermost()) {
        const StepItem *item = m_scene.itemOf(node);
        const NodeId container = m_commands.graph().container(node);
        QPointF to = g.snapped(item->pos() + direction * g.grid);
        if (container != NodeId::Root)
            to = QPointF(std::max(to.x(), g.inside().left()), std::max(to.y(), g.inside().top()));
        positions.insert(node, m_scene.stored(container, to, item->rect().size()));
    }
    if (!positions.isEmpty() && !m_commands.isReadOnly())
        m_commands.editing().setPositions(positions);
}

void WorkflowView::startConnecting()
{
    const NodeId from = m_commands.selection().current();
    if (from == NodeId::Root || m_commands.isReadOnly())
        return;
    m_scene.updateNow();
    finishConnection(false);
    m_connection = Connection{from, WorkflowEditing::Port::Next, from, {}, true};
    if (m_scene.itemOf(from)->face().isCondition)
        m_connection->port = WorkflowEditing::Port::Then;
    setConnectionTarget(from);
}

bool WorkflowView::connectionKey(const QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        finishConnection(false);
        return true;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finishConnection(true);
        return true;
    }
    const bool isCondition = m_scene.itemOf(m_connection->from)->face().isCondition;
    if (isCondition && (event->key() == Qt::Key_T || event->key() == Qt::Key_E)) {
        m_connection->port = event->key() == Qt::Key_T ? WorkflowEditing::Port::Then : WorkflowEditing::Port::Else;
        hintConnection();
        viewport()->update();
        return true;
    }
    return false;
}

void WorkflowView::setConnectionTarget(NodeId node)
{
    m_connection->target = node;
    if (m_connection->byKeys) {
        m_connection->pointer = m_scene.geometry().inPort(m_scene.rectOf(node));
        reveal(node);
    }
    setTarget(node == m_connection->from ? NodeId::Root : node);
    hintConnection();
    viewport()->update();
}

void WorkflowView::hintConnection()
{
    const WorkflowGraph &graph = m_commands.graph();
    const QString from = graph.title(m_connection->from).left(120).simplified();
    const QString to = m_connection->target == m_connection->from || m_connection->target == NodeId::Root
                           ? tr("nothing yet", "no step is chosen as the end of an edge")
                           : graph.title(m_connection->target).left(120).simplified();
    QString text;
    switch (m_connection->port) {
    case WorkflowEditing::Port::Then:
        text = tr("Connect the branch “then” of %1 with: %2. T and E choose the branch, arrows and Tab the step, Enter connects, Escape "
                  "gives up.");
        break;
    case WorkflowEditing::Port::Else:
        text = tr("Connect the branch “else” of %1 with: %2. T and E choose the branch, arrows and Tab the step, Enter connects, Escape "
                  "gives up.");
        break;
    case WorkflowEditing::Port::Next:
        text = tr("Connect %1 with: %2. Arrows and Tab choose the step, Enter connects, Escape gives up.");
        break;
    }
    text = text.arg(from, to);
    setAccessibleDescription(text);
    Q_EMIT hinted(text);
}

void WorkflowView::finishConnection(bool connects)
{
    if (!m_connection)
        return;
    const Connection connection = *m_connection;
    m_connection.reset();
    setTarget(NodeId::Root);
    viewport()->update();
    Q_EMIT hinted({});
    if (connects && connection.target != NodeId::Root && connection.target != connection.from)
        m_commands.connectTo(connection.from, connection.port, connection.target);
    describe();
}

void WorkflowView::setTarget(NodeId node)
{
    if (StepItem *item = m_scene.itemOf(m_target))
        item->setTarget(false);
    m_target = node;
    if (StepItem *item = m_scene.itemOf(node))
        item->setTarget(true);
}

} // namespace desk
