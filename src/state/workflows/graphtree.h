#pragma once

#include "state/workflows/nodeid.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>

namespace desk {

struct GraphNode {
    NodeId id = NodeId::Root;
    GraphNode *container = nullptr; // null: the root, or taken out
    int index = 0;
    QJsonObject own;                                        // the step; where steps are nested in it, an empty list
    QJsonValue foreign = QJsonValue(QJsonValue::Undefined); // what it is instead of a step
    QList<GraphNode *> children;

    [[nodiscard]] QString type() const;
    [[nodiscard]] QString stepId() const;
    [[nodiscard]] int depth() const; // of the root: 0
    [[nodiscard]] bool isContainer() const;
    [[nodiscard]] bool isIn(const GraphNode *other) const; // itself as well
};

// The steps of a WorkflowGraph in their order, without signals. The root's `own` is the workflow without its steps.
class GraphTree
{
public:
    using NextId = std::function<NodeId()>;

    GraphTree();

    void set(const QJsonObject &definition, const NextId &nextId);
    [[nodiscard]] QJsonObject definition() const;
    [[nodiscard]] QJsonValue json(const GraphNode &node) const; // with all that is in it

    [[nodiscard]] GraphNode *root() const { return m_root.get(); }
    [[nodiscard]] GraphNode *find(NodeId id) const; // null: there is none; finds the root
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_nodes.size()); }
    [[nodiscard]] QList<NodeId> idsIn(const GraphNode &node) const; // all that is in it, a container before what is in it

    GraphNode *build(GraphNode &container, qsizetype index, const QJsonValue &step, const NextId &nextId);
    void drop(GraphNode *node); // with all that is in it
    void take(GraphNode *node);
    void put(GraphNode *node, GraphNode &container, qsizetype index);

private:
    static void renumber(GraphNode &container, qsizetype from);

    std::unique_ptr<GraphNode> m_root;
    std::unordered_map<quint64, std::unique_ptr<GraphNode>> m_nodes;
};

} // namespace desk
