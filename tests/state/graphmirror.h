#pragma once

#include "state/workflows/nestedsteps.h"
#include "state/workflows/workflowgraph.h"
#include "wire/workflow/workflowsteps.h"

#include <QObject>

#include <algorithm>
#include <memory>
#include <vector>

// What an outline or a scene would keep of a WorkflowGraph: told by its signals alone, it asks only about the node a signal names.
class GraphMirror : public QObject
{
public:
    explicit GraphMirror(desk::WorkflowGraph &graph)
        : m_graph(graph)
    {
        using desk::NodeId;
        using desk::WorkflowGraph;
        connect(&graph, &WorkflowGraph::reset, this, [this] { readAll(); });
        connect(&graph, &WorkflowGraph::stepInserted, this, [this](NodeId node) { insert(node); });
        connect(&graph, &WorkflowGraph::stepRemoved, this, [this](NodeId node, NodeId container) { take(node, container); });
        connect(&graph, &WorkflowGraph::stepMoved, this, [this](NodeId node) { move(node); });
        connect(&graph, &WorkflowGraph::stepChanged, this, [this](NodeId node) { read(*find(m_root, node)); });
        connect(&graph, &WorkflowGraph::positionChanged, this, [this](NodeId node) { read(*find(m_root, node)); });
        connect(&graph, &WorkflowGraph::fieldsChanged, this, [this] { m_root.own = m_graph.ownStep(NodeId::Root); });
        connect(&graph, &WorkflowGraph::notesChanged, this, [this] { m_notes = m_graph.notes(); });
        connect(&graph, &WorkflowGraph::edgesChanged, this, [this] { m_edges = m_graph.edges(); });
        readAll();
    }

    [[nodiscard]] QJsonObject definition() const
    {
        QJsonObject out = m_root.own;
        if (!m_root.children.empty())
            out.insert(QLatin1StringView("steps"), list(m_root));
        return out;
    }
    [[nodiscard]] const QList<desk::GraphEdge> &edges() const { return m_edges; }
    [[nodiscard]] const QList<desk::GraphNote> &notes() const { return m_notes; }

private:
    struct Item {
        desk::NodeId node = desk::NodeId::Root;
        QJsonObject own;
        QJsonValue foreign = QJsonValue(QJsonValue::Undefined);
        std::vector<std::unique_ptr<Item>> children;
    };

    static Item *find(Item &in, desk::NodeId node)
    {
        if (in.node == node)
            return &in;
        for (const auto &child : in.children) {
            if (Item *found = find(*child, node))
                return found;
        }
        return nullptr;
    }

    static Item *parentOf(Item &in, desk::NodeId node)
    {
        for (const auto &child : in.children) {
            if (child->node == node)
                return &in;
            if (Item *found = parentOf(*child, node))
                return found;
        }
        return nullptr;
    }

    static QJsonArray list(const Item &item)
    {
        QJsonArray out;
        for (const auto &child : item.children) {
            const bool isForeign = !child->foreign.isUndefined();
            const QJsonValue step = child->children.empty() ? child->own : desk::wire::withNestedSteps(child->own, list(*child));
            out.append(isForeign ? child->foreign : step);
        }
        return out;
    }

    void read(Item &item)
    {
        item.own = m_graph.ownStep(item.node);
        item.foreign = m_graph.foreign(item.node);
    }

    std::unique_ptr<Item> make(desk::NodeId node)
    {
        auto item = std::make_unique<Item>();
        item->node = node;
        read(*item);
        const QList<desk::NodeId> children = m_graph.children(node);
        for (const desk::NodeId child : children)
            item->children.push_back(make(child));
        return item;
    }

    void readAll()
    {
        m_root = std::move(*make(desk::NodeId::Root));
        m_notes = m_graph.notes();
        m_edges = m_graph.edges();
    }

    void put(std::unique_ptr<Item> item)
    {
        Item *container = find(m_root, m_graph.container(item->node));
        const int index = m_graph.index(item->node);
        container->children.insert(container->children.begin() + index, std::move(item));
    }

    void insert(desk::NodeId node) { put(make(node)); }

    std::unique_ptr<Item> take(desk::NodeId node, desk::NodeId container)
    {
        Item *from = find(m_root, container);
        const auto place =
            std::find_if(from->children.begin(), from->children.end(), [node](const auto &child) { return child->node == node; });
        std::unique_ptr<Item> item = std::move(*place);
        from->children.erase(place);
        return item;
    }

    void move(desk::NodeId node) { put(take(node, parentOf(m_root, node)->node)); }

    desk::WorkflowGraph &m_graph;
    Item m_root;
    QList<desk::GraphEdge> m_edges;
    QList<desk::GraphNote> m_notes;
};
