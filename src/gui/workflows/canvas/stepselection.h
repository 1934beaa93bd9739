#pragma once

#include "state/workflows/nodeid.h"

#include <QList>
#include <QObject>

namespace desk {

class WorkflowGraph;

// What is chosen in one editor, for the canvas, the outline and the form alike: steps, one of them the current one. Forgets steps that are
// removed. Signals come after the change, once, and only when something is different. Lives in the GUI thread.
class StepSelection : public QObject
{
    Q_OBJECT
public:
    explicit StepSelection(WorkflowGraph &graph, QObject *parent = nullptr);

    [[nodiscard]] NodeId current() const { return m_current; } // Root: none
    [[nodiscard]] const QList<NodeId> &selected() const { return m_selected; }
    [[nodiscard]] QList<NodeId> outermost() const; // without those that are in another selected one, in their order
    [[nodiscard]] bool isSelected(NodeId node) const { return m_selected.contains(node); }

    void choose(NodeId node); // alone; Root: nothing
    void set(const QList<NodeId> &nodes, NodeId current);

Q_SIGNALS:
    void currentChanged(desk::NodeId node);
    void selectedChanged();

private:
    void forget(NodeId node);

    WorkflowGraph &m_graph;
    NodeId m_current = NodeId::Root;
    QList<NodeId> m_selected;
};

} // namespace desk
