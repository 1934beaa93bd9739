#include "gui/workflows/canvas/workflowscene.h"

#include "gui/workflows/canvas/edgeitem.h"
#include "gui/workflows/canvas/noteitem.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/terminalitem.h"
#include "state/workflows/workflowgraph.h"

#include <QMultiHash>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

size_t keyOf(const GraphEdge &edge)
{
    return qHashMulti(0, edge.from, edge.to, static_cast<int>(edge.kind));
}

bool isOutermost(const GraphEdge &edge)
{
    return edge.from == NodeId::Root || edge.to == NodeId::Root; // from the start, to the end
}

} // namespace

QList<GraphEdge> WorkflowScene::shownEdges() const
{
    QList<GraphEdge> edges;
    for (const EdgeItem *item : m_edges) {
        if (!isOutermost(item->edge()))
            edges.append(item->edge());
    }
    return edges;
}

// Those that stay keep their items.
void WorkflowScene::syncEdges()
{
    QList<GraphEdge> wanted = m_graph.edges();
    const QList<NodeId> outermost = m_graph.children(NodeId::Root);
    wanted.append({NodeId::Root, outermost.isEmpty() ? NodeId::Root : outermost.constFirst(), GraphEdge::Kind::Sequence});
    if (!outermost.isEmpty())
        wanted.append({outermost.constLast(), NodeId::Root, GraphEdge::Kind::Sequence});
    QMultiHash<size_t, EdgeItem *> there;
    for (EdgeItem *item : std::as_const(m_edges))
        there.insert(keyOf(item->edge()), item);
    QList<EdgeItem *> edges;
    edges.reserve(wanted.size());
    for (const GraphEdge &edge : std::as_const(wanted)) {
        EdgeItem *item = nullptr;
        for (auto it = there.find(keyOf(edge)); it != there.end() && it.key() == keyOf(edge); ++it) {
            if (it.value()->edge() == edge) {
                item = it.value();
                there.erase(it);
                break;
            }
        }
        if (!item) {
            item = new EdgeItem(edge, m_painter);
            StepItem *container = isOutermost(edge) ? nullptr : m_steps.value(m_graph.container(edge.from));
            if (container)
                item->setParentItem(container);
            else
                addItem(item);
        }
        edges.append(item);
    }
    qDeleteAll(there);
    m_edges = edges;
}

// Foreign numbers: what no canvas is as large as does not count, and nothing leaves its container.
std::optional<QPointF> WorkflowScene::placed(NodeId node) const
{
    constexpr qreal farthest = 200'000;
    std::optional<QPointF> position = m_graph.position(node);
    if (!position || !(std::abs(position->x()) < farthest) || !(std::abs(position->y()) < farthest))
        return {};
    if (m_graph.container(node) != NodeId::Root) {
        const QMarginsF inside = geometry().inside();
        position = QPointF(std::max(position->x(), inside.left()), std::max(position->y(), inside.top()));
    }
    return position;
}

void WorkflowScene::arrange()
{
    const QList<NodeId> nodes = m_graph.nodes();
    const StepGeometry &g = geometry();
    layered::Graph graph;
    graph.flow = g.isAcross ? layered::Flow::Across : layered::Flow::Down;
    graph.mirrored = g.isMirrored;
    graph.layerGap = g.line * 2.5;
    graph.nodeGap = g.gap * 4;
    graph.inside = g.inside();
    QHash<NodeId, int> number;
    for (const NodeId node : nodes) {
        number.insert(node, static_cast<int>(graph.nodes.size()));
        const bool holds = m_graph.isContainer(node);
        graph.nodes.append({holds ? g.containerSize() : g.stepSize(), number.value(m_graph.container(node), -1), holds, placed(node)});
    }
    const int start = static_cast<int>(graph.nodes.size());
    graph.nodes.append({g.terminalSize(), -1, false, {}});
    graph.nodes.append({g.terminalSize(), -1, false, {}});
    for (const EdgeItem *item : std::as_const(m_edges)) {
        const GraphEdge &edge = item->edge();
        const bool counts = edge.isEffective();
        graph.edges.append({counts ? number.value(edge.from, start) : -1, counts ? number.value(edge.to, start + 1) : -1});
    }
    const layered::Result result = layered::laidOut(graph);
    for (int i = 0; i < nodes.size(); ++i) {
        StepItem *item = m_steps.value(nodes.at(i));
        item->setSize(result.sizes.at(i));
        item->setPos(result.positions.at(i));
    }
    m_start->setPos(result.positions.at(start));
    m_end->setPos(result.positions.at(start + 1));
    placeTerminals();
    for (int i = 0; i < m_edges.size(); ++i) {
        const layered::Edge &edge = graph.edges.at(i);
        const auto isFixed = [&](int node) { return node < 0 || graph.nodes.at(node).fixed; };
        route(m_edges.at(i), isFixed(edge.from) || isFixed(edge.to) ? QList<QPointF>() : result.bends.at(i));
    }
    QRectF all(g.isMirrored ? -result.size.width() : 0, 0, result.size.width(), result.size.height());
    for (const QGraphicsItem *item : std::as_const(m_notes))
        all |= item->sceneBoundingRect();
    for (const NodeId node : m_graph.children(NodeId::Root))
        all |= m_steps.value(node)->sceneBoundingRect();
    setSceneRect(all.adjusted(-g.line * 6, -g.line * 6, g.line * 6, g.line * 6));
}

// Before a first step that a person has placed, and behind such a last one, wherever those are.
void WorkflowScene::placeTerminals()
{
    const QList<NodeId> outermost = m_graph.children(NodeId::Root);
    if (outermost.isEmpty())
        return;
    const QPointF way = geometry().direction();
    const qreal gap = geometry().line * 2.5;
    const auto put = [&](TerminalItem *terminal, NodeId step, qreal side) {
        if (!placed(step))
            return;
        const QRectF rect = m_steps.value(step)->rect().translated(m_steps.value(step)->pos());
        QRectF there = terminal->rect();
        there.moveCenter(rect.center() + QPointF(way.x() * side * ((rect.width() + there.width()) / 2 + gap),
                                                 way.y() * side * ((rect.height() + there.height()) / 2 + gap)));
        terminal->setPos(there.topLeft() - terminal->rect().topLeft());
    };
    put(m_start, outermost.constFirst(), -1);
    put(m_end, outermost.constLast(), 1);
}

QRectF WorkflowScene::localRect(NodeId node, const TerminalItem &terminal) const
{
    if (const StepItem *item = m_steps.value(node))
        return item->rect().translated(item->pos());
    return terminal.rect().translated(terminal.pos());
}

void WorkflowScene::route(EdgeItem *edge, const QList<QPointF> &bends)
{
    const QRectF from = localRect(edge->edge().from, *m_start);
    const QRectF to = localRect(edge->edge().to, *m_end);
    edge->setPath(EdgePath(geometry(), from, edge->port(), to, bends, bends.isEmpty() ? between(edge->edge()) : QRectF()));
}

// Where an edge leads past steps, and the layout left it no room: what it has to go around.
QRectF WorkflowScene::between(const GraphEdge &edge) const
{
    if (edge.from == NodeId::Root || edge.to == NodeId::Root)
        return {};
    const int from = m_graph.index(edge.from);
    const int to = m_graph.index(edge.to);
    const bool leadsPast = to <= from || (!edge.isEffective() && to > from + 1);
    const QList<NodeId> siblings = m_graph.children(m_graph.container(edge.from));
    QRectF all;
    for (int i = std::min(from, to); leadsPast && i <= std::max(from, to); ++i)
        all |= localRect(siblings.at(i), *m_start);
    return all;
}

void WorkflowScene::routeEdges(const QList<NodeId> &moved)
{
    for (EdgeItem *edge : std::as_const(m_edges)) {
        if (moved.contains(edge->edge().from) || moved.contains(edge->edge().to))
            route(edge, {});
    }
}

QRectF WorkflowScene::rectOf(NodeId node) const
{
    const StepItem *item = m_steps.value(node);
    return item ? item->mapRectToScene(item->rect()) : QRectF();
}

NodeId WorkflowScene::stepAt(const QPointF &point) const
{
    NodeId best = NodeId::Root;
    const StepItem *found = nullptr;
    for (const QGraphicsItem *item : items(point, Qt::IntersectsItemBoundingRect)) {
        const auto *step = qgraphicsitem_cast<const StepItem *>(item);
        if (step && step->rect().contains(step->mapFromScene(point)) && (!found || found->isAncestorOf(step))) {
            found = step;
            best = step->node();
        }
    }
    return best;
}

NodeId WorkflowScene::containerAt(const QPointF &point, const QList<NodeId> &without) const
{
    NodeId node = NodeId::Root;
    for (const QGraphicsItem *item : items(point, Qt::IntersectsItemBoundingRect)) {
        const auto *step = qgraphicsitem_cast<const StepItem *>(item);
        if (!step || !step->face().isContainer || !step->rect().contains(step->mapFromScene(point)))
            continue;
        bool goes = false;
        for (const QGraphicsItem *around = step; around && !goes; around = around->parentItem())
            goes = without.contains(static_cast<const StepItem *>(around)->node());
        const StepItem *best = m_steps.value(node);
        if (!goes && (!best || best->isAncestorOf(step)))
            node = step->node();
    }
    return node;
}

int WorkflowScene::indexAt(NodeId container, const QPointF &point, const QList<NodeId> &without) const
{
    const bool besides = m_graph.type(container) == QLatin1StringView("parallel"); // lanes stand beside each other
    const QPointF flow = geometry().direction();
    const QPointF direction = !besides ? flow : geometry().isAcross ? QPointF(0, 1) : QPointF(geometry().isMirrored ? -1 : 1, 0);
    int index = 0;
    int behind = 0;
    for (const NodeId node : m_graph.children(container)) {
        ++index;
        if (!without.contains(node) && QPointF::dotProduct(point - rectOf(node).center(), direction) > 0)
            behind = index;
    }
    return behind;
}

QPointF WorkflowScene::stored(NodeId container, const QPointF &point, const QSizeF &size) const
{
    if (!geometry().isMirrored)
        return point;
    const StepItem *item = m_steps.value(container);
    return {(item ? item->rect().width() : 0) - point.x() - size.width(), point.y()};
}

bool WorkflowScene::isPlaced(NodeId container) const
{
    const QList<NodeId> inside = m_graph.children(container);
    return std::any_of(inside.cbegin(), inside.cend(), [this](NodeId node) { return m_graph.position(node).has_value(); });
}

} // namespace desk
