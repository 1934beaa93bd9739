#pragma once

#include "state/workflows/graphtree.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace desk {

class EditRecorder;
class WorkflowGraph;

// Makes a graph another definition with few edits: a step that is still there keeps its node, by its id, else by its kind and order in
// its container; only what must is moved, changed, inserted or removed.
class DefinitionChange
{
public:
    DefinitionChange(WorkflowGraph &graph, EditRecorder &recorder);

    void apply(const QJsonObject &definition);

private:
    void match();
    void matchByIds();
    void matchByKinds(const GraphNode &container);
    void pair(NodeId target, NodeId node);
    [[nodiscard]] bool canBe(NodeId node, const GraphNode &target) const;
    [[nodiscard]] bool isMatchedWithin(const GraphNode &target) const;
    [[nodiscard]] bool holdsMatched(NodeId node) const;
    void removeLeft(bool alsoHolding);
    void place(const GraphNode &target, NodeId node);
    [[nodiscard]] QSet<NodeId> staying(const GraphNode &target, NodeId node) const;
    void takeOver(const GraphNode &target, NodeId node);

    WorkflowGraph &m_graph;
    EditRecorder &m_recorder;
    GraphTree m_target;
    QList<NodeId> m_old;             // all there were
    QHash<NodeId, NodeId> m_nodes;   // of the target's
    QHash<NodeId, NodeId> m_targets; // the other way round
};

} // namespace desk
