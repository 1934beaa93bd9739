#include "state/workflows/workflowgraphdata.h"

#include "state/workflows/nestedsteps.h"
#include "wire/workflow/workflowsteps.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

int heightOf(const GraphNode &node)
{
    int deepest = 0;
    for (const GraphNode *child : node.children)
        deepest = std::max(deepest, heightOf(*child));
    return deepest + 1;
}

// Somewhere in it steps are left in their step, because they lie too deep: in another depth they would be nodes.
bool holdsTooDeep(const GraphNode &node)
{
    return !wire::nestedSteps(node.own).isEmpty() ||
           std::any_of(node.children.begin(), node.children.end(), [](const GraphNode *child) { return holdsTooDeep(*child); });
}

} // namespace

void WorkflowGraph::Data::forgetAll()
{
    m_edges.clear();
    m_hasIds = false;
}

const WorkflowGraph::Data::Edges &WorkflowGraph::Data::edges(const GraphNode &container) const
{
    if (const auto known = m_edges.constFind(container.id); known != m_edges.cend())
        return *known;
    QList<EdgeStep> steps;
    QList<NodeId> nodes;
    steps.reserve(container.children.size());
    nodes.reserve(container.children.size());
    for (const GraphNode *child : container.children) {
        steps.append(child->leads);
        nodes.append(child->id);
    }
    Edges made;
    made.all = graphEdges(steps, nodes, edgeRuleIn(container.id == NodeId::Root ? QString() : container.type()));
    made.of.resize(container.children.size());
    for (qsizetype i = 0; i < made.all.size(); ++i) {
        const GraphEdge &edge = made.all.at(i);
        made.of[tree.find(edge.from)->index].append(i);
        if (edge.to != edge.from)
            made.of[tree.find(edge.to)->index].append(i);
    }
    return *m_edges.insert(container.id, std::move(made));
}

const QList<GraphEdge> &WorkflowGraph::Data::edgesIn(const GraphNode &container) const
{
    return edges(container).all;
}

QList<GraphEdge> WorkflowGraph::Data::edgesOf(const GraphNode &node) const
{
    if (node.container == nullptr)
        return {};
    const Edges &known = edges(*node.container);
    QList<GraphEdge> out;
    const QList<qsizetype> places = known.of.at(node.index);
    for (const qsizetype place : places)
        out.append(known.all.at(place));
    return out;
}

NodeId WorkflowGraph::Data::nodeOfStepId(const QString &id) const
{
    if (id.isEmpty())
        return NodeId::Root;
    if (!m_hasIds) {
        m_ids.clear();
        const QList<NodeId> nodes = tree.idsIn(*tree.root());
        for (const NodeId node : nodes) {
            const QString stepId = tree.find(node)->stepId();
            if (!m_ids.contains(stepId))
                m_ids.insert(stepId, node);
        }
        m_hasIds = true;
    }
    return m_ids.value(id, NodeId::Root);
}

bool WorkflowGraph::Data::fitsInsert(const GraphEdit &edit) const
{
    const GraphNode *container = tree.find(edit.container);
    if (container == nullptr || !container->isContainer() || edit.index < 0 || edit.index > container->children.size())
        return false;
    const QJsonValue step = edit.foreign.isUndefined() ? QJsonValue(edit.step) : edit.foreign;
    const int depth = container->depth() + 1;
    if (nested::count(step, depth) != edit.inner.size())
        return false;
    QSet<NodeId> fresh{NodeId::Root};
    const QList<NodeId> ids = QList<NodeId>{edit.node} + edit.inner;
    for (const NodeId id : ids) {
        if (fresh.contains(id) || tree.find(id) != nullptr)
            return false;
        fresh.insert(id);
    }
    return true;
}

bool WorkflowGraph::Data::fitsMove(const GraphEdit &edit) const
{
    const GraphNode *node = tree.find(edit.node);
    const GraphNode *container = tree.find(edit.container);
    if (node == nullptr || node->container == nullptr || container == nullptr || !container->isContainer() || container->isIn(node))
        return false;
    const qsizetype most = container->children.size() - (node->container == container ? 1 : 0);
    if (edit.index < 0 || edit.index > most)
        return false;
    if (node->container == container || container->depth() == node->container->depth())
        return true;
    return container->depth() + heightOf(*node) <= nested::mostDepth && !holdsTooDeep(*node);
}

bool WorkflowGraph::Data::fitsChange(const GraphEdit &edit) const
{
    const GraphNode *node = tree.find(edit.node);
    if (node == nullptr || node->container == nullptr)
        return false;
    if (!edit.foreign.isUndefined())
        return node->children.isEmpty() && !edit.foreign.isObject();
    const bool isContainer = nested::isContainerType(edit.step.value("type"_L1).toString());
    if (!isContainer)
        return node->children.isEmpty();
    return node->depth() >= nested::mostDepth || wire::nestedSteps(edit.step).isEmpty();
}

} // namespace desk
