#include "gui/workflows/canvas/stepselection.h"

#include "state/workflows/workflowgraph.h"

#include <algorithm>

namespace desk {

StepSelection::StepSelection(WorkflowGraph &graph, QObject *parent)
    : QObject(parent)
    , m_graph(graph)
{
    connect(&graph, &WorkflowGraph::reset, this, [this] { set({}, NodeId::Root); });
    connect(&graph, &WorkflowGraph::stepAboutToBeRemoved, this, &StepSelection::forget);
}

QList<NodeId> StepSelection::outermost() const
{
    QList<NodeId> nodes;
    for (const NodeId node : m_selected) {
        NodeId around = m_graph.container(node);
        while (around != NodeId::Root && !m_selected.contains(around))
            around = m_graph.container(around);
        if (around == NodeId::Root)
            nodes.append(node);
    }
    std::sort(nodes.begin(), nodes.end(), [this](NodeId a, NodeId b) { return m_graph.path(a) < m_graph.path(b); });
    return nodes;
}

void StepSelection::choose(NodeId node)
{
    set(node == NodeId::Root ? QList<NodeId>() : QList<NodeId>{node}, node);
}

void StepSelection::set(const QList<NodeId> &nodes, NodeId current)
{
    QList<NodeId> sorted = nodes;
    std::sort(sorted.begin(), sorted.end());
    const bool currentDiffers = current != m_current;
    const bool selectedDiffers = sorted != m_selected;
    m_current = current;
    m_selected = sorted;
    if (selectedDiffers)
        Q_EMIT selectedChanged();
    if (currentDiffers)
        Q_EMIT currentChanged(current);
}

void StepSelection::forget(NodeId node)
{
    const auto goes = [&](NodeId other) {
        while (other != NodeId::Root && other != node)
            other = m_graph.container(other);
        return other == node;
    };
    QList<NodeId> kept;
    std::copy_if(m_selected.cbegin(), m_selected.cend(), std::back_inserter(kept), [&](NodeId other) { return !goes(other); });
    set(kept, m_current != NodeId::Root && goes(m_current) ? NodeId::Root : m_current);
}

} // namespace desk
