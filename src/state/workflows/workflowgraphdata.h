#pragma once

#include "state/workflows/graphedges.h"
#include "state/workflows/graphtree.h"
#include "state/workflows/workflowgraph.h"

namespace desk {

// What a WorkflowGraph holds, and what it worked out from that and keeps until it changes.
class WorkflowGraph::Data
{
public:
    GraphTree tree;
    QList<GraphNote> notes;
    quint64 next = 1;

    [[nodiscard]] NodeId newId() { return static_cast<NodeId>(next++); }
    void forgetAll();
    void forgetEdges(const GraphNode &container) const { m_edges.remove(container.id); }
    void forgetEdges(NodeId container) const { m_edges.remove(container); }
    void forgetIds() const { m_hasIds = false; }

    [[nodiscard]] const QList<GraphEdge> &edgesIn(const GraphNode &container) const;
    [[nodiscard]] QList<GraphEdge> edgesOf(const GraphNode &node) const;
    [[nodiscard]] NodeId nodeOfStepId(const QString &id) const;

    [[nodiscard]] bool fitsInsert(const GraphEdit &edit) const;
    [[nodiscard]] bool fitsMove(const GraphEdit &edit) const;
    [[nodiscard]] bool fitsChange(const GraphEdit &edit) const;

private:
    struct Edges {
        QList<GraphEdge> all;
        QHash<NodeId, QList<qsizetype>> of;
    };
    [[nodiscard]] const Edges &edges(const GraphNode &container) const;

    mutable QHash<NodeId, Edges> m_edges; // by container
    mutable QHash<QString, NodeId> m_ids; // by the step's own
    mutable bool m_hasIds = false;
};

} // namespace desk
