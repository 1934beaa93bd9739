#include "state/workflows/graphtree.h"

#include "state/workflows/nestedsteps.h"
#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk {

QString GraphNode::type() const
{
    return own.value("type"_L1).toString();
}

QString GraphNode::stepId() const
{
    return leads.id;
}

int GraphNode::depth() const
{
    int depth = 0;
    for (const GraphNode *up = container; up != nullptr; up = up->container)
        ++depth;
    return depth;
}

bool GraphNode::isContainer() const
{
    if (id == NodeId::Root)
        return true;
    return nested::isContainerType(type()) && depth() < nested::mostDepth;
}

bool GraphNode::isIn(const GraphNode *other) const
{
    const GraphNode *up = this;
    while (up != nullptr && up != other)
        up = up->container;
    return up != nullptr;
}

GraphTree::GraphTree()
    : m_root(std::make_unique<GraphNode>())
{
}

void GraphTree::set(const QJsonObject &definition, const NextId &nextId)
{
    m_nodes.clear();
    m_root = std::make_unique<GraphNode>();
    m_root->own = definition;
    const QJsonArray steps = definition.value("steps"_L1).toArray();
    if (!steps.isEmpty())
        m_root->own.insert("steps"_L1, QJsonArray());
    for (const QJsonValue &step : steps)
        build(*m_root, m_root->children.size(), step, nextId);
}

QJsonObject GraphTree::definition() const
{
    QJsonObject out = m_root->own;
    QJsonArray steps;
    for (const GraphNode *child : std::as_const(m_root->children))
        steps.append(json(*child));
    if (!steps.isEmpty())
        out.insert("steps"_L1, steps);
    return out;
}

QJsonValue GraphTree::json(const GraphNode &node) const
{
    if (!node.foreign.isUndefined())
        return node.foreign;
    if (node.children.isEmpty())
        return node.own;
    QJsonArray steps;
    for (const GraphNode *child : node.children)
        steps.append(json(*child));
    return wire::withNestedSteps(node.own, steps);
}

GraphNode *GraphTree::find(NodeId id) const
{
    if (id == NodeId::Root)
        return m_root.get();
    const auto found = m_nodes.find(static_cast<quint64>(id));
    return found == m_nodes.end() ? nullptr : found->second.get();
}

QList<NodeId> GraphTree::idsIn(const GraphNode &node) const
{
    QList<NodeId> out;
    for (const GraphNode *child : node.children) {
        out.append(child->id);
        out.append(idsIn(*child));
    }
    return out;
}

GraphNode *GraphTree::build(GraphNode &container, qsizetype index, const QJsonValue &step, const NextId &nextId)
{
    auto made = std::make_unique<GraphNode>();
    GraphNode *node = made.get();
    node->id = nextId();
    m_nodes.insert_or_assign(static_cast<quint64>(node->id), std::move(made));
    if (step.isObject())
        node->own = step.toObject();
    else
        node->foreign = step;
    node->leads = edgeStepOf(node->own);
    put(node, container, index);
    if (!node->isContainer())
        return node;
    const QJsonArray inside = wire::nestedSteps(node->own);
    node->own = nested::stripped(node->own);
    for (const QJsonValue &one : inside)
        build(*node, node->children.size(), one, nextId);
    return node;
}

void GraphTree::drop(GraphNode *node)
{
    take(node);
    const QList<NodeId> inside = idsIn(*node);
    for (const NodeId id : inside)
        m_nodes.erase(static_cast<quint64>(id));
    m_nodes.erase(static_cast<quint64>(node->id));
}

void GraphTree::take(GraphNode *node)
{
    GraphNode &container = *node->container;
    container.children.removeAt(node->index);
    renumber(container, node->index);
    node->container = nullptr;
}

void GraphTree::put(GraphNode *node, GraphNode &container, qsizetype index)
{
    container.children.insert(index, node);
    node->container = &container;
    renumber(container, index);
}

void GraphTree::renumber(GraphNode &container, qsizetype from)
{
    for (qsizetype i = from; i < container.children.size(); ++i)
        container.children.at(i)->index = static_cast<int>(i);
}

} // namespace desk
