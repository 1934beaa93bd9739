#include "gui/workflows/canvas/workflowscene.h"

#include "gui/workflows/canvas/edgeitem.h"
#include "gui/workflows/canvas/noteitem.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/terminalitem.h"
#include "state/workflows/workflowgraph.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace desk {

WorkflowScene::WorkflowScene(WorkflowGraph &graph, StepSelection &selection, QObject *parent)
    : QGraphicsScene(parent)
    , m_graph(graph)
    , m_selection(selection)
    , m_painter(StepGeometry(), QPalette())
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &WorkflowScene::updateNow);
    connect(&graph, &WorkflowGraph::reset, this, &WorkflowScene::build);
    connect(&graph, &WorkflowGraph::stepInserted, this, [this](NodeId node) {
        addStep(node);
        changeAround(m_graph.container(node));
    });
    connect(&graph, &WorkflowGraph::stepAboutToBeRemoved, this, &WorkflowScene::removeStep);
    connect(&graph, &WorkflowGraph::stepRemoved, this, [this](NodeId node, NodeId container) {
        Q_UNUSED(node)
        changeAround(container);
    });
    connect(&graph, &WorkflowGraph::stepMoved, this, &WorkflowScene::reparent);
    connect(&graph, &WorkflowGraph::stepChanged, this, &WorkflowScene::changeStep);
    connect(&graph, &WorkflowGraph::positionChanged, this, &WorkflowScene::later);
    connect(&graph, &WorkflowGraph::edgesChanged, this, &WorkflowScene::later);
    connect(&graph, &WorkflowGraph::notesChanged, this, &WorkflowScene::syncNotes);
    connect(&selection, &StepSelection::selectedChanged, this, &WorkflowScene::showSelection);
    connect(&selection, &StepSelection::currentChanged, this, &WorkflowScene::showSelection);
    connect(this, &QGraphicsScene::selectionChanged, this, &WorkflowScene::takeSelection);
    build();
}

WorkflowScene::~WorkflowScene()
{
    m_showing = true;
    clear(); // here, and not in the base: items that go tell of their selection
}

void WorkflowScene::setLook(const QFont &font, const QPalette &palette, bool mirrored)
{
    const bool resized = font != geometry().font || mirrored != geometry().isMirrored;
    m_painter = StepPainter(StepGeometry(font, isAcross(), mirrored), palette);
    for (StepItem *item : std::as_const(m_steps))
        item->lookChanged();
    if (resized) {
        syncNotes();
        later();
    }
    update();
}

void WorkflowScene::setAcross(bool across)
{
    if (across == isAcross())
        return;
    m_painter = StepPainter(StepGeometry(geometry().font, across, geometry().isMirrored), m_painter.palette());
    later();
}

void WorkflowScene::build()
{
    m_showing = true;
    clear();
    m_steps.clear();
    m_edges.clear();
    m_notes.clear();
    m_current = nullptr;
    m_start = new TerminalItem(TerminalItem::Place::Start, m_painter);
    m_end = new TerminalItem(TerminalItem::Place::End, m_painter);
    addItem(m_start);
    addItem(m_end);
    for (const NodeId node : m_graph.children(NodeId::Root))
        addStep(node);
    m_showing = false;
    syncNotes();
    later();
}

void WorkflowScene::addStep(NodeId node)
{
    auto *item = new StepItem(node, m_painter);
    StepItem *container = m_steps.value(m_graph.container(node));
    if (container)
        item->setParentItem(container);
    else
        addItem(item);
    m_steps.insert(node, item);
    item->setSize(geometry().stepSize());
    item->setFace(StepFace::of(m_graph, node));
    for (const NodeId inner : m_graph.children(node))
        addStep(inner);
    later();
}

void WorkflowScene::removeStep(NodeId node)
{
    QList<NodeId> gone{node};
    for (qsizetype i = 0; i < gone.size(); ++i)
        gone += m_graph.children(gone.at(i));
    const QSet<NodeId> set(gone.cbegin(), gone.cend());
    dropEdges([&](const EdgeItem &edge) { return set.contains(edge.edge().from) || set.contains(edge.edge().to); });
    m_showing = true;
    if (m_current && set.contains(m_current->node()))
        m_current = nullptr;
    delete m_steps.value(node); // with what is in it
    for (const NodeId inner : std::as_const(gone))
        m_steps.remove(inner);
    m_showing = false;
    later();
}

void WorkflowScene::reparent(NodeId node)
{
    StepItem *item = m_steps.value(node);
    StepItem *container = m_steps.value(m_graph.container(node));
    if (item->parentItem() != container) {
        dropEdges([&](const EdgeItem &edge) { return edge.edge().from == node || edge.edge().to == node; });
        const auto *before = qgraphicsitem_cast<StepItem *>(item->parentItem());
        const NodeId left = before ? before->node() : NodeId::Root;
        item->setParentItem(container);
        changeAround(left);
        changeAround(m_graph.container(node));
    }
    later();
}

// A container tells how many steps are in it.
void WorkflowScene::changeAround(NodeId container)
{
    if (StepItem *item = m_steps.value(container))
        item->setFace(StepFace::of(m_graph, container));
}

void WorkflowScene::changeStep(NodeId node)
{
    m_steps.value(node)->setFace(StepFace::of(m_graph, node));
    later();
}

void WorkflowScene::dropEdges(const std::function<bool(const EdgeItem &)> &goes)
{
    m_edges.removeIf([&](EdgeItem *edge) {
        const bool isGone = goes(*edge);
        if (isGone)
            delete edge;
        return isGone;
    });
}

void WorkflowScene::later()
{
    m_waits = true;
    m_timer->start();
}

void WorkflowScene::updateNow()
{
    if (!m_waits)
        return;
    m_waits = false;
    m_timer->stop();
    syncEdges();
    arrange();
    showSelection();
    Q_EMIT laidOut();
}

void WorkflowScene::showSelection()
{
    if (m_showing)
        return;
    m_showing = true;
    if (m_current)
        m_current->setCurrent(false);
    m_current = m_steps.value(m_selection.current());
    if (m_current)
        m_current->setCurrent(true);
    const QList<NodeId> &selected = m_selection.selected();
    const QSet<NodeId> chosen(selected.cbegin(), selected.cend());
    for (QGraphicsItem *item : selectedItems()) {
        const auto *step = qgraphicsitem_cast<StepItem *>(item);
        if (step && !chosen.contains(step->node()))
            item->setSelected(false);
    }
    for (const NodeId node : chosen) {
        if (StepItem *item = m_steps.value(node))
            item->setSelected(true);
    }
    m_showing = false;
}

void WorkflowScene::takeSelection()
{
    if (m_showing)
        return;
    QList<NodeId> nodes;
    for (const QGraphicsItem *item : selectedItems()) {
        if (const auto *step = qgraphicsitem_cast<const StepItem *>(item))
            nodes.append(step->node());
    }
    NodeId current = m_selection.current();
    if (!nodes.contains(current))
        current = nodes.isEmpty() ? NodeId::Root : nodes.constLast();
    m_selection.set(nodes, current);
}

NoteItem *WorkflowScene::noteItem(quint64 id) const
{
    const auto found = std::find_if(m_notes.cbegin(), m_notes.cend(), [id](const NoteItem *item) { return item->note().id == id; });
    return found == m_notes.cend() ? nullptr : *found;
}

void WorkflowScene::syncNotes()
{
    qDeleteAll(m_notes);
    m_notes.clear();
    for (const GraphNote &note : m_graph.notes()) {
        m_notes.append(new NoteItem(note, m_painter));
        addItem(m_notes.constLast());
    }
}

} // namespace desk
